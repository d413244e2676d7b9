"""What rows say, put together: one box for the same words, arrows by words, notes of what has no place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.identity import identity
from nyttokedja.importing.model import (
    Collected,
    CollectedArrow,
    CollectedBox,
    CollectedNote,
    Place,
    Remark,
)
from nyttokedja.importing.tables.values import lines_of
from nyttokedja.language.schema import canonical

_SHARING = frozenset({"change", "effect", "benefit", "drawback", "goal", "opportunity"})
"""Types of which each words name one box, where people type notes."""
_NAME = re.compile(r'(?:"[^"\n]*"|[^;\n])+')
_WHOLLY_QUOTED = re.compile(r'"([^"]*)"')
_HINDERS = re.compile(r"!\s*[-–—]*>?\s+")


@dataclass(slots=True)
class Draft:
    """A box or a note while it is gathered; ``type`` is ``note`` for what has no type (yet).

    ``whole`` is what a note says as long as it is one; its fields and lines are those of the effect that it
    becomes where arrows meet it.
    """

    key: str
    type: str
    title: str
    fields: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    ref: str = ""
    id: str = ""
    whole: str = ""

    def add_line(self, line: str) -> None:
        """Add to its text, what does not stand there already."""
        if line and line not in self.lines:
            self.lines.append(line)

    def may_have(self, key: str) -> bool:
        """Whether a box of its type has a key."""
        return key in keys_of("effect" if self.type == "note" else self.type)

    def put(self, key: str, value: Any) -> bool:
        """Fill a field that its type has and that is empty or alike; whether that could be done."""
        if not self.may_have(key):
            return False
        return bool(self.fields.setdefault(key, value) == value)


@dataclass(frozen=True, slots=True)
class _Wish:
    """An arrow between a box and words, which may be those of a box further down."""

    key: str
    words: str
    place: Place
    backward: bool = False
    hampers: bool = False
    because: str = ""
    concerns: bool = False


@cache
def keys_of(type: str) -> frozenset[str]:
    """The keys that a box of a type may have."""
    return frozenset(canonical()["$defs"].get(type, {}).get("properties", {}))


class Gathering:
    """Boxes, notes, arrows and remarks of a whole workbook."""

    def __init__(self, *, ours: bool = False) -> None:
        self.remarks: list[Remark] = []
        self._ours = ours
        self._drafts: dict[str, Draft] = {}
        self._by_words: dict[str, list[Draft]] = {}
        self._by_id: dict[str, Draft] = {}
        self._wishes: list[_Wish] = []
        self._arrows: list[CollectedArrow] = []

    def box(self, type: str, title: str, *, receiver: str = "", id: str = "") -> Draft:
        """The box of a type with these words and, where it has one, this receiver; made if there is none.

        ``behaviour`` and ``effect_goal`` are effects that are one.
        """
        mark, type = (type, "effect") if type in ("behaviour", "effect_goal") else ("", type)
        title = cleaned(title)
        found = None if self._ours and id else self._alike(type, title, receiver)
        if found is None:
            if not (self._ours and id):
                self._say_other_kind(type, title)
            found = self._made(type, title, id)
        if receiver and found.may_have("for"):
            found.fields["for"] = receiver
        if mark:
            found.fields[mark] = True
        if id:
            self._by_id.setdefault(identity(id), found)
            found.ref = found.ref or ("" if id.isdecimal() else id)
            found.id = id if self._ours else ""
        return found

    def note(self, text: str, *, origin: str = "", title: str = "", id: str = "") -> Draft:
        """A note with a text of its own; ``title`` is what arrows call it."""
        whole = lines_of(text)
        if origin:  # what has no place on several sheets is one note
            for one in self._by_words.get(identity(cleaned(text)), ()):
                if one.type == "note" and one.whole == whole:
                    return one
        made = self._made("note", cleaned(title or text), id)
        made.whole = whole
        if origin:
            made.fields["origin"] = origin
        if id:
            self._by_id.setdefault(identity(id), made)
            made.ref = "" if id.isdecimal() else id
        return made

    def point(
        self,
        draft: Draft,
        cell: str,
        place: Place,
        *,
        backward: bool = False,
        because: str = "",
        concerns: bool = False,
    ) -> None:
        """Let a box point at all that a cell names; ``concerns`` where it says what the box is about."""
        if any(map(str.isalnum, cell)):
            wish = _Wish(draft.key, cell, place, backward, because=because, concerns=concerns)
            self._wishes.append(wish)

    @property
    def last(self) -> Draft | None:
        """The box that was made last."""
        return next((one for one in reversed(self._drafts.values()) if one.type != "note"), None)

    def lead(self, tail: Draft, head: Draft, place: Place, because: str = "") -> None:
        """An arrow between two boxes."""
        if tail is not head:
            arrow = CollectedArrow(tail.key, head.key, because=because, place=place)
            if arrow not in self._arrows[-50:]:
                self._arrows.append(arrow)

    def said_box(self, words: str, id: str = "") -> Draft | None:
        """The box that an id or, where there is none, words name."""
        return (self._by_id.get(identity(id)) if id else None) or (self._named(words) if words else None)

    def remark(self, key: str, item: str = "", place: Place | None = None, **particulars: Any) -> None:
        """Record a guess or a loss."""
        self.remarks.append(Remark(key, item, place, particulars))

    def end_named(self, words: str, place: Place) -> Draft:
        """The box or note that an arrow's end names; an effect where there is none, said."""
        found = self._named(words)
        if found is None:
            found = self.box("effect", words)
            self.remark("target-as-effect", found.title, place)
        return found

    def collected(self, title: str, language: str, head: Mapping[str, Any] | None = None) -> Collected:
        """All of it; arrows find their ends, and notes with arrows are effects, said."""
        for wish in self._wishes:
            self._grant(wish)
        ends = dict.fromkeys(key for arrow in self._arrows for key in (arrow.tail, arrow.head))
        for key in ends:
            if (draft := self._drafts[key]).type == "note":
                draft.type, draft.title = "effect", draft.title or cleaned(draft.whole)
                self.remark("note-as-effect", draft.title)
        return Collected(
            title,
            tuple(_box(draft) for draft in self._drafts.values() if draft.type != "note"),
            tuple(_note(draft) for draft in self._drafts.values() if draft.type == "note"),
            tuple(dict.fromkeys(self._arrows)),
            tuple(self.remarks),
            head or {},
            language,
        )

    def _grant(self, wish: _Wish) -> None:
        own = self._drafts[wish.key]
        if whole := self._named(wish.words):
            self._join(own, whole, wish, wish.because)
            return
        for words, hampers in names_in(wish.words):
            self._grant_one(own, words, replace(wish, hampers=wish.hampers or hampers))

    def _grant_one(self, own: Draft, words: str, wish: _Wish) -> None:
        """One name; or several with commas, where each of them is that of a box."""
        whole = self._named(words)
        names = [part for part in words.split(",") if part.strip()]
        if whole is None and len(names) > 1 and all(self._named(name) for name in names):
            reasons = wish.because.split(",")
            for n, name in enumerate(names):
                because = reasons[n] if len(reasons) == len(names) else wish.because
                self._join(own, self.end_named(name, wish.place), wish, because.strip())
            return
        self._join(own, whole or self.end_named(words, wish.place), wish, wish.because)

    def _join(self, own: Draft, other: Draft, wish: _Wish, because: str) -> None:
        at_drawback = wish.concerns and not wish.hampers and (own.type, other.type) == ("risk", "drawback")
        # an arrow from a risk to a drawback would be what the risk leads to
        tail, head = (other, own) if wish.backward or at_drawback else (own, other)
        self._arrows.append(CollectedArrow(tail.key, head.key, wish.hampers, because, place=wish.place))

    def _named(self, words: str) -> Draft | None:
        said = identity(words)
        if among := self._by_words.get(said):
            return next((one for one in among if one.type != "note"), among[0])
        return self._by_id.get(said)

    def _alike(self, type: str, title: str, receiver: str) -> Draft | None:
        for one in self._by_words.get(identity(title), ()):
            if one.type == type and (not receiver or one.fields.get("for", receiver) == receiver):
                return one
        return None

    def _say_other_kind(self, type: str, title: str) -> None:
        for one in self._by_words.get(identity(title), ()):
            if one.type != type and {one.type, type} <= _SHARING:
                self.remark("two-kinds", one.title, first=one.type, other=type)
                return

    def _made(self, type: str, title: str, id: str) -> Draft:
        made = Draft(f"{len(self._drafts)}", type, title)
        self._drafts[made.key] = made
        self._by_words.setdefault(identity(title), []).append(made)
        return made


