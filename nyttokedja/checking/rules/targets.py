"""NK511–NK512: targets whose time is past, and that were not reached, or of which nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, at, by_stage, indicators, rule
from nyttokedja.model.chain import Node
from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.progress import latest
from nyttokedja.model.targets import TargetState, due, target_state


@rule("NK511", "missed-target", by_stage(follow_up=WARNING))
def missed_target(review: Review) -> Iterator[Hit]:
    """A target whose time is past, and that the latest measurement is short of.

    A target is a promise with a day. When the day has come one has to say that it was not kept, and decide
    what to do: more of the same, something else, or another target. It is told where the latest measurement
    is short by more than a tenth of the way from the baseline (without a baseline, of the target), and as
    an info where the measurement says what is done about it (`action`). A target without a date is due on
    the last day of its box's `when`, else of that of the first benefit which follows from it.

    Bad (`today` = 2029-03-01):

        stage: follow-up
        benefits:
          faster_decisions:
            when: 2028
            indicators:
              days:
                better: lower
                baseline: {value: 21, date: 2026-12-31}
                target: {value: 10, date: 2028-12-31}
                measurements: {2028-12-31: 14}

    Good (`today` = 2029-03-01):

        stage: follow-up
        benefits:
          faster_decisions:
            when: 2028
            indicators:
              days:
                better: lower
                baseline: {value: 21, date: 2026-12-31}
                target: {value: 10, date: 2028-12-31}
                measurements: {2028-12-31: 11}

    Source: Forløp for gevinstrealisering: oppfølging.
    """
    for node, indicator, last, particulars in _in_state(TargetState.MISSED, review):
        if last and indicator.target:
            shown = {**particulars, "target": indicator.target.shown, "measured": last.shown}
            most = INFO if last.action else WARNING
            yield at(node, span=last.span, at_most=most, on=last.date.written, **shown)


@rule("NK512", "unmeasured-target", by_stage(follow_up=WARNING))
def unmeasured_target(review: Review) -> Iterator[Hit]:
    """A target whose time is past, and that nobody has measured since.

    Nobody knows whether what was promised has come. It is told when three months have passed since the
    target's time, or as long as there may be between two measurements (`every`) if that is shorter, and not
    where the latest measurement had reached the target already.

    Bad (`today` = 2029-06-01):

        stage: follow-up
        benefits:
          faster_decisions:
            when: 2028
            indicators:
              days:
                every: year
                baseline: {value: 21, date: 2026-12-31}
                target: {value: 10, date: 2028-12-31}
                measurements: {2028-06-30: 14}

    Good (`today` = 2029-06-01):

        stage: follow-up
        benefits:
          faster_decisions:
            when: 2028
            indicators:
              days:
                every: year
                baseline: {value: 21, date: 2026-12-31}
                target: {value: 10, date: 2028-12-31}
                measurements: {2028-06-30: 14, 2029-01-15: 10}

    Source: Forløp for gevinstrealisering: oppfølging.
    """
    for node, indicator, last, particulars in _in_state(TargetState.UNMEASURED, review):
        if last is None:
            yield at(node, "first", span=indicator.span, **particulars)
        else:
            yield at(node, span=indicator.span, last=last.date.written, **particulars)


def _in_state(
    state: TargetState, review: Review
) -> Iterator[tuple[Node, Indicator, Measurement | None, dict[str, Any]]]:
    """The indicators that stand so to their targets on the day of the run, each with its last measurement."""
    today, graph = review.config.today, review.graph
    if today is None:
        return
    for node, indicator in indicators(review):
        by = due(node, indicator, graph)
        if by and target_state(node, indicator, graph, today, review.config.tolerance) is state:
            yield node, indicator, latest(indicator, today), {"indicator": indicator.title, "by": by.written}


RULES: tuple[Rule, ...] = (missed_target, unmeasured_target)
