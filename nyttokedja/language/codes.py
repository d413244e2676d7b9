"""The languages that chains are written in and that the tool speaks, and a guess for a broken file."""

from __future__ import annotations

import re
from typing import NamedTuple


class _Language(NamedTuple):
    """What is known of a language besides its texts.

    `name` is its own name; `hyphenation` is the dictionary that breaks its words; `first_keys` are keys,
    as a regular expression, that a file in it begins with.
    """

    name: str
    hyphenation: str
    first_keys: str = ""


_LANGUAGES = {
    "sv": _Language("svenska", "sv"),
    "nb": _Language("norsk", "nb_NO", "tittel|endringer|gevinster"),
    "en": _Language("English", "en_GB", "title|changes|benefits"),
}
"""Every language, by its code (ISO 639-1). A new one also needs a folder in `nyttokedja.language.texts`."""

LANGUAGES = tuple(_LANGUAGES)
"""Swedish, Norwegian bokmål, English. Where nothing says which, it is the first."""

CANONICAL = "en"
"""The language that the schema's own keys are in."""

NAMES = {code: language.name for code, language in _LANGUAGES.items()}
"""Code → what the language calls itself."""

HYPHENATION = {code: language.hyphenation for code, language in _LANGUAGES.items()}
"""Code → the name of its hyphenation dictionary."""

_SAID = re.compile(rf"^(?:language|språk|sprak)[ \t]*:[ \t]*['\"]?({'|'.join(LANGUAGES)})\b", re.MULTILINE)


def guessed(text: str) -> str:
    """The language of a file that cannot be read as a chain, from what its text looks like."""
    if match := _SAID.search(text):
        return match[1]
    return next((code for code in LANGUAGES if _begins_in(code, text)), LANGUAGES[0])


def _begins_in(code: str, text: str) -> bool:
    keys = _LANGUAGES[code].first_keys
    return bool(keys) and re.search(rf"^(?:{keys})[ \t]*:", text, re.MULTILINE) is not None
