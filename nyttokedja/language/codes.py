"""The languages that chains are written in and that the tool speaks, and a guess for a broken file."""

from __future__ import annotations

import re

LANGUAGES = ("sv", "nb", "en")
"""Swedish, Norwegian bokmål, English. Where nothing says which, it is the first."""

_SAID = re.compile(r"^(?:language|språk|sprak)[ \t]*:[ \t]*['\"]?(sv|nb|en)\b", re.MULTILINE)
_KEYS = {
    "nb": re.compile(r"^(?:tittel|endringer|gevinster)[ \t]*:", re.MULTILINE),
    "en": re.compile(r"^(?:title|changes|benefits)[ \t]*:", re.MULTILINE),
}


def guessed(text: str) -> str:
    """The language of a file that cannot be read as a chain, from what its text looks like."""
    if match := _SAID.search(text):
        return match[1]
    return next((language for language, keys in _KEYS.items() if keys.search(text)), LANGUAGES[0])
