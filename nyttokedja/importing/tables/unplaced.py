"""Rows that no box could be made of: kept as notes with their place, and listed with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import Remark
from nyttokedja.importing.tables.blocks import Table
from nyttokedja.importing.tables.gathering import Draft, Gathering, joined
from nyttokedja.importing.tables.sheets import Row
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import fold

_MOST_FILLS = 8


class Unplaced:
    """What is kept of rows beside their boxes.

    Args:
        file: the name of the file, for where a note comes from.
        language: that in which it is said.
        mapping: what the user says of colours, as ``fill=#ffcc00`` → kind.
    """

    def __init__(self, gathering: Gathering, file: str, language: str, mapping: Mapping[str, str]) -> None:
        self._gathering, self._file, self._language = gathering, file, language
        self._mapping = {fold(key): kind for key, kind in mapping.items()}
        self._rows: dict[tuple[str, str], list[int]] = {}
        self._headings: dict[str, dict[str, None]] = {}
        self._untyped: list[tuple[Draft, str]] = []

    def add(self, why: str, table: Table, row: Row) -> None:
        """Keep a row as a note."""
        words = joined(table.told(row, at) for at, cell in sorted(row.cells.items()) if cell.text)
        said = [words, *self.comments(table, row)]
        if not words:
            return
        self._gathering.note("\n".join(said), origin=self._origin(table.sheet, row.number))
        self._rows.setdefault((why, table.sheet), []).append(row.number)
        if why == "rows-unknown":
            called = (cleaned(heading) for _, heading in sorted(table.headings.items()))
            self._headings.setdefault(table.sheet, {}).update(dict.fromkeys(called))

    def mapped(self, table: Table, row: Row) -> str:
        """The kind that the user gives to rows of this colour or sheet; "" for none."""
        fills = (cell.fill for cell in row.cells.values() if cell.fill)
        said = [
            *(f"{name}={fill}" for fill in fills for name in ("fill", "fillcolor")),
            f"page={table.sheet}",
            f"sheet={table.sheet}",
        ]
        return next((self._mapping[fold(one)] for one in said if fold(one) in self._mapping), "")

    def count_untyped(self, note: Draft, row: Row) -> None:
        """Remember a row that does not say what it is, with its colour."""
        fill = next((cell.fill for _, cell in sorted(row.cells.items()) if cell.fill), "")
        self._untyped.append((note, fill))

    def comments(self, table: Table, row: Row) -> Iterator[str]:
        """What is written beside the cells of a row."""
        return (cleaned(cell.comment) for _, cell in sorted(row.cells.items()) if cell.comment)

    def remarks(self) -> Iterable[Remark]:
        """What is to be said of them."""
        for (why, sheet), numbers in self._rows.items():
            said = {"sheet": sheet, "rows": ranges(numbers), "n": len(numbers)}
            if why == "rows-unknown" and (headings := tuple(self._headings.get(sheet, ()))):
                yield Remark("rows-of-unknown-headings", particulars={**said, "headings": headings})
            else:
                yield Remark(why, particulars=said)
        fills = [fill for note, fill in self._untyped if note.type == "note"]
        if fills:
            yield Remark("rows-untyped", particulars={"n": len(fills)})
        colours = [fill for fill in dict.fromkeys(fills) if fill]
        if 0 < len(colours) <= _MOST_FILLS:
            yield Remark("fills-offered", particulars={"entries": tuple(f"fill={fill}" for fill in colours)})

    def _origin(self, sheet: str, number: int) -> str:
        place = texts(self._language).say("exchange/places", "row", number=number, name=sheet)
        return ", ".join(part for part in (self._file, place) if part)


def ranges(numbers: Iterable[int]) -> str:
    """``3, 5–7``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
