"""NK201: what leads back to itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nyttokedja.checking.rules.model import ERROR, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Graph
from nyttokedja.model.severity import Severity


@rule("NK201", "circular-chain", by_stage(draft=WARNING, analysis=ERROR, plan=ERROR, follow_up=ERROR))
def circular_chain(review: Review) -> Iterator[Hit]:
    """Boxes that lead back to themselves.

    If everything in a circle causes everything else, nothing says where the benefit begins. Often one
    arrow points the wrong way, or two boxes are the same thing at two times. The shortest circle is
    named, one for each knot. A circle that strengthens itself may well be meant: where the arrow that
    closes it says why (`because`), nothing is said, unless it leads back to a change or from a goal.

    Bad:

        changes:
          digital_list: {leads_to: fewer_errors}
        effects:
          fewer_errors: {leads_to: more_trust}
          more_trust: {leads_to: fewer_errors}

    Good:

        changes:
          digital_list: {leads_to: fewer_errors}
        effects:
          fewer_errors: {leads_to: more_trust}
        benefits:
          more_trust:

    Source: Davies, Representing theories of change.
    """
    unexplained = review.graph.unexplained_cycles
    for circle in unexplained:
        yield _circular(review.graph, circle)
    for circle in review.graph.cycles:
        ends = any(_begins_or_ends(review.graph.nodes[id]) for id in circle)
        if ends and not any({*circle} & {*other} for other in unexplained):
            yield _circular(review.graph, circle, "explained", WARNING)


def _circular(graph: Graph, circle: tuple[str, ...], variant: str = "", at_most: Severity = ERROR) -> Hit:
    nodes = tuple(graph.nodes[id] for id in circle)
    closing = graph.arrow_between[nodes[-1].id, nodes[0].id].link.span
    shown: dict[str, Any] = {"circle": (*nodes, nodes[0]), "last": nodes[-1], "closing": closing}
    return at(nodes[0], variant, at_most=at_most, **shown)


def _begins_or_ends(node: Node) -> bool:
    """Whether it is where a chain begins or ends, which nothing leads back from or to."""
    return node.type is NodeType.CHANGE or node.is_goal


RULES: tuple[Rule, ...] = (circular_chain,)
