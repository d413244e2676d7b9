"""NK501–NK505: what is measured to see that the benefit has come, from which data, by whom, how often."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import (
    ERROR,
    INFO,
    WARNING,
    Hit,
    Review,
    Rule,
    at,
    by_stage,
    indicators,
    once_planned,
    rule,
)
from nyttokedja.model.chain import NodeType
from nyttokedja.model.progress import is_contrary

_MEASURED_LATER = by_stage(plan=WARNING, follow_up=ERROR)
_ASKED_IN_A_PLAN = by_stage(plan=WARNING, follow_up=WARNING)


@rule("NK501", "missing-indicator", by_stage(analysis=INFO, plan=ERROR, follow_up=ERROR))
def missing_indicator(review: Review) -> Iterator[Hit]:
    """A benefit or goal that nothing measures, neither on itself nor on what leads to it.

    Without an indicator nobody will know whether the benefit came. It is fine to follow up an effect
    before the benefit, where the benefit itself is hard to measure. Beside the chain it is a warning. A
    chain that says that it is an analysis may leave it to the plan, and so may a benefit that hangs on a
    decision.

    Bad:

        stage: plan
        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time:

    Good:

        stage: plan
        effects:
          fewer_visits:
            leads_to: freed_time
            indicators: {visits: Visits a night}
        benefits:
          freed_time:

    Source: E-delegationen, question 7: which measures are used? Inera.
    """
    kinds = (NodeType.EFFECT, NodeType.BENEFIT)
    measured = review.graph.reached_from(node.id for node in review.chain.of(*kinds) if node.indicators)
    wanted = [n for n in review.chain.nodes if n.is_wanted]
    hits = [
        at(
            node,
            "goal" if node.is_goal else "",
            at_most=WARNING if node.beside else ERROR,
            total=len(wanted),
        )
        for node in wanted
        if not (node.id in measured or node.indicators or node.faulty)
        and not (node.type is NodeType.BENEFIT and review.graph.hangs(node.id))
    ]
    yield from once_planned(review, missing_indicator.code, hits, len(wanted))


@rule("NK502", "missing-baseline", _MEASURED_LATER)
def missing_baseline(review: Review) -> Iterator[Hit]:
    """An indicator without a baseline.

    The baseline has to be measured before the change takes effect. Afterwards it cannot be, and the
    target has nothing to be compared with. One without a date is asked for it: nobody can see else that it
    is from before the change, nor how fast things go since.

    Bad:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, target: 250}}

    Good:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, baseline: {value: 420, date: 2026-10}, target: 250}}

    Source: Forløp for gevinstrealisering: nullpunktsmåling.
    """
    for node, indicator in indicators(review):
        baseline = indicator.baseline
        if baseline is None:
            yield at(node, span=indicator.span, indicator=indicator.title)
        elif baseline.date is None:
            yield at(node, "date", span=baseline.span, at_most=INFO, indicator=indicator.title)


@rule("NK503", "missing-target", _MEASURED_LATER)
def missing_target(review: Review) -> Iterator[Hit]:
    """An indicator without a target.

    A figure is only good or bad beside the one that was hoped for. Say what level would count as having
    reached the benefit, and when.

    Bad:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, baseline: 420}}

    Good:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, baseline: 420, target: {value: 250, date: 2028-12}}}

    Source: Forløp for gevinstrealisering.
    """
    for node, indicator in indicators(review):
        target = indicator.target
        if target is None:
            yield at(node, span=indicator.span, indicator=indicator.title)
        elif target.date is None and not is_contrary(indicator):
            yield at(node, "date", span=target.span, at_most=INFO, indicator=indicator.title)


@rule("NK504", "missing-data-source", _ASKED_IN_A_PLAN)
def missing_data_source(review: Review) -> Iterator[Hit]:
    """An indicator that does not say where its figures come from.

    Two who take the same figure from two systems get two figures. The source also shows whether the
    indicator can be measured at all, while there is still time to choose another.

    Bad:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, baseline: 420, target: 250}}

    Good:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, baseline: 420, target: 250, source: Rota system}}

    Source: Forløp for gevinstrealisering: datakilde.
    """
    for node, indicator in indicators(review):
        if not indicator.source:
            yield at(node, span=indicator.span, indicator=indicator.title)


@rule("NK505", "unmeasured-indicator", _ASKED_IN_A_PLAN)
def unmeasured_indicator(review: Review) -> Iterator[Hit]:
    """An indicator that nobody measures, that nobody judges, or that has no frequency.

    A figure that is nobody's to fetch is not fetched, and one that nobody judges changes nothing. Two
    roles and a word are enough: who measures, who judges what it means, and how often.

    Bad:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, every: month}}

    Good:

        stage: plan
        benefits:
          freed_time:
            indicators:
              visits: {title: Visits a night, every: month, measured_by: Planner, judged_by: Head of care}

    Source: E-delegationen, questions 5 and 6; Forløp for gevinstrealisering.
    """
    for node, indicator in indicators(review):
        wanted = {key: getattr(indicator, key) for key in ("measured_by", "judged_by", "every")}
        lacks = tuple(key for key, said in wanted.items() if not said)
        if lacks:
            yield at(node, span=indicator.span, indicator=indicator.title, lacks=lacks)


RULES: tuple[Rule, ...] = (
    missing_indicator,
    missing_baseline,
    missing_target,
    missing_data_source,
    unmeasured_indicator,
)
