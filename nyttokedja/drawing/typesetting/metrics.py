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
from math import fsum

FAMILY = "Arial, Helvetica, 'Liberation Sans', Arimo, 'Nimbus Sans', 'DejaVu Sans Condensed', sans-serif"
"""Faces of the same widths; the last but one is nearest to them where a machine has DejaVu alone."""

_WIDE, _UNKNOWN = 1.25, 0.8  # of the size: CJK, emoji and scripts of wide letters; other scripts

_WIDE_SCRIPTS = (
    "BALINESE", "BENGALI", "ETHIOPIC", "GUJARATI", "GURMUKHI", "JAVANESE", "KANNADA", "KHMER",
    "MALAYALAM", "MYANMAR", "ORIYA", "SINHALA", "TAMIL", "TELUGU", "TIBETAN",
)  # fmt: skip
"""How the names of their letters begin."""

_MARKS = ("COMBINING", "VARIATION SELECTOR")
"""How the names of marks begin that take no width. A mark of another script has a place of its own where no
face on the machine has it.
"""


@cache
def advances(bold: bool = False) -> Mapping[str, float]:
    """Character → its advance, as a part of the type size."""
    table = json.loads(files(__package__).joinpath("advances.json").read_text(encoding="utf-8"))
    face = table["bold" if bold else "regular"]
    return {char: int(advance) / table["unit"] for advance, chars in face.items() for char in chars}


@lru_cache(maxsize=4096)
def fallback(char: str) -> float:
    """The advance assumed for a character that the table lacks, as a part of the type size."""
    name = unicodedata.name(char, "")
    if unicodedata.category(char) == "Cf" or name.startswith(_MARKS):
        return 0.0
    wide = unicodedata.east_asian_width(char) in "WF" or ord(char) >= 0x1F000
    return _WIDE if wide or name.startswith(_WIDE_SCRIPTS) else _UNKNOWN


@lru_cache(maxsize=16384)
def is_measured(text: str, bold: bool = False) -> bool:
    """Whether the width of a text is known, and not only on the safe side."""
    return advances(bold).keys() >= set(text)


@lru_cache(maxsize=65536)
def width(text: str, size: float, bold: bool = False, spacing: float = 0.0) -> float:
    """How wide the text is set in px; ``spacing`` px follow each character."""
    known = advances(bold)
    ems = fsum(known[char] if char in known else fallback(char) for char in text)
    return ems * size + spacing * len(text)
