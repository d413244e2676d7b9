"""NK311–NK312: what is told twice, and what costs do not say of themselves."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.model.chain import Node, NodeType


@rule("NK311", "told-twice", by_stage(analysis=INFO, plan=INFO, follow_up=INFO))
def told_twice(review: Review) -> Iterator[Hit]:
    """A benefit that leads to another of the same category and perspective.

    What it is worth is then told twice: calmer nights are valuable since one sleeps better, and better
    sleep is the benefit. Make the first an effect on the way, unless each is worth something by itself.

    Bad:

        benefits:
          calmer_nights: {category: quality, perspective: residents, leads_to: better_sleep}
          better_sleep: {category: quality, perspective: residents}

    Good:

        effects:
          calmer_nights: {leads_to: better_sleep}
        benefits:
          better_sleep: {category: quality, perspective: residents}

    Source: Inera, nyttoanalys: a value is counted once.
    """
    for arrow in review.graph.arrows:
        one, other = arrow.source, arrow.target
        if one.type is other.type is NodeType.BENEFIT and _value(one) == _value(other) and all(_value(one)):
            yield at(one, span=arrow.link.span, target=other)


def _value(node: Node) -> tuple[str, str]:
    return node.category, node.perspective


@rule("NK312", "vague-cost", by_stage(plan=INFO, follow_up=INFO))
def vague_cost(review: Review) -> Iterator[Hit]:
    """Costs that do not say their category, their perspective, or whether they come once or go on.

    To weigh what a change takes against what it gives, a reader has to see whether it is money or time,
    whose it is, and whether it ends. One finding names them all.

    Bad:

        stage: plan
        costs:
          training: Training of night staff

    Good:

        stage: plan
        costs:
          training: {category: redistribution, perspective: own, timing: once}

    Source: Inera, nyttoanalys: kostnader som krävs.
    """
    costs = tuple(review.chain.of(NodeType.COST))
    vague = tuple(c for c in costs if not (c.category and c.perspective and c.timing) and not c.faulty)
    if vague:
        yield Hit(vague[0].span, particulars={"costs": vague, "n": len(vague), "total": len(costs)})


RULES: tuple[Rule, ...] = (told_twice, vague_cost)
