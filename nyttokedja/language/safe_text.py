"""Any text → one that can do nothing to a terminal or to the log of a build service; and what XML forbids."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_CI_COMMAND = re.compile(r"##(?=\w*\[)")
"""What GitHub (``##[error]``) and Azure (``##vso[…]``) obey anywhere in a line."""
_MAY_BE_UNPRINTABLE = re.compile("[^\n -~¡-¬®-ɏ\u2212\u202f]")
"""Among what is left as it is: a real minus, and the narrow space between thousands."""
_JOINED = "[\u0590-\u1fff\u2070-\U0001ffff]"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""A character that no document of XML 1.0 may have in it, not even as a reference."""
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""A character that changes the direction of writing, so that a text can look like another."""


def clean(text: str) -> str:
    """A text that can do nothing to a terminal or a log: what could is shown as its escape."""
    text = _CI_COMMAND.sub(r"#\\u0023", text)
    if text.isprintable():
        return text
    parts = _joiners().split(text.replace("\n", _escape("\n")))
    parts[::2] = [without_unprintable(part, _escape) for part in parts[::2]]
    return "".join(parts)


def clean_line(text: str) -> str:
    """The same for a text that begins a line, where ``::error`` would command GitHub."""
    return clean(text.replace(":", "\\u003a", 1) if text.lstrip().startswith("::") else text)


def without_unprintable(text: str, escape: Callable[[str], str]) -> str:
    """A text with each character that is not printable escaped, but for breaks of lines."""
    return _MAY_BE_UNPRINTABLE.sub(lambda c: c[0] if c[0].isprintable() else escape(c[0]), text)


def utf_16_length(text: str) -> int:
    """The length of a text in UTF-16 code units, as platforms count it."""
    return len(text) + sum(character > "\uffff" for character in text)


@cache
def _joiners() -> re.Pattern[str]:
    """What stands between characters that are one emoji together, or one letter of some scripts."""
    return re.compile(f"(?<={_JOINED})([\u200c\u200d])(?={_JOINED})")  # so many take long to compile


def _escape(character: str) -> str:
    if character == "\t":
        return " "
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
