"""Text → its width in px, the same on every machine whatever fonts it has.

The advance widths are those of the Arial-compatible faces, regular and bold, kept in
``advances.json`` as *advance → the characters that have it* in 1/2048 of the size. Characters that
the table lacks get a width on the safe side, so that a box is never too small for its text.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

FAMILY = "Arial, Helvetica, 'Liberation Sans', sans-serif"

_WIDE, _UNKNOWN = 1.25, 0.75  # of the size: CJK and emoji; other scripts


@cache
def advances(bold: bool = False) -> Mapping[str, float]:
    """Character → its advance, as a part of the type size."""
    table = json.loads(files(__package__).joinpath("advances.json").read_text(encoding="utf-8"))
    face = table["bold" if bold else "regular"]
    return {char: int(advance) / table["unit"] for advance, chars in face.items() for char in chars}


@lru_cache(maxsize=4096)
def fallback(char: str) -> float:
    """The advance assumed for a character that the table lacks, as a part of the type size."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    wide = unicodedata.east_asian_width(char) in "WF" or ord(char) >= 0x1F000
    return _WIDE if wide else _UNKNOWN


@lru_cache(maxsize=65536)
def width(text: str, size: float, bold: bool = False, spacing: float = 0.0) -> float:
    """How wide the text is set in px; ``spacing`` px follow each character."""
    known = advances(bold)
    ems = sum(known[char] if char in known else fallback(char) for char in text)
    return ems * size + spacing * len(text)
