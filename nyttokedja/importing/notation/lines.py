"""The text of a file → its lines, each with its indent; what a mail has put before them is taken off."""

from __future__ import annotations

from typing import NamedTuple

from nyttokedja.errors import CannotRead
from nyttokedja.importing.clean_text import visible

MOST_LINES = 20_000
_LONGEST = 10_000
_TAB = 4


class Line(NamedTuple):
    """A line with words: its number, how far it is indented, and what stands there, with its inner spaces."""

    number: int
    indent: int
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, without the indent and the quote signs that all of them have.

    Raises:
        CannotRead: there are too many, or one is too long for a note.
    """
    written = text.splitlines()
    if len(written) > MOST_LINES:
        raise CannotRead("The file has more than 20,000 lines. Import it in parts.")
    lines = [
        _line(number, one) for number, one in enumerate(_unquoted(written), 1) if not one.isspace() and one
    ]
    lines = [line for line in lines if line.text]
    if any(len(line.text) > _LONGEST for line in lines):
        number = next(line.number for line in lines if len(line.text) > _LONGEST)
        raise CannotRead("Line {n} has more than 10,000 characters. Write one note a line.", n=number)
    outer = min((line.indent for line in lines), default=0)
    return [line._replace(indent=line.indent - outer) for line in lines] if outer else lines


def _unquoted(written: list[str]) -> list[str]:
    """The lines of a mail that answers another, without the sign that it puts before what it quotes."""
    filled = sum(1 for line in written if line and not line.isspace())
    quoted = sum(1 for line in written if line.startswith(">"))
    if quoted < 2 or quoted * 2 < filled:
        return written
    return [line[1:].removeprefix(" ") if line.startswith(">") else line for line in written]


def _line(number: int, written: str) -> Line:
    seen = visible(written)
    text = seen.lstrip()
    indent = 0
    for char in seen[: len(seen) - len(text)]:
        indent = (indent // _TAB + 1) * _TAB if char == "\t" else indent + 1
    return Line(number, indent, text.rstrip())
