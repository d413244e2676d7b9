"""A measurement of an indicator → how it stands: attainment, course, deviation, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.periods import Period
from nyttokedja.model.progress import expected, is_contrary, is_worse, room, short_of
from nyttokedja.model.targets import TargetState, began, due, state_at

_JUDGED_AT_ONCE = frozenset({NodeType.CHANGE, NodeType.EFFECT})
"""What is to be seen before the benefits come: that the change is used, and what it leads to."""


class Verdict(StrEnum):
    """How a measurement stands to the target."""

    NO_TARGET = "no-target"
    CONTRARY = "contrary"  # the target is worse than the baseline, so nothing is judged
    BEFORE = "before"  # the change had not begun
    EARLY = "early"  # the benefit is to come later
    UNDATED = "undated"  # nothing says when the way to the target begins or ends
    REACHED = "reached"
    NOT_REACHED = "not-reached"  # where the target is to stay at the baseline, so that there is no way to it
    MISSED = "missed"
    OVERDUE = "overdue"  # its time is past, and nobody has measured since
    ON_COURSE = "on-course"
    CLOSELY = "closely"  # behind by more than the tolerance: follow closely
    BEHIND = "behind"  # by more than twice the tolerance
    SHORT = "short"  # of the target on a scale, where there is no course between the words
    WORSE = "worse"  # than the baseline


_SAID = {
    TargetState.REACHED: Verdict.REACHED,
    TargetState.MISSED: Verdict.MISSED,
    TargetState.UNMEASURED: Verdict.OVERDUE,
}
"""How an indicator stands to its target where that is settled → the verdict."""


@dataclass(frozen=True, slots=True)
class Stands:
    """How a measurement stands.

    Attainment and deviation are shares of the way from the baseline to the target; the deviation is positive
    where it is behind, whichever way is better. On a scale neither is known, but how many steps it is below
    the target. Those that nothing can be said of are None.
    """

    verdict: Verdict
    attainment: float | None = None
    course: float | None = None
    deviation: float | None = None
    by: Period | None = None  # when the target is to be reached
    steps: int | None = None


def stands(
    node: Node,
    indicator: Indicator,
    made: Measurement,
    graph: Graph,
    tolerance: float,
    today: date | None = None,
) -> Stands:
    """How a measurement of an indicator of a node stands on a day; without one, the day after its own."""
    day = today or _day_after(made.date.last)
    baseline, target = indicator.baseline, indicator.target
    if target is None:
        return Stands(Verdict.NO_TARGET)
    by, start = due(node, indicator, graph), began(node, graph)
    way = target.value - baseline.value if baseline and not indicator.scale else 0.0
    course = expected(indicator, start, by, made.date) if way else None
    behind = short_of(indicator, course, made.value) if course is not None else None
    found = Stands(
        _verdict(node, indicator, made, graph, tolerance, behind, day),
        (made.value - baseline.value) / way if baseline and way else None,
        course,
        behind / abs(way) if behind is not None else None,
        by,
        int(target.value - made.value) if indicator.scale else None,
    )
    is_judged = found.verdict not in (Verdict.CONTRARY, Verdict.BEFORE)
    return found if is_judged else Stands(found.verdict, by=by)


def _verdict(
    node: Node,
    indicator: Indicator,
    made: Measurement,
    graph: Graph,
    tolerance: float,
    behind: float | None,
    day: date,
) -> Verdict:
    if is_contrary(indicator) and node.type is not NodeType.DRAWBACK:
        return Verdict.CONTRARY
    start = began(node, graph)
    if start and not made.date.after(start):
        return Verdict.BEFORE
    if said := _SAID.get(state_at(node, indicator, made, graph, day, tolerance)):
        return said
    if node.type not in _JUDGED_AT_ONCE and node.when and made.date.last < node.when.first:
        return Verdict.EARLY
    baseline, target = indicator.baseline, indicator.target
    if baseline and target and baseline.value == target.value:
        return Verdict.REACHED if made.value == target.value else Verdict.NOT_REACHED
    if is_worse(indicator, made):
        return Verdict.WORSE
    if behind is None:
        return Verdict.SHORT if indicator.scale else Verdict.UNDATED
    least = room(indicator, tolerance)
    if behind <= least:
        return Verdict.ON_COURSE
    return Verdict.CLOSELY if behind <= 2 * least else Verdict.BEHIND


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
