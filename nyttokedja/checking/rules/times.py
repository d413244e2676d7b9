"""NK217: times that cannot come in the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from nyttokedja.checking.rules.hindrances import measured_unmet
from nyttokedja.checking.rules.model import WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.periods import Period
from nyttokedja.model.stage import Stage


@rule("NK217", "impossible-order", by_stage(plan=WARNING, follow_up=WARNING))
def impossible_order(review: Review) -> Iterator[Hit]:
    """Times that cannot come in this order, such as a benefit that is there before the change begins.

    A plan whose times cannot be kept is found out when it is too late. The `when` of a change is when it
    begins, since it is mostly carried out step by step; that of a benefit is when it is there. Told are: a
    benefit before every change that leads to it, a goal before every benefit that does, a precondition due
    after what needs it has begun, an action due after the precondition or, in a plan, the benefit that it
    is for, an action at a change due after the last of its benefits, and a target dated before any change.

    Only what cannot be otherwise is told. `2027` and `2027-06` can come in either order, and where one of
    several changes does not say when it begins, nothing is known. An action that is done is not too late.
    What is said first of these counts: one finding a box.

    Bad:

        stage: plan
        changes:
          night_camera: {when: 2028-01, leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time: {when: 2027-06}

    Good:

        stage: plan
        changes:
          night_camera: {when: 2028-01, leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time: {when: 2028-Q3}

    Source: gevinstrealiseringsplan: when benefits, preconditions and actions are due.
    """
    for node in review.chain.nodes:
        orders = () if node.faulty else _ORDERS.get(node.type, ())
        yield from islice((hit for order in orders for hit in order(node, review)), 1)


def _before_its_changes(node: Node, review: Review) -> Iterator[Hit]:
    change = _first_change(node, review)
    began = _when(change)
    if node.when and began and began.after(node.when):
        yield at(node, span=node.span_of("when"), on=node.when.written, change=change, began=began.written)


def _before_its_benefits(node: Node, review: Review) -> Iterator[Hit]:
    first = review.graph.times.first_benefit_before.get(node.id) if node.is_goal else None
    comes = _when(first)
    if node.when and comes and comes.after(node.when):
        shown: dict[str, Any] = {"on": node.when.written, "benefit": first, "comes": comes.written}
        yield at(node, "goal", span=node.span_of("when"), **shown)


def _action_after_its_benefit(node: Node, review: Review) -> Iterator[Hit]:
    if review.chain.stage is not Stage.FOLLOW_UP:  # then it puts right what did not come
        yield from _late(node, node.when, "action")


def _action_after_all_benefits(node: Node, review: Review) -> Iterator[Hit]:
    last = review.graph.times.last_benefit_after.get(node.id)
    yield from _late(node, _when(last), "rollout", last=last)


def _after_what_needs_it(node: Node, review: Review) -> Iterator[Hit]:
    if node.met or measured_unmet(node, review.graph):  # NK607, which says more
        return
    for spot in review.graph.resolve_all(node.needed_for):
        needs = _needing(spot, review.graph)
        began = _when(needs)
        if node.due and needs and began and node.due.after(began):
            variant = "precondition" if needs.type is NodeType.CHANGE else "expected"
            shown: dict[str, Any] = {"by": node.due.written, "needs": needs, "began": began.written}
            yield at(node, variant, span=node.span_of("due"), **shown)


def _needing(spot: Node | Arrow, graph: Graph) -> Node | None:
    """Whose `when` a precondition has to come before: what needs it, or the last that this can begin with."""
    head, tail = (spot.target, spot.source) if isinstance(spot, Arrow) else (spot, spot)
    if any(end.type is NodeType.OPPORTUNITY or graph.hangs(end.id) for end in (head, tail)):
        return None
    needs = head if head.when else tail
    return needs if needs.when else graph.times.last_start.get(needs.id)


def _action_after_its_precondition(node: Node, review: Review) -> Iterator[Hit]:
    if not node.met:
        yield from _late(node, node.due, "preparation")


def _target_before_its_changes(node: Node, review: Review) -> Iterator[Hit]:
    for indicator in node.indicators:
        target, change = indicator.target, _first_change(node, review)
        began = _when(change)
        if began and target and target.date and began.after(target.date):
            shown: dict[str, Any] = {
                "indicator": indicator.title,
                "on": target.date.written,
                "began": began.written,
            }
            yield at(node, "target", span=target.span, change=change, **shown)


def _late(node: Node, than: Period | None, variant: str, **particulars: Any) -> Iterator[Hit]:
    """The actions of a node that are due after a time and do not say that they are done."""
    for action in node.actions:
        if than and action.due and action.due.after(than) and not action.done:
            shown: dict[str, Any] = {"action": action.what, "by": action.due.written, "on": than.written}
            yield at(node, variant, span=action.span, **shown, **particulars)


def _first_change(node: Node, review: Review) -> Node | None:
    """Of the changes that lead to a node the one that may begin first; without a `when`, nothing is known."""
    return review.graph.times.first_start.get(node.id)


def _when(node: Node | None) -> Period | None:
    return node.when if node else None


_Order = Callable[[Node, Review], Iterator[Hit]]
_ORDERS: Mapping[NodeType, tuple[_Order, ...]] = {
    NodeType.CHANGE: (_action_after_all_benefits,),
    NodeType.EFFECT: (_target_before_its_changes,),
    NodeType.BENEFIT: (
        _before_its_changes,
        _before_its_benefits,
        _action_after_its_benefit,
        _target_before_its_changes,
    ),
    NodeType.GOAL: (_before_its_benefits, _before_its_changes, _target_before_its_changes),
    NodeType.PRECONDITION: (_after_what_needs_it, _action_after_its_precondition),
}
"""Type of a box → what is asked of it, in the order of what is said first."""

RULES: tuple[Rule, ...] = (impossible_order,)
