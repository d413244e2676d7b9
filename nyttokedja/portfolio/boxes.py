"""Boxes and what goes from them → facts for rows."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.model.chain import NAMING, Link, Node, NodeType
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.handling import is_handled
from nyttokedja.model.pointers import Reference
from nyttokedja.model.pool import pool_key
from nyttokedja.portfolio.cells import Facts, key, period_of

_AS_WRITTEN = (
    "category", "perspective", "receiver", "size", "size_because", "use", "uncertain", "origin", "reports_to",
    "adopted_in", "timing", "who", "met", "consequence", "requires", "share",
)  # fmt: skip
"""The columns of a box that have the same name in the chain."""


def box_of(node: Node, graph: Graph) -> Facts:
    """What is said of a box, and whether it comes."""
    handled = node.type in (NodeType.OBSTACLE, NodeType.RISK)
    return {
        "id": node.id,
        "type": node.type.value,
        "title": node.title,
        "title_key": key(node.title),
        "text": node.text,
        "owner": node.owner,
        "owner_key": key(node.owner),
        **period_of("comes", node.when),
        "possible": node.id in graph.possible,
        "expected": node.id in graph.expected,
        "hindered": node.id in graph.hindered,
        "handled": is_handled(node, graph.chain.stage, graph.today) if handled else None,
        "is_goal": node.is_goal,
        "behaviour": node.behaviour if node.type is NodeType.EFFECT else None,
        "needs_all": node.needs_all,
        "pool": node.value.pool if node.value else "",
        "pool_key": pool_key(node.value.pool) if node.value else "",
        "tags": ", ".join(node.tags),
        **period_of("due", node.due),
        "indicators": len(node.indicators),
        "actions": len(node.actions),
        **{name: getattr(node, name) for name in _AS_WRITTEN},
    }


def links_of(node: Node, graph: Graph) -> Iterator[Facts]:
    """The arrows and pointers of a box."""
    for link in node.links:
        yield _arrow(node, link, graph)
    for kind in NAMING[1:]:
        for reference in getattr(node, kind):
            target, through = spot_of(reference, graph)
            yield {
                "kind": kind,
                "source": node.id,
                "target": target,
                "through": through,
                "written": reference.written,
            }


def _arrow(node: Node, link: Link, graph: Graph) -> Facts:
    target = graph.find(link.target).node
    return {
        "kind": NAMING[0],
        "source": node.id,
        "target": target.id if target else None,
        "written": link.target,
        "because": link.because,
        "evidence": link.evidence,
        "strength": link.strength,
    }


def spot_of(reference: Reference, graph: Graph) -> tuple[str | None, str | None]:
    """The id that a pointer names, and of an arrow that of its tail too."""
    spot = graph.resolve(reference)
    if isinstance(spot, Arrow):
        return spot.target.id, spot.source.id
    return (spot.id if spot else None), None
