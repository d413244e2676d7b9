"""bytes → text, of files that people have saved or piped: whatever encoding an office computer gives them."""

from __future__ import annotations

import re

from nyttokedja.reading.decoding import byte_order_marks

_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_HEAD = 4_000
"""So much of a file is looked at to see whether every second byte is zero."""
LEGACY = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "CP850"}
"""Encoding → what people call it: that of Windows, of old Macintosh, and of what a Windows console pipes.

The first of two that read equally well is taken.
"""
_EXPECTED = frozenset("åäöÅÄÖæøÆØéÉèüÜ–—’‘”“„…•→·×°§½")
_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s.,:;!?/()'’&+\-–](?=[^\W\d_])|�")
_SEEN = 200_000
"""So many bytes say which encoding it is."""


def decode_text(data: bytes) -> tuple[str, str]:
    """The text of a file without its byte order mark, line breaks as ``\\n``, and the encoding it was in.

    The encoding is one of Python's names. Text that is not in UTF-8 or UTF-16 is read in the encoding of old
    that gives it most of the letters and signs that Nordic text has.
    """
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace").lstrip("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _encoding(data: bytes) -> str:
    if data.startswith(tuple(_UTF16)):
        return _UTF16[data[:2]]
    if unmarked := _utf16_by_zeros(data[:_HEAD]):
        return unmarked
    try:
        data[len(byte_order_marks(data)) :].decode("utf-8")
    except UnicodeDecodeError:
        return max(LEGACY, key=lambda name: _likelihood(data[:_SEEN], name))
    return "utf-8"


def _utf16_by_zeros(head: bytes) -> str:
    pairs = len(head) // 2
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if pairs == 0 or max(even, odd) * 10 < pairs * 7 or min(even, odd) * 10 > pairs:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _likelihood(data: bytes, encoding: str) -> int:
    """How many signs are those of Nordic text, less those that stand where no word has one."""
    text = data.decode(encoding, errors="replace")
    return sum(map(text.count, _EXPECTED)) - 2 * len(_IN_WORD.findall(text))