def _parts(cell: str) -> Iterator[str]:
    """The names in a cell, by semicolons and line breaks; a name may stand in straight quotation marks."""
    for found in _NAME.finditer(cell):
        name = found[0].strip()
        mark = _HINDERS.match(name)
        quoted = _WHOLLY_QUOTED.fullmatch(name[mark.end() :] if mark else name)
        yield f"{mark[0] if mark else ''}{quoted[1]}" if quoted else name


def names_in(cell: str) -> tuple[tuple[str, bool], ...]:
    """The names in a cell of targets, each with whether it is marked as what is hindered (``!- name``)."""
    found = []
    for words in _parts(cell):
        if any(map(str.isalnum, words)):
            mark = _HINDERS.match(words)
            found.append((words[mark.end() :] if mark else words, mark is not None))
    return tuple(found)


def _box(draft: Draft) -> CollectedBox:
    fields = dict(draft.fields)
    if draft.lines:
        fields["text"] = "\n".join([*([fields["text"]] if "text" in fields else []), *draft.lines])
    return CollectedBox(draft.key, draft.type, draft.title, fields, draft.ref, draft.id)


def _note(draft: Draft) -> CollectedNote:
    kept = {key: value for key, value in draft.fields.items() if key in ("origin", "tags")}
    return CollectedNote(draft.key, draft.whole or draft.title, kept, draft.ref)


def joined(texts: Iterable[str]) -> str:
    """The cells of a row in one text."""
    return " · ".join(text for text in (cleaned(text) for text in texts) if text)
