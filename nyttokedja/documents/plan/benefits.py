"""The benefits at a glance, and each by itself: what, how, who, when, and what is measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.documents.boxes import card, cards, category, receiver, spots, titles, worth
from nyttokedja.documents.model import Block, Paragraph, Section, Tone
from nyttokedja.documents.result import result_of
from nyttokedja.documents.source import Source
from nyttokedja.documents.tables import dated, or_missing, tabled
from nyttokedja.drawing.content.details import title_of
from nyttokedja.model.chain import Node, NodeType

_GROUPS = ("own_financial", "own_redistribution", "others_priced", "unpriced")
"""Where a benefit shows, by the split of its effect on budgets."""


def glance(source: Source, heading: str) -> Section:
    """The benefits in a table, split by where they show, with drawbacks, costs and the result."""
    return Section("glance", heading, or_missing(source, "benefits", _tables(source)), tuple(_beside(source)))


def _tables(source: Source) -> Iterator[Block]:
    yield from benefits_table(source, source.chain.of(NodeType.BENEFIT))
    rows = []
    for name in _GROUPS:
        held = [node for node in source.chain.of(NodeType.BENEFIT) if _group(node) == name]
        if held:
            rows.append((source.word("budget", name), titles(held)))
    yield from tabled(source, ("shows", "benefits"), rows, source.word("labels", "budget"))


def benefits_table(source: Source, nodes: Iterable[Node], first: str = "benefit") -> Iterator[Block]:
    """Benefits or drawbacks, a row each."""
    rows = (
        (
            title_of(node),
            category(source, node),
            receiver(source, node),
            worth(source, node),
            node.owner,
            dated(node.when),
            "\n".join(one.title for one in node.indicators),
        )
        for node in nodes
    )
    columns = (first, "category", "receiver", "worth", "owner", "when", "indicator")
    yield from tabled(source, columns, rows)


def _group(node: Node) -> str:
    """Where a benefit shows: in the own budget or work, elsewhere, or not in money."""
    if node.category not in ("financial", "redistribution"):
        return _GROUPS[3] if node.category else ""
    if node.perspective != "own":
        return _GROUPS[2] if node.perspective else ""
    return f"own_{node.category}"


def _beside(source: Source) -> Iterator[Section]:
    """Drawbacks, costs, and what all of it is worth."""
    for name, type in (("drawbacks", NodeType.DRAWBACK), ("costs", NodeType.COST)):
        found = list(source.chain.of(type))
        none = source.words.word("none", type.value) if type in source.chain.none else ""
        heading = source.word("sections", name)
        if found and type is NodeType.DRAWBACK:
            yield Section(name, heading, tuple(benefits_table(source, found, "drawback")))
        elif found:
            told = cards(source, found, _IN_TABLE)
            yield Section(name, heading, tuple(_costs(source, found)), told)
        elif none:
            yield Section(name, heading, (Paragraph(none),))
    if result := tuple(result_of(source)):
        yield Section("result", source.word("sections", "result"), result)


_IN_TABLE = frozenset({"category", "perspective", "timing", "needed_for", "owner", "when", "size", "value"})
"""What the table of costs has."""


def _costs(source: Source, nodes: Iterable[Node]) -> Iterator[Block]:
    rows = (
        (
            title_of(node),
            category(source, node),
            receiver(source, node),
            source.words.word("timing", node.timing) if node.timing else "",
            worth(source, node),
            spots(source, node.needed_for),
            node.owner,
            dated(node.when),
        )
        for node in nodes
    )
    columns = ("cost", "category", "whose", "timing", "worth", "needed_for", "owner", "when")
    yield from tabled(source, columns, rows)


def benefits(source: Source, heading: str) -> Section:
    """Each benefit and drawback by itself."""
    nodes = [*source.chain.of(NodeType.BENEFIT), *source.chain.of(NodeType.DRAWBACK)]
    blocks = () if nodes else (Paragraph(source.word("lacks", "benefits"), Tone.MISSING),)
    return Section("benefits", heading, blocks, tuple(_benefit(source, node) for node in nodes))


def _benefit(source: Source, node: Node) -> Section:
    made = card(source, node, frozenset({"conversion"}))
    lacking = [name for name, there in _seven(node) if not there]
    if not lacking or node.id in source.left_open:
        return made
    listed = source.said.listed(source.word("lacking", name) for name in lacking)
    says = Paragraph(source.say("labels", "lacks", what=listed), Tone.MISSING)
    return Section(made.name, made.heading, (*made.blocks, says), made.sections)


def _seven(node: Node) -> Iterator[tuple[str, bool]]:
    """What a benefit has to say of itself, and whether it does."""
    yield "category", bool(node.category)
    yield "perspective", bool(node.perspective)
    if node.type is NodeType.BENEFIT:
        yield "owner", bool(node.owner)
        yield "when", node.when is not None
