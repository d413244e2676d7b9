"""The fix of a file without indents (NK001): each line goes as far in as the schema says that it belongs.

It is certain where one place alone takes each line, and what comes of it fits the schema.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nyttokedja.checking.fixes.lines import lines_from
from nyttokedja.checking.fixes.target import FixFunction, FixTarget, TextEdit, TextEdits
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import Form, root_form
from nyttokedja.language.keywords import words
from nyttokedja.model.findings import Span
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.quoting_hints import keys
from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate
from nyttokedja.reading.validation import validate

_ENTRY = re.compile(r"(?=- |\w[^:#]*:(?:\s|$))(- +)?(?:(\w[\w .()/-]*):(?:[ \t]+(\S.*))?$)?")
_DATE = re.compile(r"[0-9]{4}(?:-\S+)?")


@dataclass
class _Open:
    """A mapping or list that lines may still belong to, how far in its lines stand, and the keys it has."""

    form: Form
    indent: int
    names: set[str] = field(default_factory=set)

    @property
    def holds_ids(self) -> bool:
        return "propertyNames" in self.form.schema

    @property
    def waits_for_id(self) -> bool:
        """Whether its first line can only be an id, also one that is a key elsewhere."""
        return self.holds_ids and not self.holds_dates and not self.names

    @property
    def holds_dates(self) -> bool:
        return self.holds_ids and str(self.form.schema["propertyNames"]["$ref"]).endswith("/date")


def restored(target: FixTarget, _: Span, __: Mapping[str, Any]) -> TextEdits:
    """The spaces that each line lost."""
    lines = [at for at, lead in lines_from(target, 0) if not lead]
    indents = _indents([target.raw(at) for at in lines])
    if indents is None or len(lines) < sum(1 for _ in lines_from(target, 0)):
        return ()
    edits: list[TextEdit] = [
        (Span(at.start, at.start), " " * indent) for at, indent in zip(lines, indents, strict=True) if indent
    ]
    return tuple(edits) if _fits(target.text, edits) else ()


def _fits(text: str, edits: Sequence[TextEdit]) -> bool:
    """Whether the file fits the schema once it is edited."""
    for span, spaces in reversed(edits):
        text = text[: span.start] + spaces + text[span.end :]
    source = read(text.encode())
    if source.root is None or source.faults:
        return False
    translated = translate(source.root)
    return not translated.faults and not validate(translated.root, translated.keys).faults


def _indents(lines: Sequence[str]) -> list[int] | None:
    """How far in each line stands, where one place alone takes it; a comment stands as what follows it."""
    placing, indents, waiting, depth = _Placing(lines), list[int](), 0, 0
    for number, line in enumerate(lines):
        if line.startswith("#"):
            waiting += 1
            continue
        goes_on = depth > 0 or placing.entries[number] is None
        if goes_on and number:
            indent: int | None = placing.last + 2
        else:
            indent = placing.place(number)
        if indent is None:
            return None
        depth += sum(line.count(sign) for sign in "[{") - sum(line.count(sign) for sign in "]}")
        indents += [indent] * (waiting + 1)
        waiting = 0
    return [*indents, *[0] * waiting]


class _Placing:
    def __init__(self, lines: Sequence[str]) -> None:
        self.entries = [_ENTRY.match(line) for line in lines]
        self.open = [_Open(root_form(), 0)]
        self.last = 0

    def place(self, number: int) -> int | None:
        """How far in the line of an entry or an item stands."""
        entry = self.entries[number]
        if entry is None or not (entry[1] or entry[2]):
            return None
        if entry[1]:
            indent = self._item(number)
        elif (at := self._holder(number)) is None:
            return None
        else:
            del self.open[at + 1 :]
            indent = self.open[at].indent
            self._open_entry(entry, self.open[-1])
        self.last = self.last if indent is None else indent
        return indent

    def _item(self, number: int) -> int | None:
        """A line with a dash: an item of the innermost list."""
        entry = self.entries[number]
        lists = [at for at, held in enumerate(self.open) if held.form.item is not None and held.indent]
        if entry is None or not lists:
            return None
        del self.open[lists[-1] + 1 :]
        listing, item = self.open[-1], self.open[-1].form.item
        listing.names.update(listing.form.schema.get("properties", ()))
        if item is not None and entry[2] and entry[2] in item.keys:
            held = _Open(item, listing.indent + len(entry[1]))
            self.open.append(held)
            self._open_entry(entry, held)
        return listing.indent

    def _open_entry(self, entry: re.Match[str], held: _Open) -> None:
        name = held.form.keys.get(entry[2], entry[2])
        held.names.add(name)
        within = held.form.within(name)
        if within is not None and not (entry[3] or "").split(" #")[0].lstrip("#"):
            self.open.append(_Open(within, held.indent + 2))

    def _holder(self, number: int) -> int | None:
        """Which open mapping alone takes a key; None where none does, or several."""
        entry = self.entries[number]
        key = entry[2] if entry else ""
        takes = [at for at, held in enumerate(self.open) if held.form.keys.get(key, key) not in held.names]
        as_key = [at for at in takes if key in self.open[at].form.keys]
        if key.startswith("x-"):
            as_key = [at for at in takes if not self.open[at].holds_ids]
        if as_key:
            surely = len(as_key) == 1 or (as_key[-1] == len(self.open) - 1 and not self.open[-1].names)
            return as_key[-1] if surely else None
        known = self.open[self._says(number) :]  # what says something is no section
        has_place = key not in keys() or self.open[-1].waits_for_id
        if not has_place or any(_is_near(key, held.form) for held in known):
            return None  # a key that has no place, or that is misspelt
        dates = [at for at in takes if self.open[at].holds_dates]
        if _DATE.fullmatch(key):
            return dates[0] if dates else None
        ids = [at for at in takes if self.open[at].holds_ids and at not in dates]
        return ids[0] if len(ids) == 1 else self._of_two(ids, number)

    def _of_two(self, ids: Sequence[int], number: int) -> int | None:
        """Whether an id is that of a box or of an indicator in the last one, by what is said of it."""
        if not ids:
            return None
        if not self.open[ids[-1]].names:
            return ids[-1]
        kinds = [self.open[at].form.within("") for at in ids]
        for entry in self.entries[number + 1 :]:
            key = entry[2] if entry and not entry[1] else None
            fit = [at for at, kind in zip(ids, kinds, strict=True) if kind and key in kind.keys]
            if len(fit) == 1:
                return fit[0]
            if not fit:
                return ids[0] if key in root_form().keys and not self._says(number) else None
        return None

    def _says(self, number: int) -> bool:
        entry = self.entries[number]
        return bool(entry and entry[3])


def _is_near(key: str, form: Form) -> bool:
    """Whether a word may be a misspelt key of a form, in one of the languages."""
    names = form.schema.get("properties", ())
    return any(nearest(key, [words(each).key(name, form.name) for name in names]) for each in LANGUAGES)


FIXES: Mapping[tuple[str, str], FixFunction] = {("NK001", "flat"): restored}
