"""The texts of a sheet → how wide its columns are and how high its rows, which programs may not work out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap

from nyttokedja.documents.model import Table

_LINE, _HIGHEST = 15, 409
"""Points of height for a line of text, and the most that a row can have."""

_NARROW, _WIDE = 9, 44
"""The least and the greatest width of a column, in characters."""


def unlike(headings: Sequence[str]) -> list[str]:
    """Headings of which no two are the same and none is empty, as a table of Excel asks."""
    taken: set[str] = set()
    made = []
    for number, heading in enumerate(headings, 1):
        name, n = heading.strip() or str(number), 2
        while name.lower() in taken:
            name, n = f"{heading.strip()} {n}", n + 1
        taken.add(name.lower())
        made.append(name)
    return made


def width_of(table: Table, column: int) -> int:
    """So many characters that most of a column stands in few lines and no word of it is broken."""
    texts_ = [row[column].text for row in table.rows]
    words = [word for text in (*texts_, table.columns[column].heading) for word in re.split(r"\s+", text)]
    if table.columns[column].is_number:
        words = [*texts_, *words]
    longest = max(map(len, words), default=0) + 3
    whole = max(map(len, texts_), default=0) + 2
    return min(max(longest, min(whole, 32), _NARROW), _WIDE)


def most_lines(cells: Sequence[str], widths: Sequence[int]) -> int:
    """How many lines the highest cell of a row takes."""
    return max((lines_of(text, width) for text, width in zip(cells, widths, strict=True)), default=1)


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes at most in a cell of a width in characters, words kept whole."""
    return sum(max(1, len(wrap(line, max(1, width * 6 // 7)))) for line in text.split("\n"))


def height_of(lines: int) -> int:
    """The height of a row with so many lines, in points."""
    return min(_LINE * lines + 2, _HIGHEST)
