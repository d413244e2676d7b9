"""NK5: how it will be seen that the benefit has come."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.chain import Indicator, Node, NodeType
from nyttokedja.rules.model import ERROR, INFO, WARNING, Hit, Review, Rule, at, by_stage, rule

_MEASURED_LATER = by_stage(plan=WARNING, follow_up=ERROR)


@rule("NK501", "missing-indicator", by_stage(analysis=INFO, plan=ERROR, follow_up=ERROR))
def missing_indicator(review: Review) -> Iterator[Hit]:
    """A benefit or goal that nothing measures, neither on itself nor on what leads to it.

    Without an indicator nobody will know whether the benefit came. It is fine to follow up an effect
    before the benefit, where the benefit itself is hard to measure. Beside the chain it is a warning.

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
    wanted = [n for n in review.chain.nodes if n.type is NodeType.BENEFIT or n.is_goal]
    for node in wanted:
        if node.id not in measured and not node.indicators and not node.faulty:
            most = WARNING if node.beside else ERROR
            yield at(node, "goal" if node.is_goal else "", at_most=most, total=len(wanted))


@rule("NK502", "missing-baseline", _MEASURED_LATER)
def missing_baseline(review: Review) -> Iterator[Hit]:
    """An indicator without a baseline.

    The baseline has to be measured before the change takes effect. Afterwards it cannot be, and the
    target has nothing to be compared with.

    Bad:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, target: 250}}

    Good:

        stage: plan
        benefits:
          freed_time:
            indicators: {visits: {title: Visits a night, baseline: 420, target: 250}}

    Source: Forløp for gevinstrealisering: nullpunktsmåling.
    """
    for node, indicator in _indicators(review):
        if indicator.baseline is None:
            yield at(node, span=indicator.span, indicator=indicator.title)


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
            indicators: {visits: {title: Visits a night, baseline: 420, target: 250}}

    Source: Forløp for gevinstrealisering.
    """
    for node, indicator in _indicators(review):
        if indicator.target is None:
            yield at(node, span=indicator.span, indicator=indicator.title)


def _indicators(review: Review) -> Iterator[tuple[Node, Indicator]]:
    for node in review.chain.nodes:
        if not node.faulty:
            for indicator in node.indicators:
                yield node, indicator


RULES: tuple[Rule, ...] = (missing_indicator, missing_baseline, missing_target)
