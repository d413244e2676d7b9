"""NK810–NK812: what money may be put on, formulas that cannot be read, and numbers without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

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
    indicators,
    rule,
)
from nyttokedja.checking.rules.valued import (
    MONEY_KINDS,
    boxes_that_lost_value,
    holders,
    lost_parts,
    valued,
)
from nyttokedja.model.calculation import Factor
from nyttokedja.model.chain import Node
from nyttokedja.model.findings import NOWHERE, Span
from nyttokedja.model.units import MONEY

if TYPE_CHECKING:
    from nyttokedja.calculating.model import Fault

_MISSING = frozenset({"unknown", "neither", "no-hours"})
"""The faults that what does not fit the format, and was left out, may be the cause of."""


@rule("NK810", "money-on-quality", always(ERROR))
def money_on_quality(review: Review) -> Iterator[Hit]:
    """Money or hours put on quality or environment, or money and a size on the same box.

    Quality and environment have a size, not a price: a krona of calm cannot be added to a krona of diesel.
    What is counted in money has no size besides, since it would be weighed twice.

    Bad:

        calculation: {horizon: 6}
        benefits:
          calmer_nights: {category: quality, value: 120000}

    Good:

        calculation: {horizon: 6}
        benefits:
          calmer_nights: {category: quality, size: large}

    Source: Inera, nyttoanalys: värdering i pengar och nyttor som inte värderas i pengar.
    """
    for node, value in valued(review):
        if node.category and node.category not in MONEY_KINDS:
            variant = "" if value.yearly else "hours"
            yield at(node, variant, span=node.span_of("value"), kind=node.category)
        elif node.size and value.yearly:
            yield at(node, "size", span=node.span_of("value"))


@rule("NK811", "broken-formula", always(ERROR))
def broken_formula(review: Review) -> Iterator[Hit]:
    """A formula that cannot be read, a factor that is not there or goes in a circle, a division by zero.

    What it is part of is then in no sum, and every result says so. A formula is made of names of factors,
    numbers with a decimal point, + - * / and brackets.

    Bad:

        calculation:
          horizon: 6
          factors: {purchases: 4368}
        benefits:
          cheaper_trips: {category: financial, value: purchase_count * 2.9}

    Good:

        calculation:
          horizon: 6
          factors: {purchases: 4368}
        benefits:
          cheaper_trips: {category: financial, value: purchases * 2.9}

    Source: our own proposal.
    """
    lost, boxes = lost_parts(review), boxes_that_lost_value(review)
    faults = review.calculated.faults if review.has_values else ()
    renamed = {fault.particulars["right"] for fault in faults if fault.variant == "hyphen"}
    for fault in faults:
        may_be_lost = lost or fault.node in boxes
        is_told = fault.variant == "unknown" and fault.particulars["name"] in renamed
        if not is_told and not (may_be_lost and fault.variant in _MISSING):
            yield _hit(review, fault)
    yield from _measuring_nothing(review)


def _hit(review: Review, fault: Fault) -> Hit:
    """Where a fault of the calculation stands, and what is said of it."""
    node = review.graph.nodes.get(fault.node)
    name = f"{fault.node}/{fault.factor}" if fault.node else fault.factor
    factor = review.scope.factors.get(name) if fault.factor else None
    said: dict[str, Any] = dict(fault.particulars)
    near, variant = said.pop("near", ""), fault.variant
    if variant == "unknown" and near:
        variant, said["near"] = "meant", near
        said["mended"] = re.sub(rf"\b{re.escape(said['name'])}\b", near, said["formula"])
    if variant == "unreadable":
        variant, more = _as_elsewhere(said["formula"], said["found"], said["position"])
        said |= more
    if variant == "big":
        said.pop("most", None)
    said |= {"factor": fault.factor} if fault.factor else {}
    said |= {"other": factor.span_of("likely")} if variant == "both" and factor else {}
    said |= {"node": node} if node is not None else {}
    return Hit(_span(node, factor, fault.where), fault.node, variant, particulars=_told(said))


def _as_elsewhere(formula: str, found: str, position: int) -> tuple[str, Mapping[str, str]]:
    """What people write in a workbook or a text: = before a formula, a unit after a number."""
    from nyttokedja.calculating.units import unit_of
    from nyttokedja.language.units import unit_words

    if position == 1 and found == "=":
        return "equals", {}
    unit = unit_of(found, unit_words())
    before, after = formula[: position - 1].rstrip(), formula[position - 1 + len(found) :]
    if unit is None or len(unit.powers) != 1 or not before[-1:].isdigit():
        return "unreadable", {}
    by = next((MONEY[name] for name in unit.powers if MONEY.get(name, 1) > 1), None)
    return "with-unit", {"mended": f"{before}{f' * {by}' if by else ''}{after}"}


def _span(node: Node | None, factor: Factor | None, where: str) -> Span:
    if factor is not None:
        return factor.span_of(where)
    return node.value.span_of(where) if node is not None and node.value is not None else NOWHERE


_TOLD = frozenset(
    {
        *("node", "factor", "formula", "found", "position", "wrong", "right", "name", "near", "mended"),
        *("most", "circle", "divisor", "other"),
    }
)
"""The particulars of faults that messages and remedies speak of."""


def _told(said: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key in _TOLD}


def _measuring_nothing(review: Review) -> Iterator[Hit]:
    """Indicators that say they measure a factor which is not there."""
    shared = {factor.id for factor in review.chain.calculation.factors} if review.chain.calculation else set()
    for node, indicator in indicators(review):
        own = {factor.id for factor in node.value.factors} if node.value else set()
        if not indicator.measures or lost_parts(review):
            continue
        shown: dict[str, Any] = {"name": indicator.measures, "indicator": indicator.title}
        if indicator.measures not in own | shared:
            yield at(node, "measures", span=indicator.span, **shown)
        elif indicator.scale:
            yield at(node, "measures-words", span=indicator.span, **shown)


@rule("NK812", "factor-without-source", by_stage(analysis=INFO, plan=WARNING, follow_up=WARNING))
def factor_without_source(review: Review) -> Iterator[Hit]:
    """Factors that do not say where their numbers come from, or a published one that does not say its year.

    A reader who doubts the result begins with the numbers. One finding names all factors of the chain, or of
    a box. What is calculated by a formula needs no source: its factors have theirs.

    Bad:

        stage: plan
        calculation:
          price_year: 2026
          horizon: 6
          factors: {purchases: 4368}
        benefits:
          freed_time: {category: redistribution, value: purchases * 89}
        costs:
          training: {category: redistribution, value: purchases * 2}

    Good:

        stage: plan
        calculation:
          price_year: 2026
          horizon: 6
          factors: {purchases: {likely: 4368, source: The planning system}}
        benefits:
          freed_time: {category: redistribution, value: purchases * 89}
        costs:
          training: {category: redistribution, value: purchases * 2}

    Source: Inera, nyttoanalys: faktorer och deras källor.
    """
    for box, holder in holders(review):
        numbers = [factor for factor in holder.factors if factor.likely is not None]
        lacking = {
            "": [factor for factor in numbers if not factor.source],
            "standard": [factor for factor in numbers if factor.kind == "standard" and factor.as_of is None],
        }
        for variant, factors in lacking.items():
            if factors:
                ids = tuple(factor.id for factor in factors)
                said = {
                    "factors": ids,
                    "n": len(ids),
                    "total": len(numbers),
                    "under": holder.span_of("factors"),
                }
                node = {"node": review.graph.nodes[box]} if box else {}
                yield Hit(factors[0].span, box, variant, particulars={**said, **node})


RULES: tuple[Rule, ...] = (money_on_quality, broken_formula, factor_without_source)
