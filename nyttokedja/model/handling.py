"""Stage and day → what is being dealt with: actions that are done or late, obstacles and risks handled."""

from __future__ import annotations

from datetime import date

from nyttokedja.model.chain import Action, Node, NodeType
from nyttokedja.model.periods import Period
from nyttokedja.model.stage import Stage


def is_done(action: Action, today: date | None) -> bool:
    """Whether it says that it is done, and does not say so of a day to come."""
    if isinstance(action.done, Period):
        return today is None or action.done.first <= today
    return bool(action.done)


def is_past(due: Period | None, today: date | None) -> bool:
    """Whether the last day has gone; without a day, nothing has."""
    return today is not None and due is not None and due.last < today


def is_late(action: Action, today: date | None) -> bool:
    """Whether its last day has gone, and it does not say that it is done."""
    return is_past(action.due, today) and not is_done(action, today)


def is_handled(node: Node, stage: Stage, today: date | None) -> bool:
    """Whether somebody deals with an obstacle or a risk.

    From a plan on an obstacle needs something to be done, and somebody who answers for that. In a follow-up
    what should have been done and was not handles nothing.
    """
    late = stage is Stage.FOLLOW_UP
    actions = [action for action in node.actions if not (late and is_late(action, today))]
    if node.type is NodeType.RISK or stage not in (Stage.PLAN, Stage.FOLLOW_UP):
        return bool(actions or node.owner)
    return any(action.who or node.owner or is_done(action, today) for action in actions)


def is_wanting(precondition: Node, stage: Stage, today: date | None, *, begun: bool) -> bool:
    """Whether a precondition is not in place though it should be.

    In a follow-up one that does not say whether it is met is not; before, only one that says so.

    Args:
        precondition: the node.
        stage: that of the chain.
        today: the day; without one, nothing should have been.
        begun: whether the change that it is needed for has begun.
    """
    if precondition.met or precondition.faulty or today is None:
        return False
    follow_up, unmet = stage is Stage.FOLLOW_UP, precondition.met is False
    return (follow_up and unmet and begun) or ((follow_up or unmet) and is_past(precondition.due, today))
