"""Fourth stage: what each shape is.

By the first that says it: the user's mapping; our own data; the beginning of its words; the group that it
is in; the heading that it stands under; a legend; our own colours; else it is an effect where it has
arrows, and a note where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.importing.drawings.board import Group, Page, Shape
from nyttokedja.importing.drawings.stages.colours import same_colour
from nyttokedja.importing.kind_words import NUMBER, kind_of_word, kind_words, kinds_by_label
from nyttokedja.importing.notation.marks import mark_of
from nyttokedja.importing.notation.vocabulary import vocabulary
from nyttokedja.model.spelling import fold

_COLOURS = ("fill", "line", "font")
_ALIASES = {"fillcolor": "fill", "color": "line", "cluster": "lane", "fontcolor": "font"}
_CLUSTER = re.compile(r"cluster[\s_-]*", re.IGNORECASE)
OUR_KIND = "nyttokedja_typ"
"""What our own drawings call a shape's kind in its data."""
OUR_LOOK = "nyttokedja"
"""The look that a reader gives a shape which looks as a kind does in our own drawings."""


class ShapeKind(NamedTuple):
    """What a shape is, its words without what says so, and what said it.

    ``kinds`` begins with a type or ``note``; "behaviour" and "effect_goal" may follow. ``why`` is mapping,
    data, label, group, heading, legend, looks, arrows, or "" where nothing says it; ``letter`` is the one
    before its words where that may mean several kinds.
    """

    kinds: tuple[str, ...]
    lines: tuple[str, ...]
    why: str
    entry: tuple[str, str] | None = None
    letter: str = ""


class KindFinder:
    """Says what the shapes of a page are.

    Args:
        page: one whose arrows are fastened.
        pairs: the user's mapping.
        columns: shape → the kind of the heading that it stands under.
        colours: fill → kind by the legends of all pages.
        language: that of its words, whose marks (``N:``) it has.
    """

    def __init__(
        self,
        page: Page,
        pairs: Mapping[tuple[str, str], str],
        columns: Mapping[str, str],
        colours: Mapping[str, str],
        language: str,
    ) -> None:
        self._vocabulary = vocabulary(language)
        self._page = page
        self._pairs = pairs
        self._columns = columns
        self._colours = colours
        self._groups = {group.id: group for group in page.groups}
        self._met = {end for one in page.connectors for end in (one.tail, one.head)}
        self._met |= {
            shape.id
            for shape in page.shapes
            if any(name in self._met for name in shape.groups if name in self._groups)
        }

    def kind(self, shape: Shape) -> ShapeKind:
        """What a shape is."""
        groups = self.groups(shape)
        entry = next((pair for pair in self._pairs if self._matches(shape, groups, *pair)), None)
        labelled, rest, letter = self._by_words(shape.lines)
        if entry is not None:
            return ShapeKind((self._pairs[entry],), rest, "mapping", entry)
        if own := _own_kinds(shape):
            under = shape.lines[1:] if kinds_by_label(shape.lines[:1]) == (own, ()) else shape.lines
            return ShapeKind(own, under or shape.lines, "data")
        if labelled:
            return ShapeKind(labelled, rest, "label", letter=letter)
        for why, kind in (
            ("group", kind_of_group(groups)),
            ("heading", self._columns.get(shape.id)),
            ("legend", _kind_of_fill(shape, self._colours)),
            ("looks", _kind_of_looks(shape)),
            ("arrows", "effect" if shape.id in self._met else None),
        ):
            if kind:
                return ShapeKind((kind,), shape.lines, why)
        return ShapeKind((), shape.lines, "")

    def _by_words(self, lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """The kinds that words begin with, the words without them, and the letter if it is one of several."""
        if found := kinds_by_label(lines):
            return found[0], found[1] or lines, ""
        mark = mark_of(lines[0], self._vocabulary) if lines else None
        if mark is None or not lines[0][mark.end :].strip():
            return (), lines, ""
        first = " ".join(part for part in (mark.emoji, lines[0][mark.end :].strip()) if part)
        return (mark.kind,), (first, *lines[1:]), mark.shared

    def groups(self, shape: Shape) -> list[Group]:
        """The groups that a shape is in, from the outermost."""
        return [self._groups[name] for name in shape.groups if name in self._groups]

    def _matches(self, shape: Shape, groups: Iterable[Group], attribute: str, value: str) -> bool:
        name, wanted = _ALIASES.get(attribute, attribute), value.casefold()
        if name == "name":
            said = (
                shape.id,
                *(shape.data.get(key, "") for key in ("id", "nyttokedja_id")),
                " ".join(shape.lines),
            )
            return wanted in (one.casefold() for one in said)
        if name == "lane":
            return any(fold(value) in _names(group) for group in groups)
        if name == "page":
            return wanted == self._page.name.casefold()
        if name == "tag":
            return wanted in (tag.casefold() for tag in shape.tags)
        if name in _COLOURS and name in shape.looks and same_colour(shape.looks[name], value):
            return True
        written = shape.looks.get(attribute, shape.looks.get(name))
        if written is None:
            return False
        plain = " ".join(written.split()).casefold()
        return wanted == plain or wanted in plain.split(",")


def kind_of_group(groups: Iterable[Group]) -> str | None:
    """The kind of the innermost group that is labelled or named after one, alone or before a colon."""
    for group in reversed(tuple(groups)):
        for name in _names(group):
            if name in kind_words():
                return kind_words()[name]
        if found := kinds_by_label(group.lines):
            return found[0][0]
    return None


def _names(group: Group) -> tuple[str, ...]:
    called = (_CLUSTER.sub("", group.name), group.name)
    said = [text for text in (" ".join(group.lines), *group.lines[:1], *called) if text]
    return tuple(fold(NUMBER.sub("", text)) for text in said) + tuple(fold(text) for text in said)


def _own_kinds(shape: Shape) -> tuple[str, ...]:
    kinds = tuple(kind_of_word(word) for word in shape.data.get(OUR_KIND, "").split("·"))
    return tuple(kind for kind in kinds if kind) if all(kinds) else ()


def _kind_of_fill(shape: Shape, colours: Mapping[str, str]) -> str | None:
    fill = shape.looks.get("fill")
    if not fill:
        return None
    return next((kind for colour, kind in colours.items() if same_colour(fill, colour)), None)


def _kind_of_looks(shape: Shape) -> str | None:
    if OUR_LOOK in shape.looks:
        return shape.looks[OUR_LOOK]
    return _our_looks().get((shape.looks.get("fill", "").lower(), shape.looks.get("line", "").lower()))


@cache
def _our_looks() -> Mapping[tuple[str, str], str]:
    """Fill and line of our own pictures → kind, where no other kind has them."""
    looks = [(colours.fill.lower(), colours.line.lower()) for colours in LIGHT.kinds.values()]
    return {look: kind for look, kind in zip(looks, LIGHT.kinds, strict=True) if looks.count(look) == 1}
