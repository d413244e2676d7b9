"""Who measures what, how often, who judges it, and whom it is told to."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.boxes import titles
from nyttokedja.documents.model import Block, Paragraph, Section, Tone
from nyttokedja.documents.source import Source
from nyttokedja.documents.tables import level, or_missing, tabled
from nyttokedja.drawing.content.details import title_of
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.propagation import nearest

_COLUMNS = (
    "indicator",
    "at",
    "baseline",
    "target",
    "source",
    "every",
    "measured_by",
    "judged_by",
    "reports_to",
)


def follow_up(source: Source, heading: str) -> Section:
    """The indicators, a row each, and the benefits that nothing measures."""
    return Section("follow-up", heading, or_missing(source, "follow-up", _blocks(source)))


def _blocks(source: Source) -> Iterator[Block]:
    rows = (_row(source, node, one) for node in source.chain.nodes for one in node.indicators)
    measured = list(tabled(source, _COLUMNS, rows))
    yield from measured
    others = (
        (title_of(node), node.reports_to)
        for node in source.chain.nodes
        if node.reports_to and not node.indicators
    )
    yield from tabled(source, ("benefit", "reports_to"), others, source.word("labels", "reports_to"))
    graph = source.graph
    known = nearest(
        ((node.id, node) for node in source.chain.nodes if node.indicators and node.id in graph.nodes),
        graph.carries_to,
    )
    bare = [
        node for node in source.chain.of(NodeType.BENEFIT) if node.id not in known.keys() | source.left_open
    ]
    if measured and bare:
        yield Paragraph(f"{source.word('lacks', 'indicators')}\n{titles(bare)}", Tone.MISSING)


def _row(source: Source, node: Node, one: Indicator) -> tuple[str, ...]:
    return (
        one.title,
        title_of(node),
        level(source, one.baseline, one),
        level(source, one.target, one),
        one.source,
        source.said.word("questions/every", one.every) if one.every else "",
        one.measured_by,
        one.judged_by,
        node.reports_to,
    )
