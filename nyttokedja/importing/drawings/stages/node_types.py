"""What a user says that boxes of a drawing are: ``shape=box3d:change`` → a mapping of looks to kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nyttokedja.errors import CannotRead
from nyttokedja.importing.kind_words import kind_of_word
from nyttokedja.model.chain import SECTIONS


def parse_mapping(entries: Iterable[str]) -> dict[str, str]:
    """``--map`` options → a mapping for `nyttokedja.importing.drawings.dot.reader.import_dot`.

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
