"""NK506–NK507: figures and dates that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nyttokedja.checking.rules.model import WARNING, Hit, Review, Rule, always, at, by_stage, indicators, rule
from nyttokedja.model.chain import NodeType
from nyttokedja.model.progress import is_contrary


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
        change, baseline = review.graph.times.first_change.get(node.id), indicator.baseline
        began = change.when if change else node.when
        if began is None or baseline is None or baseline.date is None or not baseline.date.after(began):
            continue
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
                "baseline": baseline.shown,
                "target": target.shown,
            }
            variant = "scale" if indicator.scale else indicator.better
            yield at(node, variant, span=target.span, **shown)


RULES: tuple[Rule, ...] = (late_baseline, contrary_target)
