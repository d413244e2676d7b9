"""Draft in the order of the file → Page: the canonical order, with the blank lines that belong in it.

Keys come in the order of the schema, then those that it lacks, then those of the user's own (``x-``).
Nodes, items and all that has an id stay in the order of the file, which means something.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from nyttokedja.language.forms import Form, root_form
from nyttokedja.writing.chain_file import facts
from nyttokedja.writing.draft import Draft, DraftGroup, Piece, Text

MODELINE = "# yaml-language-server:"
_BLANK = ("",)
_TIGHT = re.compile(r"#[^\s#!]")
"""How a comment begins that is taken for words that a text has lost, if it stands after one."""


class Page(NamedTuple):
    """A file to be written: the comments at its top, and all the rest."""

    header: tuple[str, ...]
    root: DraftGroup


def arranged(root: DraftGroup, lost: frozenset[str] = frozenset(), *, sections: bool = True) -> Page:
    """A whole file in the canonical order.

    Args:
        root: the file in canonical words.
        lost: the comments that are taken for a text's lost words already.
        sections: whether to put the sections into their order.
    """
    header, root = _headed(root)
    in_head = _in_head(root.pieces)
    arranger = _Arranger(lost)
    pieces = [arranger.piece(piece, root_form().within(piece.key)) for piece in root.pieces]
    heads = [_close(piece) for piece, head in zip(pieces, in_head, strict=True) if head]
    others = [_apart(piece) for piece, head in zip(pieces, in_head, strict=True) if not head]
    heads.sort(key=_place)
    if sections:
        others.sort(key=_place)
    return Page(header, root._replace(pieces=_from_the_top([*heads, *others])))


def order_of(root: DraftGroup) -> list[str]:
    """In which order a file has its sections, and whatever else is no fact of the chain as a whole."""
    return [piece.key for piece in root.pieces if piece.key not in facts()]


class _Arranger:
    def __init__(self, lost: frozenset[str]) -> None:
        self._lost = lost

    def piece(self, piece: Piece, form: Form | None) -> Piece:
        """A piece with all that it holds in order."""
        value = self._held(piece.value, form)
        above, beside, below = piece.above, piece.beside, piece.below
        if isinstance(value, Text):
            if _TIGHT.match(beside) and beside not in self._lost:
                above, beside = (*above, beside), ""
            if value.value is None:
                below = _flush(below)
        if value is piece.value and above is piece.above and below is piece.below:
            return piece
        return Piece(piece.key, value, above, beside, below, piece.written)

    def _held(self, draft: Draft, form: Form | None) -> Draft:
        if isinstance(draft, Text):
            return draft
        if draft.listing:
            item = form.item if form else None
            return draft._replace(pieces=_from_the_top([self.piece(held, item) for held in draft.pieces]))
        pieces = [self.piece(held, form.within(held.key) if form else None) for held in draft.pieces]
        if form is not None and (order := _order(form)):
            pieces.sort(key=lambda piece: order.get(piece.key, _last(piece.key)))
        return draft._replace(pieces=_from_the_top(pieces))


@cache
def _order(form: Form) -> Mapping[str, int]:
    """The places of a form's keys; none where the keys are ids."""
    return {key: n for n, key in enumerate(form.schema.get("properties", ()))}


def _last(key: str) -> int:
    return 1_000 + key.startswith("x-")


def _place(piece: Piece) -> int:
    return _order(root_form()).get(piece.key, _last(piece.key))


def _headed(root: DraftGroup) -> tuple[tuple[str, ...], DraftGroup]:
    """The comments of the file itself, set off from its first entry; and the rest of it."""
    if not root.pieces:
        return (), root
    first, *rest = root.pieces
    above = _flush(first.above)
    ends = [n for n, line in enumerate(above, 1) if not line or line.startswith(MODELINE)]
    end = max(ends, default=0)
    return above[:end], root._replace(pieces=(first._replace(above=above[end:]), *rest))


def _in_head(pieces: Sequence[Piece]) -> list[bool]:
    """Which pieces are facts of the chain as a whole: single values, before all sections."""
    known = _order(root_form())
    last = max((n for n, piece in enumerate(pieces) if piece.key in known), default=-1)
    found: list[bool] = []
    before = True  # no section has come yet
    for n, piece in enumerate(pieces):
        if piece.key in known:
            found.append(piece.key in facts())
        else:
            among = n < last or piece.above[:1] != _BLANK
            found.append(before and among and isinstance(piece.value, Text))
        before = before and found[-1]
    return found


def _close(piece: Piece) -> Piece:
    """A fact, which has no blank line over it but where comments have."""
    if any(piece.above) and piece.key in _order(root_form()):
        return piece
    return piece._replace(above=_flush(piece.above))


def _apart(piece: Piece) -> Piece:
    """A section or the like, with one blank line over it and its comments."""
    return piece._replace(above=(*_BLANK, *_flush(piece.above)))


def _from_the_top(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces of which the first has no blank line over it."""
    if pieces and pieces[0].above[:1] == _BLANK:
        pieces = [pieces[0]._replace(above=pieces[0].above[1:]), *pieces[1:]]
    return tuple(pieces)


def _flush(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines without the blank one that they begin with."""
    return lines[1:] if lines[:1] == _BLANK else lines
