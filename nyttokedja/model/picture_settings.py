"""PictureSettings: what may be chosen about the picture of a chain, and never says anything of the chain."""

from __future__ import annotations

from dataclasses import dataclass

THEMES = ("light", "dark", "print", "high-contrast")
"""The names of the themes of colours."""


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """How a picture is to look, and what of the chain it shows.

    ``bare`` boxes have a pictogram and a title alone. Of the chain it shows what is at most ``hops`` arrows
    from the box ``focus``, where that is given, and of that what fits ``only``: ``KEY=VALUE`` each, where
    those of one key are alternatives.
    """

    theme: str = THEMES[0]
    bare: bool = False
    focus: str = ""
    hops: int = 2
    only: tuple[str, ...] = ()


PLAIN = PictureSettings()
"""What a picture gets for which nobody has chosen anything."""
