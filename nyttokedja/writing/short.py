"""Draft of a chain in canonical words → the same chain in the format's short forms.

A node whose title is what its id says needs none; a node, note, action or indicator that is only its
text is that text; a list of one arrow or pointer is the one. The chain that is read is the same. What has
a comment of its own stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.chain import title_from
from nyttokedja.vocabulary import Form, root_form
from nyttokedja.vocabulary.forms import NODES
from nyttokedja.writing.draft import Draft, Group, Piece, Text, bare, has_comments
from nyttokedja.writing.drafting import drafted

_ALONE = {
    "link": "to",
    "leads_to": "to",
    "action": "what",
    "note": "text",
    "level": "value",
    "measurement": "value",
}
_TITLED = NODES | {"indicator"}
ONE_OR_SEVERAL = frozenset({"leads_to", "references"})
"""The `$defs` that are one arrow or pointer, or a list of them."""


def alone_key(form: Form) -> str:
    """The canonical key of the value that can stand alone for a mapping; "" where none can."""
    return "title" if form.name in _TITLED else _ALONE.get(form.name, "")


def shortened(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a whole chain in its short forms."""
    short: dict[str, Any] = bare(short_draft(drafted(data, root_form()), root_form()))
    return short


def short_draft(draft: Draft, form: Form | None, key: str = "") -> Draft:
    """A draft in its short forms; ``form`` and ``key`` are those of its place."""
    if form is None:
        return draft
    if isinstance(draft, Text):
        return _short_text(draft, form, key)
    if draft.listing:
        items = tuple(p._replace(value=short_draft(p.value, form.item, key)) for p in draft.pieces)
        alone = form.name in ONE_OR_SEVERAL and len(items) == 1 and _is_plain(items[0]) and not draft.below
        return items[0].value if alone else draft._replace(pieces=items)
    pieces = tuple(p._replace(value=short_draft(p.value, form.within(p.key), p.key)) for p in draft.pieces)
    return _mapping(draft._replace(pieces=pieces), form, key)


def _short_text(draft: Text, form: Form, key: str) -> Text:
    if form.name in _TITLED and draft.value == title_from(key):
        return Text(None)
    if form.name == "date" and isinstance(draft.value, int):
        return Text(str(draft.value), draft.written)  # as a year is read
    return draft


def _mapping(group: Group, form: Form, key: str) -> Draft:
    if form.name in _TITLED:
        pieces = tuple(piece for piece in group.pieces if not _says_nothing(piece, key))
        if not pieces:
            return Text(None) if not group.below else group
        return _alone(group._replace(pieces=pieces), "title")
    return _alone(group, alone_key(form))


def _says_nothing(piece: Piece, id: str) -> bool:
    """Whether a piece is the title that the id gives anyhow."""
    same = isinstance(piece.value, Text) and piece.value.value == title_from(id)
    return piece.key == "title" and same and _is_plain(piece)


def _alone(group: Group, name: str) -> Draft:
    """The only value there is, where it is the one that can stand without its key."""
    if group.below or [piece.key for piece in group.pieces] != [name] or not _is_plain(group.pieces[0]):
        return group
    return group.pieces[0].value


def _is_plain(piece: Piece) -> bool:
    return not any(piece.above) and not piece.beside and not has_comments(piece.value)
