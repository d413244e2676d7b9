"""The letters of fifteen bits that parts of the one file are written in → bytes (`scripts/letters.js`)."""

from __future__ import annotations

_BITS = 15
_FIRST = 0x1000


def bytes_of(letters: str) -> bytes:
    """The bytes; the first letter says how many too many the last hold."""
    written = {_FIRST + value: f"{value:0{_BITS}b}" for value in range(1 << _BITS)}
    digits = letters[1:].translate(written)
    count = len(digits) // 8
    return int(digits[: 8 * count] or "0", 2).to_bytes(count, "big")[: count - (ord(letters[0]) - _FIRST)]
