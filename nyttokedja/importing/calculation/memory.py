"""What a workbook of a calculation held when it was written, kept in it, so that changes are seen.

A sheet that is not shown has it as JSON. It comes with a foreign file, so all of it is looked at when read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from nyttokedja.errors import CannotRead
from nyttokedja.language.codes import LANGUAGES

FORMAT = "nyttokedja calculation"
VERSION = 1

NUMBER, TEXT, DATE, FIXED, FORMULA = "number", "text", "date", "fixed", "formula"
"""How a cell is read: what people may change, what only the chain does, and what is computed."""
_WORD = "word:"
_WORDS = ("kind", "first_year")
_KEYS = frozenset({"title", "unit", "likely", "lowest", "highest", "source", "kind", "as_of", "comment"})
_LONGEST = 40_000_000
_SHEETS = frozenset({"start", "factors", "benefits", "costs", "unvalued", "result", "follow_up"})

Path = tuple[str, ...]


def word_kind(key: str) -> str:
    """How a cell with one of the listed values of a key is read."""
    return f"{_WORD}{key}"


def listed_key(kind: str) -> str:
    """The key whose listed values a cell has; "" for other cells."""
    return kind.removeprefix(_WORD) if kind.startswith(_WORD) else ""


def row_of_columns(sheet: str, column: int) -> str:
    """What the first row says of a column, and in the first column of the sheet too."""
    return f"{sheet}|{column}"


def said_number(number: float | Decimal) -> str:
    """A number in the one way in which numbers are compared: as a sheet can hold it."""
    return repr(float(number))


class Held(NamedTuple):
    """A cell as it was written.

    ``written`` is its text, or a number as `said_number` has it; ``path`` and ``said`` what of the chain it
    holds, and what the chain said there: a text, a tuple of them for what takes several cells, or None.
    ``computed`` says that it was a formula.
    """

    kind: str
    written: str
    computed: bool = False
    path: Path = ()
    said: str | tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """All that a workbook held: sheet → key of a row → column → cell."""

    title: str
    language: str
    names: Mapping[str, str]
    rows: Mapping[str, Mapping[str, Mapping[int, Held]]]

    def cells(self) -> Iterator[Held]:
        """Its cells."""
        return (held for rows in self.rows.values() for row in rows.values() for held in row.values())

    def to_json(self) -> str:
        """As text."""
        sheets = {
            sheet: {key: [_packed(column, held) for column, held in row.items()] for key, row in rows.items()}
            for sheet, rows in self.rows.items()
        }
        about = {"format": FORMAT, "version": VERSION, "title": self.title, "language": self.language}
        whole = {**about, "names": dict(self.names), "sheets": sheets}
        return json.dumps(whole, separators=(",", ":"))


def _packed(column: int, held: Held) -> list[Any]:
    short: list[Any] = [column, held.kind, held.written, int(held.computed)]
    return [*short, list(held.path), held.said] if held.path else short


def read_memory(text: str) -> Memory:
    """The memory that a workbook has.

    Raises:
        CannotRead: it is damaged, or of another version.
    """
    if len(text) > _LONGEST:
        raise _damaged()
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise _damaged() from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise _damaged()
    if whole.get("version") != VERSION:
        raise CannotRead(
            "The workbook was written by another version of nyttokedja. Write it anew from the chain, and "
            "make the changes there."
        )
    title, language, sheets = whole.get("title"), whole.get("language"), whole.get("sheets")
    names = whole.get("names")
    if not isinstance(title, str) or language not in LANGUAGES:
        raise _damaged()
    if (
        not isinstance(sheets, dict)
        or not isinstance(names, dict)
        or not set(sheets) == set(names) <= _SHEETS
    ):
        raise _damaged()
    if not all(isinstance(name, str) for name in names.values()):
        raise _damaged()
    return Memory(title, language, names, {sheet: _rows(rows) for sheet, rows in sheets.items()})


def _rows(rows: object) -> Mapping[str, Mapping[int, Held]]:
    if not isinstance(rows, dict):
        raise _damaged()
    return {key: dict(map(_unpacked, row if isinstance(row, list) else [None])) for key, row in rows.items()}


def _unpacked(cell: Any) -> tuple[int, Held]:
    match cell:
        case [int(column), str(kind), str(written), 0 | 1 as computed]:
            held = Held(kind, written, bool(computed))
        case [int(column), str(kind), str(written), 0 | 1 as computed, list(path), said]:
            held = Held(kind, written, bool(computed), _path(path), _said(said))
        case _:
            raise _damaged()
    if not 0 <= column < 16_384 or isinstance(column, bool) or not _is_kind(kind):
        raise _damaged()
    if held.kind == NUMBER and not _is_number(written):
        raise _damaged()
    return column, held


def _is_kind(kind: str) -> bool:
    return kind in (NUMBER, TEXT, DATE, FIXED, FORMULA) or listed_key(kind) in _WORDS


def _is_number(written: str) -> bool:
    try:
        return not written or said_number(float(written)) == written
    except ValueError:
        return False


def _path(path: list[Any]) -> Path:
    """The path of a field that a workbook may hold: nothing else of a chain is ever changed by one."""
    if not all(isinstance(key, str) for key in path):
        raise _damaged()
    match path:
        case ["", "calculation", "rate" | "first_year" | "price_year" | "work_year"]:
            pass
        case ["", "calculation", "factors", _, key] if key in _KEYS:
            pass
        case [box, "value", "profile" | "evidence"] if box:
            pass
        case [box, "value", "factors", _, key] if box and key in _KEYS:
            pass
        case _:
            raise _damaged()
    return tuple(path)


def _said(said: object) -> str | tuple[str, ...] | None:
    if said is None or isinstance(said, str):
        return said
    if isinstance(said, list) and all(isinstance(one, str) for one in said):
        return tuple(said)
    raise _damaged()


def _damaged() -> CannotRead:
    return CannotRead(
        "What the workbook held when it was written has been changed or lost in it, so it cannot be seen "
        "what has changed since. Write it anew from the chain, and make the changes there."
    )
