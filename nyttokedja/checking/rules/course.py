"""NK508–NK510: what is measured too late or goes the wrong way, and whether use is measured at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from nyttokedja.checking.rules.model import (
    INFO,
    WARNING,
    Hit,
    Review,
    Rule,
    at,
    by_stage,
    indicators,
    rule,
)
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.progress import expected, is_contrary, is_worse, latest, room, short_of
from nyttokedja.model.severity import Severity
from nyttokedja.model.targets import TargetState, began, due, next_measurement, target_state


@rule("NK508", "overdue-measurement", by_stage(follow_up=WARNING))
def overdue_measurement(review: Review) -> Iterator[Hit]:
    """An indicator whose next measurement should have been made by today.

    The next is due as long after the last as `every` says, and the first as long after the change began.
    What is measured each day or week need only be noted in the file once a month. An indicator that is
    measured once is due by its target's date. One measured since its target's date is done, and so is one
    that had reached its target by then; where nobody has measured since, NK512 says so after a while.

    Bad (`today` = 2028-06-01):

        stage: follow-up
        changes:
          night_camera: {when: 2027-03, leads_to: fewer_visits}
        effects:
          fewer_visits:
            indicators: {visits: {title: Visits, every: quarter, measurements: {2027-12-31: 330}}}

    Good (`today` = 2028-06-01):

        stage: follow-up
        changes:
          night_camera: {when: 2027-03, leads_to: fewer_visits}
        effects:
          fewer_visits:
            indicators: {visits: {title: Visits, every: quarter, measurements: {2028-03-31: 300}}}

    Source: Forløp for gevinstrealisering: oppfølging.
    """
    today = review.config.today
    if today is None:
        return
    for node, indicator in indicators(review):
        last, by = latest(indicator, today), due(node, indicator, review.graph)
        if by and today > by.last and _settled(node, indicator, review, today):
            continue
        promised = next_measurement(node, indicator, review.graph, today)
        if promised is not None and promised < today:
            shown: dict[str, Any] = {"indicator": indicator.title, "by": promised.isoformat()}
            if last is None:
                yield at(node, "first", span=indicator.span, **shown)
            else:
                yield at(node, span=indicator.span, last=last.date.written, **shown)


def _settled(node: Node, indicator: Indicator, review: Review, today: date) -> bool:
    """Whether it has reached its target in time, or NK512 says that nobody has measured since."""
    state = target_state(node, indicator, review.graph, today, review.config.tolerance)
    return state in (TargetState.REACHED, TargetState.UNMEASURED)


@rule("NK509", "off-course", by_stage(follow_up=WARNING))
def off_course(review: Review) -> Iterator[Hit]:
    """An indicator that does not move towards its target as fast as it has to.

    The course is the straight line from the baseline, or from the change if that came later, to the
    target. A last measurement that lies behind it by more than a tenth of the whole way is told as an
    info, by more than two tenths as a warning, and so is one that is worse than the baseline. Where it says
    what is done about it (`action`), all are infos. A measurement from before the change had begun is not
    judged, nor one against a target that is itself the wrong way. Once the target's time is past, the
    question is whether it was reached (NK511).

    Bad (`today` = 2028-06-01):

        stage: follow-up
        changes:
          night_camera: {when: 2027-03, leads_to: fewer_visits}
        effects:
          fewer_visits:
            indicators:
              visits:
                baseline: {value: 420, date: 2026-10}
                target: {value: 250, date: 2028-12}
                measurements: {2028-03-31: 440}

    Good (`today` = 2028-06-01):

        stage: follow-up
        changes:
          night_camera: {when: 2027-03, leads_to: fewer_visits}
        effects:
          fewer_visits:
            indicators:
              visits:
                baseline: {value: 420, date: 2026-10}
                target: {value: 250, date: 2028-12}
                measurements: {2028-03-31: 320}

    Source: Forløp for gevinstrealisering: oppfølging.
    """
    today = review.config.today
    if today is None:
        return
    tolerance = review.config.tolerance
    for node, indicator in indicators(review):
        start, last = began(node, review.graph), latest(indicator, today)
        contrary = is_contrary(indicator) and node.type is not NodeType.DRAWBACK
        if last is None or contrary or (start and not last.date.after(start)):
            continue
        state = target_state(node, indicator, review.graph, today, tolerance)
        if state is TargetState.MISSED:
            continue
        hit = _worse(node, indicator, last)
        if hit is None and state is not TargetState.UNMEASURED:
            course = expected(indicator, start, due(node, indicator, review.graph), last.date)
            hit = _behind(node, indicator, last, course, room(indicator, tolerance))
        if hit is not None:
            yield hit


def _worse(node: Node, indicator: Indicator, last: Measurement) -> Hit | None:
    baseline = indicator.baseline
    if baseline is None or not is_worse(indicator, last):
        return None
    shown: dict[str, Any] = {"measured": last.shown, "on": last.date.written, "baseline": baseline.shown}
    return at(node, "worse", span=last.span, at_most=_least(last), **shown, indicator=indicator.title)


def _behind(
    node: Node, indicator: Indicator, last: Measurement, course: float | None, room: float
) -> Hit | None:
    behind = short_of(indicator, course, last.value) if course is not None else None
    if course is None or behind is None or behind <= room:
        return None
    shown: dict[str, Any] = {"measured": last.shown, "on": last.date.written, "course": _about(course)}
    most = _least(last) if behind > 2 * room else INFO
    return at(node, span=last.span, at_most=most, **shown, indicator=indicator.title)


def _least(last: Measurement) -> Severity:
    """What is said of a measurement weighs less where it says what is done about it."""
    return INFO if last.action else WARNING


def _about(value: float) -> float:
    """A figure that nobody has measured, without more digits than it can bear."""
    return float(f"{value:.2g}" if abs(value) < 100 else f"{value:.3g}")


@rule("NK510", "unmeasured-use", by_stage(plan=INFO, follow_up=WARNING))
def unmeasured_use(review: Review) -> Iterator[Hit]:
    """No indicator on any change or behaviour, so that nobody sees whether the change is used.

    The first thing to follow up is whether the new way of working has become the way one works. If it
    has not, no benefit will come, and that can be seen long before any benefit can. One finding a chain,
    at its first change.

    Bad:

        stage: follow-up
        changes:
          digital_list: {leads_to: signs_digitally}
        effects:
          signs_digitally: {behaviour: true}

    Good:

        stage: follow-up
        changes:
          digital_list: {leads_to: signs_digitally}
        effects:
          signs_digitally: {behaviour: true, indicators: {signed: Share of doses that are signed digitally}}

    Source: Inera; E-delegationen, Vägledning för nyttorealisering.
    """
    first = next(review.chain.of(NodeType.CHANGE), None)
    could = review.chain.of(NodeType.CHANGE, NodeType.EFFECT)
    used = any(n.faulty or (n.indicators and (n.behaviour or n.type is NodeType.CHANGE)) for n in could)
    if first is not None and not used:
        yield at(first)


RULES: tuple[Rule, ...] = (overdue_measurement, off_course, unmeasured_use)
