"""A plain scalar's text → the value that YAML 1.2's core schema gives it, as editors read it."""

from __future__ import annotations

import math
import re

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_MOST_DIGITS = 18
"""Longer numbers are no amounts that anybody has measured, and overflow in other readers."""


def value_of(text: str) -> str | int | float | bool | None:
    """The value of an unquoted text: null, true, a number, or the text itself.

    Raises:
        OverflowError: a number too long or too large to be one.
    """
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "0123456789+-.":
        return text
    if _INTEGER.fullmatch(text):
        return int(_short(text))
    if _OTHER_BASE.fullmatch(text):
        return int(_short(text), 0)
    if _FLOAT.fullmatch(text):
        number = float(text) if len(text) < 100 else math.inf
        if not math.isfinite(number):
            raise OverflowError(text)
        return number
    return text


def _short(text: str) -> str:
    if len(text) > _MOST_DIGITS:
        raise OverflowError(text)
    return text
