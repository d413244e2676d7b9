"""Text of a foreign file → text that a chain may hold."""

from __future__ import annotations

import unicodedata


def cleaned(text: str) -> str:
    """The text in NFC on one line, without characters that a chain may not hold or nobody can see."""
    return " ".join(visible(" ".join(text.split())).split())


def visible(text: str) -> str:
    """The text in NFC with its spaces and tabs, without line breaks and what else `cleaned` takes away."""
    if not text.isprintable():
        text = "".join(c for c in text if c == "\t" or not _is_gone(c))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _is_gone(character: str) -> bool:
    if character == "\u200d":
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") or ord(character) & 0xFFFE == 0xFFFE
