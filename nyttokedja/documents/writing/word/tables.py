"""Tables and key figures → the XML of Word."""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.documents.model import Cell, Column, KeyFigure, KeyFigures, Table
from nyttokedja.documents.writing.columns import column_widths, kept_whole
from nyttokedja.documents.writing.flow import SMALL
from nyttokedja.documents.writing.word.markup import fit, paragraph, run, together, twips
from nyttokedja.documents.writing.word.styles import Styles

_RIGHT = '<w:jc w:val="right"/>'
_BESIDE = 3
_WIDER = 1.12
"""By how much more room words are given: a template may set them in a wider typeface."""


def table_of(table: Table, room: float, styles: Styles) -> str:
    """A table with its caption above; its first row is repeated, and no row is broken over pages."""
    widths = [twips(width) for width in column_widths(table, room, SMALL * _WIDER)]
    first_total = len(table.rows) - table.totals
    headings = [Cell(column.heading) for column in table.columns]
    rows = [
        together(_row(headings, table.columns, widths, styles, "<w:tblHeader/>"), goes_on=True),
        *(_row(row, table.columns, widths, styles) for row in table.rows[:first_total]),
        *(_row(row, table.columns, widths, styles, bold=True) for row in table.rows[first_total:]),
    ]
    above = paragraph(styles["caption"], run(table.caption), "<w:keepNext/>") if table.caption else ""
    told = f'<w:tblCaption w:val="{fit(table.caption)}"/>' if table.caption else ""
    return above + _table(
        rows, widths, styles["Effect chain table"], 'w:firstRow="1"', int(table.totals == 1), told
    )


def figures_of(figures: KeyFigures, room: float, styles: Styles) -> str:
    """Key figures side by side, as many as there is room for."""
    made = []
    for start in range(0, len(figures.figures), _BESIDE):
        beside = figures.figures[start : start + _BESIDE]
        widths = [twips(room / len(beside))] * len(beside)
        cells = "".join(
            _cell("".join(_figure(one, styles)), width) for one, width in zip(beside, widths, strict=True)
        )
        row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        made.append(_table([row], widths, styles["Effect chain figures"], 'w:firstRow="0"', 0, ""))
    return paragraph(styles["Effect chain cell"], "").join(made)


def _figure(figure: KeyFigure, styles: Styles) -> Sequence[str]:
    said = [
        paragraph(styles["Effect chain value"], run(kept_whole(figure.value))),
        paragraph(styles["Effect chain cell"], run(figure.label, styles["Strong"])),
    ]
    return [*said, paragraph(styles["Effect chain cell"], run(figure.note))] if figure.note else said


def _table(
    rows: Sequence[str], widths: Sequence[int], style: str, look: str, last_row: int, told: str
) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{fit(style)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" {look} w:lastRow="{last_row}" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{told}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Sequence[Cell],
    columns: Sequence[Column],
    widths: Sequence[int],
    styles: Styles,
    properties: str = "",
    *,
    bold: bool = False,
) -> str:
    style, strong = styles["Effect chain cell"], styles["Strong"] if bold else ""
    inside = "".join(
        _cell(paragraph(style, run(kept_whole(cell.text), strong), _RIGHT * column.is_number), width)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{inside}</w:tr>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
