"""bytes → text, or the fault that says why they are not text that a chain can be read from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nyttokedja.model.findings import Fault, Span

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""How a file in UTF-8 may begin; it is no part of its text."""
LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""A line break as YAML 1.2 has it."""
# how files of other kinds begin → what they are
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "office"),
    (b"PK\x03\x04", "packed"),
    (b"PK\x05\x06", "packed"),
    (b"\x1f\x8b", "packed"),
    (b"7z\xbc\xaf\x27\x1c", "packed"),
)
_OFFICE = re.compile(
    rb"\[Content_Types\]\.xml|_rels/|docProps/|(?:word|xl|ppt)/|mimetypeapplication/vnd\.oasis"
)
_HEAD = 4_000
"""So much of a file is looked at to see what it is."""
_UTF8_LEADS = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
# what YAML 1.2 does not let into a file; U+0085 and from U+00A0 on are let in
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def decode(data: bytes, limit: int) -> tuple[str, Fault | None]:
    """The text of a file of at most ``limit`` bytes, without byte order mark, and what is wrong.

    Where something is, the text is the closest that can be shown beside the finding.
    """
    if variant := _other_kind(data):
        return "", Fault("unreadable-file", variant=variant)
    if len(data) > limit:
        return "", Fault("unreadable-file", variant="too-large", particulars={"limit": limit // 10**6})
    if data.startswith(_UTF16) or _alternates(data[:_HEAD]):
        return "", Fault("unreadable-file", variant="utf-16")
    data = data[len(byte_order_marks(data)) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)
    for fault in _faults(text):
        return text, fault
    return text, None


def byte_order_marks(data: bytes) -> bytes:
    """The byte order marks that a file begins with: one, or more where programs have each put theirs."""
    n = 0
    while data.startswith(BYTE_ORDER_MARK, n):
        n += len(BYTE_ORDER_MARK)
    return data[:n]


def forbidden(text: str) -> str:
    """The first character that a chain's text may not hold, as ``U+0007``; "" where there is none."""
    match = _FORBIDDEN.search(text)
    return f"U+{ord(match[0]):04X}" if match else ""


def _other_kind(data: bytes) -> str:
    """What a file that is no text is, by how it begins; "" for what may be text."""
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
    return "office" if data.startswith(b"PK") and kind and _OFFICE.search(data[:_HEAD]) else kind


def _alternates(head: bytes) -> bool:
    """Whether every other byte is mostly zero and the others are not: letters in UTF-16."""
    pairs = len(head) // 2
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    return pairs > 0 and max(even, odd) * 10 >= pairs * 7 and min(even, odd) * 10 <= pairs


def _faults(text: str) -> Iterator[Fault]:
    if match := _FORBIDDEN.search(text):
        yield Fault(
            "unreadable-file",
            Span(*match.span()),
            variant="control-character",
            particulars={"character": f"U+{ord(match[0]):04X}"},
        )
    if (match := _CONFLICT.search(text)) and match[0][0] in "<|>":
        yield Fault("unreadable-file", Span(*match.span()), variant="conflict-marker")


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, Fault]:
    if b"\x00" in data[:_HEAD]:
        return "", Fault("unreadable-file", variant="not-text")
    at = error.start
    if _is_cut(data, error):
        text = data[:at].decode("utf-8")
        return text, Fault("unreadable-file", Span(len(text), len(text)), variant="cut")
    text = data.decode("cp1252", errors="replace")
    # cp1252 gives one character a byte, so the place of the byte is that of the character
    span = Span(at, at + 1)
    if 0x80 <= data[at] <= 0x9F or text[at].isalpha() or text[at] in "«»§°´·–":
        shown = {"character": text[at]}
        return text, Fault("unreadable-file", span, variant="cp1252", particulars=shown)
    return text, Fault("unreadable-file", span, variant="not-utf-8", particulars={"byte": f"{data[at]:02X}"})


def _is_cut(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the last character is half one of UTF-8, and not a whole one of cp1252."""
    if error.reason != "unexpected end of data" or error.end < len(data):
        return False
    return len(data) - error.start > 1 or _UTF8_LEADS.search(data, 0, error.start) is not None
