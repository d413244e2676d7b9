"""The words of a line → the notes in it: those beside each other, and those that arrows within it lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nyttokedja.importing.notation.arrow_signs import inline_arrow
from nyttokedja.importing.notation.marks import Mark, mark_of, plain, quoted_title
from nyttokedja.importing.notation.vocabulary import Vocabulary

_SEPARATOR = re.compile(r"[;,]\s+")
_MARK = 60
"""No mark is longer."""


class Target(NamedTuple):
    """A note as ``typed``: its mark, its words, ``literal`` its title where it is in quotation marks."""

    typed: str
    mark: Mark | None
    words: str
    literal: str = ""

    @property
    def kind(self) -> str:
        """The kind that it says, "" where it says none."""
        return self.mark.kind if self.mark else ""

    @property
    def is_empty(self) -> bool:
        """Whether it is a mark without words."""
        return not self.words and not self.literal


class Step(NamedTuple):
    """The notes after one arrow of a line; ``arrow`` is "" for those that the line begins with."""

    arrow: str
    targets: tuple[Target, ...]


def steps(text: str, vocabulary: Vocabulary, arrow: str, *, bare: bool) -> Iterator[Step]:
    """The notes of a line, an arrow at a time.

    Args:
        text: the line without indent, bullet and arrows before its words.
        vocabulary: that of its language.
        arrow: the arrow before it: ``forward``, ``back``, ``hampers``, ``opportunity`` or "".
        bare: whether a mark may lack its colon.
    """
    sign, at, targets = "", 0, []
    while at <= len(text):
        target, end = _target(text[at:], vocabulary, _place(sign or arrow), bare=bare or bool(sign))
        if target.typed:
            targets.append(target)
        at += end
        if match := _SEPARATOR.match(text, at):
            at = match.end()
            continue
        if targets:
            yield Step(sign, tuple(targets))
            targets = []
        found = inline_arrow(text, at)
        if found is None:
            return
        sign, at = found.sign, found.end
        at += len(text[at:]) - len(text[at:].lstrip())


def _target(text: str, vocabulary: Vocabulary, arrow: str, *, bare: bool) -> tuple[Target, int]:
    """The note that a text begins with, and where it ends."""

    def cut(rest: str) -> int:
        return _cut(rest, vocabulary)

    mark = mark_of(text, vocabulary, arrow, bare=bare)
    start = mark.end if mark else 0
    if quoted := quoted_title(text[start:], cut):
        title, after = quoted
        end = start + after + cut(text[start + after :])
        return Target(text[:end].strip(), mark, text[start + after : end].strip(), title), end
    end = start + cut(text[start:])
    words = text[start:end].strip()
    bold = plain(words)
    if mark is None and bold != words and (mark := mark_of(bold, vocabulary, arrow, bare=bare)):
        bold = bold[mark.end :]
    return Target(text[:end].strip(), mark, plain(bold.strip())), end


def _cut(text: str, vocabulary: Vocabulary) -> int:
    """Where a note ends in a text: at an arrow, or at a separator before another note with a mark."""
    found = inline_arrow(text)
    end = found.start if found else len(text)
    for match in _SEPARATOR.finditer(text, 0, end):
        if mark_of(text[match.end() : min(end, match.end() + _MARK)], vocabulary):
            return match.start()
    return end


def _place(arrow: str) -> str:
    """What an arrow lets a letter of two kinds mean."""
    return {"forward": "arrow", "back": "arrow", "opportunity": "opportunity"}.get(arrow, "")
