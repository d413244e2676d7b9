"""Finding: what a rule has found, as a value. Its prose is made last, by `nyttokedja.language.texts`.

Reading yields `Fault`s and rules yield `Hit`s; `nyttokedja.checking.check` stamps both with code, severity
and place, which makes them `Finding`s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from nyttokedja.model.severity import Severity


class Span(NamedTuple):
    """Where a part stands in a text: offsets in characters from 0, the end not included."""

    start: int
    end: int


NOWHERE = Span(0, 0)
"""The place of what concerns a whole file."""


class Place(NamedTuple):
    """A span as people say it: lines and columns in characters from 1, the end not included."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Mention(NamedTuple):
    """A node as a message mentions it, with where it stands."""

    id: str
    title: str
    type: str
    place: Place


class Fault(NamedTuple):
    """Something wrong with a file's form: the rule's name, where, which message, its particulars.

    `path` leads to the part in the file's data, where reading came that far.
    """

    rule: str
    span: Span = NOWHERE
    variant: str = ""
    particulars: Mapping[str, Any] = {}
    path: tuple[str | int, ...] = ()


class Replacement(NamedTuple):
    """A part of a text, and what is to stand there instead; an empty span is where it is put in.

    ``place`` says the same as ``span``, for whoever has no text.
    """

    span: Span
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding: replacements in the order of the file, none of which overlaps another."""

    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, where, and the particulars that its message speaks of.

    `variant` picks one of the rule's messages; `node` is the id of the node it stands at, "" where
    it stands at none; `language` is that of the message and `keys` that of the file's keys. Particulars
    are texts, numbers, places, `Mention` nodes, and tuples of these. An `accepted` finding is one that the
    chain says has been decided about. It has a `fix` where what to write in its place is certain.
    `why` is the reason that the chain gives for accepting it.
    """

    code: str
    name: str
    severity: Severity
    file: str
    place: Place
    particulars: Mapping[str, Any] = field(default_factory=dict)
    variant: str = ""
    node: str = ""
    language: str = "sv"
    keys: str = "sv"
    accepted: bool = False
    fix: Fix | None = None
    why: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: file, line, column, code, message."""
        return (self.file, self.place.line, self.place.column, self.code, self.variant)
