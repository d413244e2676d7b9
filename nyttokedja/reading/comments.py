"""Outline → Remarks: the comments of a file, and which of its entries and items each belongs to.

A comment over an entry, or on its line, is about that entry; one that is indented deeper than what comes
next belongs to what stands above it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nyttokedja.reading.outline import Child, Outline, Path, end_of, line_start
from nyttokedja.reading.parts import ScalarPart

_COMMENT = re.compile(r"(?<![^ \t\r\n\[\]{},:])#[^\r\n]*")
_MARK = re.compile(r"^(?:---|\.\.\.)(?=\s|$)", re.MULTILINE)
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


class Comment(NamedTuple):
    """A comment: where it stands in the text, from its ``#``; ``column`` is from 0."""

    start: int
    end: int
    column: int
    alone: bool  # on a line of its own


@dataclass(slots=True)
class Remarks:
    """The comments of one entry or item: over it, on its own line, and after all that it holds."""

    above: list[Comment] = field(default_factory=list)
    beside: list[Comment] = field(default_factory=list)
    below: list[Comment] = field(default_factory=list)


def remarks(outline: Outline) -> Mapping[Path, Remarks]:
    """The comments of a file by the path of the child that they belong to; the file's own under ()."""
    found: dict[Path, Remarks] = {}
    children = list(outline.children.values())
    marks = [match.start() for match in _MARK.finditer(outline.source.text)]
    before = 0  # so many children begin before the comment at hand
    gap, deepest = -1, 0
    for comment in comments(outline):
        while before < len(children) and children[before].head < comment.start:
            before += 1
        last = children[before - 1] if before else None
        following = children[before] if before < len(children) else None
        if marks and _across_mark(marks, last, following, comment):
            found.setdefault((), Remarks()).above.append(comment)
            continue
        if last is not None and not comment.alone:
            owner = _still_open(outline, last, comment.start)
            found.setdefault(owner, Remarks()).beside.append(comment)
            continue
        if gap != before:  # a comment further out ends what stands above it
            gap, deepest = before, len(last.path) if last else 0
        owner = _above(outline, last, following, comment, deepest)
        if following is not None and owner == following.path:
            deepest = 0
            found.setdefault(owner, Remarks()).above.append(comment)
        else:
            deepest = len(owner)
            found.setdefault(owner, Remarks()).below.append(comment)
    return found


def _across_mark(marks: Sequence[int], last: Child | None, following: Child | None, comment: Comment) -> bool:
    """Whether ``---`` or ``...``, which begin and end a document, stands between a comment and all else."""
    before = bisect_left(marks, last.end if last else 0) < bisect_left(marks, comment.start)
    head = following.head if following else comment.end
    return before or bisect_left(marks, comment.end) < bisect_left(marks, head)


def comments(outline: Outline) -> Iterator[Comment]:
    """All comments of a file, in order."""
    text = outline.source.text
    at = 0
    for scalar in _scalars(outline):
        yield from _between(text, at, scalar.start)
        if scalar.style in ("|", ">") and (header := _HEADER.match(text, scalar.start)):
            yield _comment(text, header.start(1), header.end(1))
        at = max(at, end_of(text, scalar))
    yield from _between(text, at, len(text))


def _scalars(outline: Outline) -> Iterator[ScalarPart]:
    for child in outline.children.values():
        if child.key is not None:
            yield child.key
        if isinstance(child.value, ScalarPart):
            yield child.value


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for match in _COMMENT.finditer(text, start, end):
        yield _comment(text, *match.span())


def _comment(text: str, start: int, end: int) -> Comment:
    line = line_start(text, start)
    return Comment(start, end, start - line, not text[line:start].strip(" \t"))


def _still_open(outline: Outline, child: Child, at: int) -> Path:
    """The path of a child, or of the outermost one around it whose bracket is closed before ``at``."""
    while child.flow and outline.container(child.parent).end <= at:
        if not child.parent:
            return ()
        child = outline.children[child.parent]
    return child.path


def _above(
    outline: Outline, last: Child | None, following: Child | None, comment: Comment, deepest: int
) -> Path:
    """The path of whom a comment on a line of its own belongs to: ``following``, or what stands above."""
    if last is None:
        return following.path if following else ()
    path = _still_open(outline, last, comment.start)
    held = outline.container(path)
    if not isinstance(held, ScalarPart) and held.flow and comment.start < held.end:
        # inside brackets: before their first item, or after their last
        return following.path if following and following.parent == path else path
    if not path:  # after the bracket that holds the whole file
        return path
    if outline.children[path].flow:
        return following.path if following and following.parent == path[:-1] else path[:-1]
    level = len(following.path) if following else 1
    if following is not None and following.parent == path:
        return following.path
    outer = path[: max(level - 1, 0)]
    for length in range(min(len(path), deepest), len(outer), -1):
        if comment.column > outline.children[path[:length]].column:
            return path[:length]
    return following.path if following else ()
