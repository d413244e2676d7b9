"""An import, the last one and the chain → which boxes and notes of the import are which of the chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from nyttokedja.importing.identity import identity
from nyttokedja.importing.model import Imported
from nyttokedja.importing.returning.memory import Source
from nyttokedja.importing.returning.said import Box, Data, boxes, notes, parsed_of, said_by_file, with_ids
from nyttokedja.model.ids import UniqueIds
from nyttokedja.model.spelling import Vocabulary, fold, likeness
from nyttokedja.versions.merging.renames import renames

_WEAK = frozenset({"pptx"})
"""Formats whose names for boxes change when a page is copied: they count where the words are alike too."""
_ALIKE = 0.5
_BOX = "box"


@dataclass(frozen=True, slots=True)
class Matched:
    """An import in the ids of the chain.

    Attributes:
        data: what it says, in its normal form.
        refs: id or text → the file's lasting name.
        new: the ids of boxes that neither the last import nor the chain had.
        twins: titles of new boxes that several boxes could have been.
        near: (new title, title of a box that it may be: much like it, or in the same place).
        reworded: text of a note at the last import → its text now.
    """

    data: Data
    refs: Mapping[str, str]
    new: tuple[str, ...]
    twins: tuple[str, ...]
    near: tuple[tuple[str, str], ...]
    reworded: Mapping[str, str] = field(default_factory=dict)


def as_called_now(source: Source, ours: Data) -> Source:
    """The last import of a source with the ids that have been given in the chain since."""
    there = {box.id for box in boxes(ours)}
    if all(box.id in there for box in boxes(source.data)):
        return source
    ids = renames(parsed_of(source.data), parsed_of(ours))
    settled = {}
    for known, said in source.settled.items():
        verb, _, id = said.partition(":")
        settled[known] = f"{verb}:{ids.get(id, id)}" if id else said
    refs = {ids.get(known, known): ref for known, ref in source.refs.items()}
    gone = tuple((ids.get(id, id), *(ids.get(one, one) for one in rest)) for id, *rest in source.gone)
    return Source(source.format, with_ids(source.data, ids), refs, settled, gone)


def matched(imported: Imported, last: Source, ours: Data) -> Matched:
    """What an import says, with the ids and the words of notes that the chain has.

    Args:
        imported: the import.
        last: what the last one of its source said, and after that other sources.
        ours: what the chain says now.
    """
    said = said_by_file(parsed_of(imported.data))
    assert said is not None, "imports are fit for the schema"
    left, became = _settled(said, imported.refs, last)
    found = _Matching(left, imported.refs, last, ours).result()
    return replace(found, data=_with_boxes(found.data, became, last))


def settles(source: Source, text: str) -> str:
    """What a note is known by where it is said what was decided of it: its lasting name, or its words."""
    return source.refs.get(text) or identity(text)


def _settled(said: Data, refs: Mapping[str, str], last: Source) -> tuple[Data, tuple[str, ...]]:
    """What an import says without the notes that were sorted, and the ids of boxes that some became."""
    left, became = [], []
    for note in said.get("notes", ()):
        decided = last.settled.get(refs.get(note["text"]) or identity(note["text"]), "")
        if decided.startswith(f"{_BOX}:"):
            became.append(decided.partition(":")[2])
        elif not decided:
            left.append(note)
    rest = {key: value for key, value in said.items() if key != "notes"}
    return {**rest, "notes": left} if left else rest, tuple(became)


def _with_boxes(said: Data, ids: Iterable[str], last: Source) -> Data:
    """What an import says, with boxes as they were sorted; where it says them itself, that counts."""
    there = {box.id for box in boxes(said)}
    full = dict(said)
    for box in boxes(last.data):
        if box.id in ids and box.id not in there:
            full[box.section] = {**full.get(box.section, {}), box.id: box.fields}
    return full


class _Matching:
    def __init__(self, said: Data, refs: Mapping[str, str], last: Source, ours: Data) -> None:
        self.said, self.refs, self.last, self.ours = said, refs, last, ours
        self.theirs = list(boxes(said))
        self.before = {box.id: box for box in boxes(last.data)}
        self.now = {box.id: box for box in boxes(ours)}
        self.taken = {*self.before, *self.now}
        self.ids: dict[str, str] = {}
        self.twins: list[str] = []
        self.near: list[tuple[str, str]] = []

    def result(self) -> Matched:
        self._by_ref()
        self._by_words(self.before)
        self._by_likeness()
        self._by_words({id: box for id, box in self.now.items() if id not in self.before})
        self._by_words(self.now)
        new = self._new_ids()
        data = with_ids(self.said, self.ids)
        reworded = dict(self._notes())
        data, refs = self._with_notes(data, reworded)
        titles = {box.title for box in boxes(self.ours)}
        near = (*self.near, *_near([box.title for box in boxes(data) if box.id in new], titles))
        again = {old: now for old, now in reworded.items() if old != now and old in set(notes(self.ours))}
        return Matched(data, refs, new, tuple(dict.fromkeys(self.twins)), near, again)

    def _left(self) -> list[Box]:
        return [box for box in self.theirs if box.id not in self.ids]

    def _by_ref(self) -> None:
        """The boxes that have the lasting names that they had."""
        known = {ref: id for id, ref in self.last.refs.items() if id in self.before}
        for box in self.theirs:
            id = known.get(self.refs.get(box.id, ""))
            if id and (self.last.format not in _WEAK or _alike(box, self.before[id])):
                self.ids.setdefault(box.id, id)

    def _by_words(self, known: Mapping[str, Box]) -> None:
        """The boxes that have the same words."""
        self.ids |= of_the_same_words(self._left(), list(self._free(known)))
        free = {identity(box.title) for box in self._free(known)}
        self.twins += [box.title for box in self._left() if identity(box.title) in free]

    def _free(self, known: Mapping[str, Box]) -> Iterator[Box]:
        taken = set(self.ids.values())
        return (box for id, box in known.items() if id not in taken)

    def _by_likeness(self) -> None:
        """The boxes that were reworded: what a comparison of the two imports takes for the same."""
        left = self._left()
        if not left or not list(self._free(self.before)):
            return
        apart = UniqueIds()
        for id in (*self.taken, *(box.id for box in self.theirs)):
            apart.keep(id)
        called = {box.id: self.ids.get(box.id) or apart.make(box.title) for box in self.theirs}
        was = {new: old for old, new in called.items()}
        again = with_ids(self.said, called)
        theirs = {box.id: box for box in self.theirs}
        for old, new in renames(parsed_of(self.last.data), parsed_of(again)).items():
            if old in self.ids.values() or was[new] in self.ids:
                continue
            if _alike(theirs[was[new]], self.before[old]):
                self.ids[was[new]] = old
            else:  # in the same place, but in other words: it may be another note
                self.near.append((theirs[was[new]].title, self.before[old].title))

    def _new_ids(self) -> tuple[str, ...]:
        unique = UniqueIds()
        for id in (*self.taken, *self.ids.values()):
            unique.keep(id)
        new = []
        for box in self._left():
            own = box.id if unique.keep(box.id) else unique.make(box.title)
            self.ids[box.id] = own
            new.append(own)
        return tuple(new)

    def _notes(self) -> Iterator[tuple[str, str]]:
        """Text of a note at the last import or in the chain → its text in this import."""
        before, now = list(notes(self.last.data)), list(notes(self.ours))
        by_ref = {self.last.refs[text]: text for text in before if text in self.last.refs}
        by_words = {identity(text): text for text in (*before, *now)}
        for text in notes(self.said):
            old = by_ref.get(self.refs.get(text, "")) or by_words.get(identity(text))
            if old is not None:
                yield old, text

    def _with_notes(self, data: Data, reworded: Mapping[str, str]) -> tuple[Data, Mapping[str, str]]:
        """Notes that say the same as before, in the words that they have in the chain."""
        old = {now: was for was, now in reworded.items() if identity(was) == identity(now)}
        if old and "notes" in data:
            again = [{**note, "text": old.get(note["text"], note["text"])} for note in data["notes"]]
            data = {**data, "notes": again}
        ids = {box.id: self.ids[box.id] for box in self.theirs}
        refs = {ids.get(known) or old.get(known, known): ref for known, ref in self.refs.items()}
        return data, refs


def of_the_same_words(some: Sequence[Box], others: Sequence[Box]) -> dict[str, str]:
    """Id of a box → id of the only other one with its words.

    Those of the same type and receiver come first, then those of the same type, then any.
    """
    found: dict[str, str] = {}
    for key in _KNOWN_BY:
        free = _by(key, (box for box in others if box.id not in found.values()))
        for words, alike in _by(key, (box for box in some if box.id not in found)).items():
            candidates = free.get(words, [])
            if len(alike) == len(candidates) == 1:
                found[alike[0].id] = candidates[0].id
    return found


_KNOWN_BY: tuple[Callable[[Box], Any], ...] = (
    lambda box: (identity(box.title), box.section, box.fields.get("for", "")),
    lambda box: (identity(box.title), box.section),
    lambda box: identity(box.title),
)


def _by(key: Callable[[Box], Any], some: Iterable[Box]) -> Mapping[Any, list[Box]]:
    found: dict[Any, list[Box]] = defaultdict(list)
    for box in some:
        found[key(box)].append(box)
    return found


def _alike(one: Box, other: Box) -> bool:
    return likeness(fold(one.title), fold(other.title)) >= _ALIKE


def _near(new: Iterable[str], known: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """New titles that may be typos of titles that are there."""
    vocabulary = Vocabulary(known)
    pairs = ((title, vocabulary.nearest(title)) for title in new)
    return tuple((title, near) for title, near in pairs if near and identity(near) != identity(title))
