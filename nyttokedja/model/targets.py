"""An indicator on a day → how it stands to its target: reached, missed, or not measured since it was due."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.periods import Period, months_later
from nyttokedja.model.progress import MONTHS_BETWEEN, is_contrary, latest, room, short_of

_LONGEST_WAIT = 3
"""So many months after its target's date an indicator has to have been measured at the latest."""


class TargetState(StrEnum):
    """How an indicator stands to its target."""

    OPEN = "open"  # there is time left, or nothing can be said
    REACHED = "reached"
    MISSED = "missed"  # its time is past, and it is short of it by more than the tolerance
    UNMEASURED = "unmeasured"  # its time is long past, and nobody has measured since


def due(node: Node, indicator: Indicator, graph: Graph) -> Period | None:
    """When a target is to be reached: its date, else the node's time, else that of the first benefit after.

    The time of a change is when it begins, and not when anything is to be reached.
    """
    if indicator.target is None or indicator.target.date:
        return indicator.target.date if indicator.target else None
    if node.when and node.type is not NodeType.CHANGE:
        return node.when
    benefit = graph.times.first_benefit_after.get(node.id)
    return benefit.when if benefit else None


def began(node: Node, graph: Graph) -> Period | None:
    """When the first change that causes a node begins, where that is said."""
    change = graph.times.first_change.get(node.id)
    return change.when if change else None


def target_state(
    node: Node, indicator: Indicator, graph: Graph, today: date, tolerance: float
) -> TargetState:
    """How an indicator of a node stands on a day, by the latest measurement until then.

    A target worse than the baseline is judged at a drawback alone, where it says how bad it may become.
    """
    return state_at(node, indicator, latest(indicator, today), graph, today, tolerance)


def state_at(
    node: Node, indicator: Indicator, last: Measurement | None, graph: Graph, today: date, tolerance: float
) -> TargetState:
    """How an indicator of a node stands on a day, by a measurement."""
    by = due(node, indicator, graph)
    if indicator.target is None or (is_contrary(indicator) and node.type is not NodeType.DRAWBACK):
        return TargetState.OPEN
    short = short_of(indicator, indicator.target.value, last.value) if last else None
    past = by is not None and today > by.last
    if past and by and last and _is_for(last, by, indicator):
        return _at_its_time(short, room(indicator, tolerance))
    if short is not None and short <= 0:
        return TargetState.REACHED
    late = past and by and today > months_later(by.last, _wait(indicator))
    return TargetState.UNMEASURED if late else TargetState.OPEN


def is_shown_as_reached(node: Node, indicator: Indicator, graph: Graph, today: date) -> bool:
    """Whether it is to be said that the target is reached: the change may have had a part in it."""
    start, last = began(node, graph), latest(indicator, today)
    before = bool(last and start and start.after(last.date))
    reached = target_state(node, indicator, graph, today, 0) is TargetState.REACHED
    return reached and not before and not is_contrary(indicator)


def _at_its_time(short: float | None, room: float) -> TargetState:
    if short is None:
        return TargetState.OPEN
    return TargetState.REACHED if short <= 0 else TargetState.MISSED if short > room else TargetState.OPEN


def _is_for(measured: Measurement, by: Period, indicator: Indicator) -> bool:
    """Whether a measurement tells how it went: of the target's time or later, and not early in a long one."""
    from_then = measured.date.last >= by.first
    return from_then and months_later(measured.date.last, _wait(indicator)) >= by.last


def next_measurement(node: Node, indicator: Indicator, graph: Graph, today: date) -> date | None:
    """The last day for the next measurement by `every`; None where no more is promised."""
    last = latest(indicator, today)
    target, by = indicator.target.date if indicator.target else None, due(node, indicator, graph)
    if last and target and last.date.last >= target.first:
        return None
    if indicator.every == "once":
        return by.last if by and not last else None
    since = last.date if last else began(node, graph) or node.when
    return months_later(since.last, MONTHS_BETWEEN[indicator.every]) if since and indicator.every else None


def _wait(indicator: Indicator) -> int:
    return min(_LONGEST_WAIT, MONTHS_BETWEEN.get(indicator.every, _LONGEST_WAIT))
