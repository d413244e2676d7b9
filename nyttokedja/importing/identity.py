"""Words of a note or box → what it is known by, however they were typed this time."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("”“„«»", '"'),
        **dict.fromkeys("’‘‚", "'"),
    }
)
_UNSEEN = frozenset({"Cf", "So", "Sk", "Cs", "Co"})
"""Categories of characters that say nothing: soft hyphens, zero-width signs, emoji and their modifiers."""
_MODIFIERS = {"\ufe0f", "\ufe0e", "\u20e3"}
_ENDS = ".,;:!\"' "
_ORDINARY = re.compile(r"[\w\s.,;:!?'\"()/%&+\-]*")
"""Words in which every character is seen: nearly all, and found out at once."""
_SPACES = re.compile(r"\s+")


def identity(words: str) -> str:
    """What words are known by: without case, emoji, and signs at their ends; dashes, quotes and spaces plain.

    Letters keep their dots and rings: *kö* is not *ko*. Words without any letter are known as they stand.
    """
    flat = words if words.isascii() else unicodedata.normalize("NFC", words).translate(_PLAIN)
    seen = flat if _ORDINARY.fullmatch(flat) else "".join(filter(_is_seen, flat))
    known = unicodedata.normalize("NFC", _SPACES.sub(" ", seen).strip().strip(_ENDS).casefold())
    return known or _SPACES.sub(" ", flat).strip()


def _is_seen(char: str) -> bool:
    return char not in _MODIFIERS and unicodedata.category(char) not in _UNSEEN
