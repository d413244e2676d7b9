"""Shapes that have been read: the same words on several pages become one box, and each its box or note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.drawings.board import Group, Page, Shape
from nyttokedja.importing.drawings.stages.kinds import ShapeKind
from nyttokedja.importing.identity import identity
from nyttokedja.importing.kind_words import kind_of_word, kinds_by_label
from nyttokedja.importing.model import CollectedBox, CollectedNote, Place, Remark
from nyttokedja.importing.notation.note_fields import has_key, read_tail
from nyttokedja.language.schema import canonical

OUR_ID = "nyttokedja_id"
_OURS = "nyttokedja_"
_TEXTS = ("owner", "for")
"""Keys of a node that our own drawings hold as data."""
_MARKS = ("behaviour", "effect_goal")
_MARKED: Mapping[str, tuple[str, ...]] = {"effect": _MARKS, "benefit": ("effect_goal",)}
_GUESSED = ("", "arrows")


@dataclass(frozen=True, slots=True)
class Reading:
    """A shape with what it is; ``groups`` are those that it is in, from the outermost."""

    page: Page
    shape: Shape
    kind: ShapeKind
    groups: tuple[Group, ...]

    @property
    def title(self) -> str:
        """Its words."""
        return cleaned(" ".join(self.kind.lines)) or cleaned(self.shape.id) or "…"

    @property
    def words(self) -> str:
        """What its words are known by."""
        return identity(self.title)

    @property
    def type(self) -> str:
        """A type of node, or ``note``."""
        return next(
            (kind for kind in self.kind.kinds if kind not in _MARKS), "effect" if self.kind.kinds else "note"
        )


def agreed(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, where one that does not say its kind has that of the others with its words."""
    said: dict[str, dict[str, ShapeKind]] = {}
    for one in readings:
        if one.kind.why not in _GUESSED:
            said.setdefault(one.words, {}).setdefault(one.type, one.kind)
    return tuple(
        replace(one, kind=next(iter(kinds.values()))._replace(lines=one.kind.lines, why="words", entry=None))
        if one.kind.why in _GUESSED and len(kinds := said.get(one.words, {})) == 1
        else one
        for one in readings
    )


def keys_of(readings: Sequence[Reading]) -> Mapping[str, str]:
    """Shape → the key of its box or note: its own id, or that of the shape on an earlier page like it."""
    first: dict[tuple[str, str], Reading] = {}
    ours: dict[tuple[str, str, str], Reading] = {}
    for one in readings:
        first.setdefault((one.words, one.type), one)
        ours.setdefault((one.words, one.type, one.shape.data.get(OUR_ID, "")), one)
    keys = {}
    for one in readings:
        own = one.shape.data.get(OUR_ID, "")
        like = ours[one.words, one.type, own] if own else first[one.words, one.type]
        if one.kind.why == "" and (drawn := first.get((one.words, "effect"))) and drawn.page is not one.page:
            like = drawn
        keys[one.shape.id] = one.shape.id if like.page is one.page else like.shape.id
    return keys


def box_of(reading: Reading, origin: str) -> CollectedBox | CollectedNote:
    """The box or note that a shape is."""
    shape, type = reading.shape, reading.type
    title, said = _tail(reading)
    ref = shape.id if shape.lasting else ""
    fields = dict(_fields(reading, origin))
    if type == "note":
        text = fields.pop("text", None)
        return CollectedNote(shape.id, f"{title}\n{text}" if text else title, fields, ref)
    known = canonical()["$defs"][type]["properties"]
    ours = {key: shape.data.get(_OURS + key, "") for key in _TEXTS if key in known}
    marks = {kind: True for kind in reading.kind.kinds if kind in _MARKED.get(type, ())}
    fields |= {**said, **{key: value for key, value in ours.items() if value}}
    return CollectedBox(shape.id, type, title, {**fields, **marks}, ref, shape.data.get(OUR_ID, ""))


def frame_name(group: Group) -> str:
    """What a frame or lane says beside the kind of what is in it; "" for no more."""
    if group.sort == "layer" or kind_of_word(" ".join(group.lines)):
        return ""
    labelled = kinds_by_label(group.lines)
    return " ".join(labelled[1] if labelled else group.lines)


def _tail(reading: Reading) -> tuple[str, dict[str, Any]]:
    """The title of a shape whose words say its kind, and what the marks after it say, as in notes."""
    if reading.kind.why == "label" and reading.type != "note":
        title, tail = read_tail(reading.title, reading.type)
        if title and tail and all(has_key(reading.type, key) and key != "tags" for key in tail):
            return title, {key: value for key, (value, _) in tail.items()}
    return reading.title, {}


def reading_remarks(readings: Sequence[Reading], keys: Mapping[str, str], several: bool) -> Iterator[Remark]:
    """Remarks on what was guessed, and on words that stand on several shapes."""
    here: dict[tuple[int, str], list[Reading]] = {}
    shown: dict[str, str] = {}
    for one in readings:
        place = Place("page", name=one.page.name) if several else None
        if keys[one.shape.id] != one.shape.id:
            if OUR_ID not in one.shape.data:
                shown.setdefault(keys[one.shape.id], one.title)
            continue
        here.setdefault((id(one.page), one.words), []).append(one)
        if letter := one.kind.letter.upper():
            yield Remark("shared-letter", one.title, place, {"letter": letter, "kind": one.type})
        if one.kind.why == "":
            yield Remark("unknown-kind", one.title, place)
        elif one.kind.why == "arrows":
            yield Remark("kind-by-arrows", one.title, place)
    yield from (Remark("words-on-pages", title) for title in shown.values())
    yield from (Remark("words-twice", alike[0].title) for alike in here.values() if len(alike) > 1)


def _fields(reading: Reading, origin: str) -> Iterator[tuple[str, Any]]:
    if text := cleaned(reading.shape.note):
        yield "text", text
    tags = [*reading.shape.tags, *(frame_name(group) for group in reading.groups)]
    if kept := list(dict.fromkeys(tag for tag in map(cleaned, tags) if tag)):
        yield "tags", kept
    if origin:
        yield "origin", origin
