"""NK816–NK817: the same hours in two benefits."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import islice

from nyttokedja.checking.rules.model import (
    ERROR,
    INFO,
    WARNING,
    Hit,
    Review,
    Rule,
    always,
    at,
    by_stage,
    rule,
)
from nyttokedja.checking.rules.valued import FREEING, MONEY_KINDS, valued
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.findings import Span
from nyttokedja.model.propagation import nearest

_MOST_GROUPS = 500
"""So many pools and factors are looked at: no chain that people have written has more."""


@rule("NK816", "benefit-upon-benefit", by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING))
def benefit_upon_benefit(review: Review) -> Iterator[Hit]:
    """A valued benefit that follows from another of the same perspective and counts the same hours.

    Both have a factor of their hours in common, or say that their hours are of the same pool. Then the same
    time may be in the sum twice: once where it is freed, and once where it is used. What hangs on a decision
    is told too, but is in no sum yet.

    Bad:

        calculation: {price_year: 2026, horizon: 6, factors: {visits: {likely: 400, source: Counted}}}
        changes:
          camera: {leads_to: trips}
        benefits:
          trips: {category: redistribution, perspective: own, leads_to: shift, value: {hours: visits * 0.5}}
          shift: {category: redistribution, perspective: own, value: {hours: visits * 0.4}}
        costs:
          training: {category: financial, value: 40000}

    Good:

        calculation: {price_year: 2026, horizon: 6, factors: {visits: {likely: 400, source: Counted}}}
        changes:
          camera: {leads_to: trips}
        benefits:
          trips: {category: redistribution, perspective: own, leads_to: shift, value: {hours: visits * 0.5}}
          shift: {category: redistribution, perspective: own}
        costs:
          training: {category: financial, value: 40000}

    Source: Inera, nyttoanalys: en nytta räknas en gång.
    """
    told = {frozenset((hit.node, hit.particulars["other"].id)) for hit in same_hours.find(review)}
    done: set[str] = set()
    groups: dict[tuple[str, tuple[str, str]], list[Node]] = {}
    for node, _ in valued(review, NodeType.BENEFIT):
        if node.category in MONEY_KINDS and node.perspective:
            for mark in _hours_of(review, node):
                groups.setdefault((node.perspective, mark), []).append(node)
    shared = ((mark, nodes) for (_, mark), nodes in groups.items() if len(nodes) > 1)
    for (kind, name), nodes in islice(shared, _MOST_GROUPS):
        starts = [(head, node) for node in nodes for head in review.graph.heads(node.id)]
        before = nearest(starts, review.graph.heads)
        for node in nodes:
            other = before.get(node.id)
            if other is None or other is node or node.id in done or frozenset((node.id, other.id)) in told:
                continue
            done.add(node.id)
            variant, span = "pool" if kind == "pool" else "", node.span_of("value")
            at_most = ERROR if {node.id, other.id} <= review.graph.expected else INFO
            yield at(node, variant, span=span, at_most=at_most, other=other, shared=name)


def _hours_of(review: Review, node: Node) -> Iterator[tuple[str, str]]:
    """What the hours of a box are made of: the factors that its formula names, and its pool."""
    from nyttokedja.calculating.expression import names_in
    from nyttokedja.calculating.scope import short_name

    assert node.value is not None
    if node.value.pool:
        yield "pool", node.value.pool.strip().casefold()
    formulas = review.scope.boxes.get(node.id, {})
    names = dict.fromkeys(name for key in FREEING if key in formulas for name in names_in(formulas[key]))
    yield from (("factor", short_name(name)) for name in names if "/" not in name)


@rule("NK817", "same-hours", always(WARNING))
def same_hours(review: Review) -> Iterator[Hit]:
    """Two benefits whose hours are the same, once their factors are put in and multiplied out.

    The same hours in two places are mostly the same time seen from two sides. One of them is the benefit.
    Numbers alone may well be the same by chance: the formulas have a factor in them. The hours of two
    perspectives are those of different people.

    Bad:

        calculation: {horizon: 6, factors: {visits: 400}}
        benefits:
          fewer_trips: {category: redistribution, value: {hours: visits * 30 / 60}}
          less_driving: {category: redistribution, value: {hours: visits * 0.5}}

    Good:

        calculation: {horizon: 6, factors: {visits: 400}}
        benefits:
          fewer_trips: {category: redistribution, value: {hours: visits * 30 / 60}}
          less_driving: {category: redistribution}

    Source: Inera, nyttoanalys: en nytta räknas en gång.
    """
    benefits = [node for node, value in valued(review, NodeType.BENEFIT) if value.counts_hours]
    if len(benefits) < 2:
        return
    from nyttokedja.calculating.expansion import Expansions

    expansions = Expansions(review.scope)
    alike: dict[Hashable, list[Node]] = {}
    for node in benefits:
        formula = review.scope.boxes.get(node.id, {}).get("hours")
        terms = expansions.of(formula) if formula is not None and node.id not in review.scope.faulty else None
        if terms and any(terms):
            before = alike.setdefault(frozenset(terms.items()), [])
            other = next((one for one in before if _may_share(one, node)), None)
            if other is not None:
                yield at(node, span=_hours_place(node), other=other)
            elif all(one.perspective != node.perspective for one in before):
                before.append(node)


def _may_share(one: Node, other: Node) -> bool:
    """Whether two boxes may be about the hours of the same people: not with two perspectives."""
    return not (one.perspective and other.perspective and one.perspective != other.perspective)


def _hours_place(node: Node) -> Span:
    """Where the hours of a box stand."""
    assert node.value is not None
    given = next((key for key in FREEING if key in node.value.spans), "hours")
    return node.value.span_of(given)


RULES: tuple[Rule, ...] = (benefit_upon_benefit, same_hours)
