"""Outline → Margins: the comments and blank lines around each entry and item, as lines of a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from nyttokedja.language.editor_schemas import file_name
from nyttokedja.reading.comments import Comment, comments, remarks
from nyttokedja.reading.outline import Child, Outline, Path
from nyttokedja.reading.parts import ScalarPart

_GAP = re.compile(r"(?:\n|\r(?!\n))(?:[ \t]*(?:\r\n|\n|\r(?!\n)))+[ \t]*")
"""A blank line or several, up to what comes after."""
_SCHEMA = re.compile(r"(# yaml-language-server: *\$schema=(?:.*/)?)chain(?:\.(?:sv|nb))?\.schema\.json")


class Margin(NamedTuple):
    """What stands around an entry or item; ``inside`` is below all that a bracket or block of it holds."""

    above: tuple[str, ...] = ()
    beside: str = ""
    below: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


_NOTHING = Margin()
_GAP_ABOVE = Margin(above=("",))


def said(text: str, comment: Comment, keys: str | None = None) -> str:
    """The words of a comment, from its ``#``.

    With ``keys``, one that tells editors which schema to use names the one for that language.
    """
    words = text[comment.start : comment.end].rstrip()
    if keys and (match := _SCHEMA.fullmatch(words)):
        return match[1] + file_name(keys)
    return words


def comments_in(outline: Outline, keys: str | None = None) -> Counter[str]:
    """All comments of a file, and how often each stands there."""
    text = outline.source.text
    return Counter(said(text, comment, keys) for comment in comments(outline)) if "#" in text else Counter()


class Margins:
    """The margins of a file, by path; the file's own under (). ``keys`` is as for `said`."""

    def __init__(self, outline: Outline, keys: str | None = None) -> None:
        self._outline = outline
        self._keys = keys
        self._text = outline.source.text
        self._remarks = remarks(outline) if "#" in self._text else {}
        self._after_gap = frozenset(match.end() for match in _GAP.finditer(self._text))

    def of(self, path: Path) -> Margin:
        """The margin of the entry or item at a path."""
        child = self._outline.children.get(path)
        found = self._remarks.get(path)
        if found is None:
            return _GAP_ABOVE if child and child.head in self._after_gap else _NOTHING
        if child is None:
            return self._of_file([*found.above, *found.beside, *found.below])
        # a line has room for one comment, and that is the last
        first, beside = found.beside[:-1], found.beside[-1:]
        above = [*self._lines(found.above), *map(self._said, first)]
        if child.head in self._after_gap:
            above.append("")
        inside = [comment for comment in found.below if _is_inside(comment, child)]
        below = [comment for comment in found.below if not _is_inside(comment, child)]
        return Margin(
            tuple(above),
            self._said(beside[0]) if beside else "",
            tuple(self._lines(below)),
            tuple(self._lines(inside)),
        )

    def _of_file(self, comments: Iterable[Comment]) -> Margin:
        """The margin of the file itself, whose own comments stand before its first entry and after all."""
        first = self._outline.children.get((0,))
        head = first.head if first else 0
        top = [comment for comment in comments if comment.start < head]
        end = [comment for comment in comments if comment.start > head]
        return Margin(above=(*self._lines(top), "") if top else (), inside=tuple(self._lines(end)))

    def _said(self, comment: Comment) -> str:
        return said(self._text, comment, self._keys)

    def _lines(self, comments: Iterable[Comment]) -> list[str]:
        lines: list[str] = []
        for comment in comments:
            lines += [""] if comment.start in self._after_gap else []
            lines.append(self._said(comment))
        return lines


def _is_inside(comment: Comment, child: Child) -> bool:
    """Whether a comment under an entry stands among what it holds: within its brackets, or in its block."""
    if isinstance(child.value, ScalarPart):
        return False
    return not child.value.flow or comment.start < child.value.end
