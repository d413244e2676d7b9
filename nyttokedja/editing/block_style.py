"""Steps in block style → splices: whole lines come and go, and the lines around them stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_text import FileText
from nyttokedja.editing.splices import Splice
from nyttokedja.reading.outline import Child, Path
from nyttokedja.reading.parts import ScalarPart, span_of
from nyttokedja.writing.draft import Draft, DraftGroup, Piece
from nyttokedja.writing.lines import lines_of

_COLON = re.compile(r"[ \t]*:")
_SPACED = 2
"""Nodes and sections may have blank lines between them; what is deeper than this has none."""


def insert(file: FileText, path: Path, number: int, piece: Piece, lines: Sequence[str]) -> Iterator[Splice]:
    """Put an entry or item among others that stand in a block."""
    siblings = list(file.outline.within(path))
    indent = siblings[0].column
    new = _indented(lines, indent) if lines else lines_of([piece], indent, file.habits.style)
    # what the file says of itself stands together
    loose = len(path) < _SPACED and (path or lines or isinstance(piece.value, DraftGroup))
    blank = [""] if loose and _spaced(file, siblings, number) else []
    newline = file.habits.newline
    if number == 0:
        first = siblings[0]
        if not can_precede(file, first):
            raise CannotEdit("uncertain", span_of(first.value))
        at = file.top(first)
        yield Splice(at, at, "".join(f"{line}{newline}" for line in [*new, *blank]))
        return
    before = siblings[number - 1]
    yield from _after(file, file.bottom(before), new if _keeps_breaks(file, before) else [*blank, *new])


def can_precede(file: FileText, first: Child) -> bool:
    """Whether something can be put before the first child of a block, and its comments stay its own."""
    above = file.remarks(first).above
    return file.starts_line(first) and all(comment.column <= first.column for comment in above)


def _keeps_breaks(file: FileText, child: Child) -> bool:
    """Whether a child ends with a block of text to which empty lines after it belong."""
    last = file.last(child).value
    return (
        isinstance(last, ScalarPart)
        and last.style in ("|", ">")
        and "+" in file.text[last.start : last.start + 3]
    )


def _after(file: FileText, at: int, lines: Sequence[str]) -> Iterator[Splice]:
    """Lines before the one that begins at ``at``, or at the end of a text whose last line has no break."""
    newline = file.habits.newline
    if at == len(file.text) and not file.text.endswith(("\n", "\r")):
        yield Splice(at, at, "".join(f"{newline}{line}" for line in lines))
    else:
        yield Splice(at, at, "".join(f"{line}{newline}" for line in lines))


def _indented(lines: Sequence[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" if line else line for line in lines]


def _spaced(file: FileText, siblings: Sequence[Child], number: int) -> bool:
    """Whether there is a blank line where a new one goes in, or, at the end, between those before it."""
    if 0 < number < len(siblings):
        return file.is_blank(file.bottom(siblings[number - 1]))
    blank = [file.is_blank(file.line_before(file.top(child))) for child in siblings[1:]]
    if len(siblings[0].path) == 1:  # of what the file says of itself first, nothing need be set off
        return any(blank) or not blank
    return bool(blank) and blank[-1]


def drop(file: FileText, child: Child) -> Iterator[Splice]:
    """Take an entry or item out of a block."""
    siblings = list(file.outline.within(child.parent))
    if not child.parent and len(siblings) == 1:
        raise CannotEdit("only-entry")
    if not file.starts_line(child):
        yield _drop_within_line(file, child, siblings)
        return
    start, end = file.top(child), file.bottom(child)
    before = file.line_before(start)
    last = child == siblings[-1]
    free = child == siblings[0] or not _keeps_breaks(file, siblings[child.path[-1] - 1])
    if child == siblings[0] and not last and file.is_blank(end):
        end = file.next_line(end)
    elif free and file.is_blank(before) and (last or file.is_blank(end) or end == len(file.text)):
        start = before
    if end == len(file.text) and not file.text.endswith(("\n", "\r")):
        start = len(file.text[:start].removesuffix("\n").removesuffix("\r"))
    yield Splice(start, end, "")


def _drop_within_line(file: FileText, child: Child, siblings: Sequence[Child]) -> Splice:
    """The first entry of a mapping that begins on the line of its dash: the next one comes there."""
    start = len(file.text[: child.head].rstrip(" "))
    if child == siblings[-1]:
        return Splice(start, child.end, "")
    following = siblings[1]
    if file.line_start(following.head) == file.bottom(child) == file.top(following):
        return Splice(child.head, following.head, "")
    return Splice(start, file.line_end(child.end), "")


def put(file: FileText, child: Child, value: Draft, lines: Sequence[str]) -> Iterator[Splice]:
    """Give an entry or item of a block another value; the comments on its lines stay."""
    after = after_sign(file, child)
    width = after - child.head
    # a key as long as the one that is there, so that what fits is known
    piece = Piece("k" * (width - 1) if child.key else "", value)
    first, *rest = lines_of([piece], child.column, file.habits.style)
    said = first[child.column + width :]
    if lines:
        said, rest = "", _indented(lines, child.column + file.habits.style.step)
    more = "".join(f"{file.habits.newline}{line}" for line in rest)
    old = child.value
    empty = isinstance(old, ScalarPart) and old.value is None and old.written == ""
    of_lines = isinstance(old, ScalarPart) and old.style in ("|", ">")
    if not of_lines and (comment := file.first_comment(child)):
        raise CannotEdit("comments-inside", comment)
    if not empty and file.line_start(old.start) > after:
        yield Splice(after, after, said)
        yield Splice(file.line_end(after), child.end, more)
        return
    start = after if empty or not said else old.start
    if of_lines:
        beside = file.remarks(child).beside
        said += "".join(f"  {file.text[comment.start : comment.end]}" for comment in beside)
    end = file.line_end(child.end)
    said = said[1:] if start > after else said
    yield Splice(start, end, f"{said}{file.text[child.end : end]}{more}")


def after_sign(file: FileText, child: Child) -> int:
    """Where the text goes on after a key's colon, or an item's dash.

    Raises:
        CannotEdit: the key has no colon right after it.
    """
    if child.key is None:
        return child.head + 1
    match = _COLON.match(file.text, child.key.end)
    if match is None or child.head != child.key.start:
        raise CannotEdit("uncertain", span_of(child.key))
    return match.end()
