"""NK506–NK510: figures and dates that cannot be right, are late, or do not go where they should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from nyttokedja.checking.rules.model import (
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
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.periods import Period, months_later
from nyttokedja.model.progress import direction, expected, is_contrary, latest

_MONTHS: Mapping[str, int] = {
    "day": 1, "week": 1, "month": 1, "quarter": 3, "tertial": 4, "half-year": 6, "year": 12, "two-years": 24,
}  # fmt: skip
"""How many months there may be between two measurements in the file: daily figures are noted monthly."""


@rule("NK506", "late-baseline", by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING))
def late_baseline(review: Review) -> Iterator[Hit]:
    """A baseline from after the change had begun.

    The baseline says how it was without the change. Measured later it holds some of the effect already,
    and the benefit looks smaller than it is. It is compared with the earliest change that leads here; if
    none says when it begins, with the time of the box itself. "After" means that one period begins when
    the other has ended, so a baseline from 2027 is not after a change in March 2027.

    Bad:

        changes:
          night_camera: {when: 2027-03, leads_to: fewer_visits}
        effects:
          fewer_visits:
            indicators: {visits: {title: Visits a night, baseline: {value: 420, date: 2027-05}}}

    Good:

        changes:
          night_camera: {when: 2027-03, leads_to: fewer_visits}
        effects:
          fewer_visits:
            indicators: {visits: {title: Visits a night, baseline: {value: 420, date: 2026-10}}}

    Source: DFØ, gevinstrealisering: nullpunktsmåling.
    """
    for node, indicator in indicators(review):
        began, baseline = _began(node, review), indicator.baseline
        if began is None or baseline is None or baseline.date is None or not baseline.date.after(began):
            continue
        change = review.graph.times.first_change.get(node.id)
        shown: dict[str, Any] = {
            "indicator": indicator.title,
            "on": baseline.date.written,
            "began": began.written,
        }
        yield at(node, "" if change else "own", span=baseline.span, change=change or node, **shown)


@rule("NK507", "contrary-target", always(WARNING))
def contrary_target(review: Review) -> Iterator[Hit]:
    """A target that is worse than the baseline.

    Where lower is better the target has to be lower than the baseline. Mostly `better` points the wrong
    way, or two figures have changed places. The target of a drawback may be worse: it says how bad the
    drawback may become.

    Bad:

        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, better: lower, baseline: 250, target: 420}}

    Good:

        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, better: lower, baseline: 420, target: 250}}
        drawbacks:
          false_alarms:
            indicators: {alarms: {title: False alarms a night, better: lower, baseline: 0, target: 5}}

    Source: arithmetic.
    """
    for node, indicator in indicators(review):
        baseline, target = indicator.baseline, indicator.target
        if baseline and target and is_contrary(indicator) and node.type is not NodeType.DRAWBACK:
            shown: dict[str, Any] = {
                "indicator": indicator.title,
                "baseline": baseline.value,
                "target": target.value,
            }
            yield at(node, indicator.better, span=target.span, **shown)


@rule("NK508", "overdue-measurement", by_stage(follow_up=WARNING))
def overdue_measurement(review: Review) -> Iterator[Hit]:
    """An indicator whose next measurement should have been made by today.

    The next is due as long after the last as `every` says, and the first as long after the change began.
    What is measured each day or week need only be noted in the file once a month. An indicator that is
    measured once is due by its target's date, and one measured since its target's date is done.

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
        last = latest(indicator, today)
        due = _due(indicator, last, _began(node, review))
        if due is not None and due < today:
            shown: dict[str, Any] = {"indicator": indicator.title, "by": due.isoformat()}
            if last is None:
                yield at(node, "first", span=indicator.span, **shown)
            else:
                yield at(node, span=indicator.span, last=last.date.written, **shown)


def _due(indicator: Indicator, last: Measurement | None, began: Period | None) -> date | None:
    """The last day for the next measurement; None where no more is promised."""
    target = indicator.target.date if indicator.target else None
    if last and target and last.date.last >= target.first:
        return None
    if indicator.every == "once":
        return target.last if target and not last else None
    since = last.date if last else began
    return months_later(since.last, _MONTHS[indicator.every]) if since and indicator.every else None


@rule("NK509", "off-course", by_stage(follow_up=WARNING))
def off_course(review: Review) -> Iterator[Hit]:
    """An indicator that does not move towards its target as fast as it has to.

    The course is the straight line from the baseline, or from the change if that came later, to the
    target. A last measurement that lies behind it by more than a tenth of the whole way is told as an
    info. One that is worse than the baseline is a warning, unless it says what is done about it
    (`action`). A measurement from before the change had begun is not judged, nor one against a target
    that is itself the wrong way.

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
    for node, indicator in indicators(review):
        if is_contrary(indicator) and node.type is not NodeType.DRAWBACK:
            continue
        last, began = latest(indicator, today), _began(node, review)
        if last is not None and (began is None or last.date.after(began)):
            yield from _judged(node, indicator, last, began, review.config.tolerance)


def _judged(
    node: Node, indicator: Indicator, last: Measurement, began: Period | None, tolerance: float
) -> Iterator[Hit]:
    baseline, target, way = indicator.baseline, indicator.target, direction(indicator)
    if baseline is None:
        return
    shown: dict[str, Any] = {"indicator": indicator.title, "measured": last.value, "on": last.date.written}
    if (last.value - baseline.value) * way < 0 and not is_contrary(indicator):
        most = INFO if last.action else WARNING
        yield at(node, "worse", span=last.span, at_most=most, baseline=baseline.value, **shown)
        return
    course = expected(indicator, began, last.date)
    if target is None or course is None:
        return
    if (course - last.value) * way > tolerance * abs(target.value - baseline.value):
        yield at(node, span=last.span, at_most=INFO, course=_about(course), **shown)


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


def _began(node: Node, review: Review) -> Period | None:
    """When the earliest change that leads to a node begins, else the node's own time."""
    change = review.graph.times.first_change.get(node.id)
    return change.when if change else node.when


RULES: tuple[Rule, ...] = (late_baseline, contrary_target, overdue_measurement, off_course, unmeasured_use)
