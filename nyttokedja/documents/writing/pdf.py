"""Document → tagged PDF (PDF/UA-1) on A4: upright, and across where a figure or a table is wide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.documents.model import (
    Cell,
    Document,
    Facts,
    Figure,
    KeyFigures,
    Listed,
    Paragraph,
    Table,
)
from nyttokedja.documents.writing.columns import column_widths, kept_whole
from nyttokedja.documents.writing.flow import (
    SMALL,
    TYPE,
    Heading,
    Item,
    Run,
    caption_height,
    height_above,
    is_long,
    opens_across,
    runs,
)
from nyttokedja.documents.writing.paper import A4, boxes_of, placed
from nyttokedja.documents.writing.single import single
from nyttokedja.documents.writing.soft_breaks import softened
from nyttokedja.language.texts import Texts, texts
from nyttokedja.printing import typst
from nyttokedja.printing.lettering import printable
from nyttokedja.printing.model import Printed
from nyttokedja.printing.parts import WORDS, parts_of
from nyttokedja.printing.sheets import NATURAL

_UPRIGHT, _ACROSS = 62.0, 42.0
"""The margins of sheets that lie so, in pt."""

_ROOM, _ROOM_ACROSS = A4[0] - 2 * _UPRIGHT, A4[1] - 2 * _ACROSS
"""How wide what stands on them is."""

_HIGHEST = 330.0
"""How high a figure in the text is at most, in pt."""


def written(document: Document) -> Printed:
    """The PDF of a document, and what had to be shown otherwise in it.

    Raises:
        CannotDraw: what makes PDF is not installed.
    """
    said = texts(document.language)
    margins = [_ACROSS if document.one_sheet else _UPRIGHT, _ACROSS]
    first, rest = Run(across=False, items=[*document.about]), runs(document, _ROOM)
    data, remarks = printable(
        {
            "title": document.title,
            "kind": document.kind,
            "named": f"{document.kind}: {document.title}",
            "language": document.language,
            "author": document.author,
            "day": [document.day.year, document.day.month, document.day.day] if document.day else [],
            "type": TYPE,
            "small": SMALL,
            "margins": margins,
            "words": {name: said.word("printing/pages", name) for name in WORDS},
            "contents": is_long(document) and not document.one_sheet,
            "sheet": _paper(document),
            "one_sheet": document.one_sheet,
            "natural": NATURAL,
            "first": _run(first, said),
            "runs": [_run(run, said) for run in rest],
            "opens_across": opens_across(rest),
        }
    )
    return Printed(typst.pdf("document.typ", softened(data)), remarks)


def _paper(document: Document) -> tuple[float, float]:
    """The sheet that a document begins on, upright."""
    return single(document, (2 * _ACROSS, 2 * _ACROSS)).paper if document.one_sheet else A4


def _run(run: Run, said: Texts) -> Mapping[str, Any]:
    """What stands on sheets that lie the same way; those across are as large as the first figure needs."""
    items = list(_written(run, said))
    paper = next((item["paper"] for item in items if "paper" in item), A4)
    return {"across": run.across, "paper": paper, "items": _with_slips(items)}


def _with_slips(items: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """The items, with those of a slip together."""
    made: list[Mapping[str, Any]] = []
    beside = made
    for item in items:
        if item["kind"] == "heading":
            beside = [] if item["slip"] else made
            if item["slip"]:
                made.append({"kind": "slip", "items": beside})
        beside.append(item)
    return made


def _written(run: Run, said: Texts) -> Iterator[Mapping[str, Any]]:
    room = _ROOM_ACROSS if run.across else _ROOM
    above = 0.0
    for item in run.items:
        if isinstance(item, Figure):
            yield {"kind": "figure", **_figure(item, run.across, above, said)}
            above = 0.0
        else:
            yield _item(item, room)
            above += height_above(item, room)


def _item(item: Item, room: float) -> Mapping[str, Any]:
    match item:
        case Heading():
            more = {"level": item.level, "starts": item.starts_page, "slip": item.is_slip}
            return {"kind": "heading", "text": item.text, **more}
        case Paragraph():
            return {"kind": "paragraph", "text": item.text, "tone": item.tone.value}
        case Listed():
            return {"kind": "list", "items": item.points}
        case Facts():
            return {"kind": "facts", "items": [fact._asdict() for fact in item.facts]}
        case KeyFigures():
            return {"kind": "figures", "items": [figure._asdict() for figure in item.figures]}
        case Table():
            return {"kind": "table", **_table(item, room)}
    raise TypeError(type(item).__name__)


def _table(table: Table, room: float) -> Mapping[str, Any]:
    first_total = len(table.rows) - table.totals
    return {
        "caption": table.caption,
        "widths": column_widths(table, room, SMALL),
        "headings": [column.heading for column in table.columns],
        "numbers": [column.is_number for column in table.columns],
        "rows": [_texts(row) for row in table.rows[:first_total]],
        "totals": [_texts(row) for row in table.rows[first_total:]],
    }


def _texts(row: Sequence[Cell]) -> list[str]:
    return [kept_whole(cell.text) for cell in row]


# -- figures ----------------------------------------------------------------------------------------------


def _figure(figure: Figure, across: bool, above: float, said: Texts) -> Mapping[str, Any]:
    """A figure as large as its sheet has room for, and parts of it where that is too small to read."""
    shown = {
        "svg": figure.svg,
        "width": figure.width,
        "height": figure.height,
        "alt": figure.alt,
        "caption": figure.caption,
        "scale": min(_ROOM / max(figure.width, 1.0), _HIGHEST / max(figure.height, 1.0), NATURAL),
        "sheet_scale": 0.0,
        "sheets": [],
    }
    if across:
        below = caption_height(figure.caption, _ROOM_ACROSS)
        put = placed(figure, _ACROSS, above, below)
        shown |= {"scale": put.scale, "paper": put.paper}
        if put.parts:
            boxes = boxes_of(figure)
            parts = list(parts_of(put.parts, boxes, said))
            shown |= {"sheet_scale": put.parts.scale, "sheets": parts}
    return shown
