"""A table → how wide its columns are on a sheet: by share and by what they hold, whole words at least."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import sqrt

from nyttokedja.documents.model import Table
from nyttokedja.drawing.typesetting.metrics import width

PADDING = 11.0
"""What lies beside the text of a cell on both sides together, in pt."""

_LONGEST = 15
"""So many letters of a word stand in a line at least; longer words are broken."""

_SHORTEST, _LONG_TEXT = 9, 160
"""Between so many characters, the room for a column grows with the longest text in it."""

_GLUE = "\u00a0\u202f"
_WORDS = re.compile(rf"[^\s{_GLUE}]+(?:[{_GLUE}][^\s{_GLUE}]+)*")
"""What is not broken where it can be helped: a word, or a figure with its unit."""
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def column_widths(table: Table, room: float, size: float) -> Sequence[float]:
    """The widths of a table's columns, in pt, which together take all the room."""
    least = _least(table, size)
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    weights = [_weight(table, number) for number in range(len(least))]
    open_ = set(range(len(least)))
    left = room
    while True:
        shares = {n: weights[n] for n in open_}
        wide = {n: left * share / sum(shares.values()) for n, share in shares.items()}
        narrow = {n for n in open_ if wide[n] < least[n]}
        if not narrow:
            return [wide.get(n, least[n]) for n in range(len(least))]
        left -= sum(least[n] for n in narrow)
        open_ -= narrow


def kept_whole(text: str) -> str:
    """A text whose figures are not broken between thousands."""
    return _THOUSANDS.sub(_GLUE[0], text)


def needs(table: Table, size: float) -> float:
    """The room that a table takes at least, in pt."""
    return sum(_least(table, size))


def _weight(table: Table, number: int) -> float:
    """How much of the room a column gets: its share, and more where its texts are longer."""
    longest = max((len(row[number].text) for row in table.rows), default=0)
    return max(table.columns[number].share, 0.01) * sqrt(min(max(longest, _SHORTEST), _LONG_TEXT))


def _least(table: Table, size: float) -> list[float]:
    return [_of_column(table, number, size) + PADDING for number in range(len(table.columns))]


def _of_column(table: Table, number: int, size: float) -> float:
    is_total = [False] * (len(table.rows) - table.totals) + [True] * table.totals
    heading = max(_lengths(table.columns[number].heading, size, bold=True), default=0.0)
    cells = (
        length
        for row, total in zip(table.rows, is_total, strict=True)
        for length in _lengths(row[number].text, size, bold=total)
    )
    return max(heading, max(cells, default=0.0), size)


def _lengths(text: str, size: float, *, bold: bool) -> Iterator[float]:
    for word in set(_WORDS.findall(kept_whole(text))):
        whole = word if any(glue in word for glue in _GLUE) else word[:_LONGEST]
        yield width(whole[: 2 * _LONGEST], size, bold)
