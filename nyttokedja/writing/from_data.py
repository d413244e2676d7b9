"""Canonical data → draft, and a draft in canonical words → one in a language's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.language.forms import NODES, ONE_OR_SEVERAL, Form
from nyttokedja.language.keywords import words
from nyttokedja.writing.draft import Draft, DraftGroup, Piece, Text

_ALWAYS_BLOCK = NODES | {"about", "indicator", "acceptance"}
_FLOW_LISTS = ONE_OR_SEVERAL | {"tags", ""}


def drafted(data: Any, form: Form | None) -> Draft:
    """Plain canonical data as a draft; what holds only single values stands on one line where it fits."""
    if isinstance(data, Mapping):
        pieces = [
            Piece(key, drafted(value, form.within(key) if form else None)) for key, value in data.items()
        ]
        return DraftGroup(tuple(pieces), flow=_may_flow(data, form))
    if isinstance(data, list | tuple):
        items = [Piece("", drafted(item, form.item if form else None)) for item in data]
        return DraftGroup(tuple(items), listing=True, flow=_may_flow(data, form))
    return Text(data)


def may_flow(form: Form) -> bool:
    """Whether a mapping in this place reads well on one line."""
    return form.name not in _ALWAYS_BLOCK and "properties" in form.schema


def _may_flow(data: Mapping[str, Any] | list[Any] | tuple[Any, ...], form: Form | None) -> bool:
    """Whether a mapping or list is of a kind that reads well on one line, and holds only single values."""
    parts = data.values() if isinstance(data, Mapping) else data
    if any(isinstance(part, Mapping | list | tuple) for part in parts):
        return False
    if form is None:
        return True
    if not isinstance(data, Mapping):
        return form.name in _FLOW_LISTS
    return may_flow(form)


def spoken(draft: Draft, form: Form | None, language: str) -> Draft:
    """A draft in canonical words, with the keys and listed values in a language's."""
    if form is None:
        return draft
    if isinstance(draft, Text):
        return _spoken_text(draft, form, language)
    if draft.listing:
        items = [_said(piece, piece.key, form.item, language) for piece in draft.pieces]
        return draft._replace(pieces=tuple(items))
    known, speaker = form.schema.get("properties", {}), words(language)
    pieces = [
        _said(
            piece,
            speaker.key(piece.key, form.name) if piece.key in known else piece.key,
            form.within(piece.key),
            language,
        )
        for piece in draft.pieces
    ]
    return draft._replace(pieces=tuple(pieces))


def _said(piece: Piece, key: str, form: Form | None, language: str) -> Piece:
    value = spoken(piece.value, form, language)
    return piece if value is piece.value and key == piece.key else piece._replace(key=key, value=value)


def _spoken_text(draft: Text, form: Form, language: str) -> Text:
    if draft.written:
        return draft
    if isinstance(draft.value, bool) and form.takes_truth:
        said = form.truth(draft.value, language)
    elif isinstance(draft.value, str):
        said = form.word(draft.value, language)
    else:
        return draft
    return draft if said == draft.value else Text(said)
