"""Draft of a chain in canonical words → the same chain in the format's short forms.

A node whose title is what its id says needs none; a node, note, action or indicator that is only its
text is that text; a list of one arrow or pointer is the one. The chain that is read is the same. What has
a comment of its own stays as it is. `titled` writes every title out instead; a file that somebody has
keeps those that stand in it, whose words are then found by searching.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.language.forms import ONE_OR_SEVERAL, TITLED, Form, alone_key, root_form
from nyttokedja.model.chain import title_from
from nyttokedja.writing.draft import Draft, DraftGroup, Piece, Text, bare, has_comments
from nyttokedja.writing.from_data import drafted


def shortened(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a whole chain in its short forms."""
    short: dict[str, Any] = bare(short_draft(drafted(data, root_form()), root_form()))
    return short


def titled(draft: Draft, form: Form | None, key: str = "") -> Draft:
    """A draft in its short forms, with every title written out under its own key."""
    if form is None or (isinstance(draft, Text) and form.name not in TITLED):
        return draft
    if isinstance(draft, Text):
        return DraftGroup((Piece("title", Text(title_from(key)) if draft.value is None else draft),))
    if draft.listing:
        return draft
    pieces = tuple(
        piece._replace(value=titled(piece.value, form.within(piece.key), piece.key)) for piece in draft.pieces
    )
    if form.name in TITLED and all(piece.key != "title" for piece in pieces):
        pieces = (Piece("title", Text(title_from(key))), *pieces)
    return draft._replace(pieces=pieces)


def short_draft(draft: Draft, form: Form | None, key: str = "", *, titles: bool = False) -> Draft:
    """A draft in its short forms.

    Args:
        draft: what stands there.
        form: that of its place.
        key: that of its place.
        titles: whether titles that ids give anyhow are kept where they stand.
    """
    if form is None:
        return draft
    if isinstance(draft, Text):
        return _short_text(draft, form, "" if titles else key)
    if draft.listing:
        items = tuple(_shorter(piece, form.item, key, titles) for piece in draft.pieces)
        one = form.name in ONE_OR_SEVERAL and len(items) == 1 and _is_plain(items[0]) and not draft.below
        return items[0].value if one and _may_stand(items[0].value, form) else draft._replace(pieces=items)
    pieces = tuple(_shorter(piece, form.within(piece.key), piece.key, titles) for piece in draft.pieces)
    return _mapping(draft._replace(pieces=pieces), form, "" if titles else key)


def _shorter(piece: Piece, form: Form | None, key: str, titles: bool) -> Piece:
    value = short_draft(piece.value, form, key, titles=titles)
    return piece if value is piece.value else piece._replace(value=value)


def _short_text(draft: Text, form: Form, key: str) -> Text:
    if form.name in TITLED and key and draft.value == title_from(key):
        return Text(None)
    if form.takes_date and isinstance(draft.value, int) and not isinstance(draft.value, bool):
        return Text(str(draft.value), draft.written)  # as a year is read
    return draft


def _mapping(group: DraftGroup, form: Form, key: str) -> Draft:
    if form.name in TITLED:
        pieces = group.pieces
        if sum(piece.key == "title" for piece in pieces) == 1:  # of two, the first counts
            pieces = tuple(piece for piece in pieces if not _says_nothing(piece, key))
        if not pieces:
            return Text(None) if not group.below else group
        group = group._replace(pieces=pieces)
    return _alone(group, form)


def _says_nothing(piece: Piece, id: str) -> bool:
    """Whether a piece is the title that the id gives anyhow."""
    same = isinstance(piece.value, Text) and piece.value.value == title_from(id)
    return piece.key == "title" and bool(id) and same and _is_plain(piece)


def _alone(group: DraftGroup, form: Form) -> Draft:
    """The only value there is, where it is the one that can stand without its key."""
    if group.below or [piece.key for piece in group.pieces] != [alone_key(form)]:
        return group
    piece = group.pieces[0]
    alone = isinstance(piece.value, Text) and _is_plain(piece) and _may_stand(piece.value, form)
    return piece.value if alone else group


def _may_stand(draft: Draft, form: Form) -> bool:
    """Whether a draft is of a kind that fits a place: what does not is a fault, and stays where it is."""
    kinds = form.schema.get("type", ())
    if isinstance(draft, DraftGroup):
        return not draft.listing and "object" in kinds
    if isinstance(draft.value, str):
        return draft.value != "" and "string" in kinds
    return isinstance(draft.value, int | float) and not isinstance(draft.value, bool) and "number" in kinds


def _is_plain(piece: Piece) -> bool:
    return not (any(piece.above) or piece.beside or piece.below) and not has_comments(piece.value)
