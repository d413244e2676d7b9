"""The words that say what a box is, in all languages.

A kind is a node's type, or ``behaviour``, ``effect_goal`` or ``note``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS, NodeType
from nyttokedja.model.spelling import fold

_PREFIX = re.compile(
    r"[\[(]?\s*([^\W\d_][^:\[\]()–—|]{0,40}?)\s*\d{0,3}\s*(?:[\])]\s*:?|:|\s[-–—]\s)\s*(\S.*)", re.DOTALL
)
NUMBER = re.compile(r"^[\d\s.:)]+|[\s_.:\d]+$")
"""What numbers a word: ``2. Nyttor``, ``Nytta 3``."""
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
    return kind_words().get(fold(NUMBER.sub("", word))) or kind_words().get(fold(word))


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


@cache
def own_kind_words(language: str) -> Mapping[str, str]:
    """The same of one language alone, without words from drawings."""
    return {fold(word): kind for word, kind in _own_words(language)}


def _words() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        yield from _own_words(language)
    for kind in NodeType:
        for word in (kind.value, *_FURTHER[kind]):
            yield word, kind.value
    for kind_name, further in _NO_TYPES.items():
        for word in further:
            yield word, kind_name


def _own_words(language: str) -> Iterator[tuple[str, str]]:
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
