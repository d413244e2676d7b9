"""Document → one HTML file that holds all it needs, to be read on a screen and printed on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from nyttokedja.documents.model import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Figure,
    KeyFigures,
    Listed,
    Paragraph,
    Section,
    Table,
    Tone,
)
from nyttokedja.documents.writing.single import single
from nyttokedja.printing.sheets import NATURAL
from nyttokedja.writing.html import Node, Raw, Tag, tag
from nyttokedja.writing.html_page import page

_DEEPEST = 6
_IS_IMAGE = ' role="img"'
_MARGIN = 40.0
"""That of a document printed on one sheet, in pt."""

_WIDE = 6
"""A table of so many columns may have to be scrolled, which keys can do too."""


def written(document: Document) -> str:
    """The HTML of a document."""
    head = [tag("p", document.kind, class_="kind"), tag("h1", document.title)]
    look = "one-sheet" if document.one_sheet else None
    body = [
        tag("header", *head, *map(_block, document.about)),
        tag("main", *(_section(section, 2) for section in document.sections), class_=look),
    ]
    title = f"{document.kind}: {document.title}"
    return page(title, document.language, body, style=f"{_style()}{_sheet(document)}")


def _sheet(document: Document) -> str:
    """The style that says which sheet a document is printed on, where it has but one."""
    if not document.one_sheet:
        return ""
    wide, high = single(document, (2 * _MARGIN, 2 * _MARGIN)).paper
    styles = [
        f"@page {{ size: {wide:.0f}pt {high:.0f}pt; margin: {_MARGIN:.0f}pt; }}",
        f"body {{ height: {high - 2 * _MARGIN - 2:.0f}pt; }}",
    ]
    for figure in (one for section in document.sections for one in section.blocks):
        if isinstance(figure, Figure):
            scale = min((wide - 2 * _MARGIN) / max(figure.width, 1.0), NATURAL)
            styles.append(f".one-sheet figure {{ flex: 0 1 {figure.height * scale:.0f}pt; }}")
    return f"@media print {{ {' '.join(styles)} }}\n"


def _section(section: Section, level: int) -> Tag:
    heading = tag(f"h{min(level, _DEEPEST)}", section.heading, id=section.name)
    parts = [heading, *map(_block, section.blocks)]
    if section.blocks and isinstance(section.blocks[0], Figure) and section.blocks[0].wide:
        parts[:2] = [tag("div", *parts[:2], class_="with-heading")]  # on one sheet
    inner = (_section(one, level + 1) for one in section.sections)
    return tag(
        "section",
        *parts,
        *inner,
        aria_labelledby=section.name,
        class_="starts-page" if section.starts_page else "slip" if section.is_slip else None,
    )


def _block(block: Block) -> Tag:
    match block:
        case Paragraph():
            return tag(
                "p", *_lines(block.text), class_=None if block.tone is Tone.PLAIN else block.tone.value
            )
        case Listed():
            return tag("ul", *(tag("li", *_lines(point)) for point in block.points))
        case Facts():
            rows = (tag("div", tag("dt", label), tag("dd", *_lines(text))) for label, text in block.facts)
            return tag("dl", *rows)
        case KeyFigures():
            return tag("div", *(_key_figure(*figure) for figure in block.figures), class_="figures")
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
    raise TypeError(type(block).__name__)


def _key_figure(label: str, value: str, note: str) -> Tag:
    rest = [tag("span", note, class_="note")] if note else []
    return tag("p", tag("strong", value), " ", tag("span", label), *rest)


def _table(table: Table) -> Tag:
    head = tag("tr", *(_heading(column) for column in table.columns))
    first_total = len(table.rows) - table.totals
    rows = [tag("tr", *_cells(row, table.columns)) for row in table.rows]
    parts = [tag("thead", head), tag("tbody", *rows[:first_total])]
    if table.totals:
        parts.append(tag("tfoot", *rows[first_total:]))
    caption = [tag("caption", table.caption)] if table.caption else []
    made = tag("table", *caption, *parts)
    if len(table.columns) < _WIDE:
        return tag("div", made, class_="scroll")
    name = table.caption or table.columns[0].heading
    return tag("div", made, class_="scroll", role="region", tabindex="0", aria_label=name)


def _heading(column: Column) -> Tag:
    return tag("th", column.heading, scope="col", class_="number" if column.is_number else None)


def _cells(row: Sequence[Cell], columns: Iterable[Column]) -> Iterator[Tag]:
    for n, (cell, column) in enumerate(zip(row, columns, strict=True)):
        look = "number" if column.is_number else "day" if isinstance(cell.value, date) else None
        if n == 0:
            yield tag("th", *_lines(cell.text), scope="row", class_=look)
        else:
            yield tag("td", *_lines(cell.text), class_=look)


def _figure(figure: Figure) -> Tag:
    opening, close, rest = figure.svg[figure.svg.index("<svg") :].partition(">")
    drawn = Raw(f"{opening.replace(_IS_IMAGE, '')}{close}{rest}")  # what is around it says so
    shown = tag("div", drawn, role="img", aria_label=figure.alt, class_="drawing")
    caption = [tag("figcaption", figure.caption)] if figure.caption else []
    return tag("figure", shown, *caption, class_="wide" if figure.wide else None)


def _lines(text: str) -> Iterator[Node]:
    """A text, whose own lines are kept."""
    for n, line in enumerate(text.splitlines()):
        if n:
            yield tag("br")
        yield line


@cache
def _style() -> str:
    return (
        files("nyttokedja.documents.writing")
        .joinpath("document.css")
        .read_text("utf-8")
        .replace("\r\n", "\n")
    )
