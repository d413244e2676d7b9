"""The sheet with what is not in the sum: what it is, how large, how many hours, and why it is not."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.calculating.model import Item, Run, Standing
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.items import cell_of
from nyttokedja.exporting.calculation_book.plan import Cell, Row, Sheet
from nyttokedja.model.chain import Node

TITLE, KIND, CATEGORY, PERSPECTIVE, SIZE, HOURS, WHY, BECAUSE = 1, 2, 3, 4, 5, 6, 9, 10
_WIDTHS = (3, 44, 17, 16, 18, 13, 12, 12, 12, 40, 40)
_HEADS = ("item", "kind_of_box", "category", "perspective", "size", "hours_lowest", "hours_likely")


def unvalued_sheet(content: Content) -> Sheet:
    """The sheet with what is not in the sum."""
    rows = [
        Row("title", (Cell(TITLE, content.say("sheets", "unvalued"), "title"),)),
        Row("help", (Cell(TITLE, content.say("unvalued", "help"), "note", to=BECAUSE),)),
        Row("heads", content.heads(*_HEADS, "hours_highest", "why", "size_because")),
    ]
    beside = [
        item
        for side in ("benefits", "costs")
        for item in content.items(side)
        if item.standing is not Standing.SUMMED
    ]
    rows += [Row(f"unvalued|{item.node.id}", tuple(_of_item(content, item))) for item in beside]
    nodes = [*content.calculated.unvalued]
    if not content.has_sums:
        nodes = [node for node in content.chain.nodes if node.id in content.sheets]
    rows += [
        Row(f"unvalued|{node.id}", (*_about(content, node), *_why(content, node, _standing(node))))
        for node in nodes
    ]
    if len(rows) == 3:
        rows.append(Row("none", (Cell(TITLE, content.say("unvalued", "none"), "note", to=BECAUSE),)))
    return Sheet("unvalued", content.say("sheets", "unvalued"), tuple(rows), _WIDTHS, (4, 2))


def _of_item(content: Content, item: Item) -> Iterator[Cell]:
    yield from _about(content, item.node)
    for column, run in enumerate(Run, HOURS):
        held = content.by_run[run, item.node.id].hours
        if held is not None or content.can_fail(item.node.id, "hours"):
            cell = cell_of(content, "hours", item.node.id, run)
            yield Cell(column, content.cannot if held is None else held, "hours", (cell,))
    yield from _why(content, item.node, item.standing.value, item.because)


def _about(content: Content, node: Node) -> Iterator[Cell]:
    yield Cell(TITLE, node.title, "text")
    yield Cell(KIND, content.texts.word("picture/boxes", node.kind), "text")
    yield Cell(CATEGORY, content.category(node.category), "text")
    yield Cell(PERSPECTIVE, content.party(node.perspective), "text")
    yield Cell(SIZE, content.listed(node.size, "size"), "text")


def _standing(node: Node) -> str:
    return "no-value" if node.value is None else "no-frame"


def _why(content: Content, node: Node, name: str, because: tuple[str, ...] = ()) -> Iterator[Cell]:
    titles = {other.id: other.title for other in content.chain.nodes}
    waits = ", ".join(titles.get(id, id) for id in because)
    said = content.say("standing", name)
    yield Cell(WHY, f"{said}: {waits}" if waits else said, "text")
    yield Cell(BECAUSE, node.size_because, "text")
