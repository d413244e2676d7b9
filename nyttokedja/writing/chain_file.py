"""Canonical data → the text of a chain file, in the words of one language.

Sections come in the schema's order, nodes and their keys in the data's own. What fits in a line of
100 characters and is no node stands in flow style.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import SECTIONS
from nyttokedja.writing.draft import Draft, DraftGroup, Piece
from nyttokedja.writing.from_data import drafted, spoken
from nyttokedja.writing.lines import lines_of
from nyttokedja.writing.short_forms import shortened, titled

_LONG = 8
"""A section with a node of more lines than this has a blank line between its nodes."""


def to_yaml(data: Mapping[str, Any], language: str = "sv", heading: str = "", *, titles: bool = False) -> str:
    """The text of a chain file.

    Args:
        data: the whole chain as plain data with canonical keys, fit for the schema.
        language: that of the keys and listed values: sv, nb or en.
        heading: what the comment at the top says; nothing where empty.
        titles: whether every title is written out under its key, also one that its id gives: so that words
            from elsewhere are found again as they were written there.

    Returns:
        The text, with one line break at its end. It is read back as `short_forms.shortened` of the data,
        but for titles that are written out.
    """
    form = root_form()
    draft = drafted(shortened(data), form)
    said = spoken(_ordered(titled(draft, form) if titles else draft), form, language)
    assert isinstance(said, DraftGroup)
    first, *rest = (_spaced(piece) for piece in said.pieces)
    comments = [f"# {line}".rstrip() for line in heading.strip().splitlines()]
    first = first._replace(above=(*comments, "") if comments else ())
    return "\n".join(lines_of([first, *rest])) + "\n"


def _ordered(draft: Draft) -> DraftGroup:
    """The file's facts about itself first, then the rest in the schema's order, a blank line before each."""
    assert isinstance(draft, DraftGroup)
    order = {key: n for n, key in enumerate(root_form().schema["properties"])}
    pieces = sorted(draft.pieces, key=lambda piece: order.get(piece.key, len(order)))
    heads = [piece for piece in pieces if piece.key in facts()]
    return DraftGroup(
        (*heads, *(piece._replace(above=("",)) for piece in pieces if piece.key not in facts()))
    )


@cache
def facts() -> frozenset[str]:
    """The keys of the chain that hold a single value, and never more: its title, its stage …"""
    forms = {key: root_form().within(key) for key in root_form().schema["properties"]}
    kinds = {key: form.schema.get("type", ()) if form else () for key, form in forms.items()}
    return frozenset(key for key, kind in kinds.items() if "object" not in kind and "array" not in kind)


def _spaced(piece: Piece) -> Piece:
    """A section with blank lines between its nodes, if any of these is long."""
    section = root_form().keys.get(piece.key) in SECTIONS
    if not section or not isinstance(piece.value, DraftGroup) or not piece.value.pieces:
        return piece
    first, *rest = piece.value.pieces
    if all(len(lines_of([node], 2)) <= _LONG for node in piece.value.pieces):
        return piece
    return piece._replace(
        value=piece.value._replace(pieces=(first, *(n._replace(above=("",)) for n in rest)))
    )
