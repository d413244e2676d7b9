"""A text → the scalar that every YAML 1.1 and 1.2 reader reads back as just that text.

A text stands bare only where nobody can take it for anything else; all others are double-quoted,
with what cannot be seen written as escapes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

import yaml

from nyttokedja.language.scalars import value_of

_OPENERS = "(/§_«»“”„’–…€£"
_COLON = re.compile(r":(?:\s|$)|\s#")
_IN_FLOW = re.compile(r"[,?\[\]{}:]")
# numbers, times and truths of YAML 1.1 that PyYAML itself does not know, and other readers do
_OF_OTHER_READERS = re.compile(
    r"[yYnN]|0[bBoOxX][0-9a-fA-F_]+|[-+]?[0-9][0-9_,.]*(?:[eE][-+]?[0-9]+)?|[0-9]+(?::[0-9.]*)+|[0-9]{4}-[0-9]{1,2}-[0-9].*"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ENDLESS = {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def scalar(text: str, flow: bool = False, quote: str = '"') -> str:
    """The text as a scalar on one line: bare where that is safe, else in quotes.

    Args:
        text: what is to be read back.
        flow: whether it stands inside ``[…]`` or ``{…}``.
        quote: the quotes that the file prefers.
    """
    return text if is_safe(text, flow) else quoted(text, quote)


def quoted(text: str, quote: str = '"') -> str:
    """The text in quotes: the single ones can hold only what can be seen."""
    if quote == "'" and is_seen(text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{"".join(_ESCAPES.get(c) or _seen(c) for c in text)}"'


def number(value: float) -> str:
    """A number as both YAML 1.1 and 1.2 read it."""
    written = repr(value)
    if written in _ENDLESS:
        return _ENDLESS[written]
    mantissa, e, exponent = written.partition("e")
    return f"{mantissa}{'' if '.' in mantissa or not e else '.0'}{e}{exponent}"


@lru_cache(maxsize=1024)  # a file has the same keys again and again
def is_safe(text: str, flow: bool = False) -> bool:
    """Whether a text can stand bare: no reader takes it for anything else."""
    if not text or text != text.strip() or not is_seen(text):
        return False
    if not text[0].isalnum() and text[0] not in _OPENERS:
        return False
    if _COLON.search(text) or (flow and _IN_FLOW.search(text)):
        return False
    return _reads_as_text(text)


def _reads_as_text(text: str) -> bool:
    if _OF_OTHER_READERS.fullmatch(text):
        return False
    try:
        if not isinstance(value_of(text), str):
            return False
    except OverflowError:
        return False
    return bool(_resolver().resolve(yaml.ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str")


@cache
def _resolver() -> Any:  # PyYAML's types say nothing of its methods
    return yaml.resolver.Resolver()


def is_seen(text: str) -> bool:
    """Whether every character of a text can be seen, and none breaks its line."""
    return text.isprintable() or not any(map(_is_unseen, text))


def _is_unseen(character: str) -> bool:
    return character < " " or (character > "~" and unicodedata.category(character) in _UNSEEN)


def _seen(character: str) -> str:
    """The character, or its escape where it cannot be seen; an emoji's joiner stays in the emoji."""
    if not _is_unseen(character) or character == "\u200d":
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
