"""A box of a drawing → its kind: by the user's mapping, by the group that it is in, or by its style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nyttokedja.drawing.dot.styles import STYLES
from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.dot_graph import Attributes
from nyttokedja.importing.kind_words import kind_of_word
from nyttokedja.model.chain import SECTIONS


def parse_mapping(entries: Iterable[str]) -> dict[str, str]:
    """``--map`` options → a mapping for `nyttokedja.importing.drawings.dot.import_dot`.

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
