"""PictureSettings: what may be chosen about the picture of a chain, and never says anything of the chain."""

from __future__ import annotations

from typing import NamedTuple

THEMES = ("light", "dark", "print", "high-contrast")
"""The names of the themes of colours."""

ONLY = ("owner", "category", "perspective", "tag", "type")
"""The keys by which boxes can be chosen."""

DIRECTIONS = ("right", "left", "down")
"""Where the goals of a picture are."""

PAPERS = ("auto", "a3", "a4")
"""What a PDF is printed on, landscape; auto is A4 where the smallest print can be read on that, else A3."""


class PictureSettings(NamedTuple):
    """How a picture is to look, and what of the chain it shows.

    ``bare`` boxes have a pictogram and a title alone. Of the chain it shows what is at most ``hops`` arrows
    from the box ``focus``, where that is given, and of that what fits ``only``: ``KEY=VALUE`` each, where
    those of one key are alternatives.

    A PDF is on the ``paper``; a PNG is ``width`` pixels wide, or has ``dpi`` pixels an inch.
    """

    theme: str = THEMES[0]
    direction: str = DIRECTIONS[0]
    bare: bool = False
    focus: str = ""
    hops: int = 2
    only: tuple[str, ...] = ()
    paper: str = PAPERS[0]
    width: int | None = None
    dpi: int | None = None


PLAIN = PictureSettings()
"""What a picture gets for which nobody has chosen anything."""
