"""What is said of a box, at the end of its note or on lines of their own → its fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from nyttokedja.importing.model import Place, Remark
from nyttokedja.importing.notation.marks import split_tail
from nyttokedja.importing.notation.vocabulary import (
    asides,
    listed_values,
    narrower_words,
    requiring,
)
from nyttokedja.language.schema import canonical
from nyttokedja.model.periods import parse
from nyttokedja.model.spelling import fold

_RECEIVED = ("benefit", "drawback")
"""Kinds that somebody gets: a parenthesis at their end says who."""
_NOBODY = re.compile(r"[\d?%]")
_BRACKETED = ("category", "perspective")
_DATES = ("when", "due")
_YEARS = range(1900, 3000)


@dataclass(slots=True)
class NoteBox:
    """A box or note that lines have named; ``kind`` is a value of `NodeType`, or ``note``.

    ``first`` is the place of the first mention, ``line`` the line that gave it its kind; ``plain`` is what
    is known of its title.
    """

    kind: str
    title: str
    first: int
    line: int
    plain: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def say(self, key: str, value: str, raw: str, line: int) -> None:
        """Take what a key says of the box; where its kind has none such, or has it already, it is text."""
        if key == "text" or not key:
            self.texts.append(value)
        elif key == "uncertain" and key in self.fields:
            self.fields[key] = f"{self.fields[key]} {value}"
        elif key == "tags" and has_key(self.kind, key):
            tags = [tag for tag in re.split(r"\s*[,;]\s*|\s*#", value) if tag]
            self.fields[key] = list(dict.fromkeys([*self.fields.get(key, []), *tags]))
        else:
            held = value_of(key, value) if has_key(self.kind, key) else None
            if held is None or self.fields.setdefault(key, held) != held:
                self.texts.append(raw)
                self.remarks.append(Remark("kept-as-text", raw, Place("line", line)))


class Tail(dict[str, Any]):
    """The fields that the marks at the end of a note give, each with the mark as typed."""

    def give(self, key: str, value: str, raw: str) -> bool:
        """Take a field, unless it is there."""
        if key in self:
            return False
        self[key] = (value, raw)
        return True


def read_tail(words: str, kind: str) -> tuple[str, Tail]:
    """Words as typed → the title of a box of a kind, and what the marks after it say."""
    title, marks = split_tail(words)
    tail = Tail()
    for mark in marks:
        if not _take(tail, mark, kind):
            title = f"{title} {mark}"
    return title, tail


@cache
def has_key(kind: str, key: str) -> bool:
    """Whether boxes of a kind have a key."""
    return key in _keys(kind)


def value_of(key: str, value: str) -> Any:
    """What a chain holds for words said of a key; None where they are no value of it."""
    if values := listed_values(key, hints=True):
        held = values.get(fold(value))
        return {"true": True, "false": False}.get(held or "", held)
    if key in _DATES:
        try:
            period = parse(value.upper())
        except ValueError:
            return None
        return period.written if period.first.year in _YEARS else None
    return value


def _keys(kind: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = canonical()["$defs"][kind]["properties"]
    return found


def _take(tail: Tail, mark: str, kind: str) -> bool:
    """Take a mark as a field; whether it is one."""
    if mark.startswith("#"):
        tail.setdefault("tags", ([], mark))[0].append(mark[1:])
        return True
    if mark.startswith("@"):
        return tail.give("owner", mark[1:].strip(), mark)
    inner = mark[1:-1].strip()
    if mark.startswith("["):
        return _take_listed(tail, inner, mark, kind, hints=True)
    return _take_parenthesis(tail, inner, mark, kind)


def _take_parenthesis(tail: Tail, inner: str, mark: str, kind: str) -> bool:
    if kind == "cost" and (value := listed_values("timing", hints=True).get(fold(inner))):
        return tail.give("timing", value, mark)
    if kind == "opportunity" and (match := requiring().match(inner)):
        return tail.give("requires", inner[match.end() :], mark)
    if _take_listed(tail, inner, mark, kind, hints=False):
        return True
    said = inner and not _NOBODY.search(inner) and not asides().match(inner)
    return bool(said) and kind in _RECEIVED and tail.give("for", inner, mark)


def _take_listed(tail: Tail, inner: str, mark: str, kind: str, *, hints: bool) -> bool:
    """Take a word for a category or a perspective; one that is narrower than its perspective says who."""
    for key in _BRACKETED if hints else _BRACKETED[:1]:
        value = listed_values(key, hints=hints).get(fold(inner))
        if value and has_key(kind, key) and tail.give(key, value, mark):
            if key == "perspective" and kind in _RECEIVED and fold(inner) in narrower_words():
                tail.give("for", inner, mark)
            return True
    return False
