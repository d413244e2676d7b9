"""A drawing of draw.io (``.drawio``, ``.xml``, or in an SVG or a PNG) → a board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Shape
from nyttokedja.importing.drawings.drawio.cells import Cells, looks_of, style_of
from nyttokedja.importing.drawings.drawio.file import Cell, Diagram, read_diagrams
from nyttokedja.importing.model import ImportOptions

_HEADS = ("classic", "block", "open", "async", "doubleBlock")
_BARS = ("dash", "baseDash", "cross", "halfCross")
_TECHNICAL = frozenset({"placeholders", "placeholder", "tooltip", "tags", "link", "visible", "locked"})
"""Data of a cell that say nothing of what it is; so does what begins with ``c4``, which its label shows."""


def read_drawio(data: bytes, options: ImportOptions) -> Board:
    """What a drawing of draw.io holds.

    Raises:
        CannotRead: it is none, or is damaged or too large.
    """
    readers = [_PageReader(diagram, options.hidden) for diagram in read_diagrams(data)]
    pages = tuple(reader.page() for reader in readers)
    ours = next((reader.ours for reader in readers if reader.ours), {})
    unread = {"hidden": sum(reader.hidden for reader in readers)}
    return Board(ours.get("nyttokedja_title", ""), pages, unread, ours.get("nyttokedja_language", ""))


class _PageReader:
    """Reads a page; `hidden` counts the shapes with words, and arrows, that nobody sees.

    ``ours`` is what our own drawing says of the whole chain.
    """

    def __init__(self, diagram: Diagram, with_hidden: bool) -> None:
        self.hidden = 0
        self._cells = Cells(diagram)
        self._name = diagram.name
        self.ours = next(
            (cell.data for cell in self._cells.of.values() if "nyttokedja_language" in cell.data), {}
        )
        self._seen = [cell for cell in self._cells.of.values() if with_hidden or self._is_seen(cell)]
        self._lists = {cell.id for cell in self._seen if cell.vertex and self._is_list(cell)}

    def page(self) -> Page:
        """The page as a board has it."""
        shapes, groups, connectors = [], [], []
        for cell in self._seen:
            if cell.edge:
                connectors.append(self._connector(cell))
            elif self._cells.is_layer(cell):
                groups.append(Group(cell.id, sort="layer", name=" ".join(self._cells.lines(cell))))
            elif cell.vertex and self._is_own(cell):
                if cell.id not in self._lists and self._parts(cell):
                    groups.append(self._group(cell))
                else:
                    shapes.append(self._shape(cell))
        return Page(self._name, tuple(shapes), tuple(connectors), tuple(groups))

    def _is_seen(self, cell: Cell) -> bool:
        if all(one.visible for one in (cell, *self._cells.above(cell))):
            return True
        self.hidden += bool(cell.edge or (cell.vertex and cell.value))
        return False

    def _is_own(self, cell: Cell) -> bool:
        """Whether a cell is a shape of its own: no label of an edge, and no row of a list."""
        above = list(self._cells.above(cell))
        return not any(one.edge or one.id in self._lists for one in above)

    def _is_list(self, cell: Cell) -> bool:
        """Whether a cell is one box with rows of text in it, as a class or an entity is drawn."""
        if style_of(cell.style).get("childLayout") not in ("stackLayout", "tableLayout") or not cell.value:
            return False
        parts = [one for one in self._parts(cell) if one.vertex]
        rows = [set(style_of(one.style)) & {"text", "line"} or "tableRow" in one.style for one in parts]
        return bool(rows) and all(rows)

    def _parts(self, cell: Cell) -> list[Cell]:
        """The shapes in a cell."""
        return [one for one in self._cells.inside.get(cell.id, ()) if one.vertex]

    def _groups(self, cell: Cell) -> tuple[str, ...]:
        above = [one for one in self._cells.above(cell) if one.vertex or self._cells.is_layer(one)]
        return tuple(one.id for one in reversed(above))

    def _group(self, cell: Cell) -> Group:
        style = style_of(cell.style)
        sort = "lane" if "swimlane" in (*style, style.get("shape", "")) else "container"
        lines, place = self._cells.lines(cell), self._cells.place(cell)
        return Group(cell.id, lines, place, looks_of(style), self._groups(cell), sort)

    def _shape(self, cell: Cell) -> Shape:
        style = style_of(cell.style)
        rows = [" ".join(self._cells.lines(one)) for one in self._rows(cell)]
        said = [_tooltip(cell.data), *_data_lines(cell.data), *rows]
        return Shape(
            cell.id,
            self._cells.lines(cell),
            self._cells.place(cell),
            looks_of(style),
            self._groups(cell),
            tuple(cell.data.get("tags", "").split()),
            {key: value for key, value in cell.data.items() if key.startswith("nyttokedja_")},
            " · ".join(text for text in said if text),
        )

    def _rows(self, cell: Cell) -> Iterator[Cell]:
        """What is in a list, from above."""
        waiting = list(reversed(self._parts(cell))) if cell.id in self._lists else []
        seen = {cell.id}
        while waiting:
            one = waiting.pop()
            if one.id not in seen:
                seen.add(one.id)
                yield one
                waiting += reversed(self._parts(one))

    def _connector(self, cell: Cell) -> Connector:
        style = style_of(cell.style)
        labels = [line for one in self._cells.inside.get(cell.id, ()) for line in self._cells.lines(one)]
        looks = {**looks_of(style), **({"dashed": "1"} if style.get("dashed") == "1" else {})}
        return Connector(
            cell.id,
            self._end(cell.source),
            self._end(cell.target),
            self._cells.point(cell, "sourcePoint"),
            self._cells.point(cell, "targetPoint"),
            (_mark(style.get("startArrow", "none")), _mark(style.get("endArrow", "classic"))),
            (*self._cells.lines(cell), *labels),
            looks,
        )

    def _end(self, id: str) -> str | None:
        """The shape that an end is at: the list, where it is at a row of one."""
        cell = self._cells.of.get(id)
        if cell is None:
            return None
        return next((one.id for one in self._cells.above(cell) if one.id in self._lists), id)


def _tooltip(data: Mapping[str, str]) -> str:
    """What is said when a pointer rests on a shape: of ours the text of the box, until it is changed."""
    tooltip = data.get("tooltip", "")
    return data.get("nyttokedja_text", "") if tooltip and tooltip == data.get("nyttokedja_heard") else tooltip


def _data_lines(data: Mapping[str, str]) -> Iterator[str]:
    for key, value in data.items():
        if value and key not in _TECHNICAL and not key.startswith(("nyttokedja_", "c4")):
            yield f"{key}: {value}"


def _mark(name: str) -> Mark:
    if name in ("none", ""):
        return Mark.NONE
    if name in _BARS:
        return Mark.BAR
    return Mark.ARROW if name.startswith(_HEADS) else Mark.OTHER
