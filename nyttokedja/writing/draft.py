"""Draft: what is to stand in a file, as values: texts, mappings and lists, with the comments at them."""

from __future__ import annotations

from typing import Any, NamedTuple


class Text(NamedTuple):
    """One value: str, int, float, bool or None. ``written`` is how it stands, where that is to be kept.

    ``folded`` is whether lines that are too long may be broken where a text has several.
    """

    value: Any
    written: str = ""
    folded: bool = False


class Piece(NamedTuple):
    """A key with what it holds; without a key, an item of a list.

    ``above`` are the lines over it: comments, and "" for a blank one. ``beside`` is the comment on its
    own line, and ``below`` are those under it, further in. ``written`` is how the key stands, where that is
    to be kept.
    """

    key: str
    value: Draft
    above: tuple[str, ...] = ()
    beside: str = ""
    below: tuple[str, ...] = ()
    written: str = ""


class DraftGroup(NamedTuple):
    """A mapping, or a list where it is a ``listing``; with ``flow`` on one line, where it fits.

    ``below`` are the comments after its last piece.
    """

    pieces: tuple[Piece, ...]
    listing: bool = False
    flow: bool = False
    below: tuple[str, ...] = ()


Draft = Text | DraftGroup


def bare(draft: Draft) -> Any:
    """The plain data of a draft."""
    if isinstance(draft, Text):
        return draft.value
    if draft.listing:
        return [bare(piece.value) for piece in draft.pieces]
    return {piece.key: bare(piece.value) for piece in draft.pieces}


def has_comments(draft: Draft) -> bool:
    """Whether a comment stands anywhere inside."""
    if isinstance(draft, Text):
        return False
    return bool(draft.below) or any(
        piece.beside or piece.below or any(piece.above) or has_comments(piece.value) for piece in draft.pieces
    )
