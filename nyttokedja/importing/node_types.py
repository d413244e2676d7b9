"""A box of a drawing → its kind: by the user's mapping, by the words of the drawing, or by its style.

A kind is a node's type, or ``behaviour``, ``effect_goal`` or ``note``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from nyttokedja.drawing.dot.styles import STYLES
from nyttokedja.errors import CannotRead
from nyttokedja.importing.dot_graph import Attributes, DrawnBox, DrawnGroup
from nyttokedja.importing.labels import label_lines
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS, NodeType
from nyttokedja.model.spelling import fold

_PREFIX = re.compile(
    r"[\[(]?\s*([^\W\d_][^:\[\]()–—|]{0,40}?)\s*\d{0,3}\s*(?:[\])]\s*:?|:|\s[-–—]\s)\s*(\S.*)", re.DOTALL
)
_CLUSTER = re.compile(r"cluster[\s_-]*", re.IGNORECASE)
_NUMBER = re.compile(r"^[\d\s.:)]+|[\s_.:\d]+$")
_FURTHER: Mapping[NodeType, tuple[str, ...]] = {
    NodeType.CHANGE: (),
    NodeType.EFFECT: (),
    NodeType.BENEFIT: ("nyttoeffekt", "nyttoeffekter", "nyttevirkning", "nyttevirkninger"),
    NodeType.DRAWBACK: ("negativ effekt", "negativa effekter", "negative effekter"),
    NodeType.GOAL: ("verksamhetsmål", "virksomhetsmål"),
    NodeType.COST: ("kostnad som krävs",),
    NodeType.PRECONDITION: (),
    NodeType.OBSTACLE: (),
    NodeType.RISK: (),
    NodeType.OPPORTUNITY: (),
}
"""Type → words that mean it in drawings, besides those of the format and of our own pictures."""
_NO_TYPES: Mapping[str, tuple[str, ...]] = {
    "behaviour": ("behaviour", "behavior", "beteenden"),
    "note": ("note", "notes"),
}
"""The same for the kinds that are no types."""


@cache
def kind_words() -> Mapping[str, str]:
    """Folded word → kind: the names of types and sections in all languages, singular and plural."""
    found = dict(_words())
    return {fold(word): kind for word, kind in found.items()}


def kind_of_word(word: str) -> str | None:
    """The kind that a word names, in any of the languages; numbers around it are ignored."""
    return kind_words().get(fold(_NUMBER.sub("", word))) or kind_words().get(fold(word))


def parse_mapping(entries: Iterable[str]) -> dict[str, str]:
    """``--map`` options → a mapping for `nyttokedja.importing.dot.import_dot`.

    An entry is ``ATTRIBUTE=VALUE:TYPE``, where the attribute is one of the drawing's (``shape``,
    ``fillcolor``, ``class`` …), ``cluster`` for the label or name of a group, or ``name`` for that
    of a node; ``NAME:TYPE`` alone is a node's name too. The type is a word of any language for a type of
    node, ``behaviour`` or ``note``. Examples: ``shape=box3d:change``, ``fillcolor=#ffcc00:effekt``,
    ``cluster=Våra nyttor:nytta``, ``n12:mål``.

    Raises:
        CannotRead: an entry is not of that form, or its type is none.
    """
    mapping = {}
    for entry in entries:
        what, colon, kind = entry.rpartition(":")
        if not colon or not what.strip():
            raise CannotRead(f"{entry!r} is not ATTRIBUTE=VALUE:TYPE, such as shape=box3d:change.")
        mapping[what.strip()] = _checked_kind(kind.strip(), entry)
    return mapping


def parsed_pairs(mapping: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """A mapping's entries as (attribute, value) → kind.

    Raises:
        CannotRead: a type in it is none.
    """
    pairs = {}
    for what, kind in mapping.items():
        attribute, equals, value = what.partition("=")
        pair = (attribute.strip().lower(), value.strip()) if equals else ("name", what.strip())
        pairs[pair] = _checked_kind(kind, what)
    return pairs


def _checked_kind(word: str, entry: str) -> str:
    kind = kind_of_word(word)
    if kind is None:
        types = ", ".join([*(kind.value for kind in SECTIONS.values()), "behaviour", "note"])
        raise CannotRead(f"{word!r} in {entry!r} is no type of box. The types are: {types}.")
    return kind


def kind_by_mapping(
    box: DrawnBox, pairs: Mapping[tuple[str, str], str]
) -> tuple[tuple[str, str], str] | None:
    """The first entry of the mapping that matches a box, and its kind; None where none does."""
    for (attribute, value), kind in pairs.items():
        if _matches(box, attribute, value.casefold()):
            return (attribute, value), kind
    return None


def _matches(box: DrawnBox, attribute: str, value: str) -> bool:
    if attribute == "name":
        return value in (box.name.casefold(), (box.said_id or "").casefold())
    if attribute == "cluster":
        return any(fold(value) in _group_names(group) for group in box.groups)
    if attribute not in box.attributes:
        return False
    written = " ".join(box.attributes[attribute].text.split()).casefold()
    return value == written or value in written.split(",")


def kinds_by_label(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The kinds that a label begins with, and its lines without them; None where it begins with none.

    They stand on a first line of their own (``NYTTA · EFFEKTMÅL``), or before a colon or dash.
    """
    if not lines:
        return None
    kinds = tuple(kind_of_word(part) for part in lines[0].split("·"))
    if all(kinds):
        return tuple(kind for kind in kinds if kind), lines[1:]
    match = _PREFIX.fullmatch(lines[0])
    kind = kind_of_word(match[1]) if match else None
    if match is None or kind is None:
        return None
    return (kind,), (match[2][:1].upper() + match[2][1:], *lines[1:])


def kind_by_group(groups: Iterable[DrawnGroup]) -> str | None:
    """The kind of the innermost group that is named or labelled after one; None where none is."""
    for group in reversed(tuple(groups)):
        for name in _group_names(group):
            if name in kind_words():
                return kind_words()[name]
    return None


def _group_names(group: DrawnGroup) -> tuple[str, ...]:
    name = _CLUSTER.sub("", group.name)
    labels = (*label_lines(group.label, {"G": group.name})[:1], name, group.name)
    return tuple(fold(_NUMBER.sub("", text)) for text in labels if text) + tuple(map(fold, labels))


def kind_by_style(attributes: Attributes) -> str | None:
    """The kind whose class, else whose shape and fill, are those of `nyttokedja.drawing.dot`, or None."""
    classes = attributes["class"].text.split() if "class" in attributes else []
    for word in classes:
        if word in STYLES:
            return word
    if "shape" not in attributes or "fillcolor" not in attributes:
        return None
    like = (attributes["shape"].text.casefold(), attributes["fillcolor"].text.casefold())
    alike = [kind for kind, look in STYLES.items() if (look.shape, look.fill.casefold()) == like]
    return alike[0] if len(alike) == 1 else None


def _words() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        keywords = words(language)
        for section, kind in SECTIONS.items():
            yield keywords.key(section, "chain"), kind.value
            if singular := keywords.singular(section):
                yield singular, kind.value
        yield keywords.key("behaviour", "effect"), "behaviour"
        yield keywords.key("effect_goal", "effect"), "effect_goal"
        yield keywords.key("notes", "chain"), "note"
        for kind_name, word in texts(language).group("picture/boxes").items():
            yield word, kind_name
    for kind in NodeType:
        for word in (kind.value, *_FURTHER[kind]):
            yield word, kind.value
    for kind_name, further in _NO_TYPES.items():
        for word in further:
            yield word, kind_name
