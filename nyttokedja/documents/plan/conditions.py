"""Preconditions and actions with how they stand; what is in the way, and what may go wrong."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.boxes import actions_table, cards, kind, named, spots
from nyttokedja.documents.model import Block, Cell, Paragraph, Section, Tone
from nyttokedja.documents.source import Source
from nyttokedja.documents.states import precondition_state
from nyttokedja.documents.tables import dated, number, tabled
from nyttokedja.drawing.content.details import title_of
from nyttokedja.model.chain import Node, NodeType

_OF_PRECONDITIONS = frozenset({"needed_for", "who", "due", "met", "owner", "actions"})
_OF_HAZARDS = frozenset({"hinders", "at", "consequence", "share", "owner", "actions", "leads_to"})
"""What the tables have."""


def preconditions(source: Source, heading: str) -> Section:
    """What must be in place, and all that is to be done, with who and when."""
    found = list(source.chain.of(NodeType.PRECONDITION))
    rows = (
        (
            title_of(node),
            spots(source, node.needed_for),
            "\n".join(dict.fromkeys(who for who in (node.who, node.owner) if who)),
            dated(node.due),
            precondition_state(source, node),
        )
        for node in found
    )
    columns = ("precondition", "needed_for", "who", "due", "state")
    blocks: list[Block] = [*tabled(source, columns, rows, source.word("labels", "preconditions"))]
    if not found:
        blocks.append(_none(source, "preconditions", NodeType.PRECONDITION))
    done = list(actions_table(source, _acting(source), source.word("labels", "actions")))
    blocks += done or [Paragraph(source.word("lacks", "actions"), Tone.MISSING)]
    return Section("preconditions", heading, tuple(blocks), cards(source, found, _OF_PRECONDITIONS))


def _acting(source: Source) -> list[Node]:
    return [node for node in source.chain.nodes if node.actions]


def _none(source: Source, name: str, type: NodeType) -> Paragraph:
    """That there is nothing of a type, or that nobody has looked."""
    if type in source.chain.none:
        return Paragraph(source.words.word("none", type.value))
    return Paragraph(source.word("lacks", name), Tone.MISSING)


def hazards(source: Source, heading: str) -> Section:
    """Obstacles and risks, what they are about, and what is done about them."""
    types = (NodeType.OBSTACLE, NodeType.RISK)
    found = list(source.chain.of(*types))
    rows = (
        (
            title_of(node),
            kind(source, node),
            spots(source, (*node.hinders, *node.at)),
            _share(source, node),
            "\n".join([*([node.consequence] if node.consequence else []), *_drawbacks(source, node)]),
            node.owner,
            "\n".join(_action(source, node)),
        )
        for node in found
    )
    columns = ("hazard", "kind", "at", "share", "consequence", "owner", "actions")
    blocks: list[Block] = [*tabled(source, columns, rows)]
    absent = [type for type in types if not any(node.type is type for node in found)]
    blocks += [_none(source, f"{type.value}s", type) for type in absent]
    return Section("hazards", heading, tuple(blocks), cards(source, found, _OF_HAZARDS))


def _share(source: Source, node: Node) -> Cell | str:
    if node.share is None:
        return ""
    cell = number(source, node.share * 100)
    return Cell(f"{cell.text} %", cell.value)


def _drawbacks(source: Source, node: Node) -> Iterator[str]:
    return (named(source, link.target) for link in node.links)


def _action(source: Source, node: Node) -> Iterator[str]:
    for action in node.actions:
        more = (action.who, action.due.written if action.due else "")
        said = ", ".join(part for part in more if part)
        yield f"{action.what} ({said})" if said else action.what
