"""An answer → text, JSON or CSV."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from nyttokedja.language.figures import Figures
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import Texts, texts
from nyttokedja.portfolio.asking import Told
from nyttokedja.portfolio.cells import Cell
from nyttokedja.portfolio.delimited import lines

_WIDEST = 48
"""So many characters of a cell are shown in a terminal."""

_GROUPS = {"stage": "stage", "type": "type", "severity": "severity"}
"""Column → the group of texts that has its words."""

_LISTED = ("kind", "standing")
"""The columns that have a group of their own."""

_YEARS = ("year", "price_year")


def headings(told: Told, said: Texts) -> list[str]:
    """The columns as people call them; those of one's own SQL as they are."""
    known = said.group("portfolio/columns")
    return [str(known.get(name, name)) if told.question else name for name in told.answer.columns]


def shown(column: str, cell: Cell, said: Texts, figures: Figures) -> str:
    """A cell as people read it, in one line."""
    if cell is None:
        return ""
    if isinstance(cell, bool | str | date):
        group = _GROUPS.get(column) or (f"portfolio/{column}" if column in _LISTED else "")
        word = said.group(group).get(str(cell)) if group else None
        return " ".join(str(word or cell).split())
    if column in _YEARS:
        return str(cell)
    return str(figures.number(cell, 0 if float(cell).is_integer() else 2))


def notes(told: Told, said: Texts) -> list[str]:
    """What is not in the answer, in sentences."""
    found = [said.count(why, n, "portfolio/left_out") for why, n in told.left_out.items()]
    if told.answer.is_cut:
        found.append(said.say("portfolio/told", "cut", n=len(told.answer.rows)))
    return found


def text(told: Told, language: str) -> str:
    """Columns side by side, as a terminal shows them."""
    return "".join(f"{line}\n" for line in _lines(told, texts(language)))


def _lines(told: Told, said: Texts) -> Iterator[str]:
    answer, figures = told.answer, Figures(said.language)
    rows = [
        [
            _cut(clean(shown(column, cell, said, figures)))
            for column, cell in zip(answer.columns, row, strict=True)
        ]
        for row in answer.rows
    ]
    if not rows:
        yield said.word("portfolio/told", "nothing")
    else:
        table = [[clean(one) for one in headings(told, said)], *rows]
        widths = [max(_width(row[n]) for row in table) for n in range(len(answer.columns))]
        right = [_is_number([row[n] for row in answer.rows]) for n in range(len(widths))]
        for n, row in enumerate(table):
            yield "  ".join(map(_set, row, widths, right)).rstrip()
            if n == 0:
                yield "  ".join("─" * width for width in widths)
    for note in notes(told, said):
        yield clean(note)


def _is_number(cells: Sequence[Cell]) -> bool:
    held = [cell for cell in cells if cell is not None]
    return bool(held) and not any(isinstance(cell, str | date) for cell in held)


def _set(cell: str, width: int, is_right: bool) -> str:
    room = " " * (width - _width(cell))
    return room + cell if is_right else cell + room


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else f"{cell[: _WIDEST - 1]}…"


def _width(cell: str) -> int:
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in cell)
    return len(cell) + wide - sum(unicodedata.combining(sign) > 0 for sign in cell)


def as_json(told: Told, language: str) -> str:
    """What programs read: the columns, the rows by them, and what is not in it."""
    answer = told.answer
    made = {
        "question": told.question or None,
        "columns": list(answer.columns),
        "rows": [list(map(_plain, row)) for row in answer.rows],
        "cut": answer.is_cut,
        "left_out": dict(told.left_out),
    }
    return f"{json.dumps(made, ensure_ascii=False, indent=2)}\n"


def as_csv(told: Told, language: str) -> str:
    """A table for a sheet; what is not in it is said elsewhere."""
    return "".join(lines(told.answer.columns, told.answer.rows))


def _plain(cell: Cell) -> Cell:
    return cell.isoformat() if isinstance(cell, date) else cell


FORMATS: Mapping[str, Callable[[Told, str], str]] = {"text": text, "json": as_json, "csv": as_csv}
"""Name → what makes it; documents make the others."""
