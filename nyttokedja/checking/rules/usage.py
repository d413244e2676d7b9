"""NK513: whether more is measured than that something is used."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.model.chain import NodeType
from nyttokedja.model.propagation import nearest


@rule("NK513", "measured-by-use", by_stage(plan=INFO, follow_up=INFO))
def measured_by_use(review: Review) -> Iterator[Hit]:
    """A benefit of which only the use of what leads to it is measured.

    That many use something says that the change has come, and not that it is any good. Measure the benefit
    too, or an effect between the use and the benefit. A benefit that still hangs on a decision is not asked.

    Bad:

        stage: plan
        effects:
          use_of_app:
            behaviour: true
            leads_to: freed_time
            indicators: {share: Share of families who use the app}
        benefits:
          freed_time:

    Good:

        stage: plan
        effects:
          use_of_app:
            behaviour: true
            leads_to: fewer_calls
            indicators: {share: Share of families who use the app}
          fewer_calls:
            leads_to: freed_time
            indicators: {calls: Calls a week}
        benefits:
          freed_time:

    Source: E-delegationen, question 7: which measures are used?
    """
    graph, chain = review.graph, review.chain
    measuring = [
        node for node in chain.of(NodeType.EFFECT, NodeType.BENEFIT) if node.indicators or node.faulty
    ]
    measured = graph.reached_from(node.id for node in measuring if not node.behaviour or node.faulty)
    used = nearest(((node.id, node) for node in measuring if node.behaviour), graph.carries_to)
    for node in chain.of(NodeType.BENEFIT):
        if node.id in used and node.id not in measured and not graph.hangs(node.id):
            yield at(node, behaviour=used[node.id])


RULES: tuple[Rule, ...] = (measured_by_use,)
