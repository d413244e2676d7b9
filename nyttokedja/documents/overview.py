"""The overview: what is changed, what comes of it, whose it is, and how far it has a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.documents.blocks import facts_of
from nyttokedja.documents.boxes import category, kind, receiver, titles, worth
from nyttokedja.documents.model import Block, Cell, Document, Paragraph, Section, Tone
from nyttokedja.documents.opening import document_of, picture_of
from nyttokedja.documents.result import result_of
from nyttokedja.documents.source import Source
from nyttokedja.documents.tables import level, tabled
from nyttokedja.drawing.content.details import title_of
from nyttokedja.model.chain import Node, NodeType

_NORWEGIAN = "nb"
_MOST = 8
"""Where more effects lead to a benefit, those are told that lead to it straight."""
_NODES = (NodeType.BENEFIT, NodeType.DRAWBACK)


def document(source: Source) -> Document:
    """The overview of a chain."""
    about = source.chain.about
    why = facts_of(
        (source.word("labels", name), text)
        for name, text in (
            ("changes", titles(source.chain.of(NodeType.CHANGE))),
            ("purpose", about.purpose),
            ("now", about.now),
            ("new", about.new),
        )
    )
    sections = [
        Section("overview", source.word("overview", "table"), (*why, *_table(source))),
        Section("chain", source.word("overview", "chain"), tuple(picture_of(source))),
    ]
    if result := tuple(result_of(source)):
        sections.append(Section("result", source.word("sections", "result"), result))
    return document_of(source, "overview", sections)


def _table(source: Source) -> Iterator[Block]:
    rows = _gains if source.said.language == _NORWEGIAN else _changes
    columns, made = rows(source)
    found: list[Block] = [*tabled(source, columns, made)]
    yield from found or [Paragraph(source.word("lacks", "benefits"), Tone.MISSING)]
    if found and rows is _changes and _is_long(source):
        yield Paragraph(source.word("overview", "nearest"), Tone.ASIDE)
    goals = ((title_of(node), node.adopted_in, titles(_before(source, node))) for node in source.chain.goals)
    yield from tabled(source, ("goal", "adopted_in", "reached_by"), goals, source.word("sections", "goals"))


def _before(source: Source, node: Node) -> list[Node]:
    """What leads to a box itself."""
    return [arrow.source for arrow in source.graph.entering.get(node.id, ())]


_Rows = tuple[Sequence[str], Iterable[Sequence[Cell | str]]]


def _gains(source: Source) -> _Rows:
    """Benefits and drawbacks with what must be in place for them, as Norwegian overviews have it."""
    columns = ("benefit", "type", "receiver", "precondition", "indicator", "zero", "owner")
    return columns, (
        (
            title_of(node),
            category(source, node) or ("" if node.type is NodeType.BENEFIT else kind(source, node)),
            receiver(source, node),
            titles(_needed(source, node)),
            "\n".join(one.title for one in node.indicators),
            "\n".join(level(source, one.baseline, one) for one in node.indicators if one.baseline),
            node.owner,
        )
        for node in source.chain.of(*_NODES)
    )


def _needed(source: Source, node: Node) -> Iterator[Node]:
    """The preconditions of a box, and of what leads to it."""
    ids = {node.id, *_upstream(source, node)}
    for one in source.chain.of(NodeType.PRECONDITION):
        about = source.graph.resolve_all(one.needed_for)
        if any((spot.id if isinstance(spot, Node) else spot.target.id) in ids for spot in about):
            yield one


def _changes(source: Source) -> _Rows:
    """Changes with their effects, and the benefits and drawbacks that come of them, a row each."""
    return ("change", "effect", "gain", "category", "receiver", "valued", "owner", "indicator"), _change_rows(
        source
    )


def _change_rows(source: Source) -> Iterator[Sequence[Cell | str]]:
    told: set[str] = set()
    of_all = not _is_long(source)
    for node in source.chain.of(*_NODES):
        before = _upstream(source, node)
        told |= before.keys()
        changes = [one for one in before.values() if one.type is NodeType.CHANGE]
        effects = _effects(before.values() if of_all else _upstream(source, node, NodeType.EFFECT).values())
        yield (
            titles(changes),
            titles(effects),
            title_of(node),
            category(source, node),
            receiver(source, node),
            worth(source, node) or source.word("overview", "unvalued"),
            node.owner,
            "\n".join(one.title for one in node.indicators),
        )
    rest = [one for one in source.chain.of(NodeType.CHANGE) if one.id not in told]
    for change in rest:
        effects = [one for one in _downstream(source, change) if one.id not in told]
        yield (title_of(change), titles(effects), *[""] * 6)
        told |= {change.id, *(one.id for one in effects)}
    for effect in source.chain.of(NodeType.EFFECT):
        if effect.id not in told:
            changes = [one for one in _upstream(source, effect).values() if one.type is NodeType.CHANGE]
            measured = "\n".join(one.title for one in effect.indicators)
            yield (titles(changes), title_of(effect), "", "", "", "", effect.owner, measured)


def _is_long(source: Source) -> bool:
    """Whether so many effects lead to a benefit that the nearest alone are told of each."""
    return any(len(_effects(_upstream(source, node).values())) > _MOST for node in source.chain.of(*_NODES))


def _effects(nodes: Iterable[Node]) -> list[Node]:
    return [one for one in nodes if one.type is NodeType.EFFECT]


def _upstream(source: Source, node: Node, end: NodeType | None = None) -> dict[str, Node]:
    """What leads to a box, by any way, in the order of the file; not what is behind the type of ``end``."""
    seen: set[str] = set()
    waiting = [node.id]
    while waiting:
        for arrow in source.graph.entering.get(waiting.pop(), ()):
            if arrow.source.id not in seen:
                seen.add(arrow.source.id)
                if arrow.source.type is not end:
                    waiting.append(arrow.source.id)
    return {one.id: one for one in source.chain.nodes if one.id in seen and one.id != node.id}


def _downstream(source: Source, node: Node) -> list[Node]:
    reached = source.graph.reached_from([node.id])
    return [one for one in source.chain.of(NodeType.EFFECT) if one.id in reached]
