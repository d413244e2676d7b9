"""What a user says that boxes of a drawing are: ``shape=box3d:change`` → a mapping of looks to kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nyttokedja.errors import CannotRead
from nyttokedja.importing.arrows import strength
from nyttokedja.importing.kind_words import kind_of_word
from nyttokedja.model.chain import SECTIONS

DASHED = ("dashed", "1")
"""The look of an arrow, which a user may say how strong it is."""


def parse_mapping(entries: Iterable[str]) -> dict[str, str]:
    """``--map`` options → a mapping for `nyttokedja.importing.drawings.dot.reader.import_dot`.

    An entry is ``ATTRIBUTE=VALUE:TYPE``, where the attribute is one of the drawing's (``shape``,
    ``fillcolor``, ``class`` …), ``cluster`` for the label or name of a group, or ``name`` for that
    of a node; ``NAME:TYPE`` alone is a node's name too. The type is a word of any language for a type of
    node, ``behaviour`` or ``note``; of arrows that are ``dashed``, it is a word for a strength. Examples:
    ``shape=box3d:change``, ``fillcolor=#ffcc00:effekt``, ``cluster=Våra nyttor:nytta``, ``n12:mål``,
    ``dashed:indirect``.

    Raises:
        CannotRead: an entry is not of that form, or its type is none.
    """
    mapping = {}
    for entry in entries:
        what, colon, kind = entry.rpartition(":")
        if not colon or not what.strip():
            raise CannotRead(f"{entry!r} is not ATTRIBUTE=VALUE:TYPE, such as shape=box3d:change.")
        mapping[what.strip()] = _checked_word(pair_of(what), kind.strip(), entry)
    return mapping


def parsed_pairs(mapping: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """A mapping's entries as (attribute, value) → kind.

    Raises:
        CannotRead: a type in it is none.
    """
    pairs = {}
    for what, kind in mapping.items():
        pair = pair_of(what)
        pairs[pair] = _checked_word(pair, kind, what)
    return pairs


def pair_of(what: str) -> tuple[str, str]:
    """The attribute and value that an entry is about: ``shape=box`` → ``("shape", "box")``."""
    attribute, equals, value = what.partition("=")
    if attribute.strip().lower() == DASHED[0]:
        return DASHED
    return (attribute.strip().lower(), value.strip()) if equals else ("name", what.strip())


def _checked_word(pair: tuple[str, str], word: str, entry: str) -> str:
    """A type, or a strength where the entry is about dashed arrows."""
    return (strength(word) if pair == DASHED else "") or _checked_kind(word, entry)


def _checked_kind(word: str, entry: str) -> str:
    kind = kind_of_word(word)
    if kind is None:
        types = ", ".join([*(kind.value for kind in SECTIONS.values()), "behaviour", "note"])
        raise CannotRead(f"{word!r} in {entry!r} is no type of box. The types are: {types}.")
    return kind
