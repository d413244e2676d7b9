"""What is changed and why; and the chain: its picture, its effects, and why one thing leads to another."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.blocks import facts_of
from nyttokedja.documents.boxes import cards, is_marked, kind, named, titles
from nyttokedja.documents.model import Block, Listed, Paragraph, Section, Tone
from nyttokedja.documents.opening import picture_of
from nyttokedja.documents.source import Source
from nyttokedja.documents.tables import or_missing, tabled
from nyttokedja.drawing.content.details import title_of
from nyttokedja.model.chain import Node, NodeType

_ELSEWHERE = frozenset({"leads_to", "actions"})
"""What the table of arrows and that of all actions have."""
_KIND = frozenset({"kind"})
"""What a box is called, which says nothing more of it."""


def change(source: Source, heading: str) -> Section:
    """What the chain is about, its changes, and the goals that they are for."""
    inner = (
        Section("changes", source.word("sections", "changes"), *_boxes(source, "changes", NodeType.CHANGE)),
        Section("goals", source.word("sections", "goals"), *_boxes(source, "goals", NodeType.GOAL)),
    )
    return Section("change", heading, or_missing(source, "change", about(source)), inner)


def about(source: Source) -> Iterator[Block]:
    """What a chain says that it is about: why, what is compared, and how sure it is."""
    held = source.chain.about
    if held.summary:
        yield Paragraph(held.summary, Tone.LEAD)
    named = (
        f"{name} ({source.words.word('perspective', perspective)})"
        for perspective, name in held.perspectives.items()
    )
    facts = {
        "purpose": held.purpose,
        "now": held.now,
        "new": held.new,
        "perspectives": "\n".join(named),
        "not_included": held.not_included,
        "geography": held.geography,
        "horizon": source.say("labels", "years", n=source.said.number(held.horizon)) if held.horizon else "",
        "assumptions": held.assumptions,
        "method": held.method,
    }
    unsure = ((f"uncertain_{name}" if name else "uncertain", text) for name, text in held.uncertainty.texts)
    said = (*facts.items(), *unsure)
    yield from facts_of((source.word("labels", name), text) for name, text in said)
    for name, rows in (("behaviours", held.behaviours), ("technology", held.technology)):
        compared = ((row.what, row.now, row.new) for row in rows)
        yield from tabled(source, ("what", "now", "new"), compared, source.word("labels", name))


def _boxes(source: Source, name: str, type: NodeType) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The boxes of a type: what is told of each, and by their titles those of which nothing is."""
    found = list(source.chain.of(type))
    if not found:
        none = source.words.word("none", type.value) if type in source.chain.none else ""
        return (Paragraph(none) if none else Paragraph(source.word("lacks", name), Tone.MISSING),), ()
    return _told(source, found)


def _told(source: Source, found: list[Node]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    bare = [node for node in found if not cards(source, [node], _ELSEWHERE | _KIND)]
    rest = [node for node in found if node not in bare]
    listed = tuple(_with_kind(source, node) for node in bare)
    return ((Listed(listed),) if listed else ()), cards(source, rest, _ELSEWHERE)


def _with_kind(source: Source, node: Node) -> str:
    """The title of a box, and what it is marked as."""
    return f"{title_of(node)} ({kind(source, node)})" if is_marked(source, node) else title_of(node)


def chain(source: Source, heading: str) -> Section:
    """The picture, why its arrows are believed in, and what lies between changes and benefits."""
    inner = []
    for name, type in (("effects", NodeType.EFFECT), ("opportunities", NodeType.OPPORTUNITY)):
        if found := list(source.chain.of(type)):
            inner.append(Section(name, source.word("sections", name), *_told(source, found)))
    return Section("chain", heading, (*picture_of(source), *_arrows(source)), tuple(inner))


def _arrows(source: Source) -> Iterator[Block]:
    """The arrows of which more is said than where they lead."""
    rows = (
        (
            title_of(node),
            named(source, link.target),
            source.words.word("link", link.strength) if link.strength else "",
            link.because,
            link.evidence,
        )
        for node in source.chain.nodes
        for link in node.links
        if link.because or link.evidence or link.strength
    )
    columns = ("from", "to", "strength", "because", "evidence")
    yield from tabled(source, columns, rows, source.word("labels", "arrows"))
    needing = [node for node in source.chain.nodes if node.needs_all]
    both = (
        (title_of(node), kind(source, node), titles(arrow.source for arrow in source.graph.entering[node.id]))
        for node in needing
        if node.id in source.graph.entering
    )
    yield from tabled(source, ("box", "kind", "all_of"), both, source.word("labels", "needs_all"))
