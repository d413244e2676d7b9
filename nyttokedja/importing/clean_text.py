"""Text of a foreign file → text that a chain may hold."""

from __future__ import annotations

import unicodedata


def cleaned(text: str) -> str:
    """The text in NFC on one line, without characters that a chain may not hold or nobody can see."""
    seen = "".join(c for c in text if c == "\t" or not _is_gone(c))
    return unicodedata.normalize("NFC", " ".join(seen.split()))


def _is_gone(character: str) -> bool:
    if character == "\u200d":
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") or ord(character) & 0xFFFE == 0xFFFE
