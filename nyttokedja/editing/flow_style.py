"""Steps inside brackets → splices: commas and spaces go with what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.file_text import FileText
from nyttokedja.editing.splices import Splice
from nyttokedja.reading.outline import Child, Path
from nyttokedja.reading.parts import ScalarPart, span_of
from nyttokedja.writing.draft import Draft, DraftGroup, Piece, Text
from nyttokedja.writing.lines import on_one_line

_COLON = re.compile(r"[ \t]*:(?=[ \t\r\n,\[\]{}\"'])")
_ANY_COLON = re.compile(r"[ \t]*:")
_COMMA = re.compile(r"[ \t\r\n]*,")


def insert(file: FileText, path: Path, number: int, piece: Piece) -> Iterator[Splice]:
    """Put an entry or item among others inside brackets."""
    container = file.outline.container(path)
    siblings = list(file.outline.within(path))
    new = _written(file, piece)
    if not siblings:
        yield Splice(container.start + 1, container.start + 1, new)
    elif number == 0:
        yield Splice(siblings[0].head, siblings[0].head, f"{new}, ")
    else:
        yield from _after(file, siblings[number - 1], new)


def _after(file: FileText, before: Child, new: str) -> Iterator[Splice]:
    comma = _COMMA.match(file.text, before.end)
    if not _own_line(file, before):
        yield Splice(before.end, before.end, f", {new}")
        return
    broken = f"{file.habits.newline}{file.text[file.line_start(before.head) : before.head]}{new}"
    end = file.line_end(before.end)
    if comma is None and end > before.end:  # a comment stands between
        yield Splice(before.end, before.end, ",")
        yield Splice(end, end, broken)
    elif comma is None:
        yield Splice(before.end, before.end, f",{broken}")
    else:
        at = max(end, comma.end())
        yield Splice(at, at, f"{broken},")


def drop(file: FileText, child: Child) -> Iterator[Splice]:
    """Take an entry or item out of its brackets."""
    siblings = list(file.outline.within(child.parent))
    n = child.path[-1]
    comma = _COMMA.match(file.text, child.end)
    end = comma.end() if comma else child.end
    if len(siblings) == 1:
        yield Splice(child.head, end, "")
    elif n and not _own_line(file, child) and "#" not in file.text[siblings[n - 1].end : child.head]:
        yield Splice(siblings[n - 1].end, child.end, "")
    elif _own_line(file, child):
        yield Splice(file.top(child), file.next_line(file.line_end(child.end)), "")
        if n == len(siblings) - 1 and comma is None:
            dangling = _COMMA.match(file.text, siblings[n - 1].end)
            if dangling is not None:
                yield Splice(dangling.end() - 1, dangling.end(), "")
    elif n == 0 and "#" not in file.text[child.end : siblings[1].head]:
        yield Splice(child.head, siblings[1].head, "")
    else:
        raise CannotEdit("comments-inside", span_of(child.value))


def put(file: FileText, child: Child, value: Draft) -> Iterator[Splice]:
    """Give an entry or item inside brackets another value."""
    if comment := file.first_comment(child):
        raise CannotEdit("comments-inside", comment)
    new = _one_line(file, value)
    old = child.value
    if child.key is None:
        yield Splice(old.start, child.end, new)
        return
    # after a quoted key, whatever follows the colon
    colon = (_ANY_COLON if child.key.style else _COLON).match(file.text, child.key.end)
    empty = isinstance(old, ScalarPart) and old.value is None and old.written == ""
    if colon is None and empty:
        yield Splice(child.key.end, child.key.end, f": {new}")
    elif colon is None:
        raise CannotEdit("uncertain", span_of(old))
    elif empty:
        yield Splice(colon.end(), colon.end(), f" {new}")
    else:
        yield Splice(old.start, child.end, new)


def _written(file: FileText, piece: Piece) -> str:
    value = _one_line(file, piece.value)
    if not piece.key:
        return value
    return f"{piece.written or _one_line(file, Text(piece.key))}: {value}"


def _one_line(file: FileText, value: Draft) -> str:
    said = on_one_line(_flat(value), file.habits.style, flow=True)
    assert said is not None
    return said or "null"


def _flat(value: Draft) -> Draft:
    if isinstance(value, Text):
        return value
    held = tuple(piece._replace(value=_flat(piece.value)) for piece in value.pieces)
    return DraftGroup(held, value.listing, flow=True)


def _own_line(file: FileText, child: Child) -> bool:
    """Whether a child begins a line, and nothing but a comma and a comment comes after it there."""
    rest = file.text[child.end : file.line_end(child.end)].lstrip(" \t,")
    return file.starts_line(child) and (not rest or rest[0] == "#")
