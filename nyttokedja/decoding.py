"""bytes → text, or the fault that says why they are not text that a chain can be read from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nyttokedja.findings import Fault, Span

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
# what YAML 1.2 does not let into a file; U+0085 and from U+00A0 on are let in
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def decode(data: bytes, limit: int) -> tuple[str, Fault | None]:
    """The text of a file of at most ``limit`` bytes, without byte order mark, and what is wrong.

    Where something is, the text is the closest that can be shown beside the finding.
    """
    if len(data) > limit:
        return "", Fault("unreadable-file", variant="too-large", particulars={"limit": limit // 10**6})
    if data.startswith(_UTF16) or b"\x00" in data[:4]:
        return "", Fault("unreadable-file", variant="utf-16")
    try:
        text = data.removeprefix(_UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    for fault in _faults(text):
        return text, fault
    return text, None


def forbidden(text: str) -> str:
    """The first character that a chain's text may not hold, as ``U+0007``; "" where there is none."""
    match = _FORBIDDEN.search(text)
    return f"U+{ord(match[0]):04X}" if match else ""


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


def _not_utf8(data: bytes, at: int) -> tuple[str, Fault]:
    text = data.decode("cp1252", errors="replace")
    # cp1252 gives one character a byte, so the place of the byte is that of the character
    span = Span(at, at + 1)
    if 0x80 <= data[at] <= 0x9F or text[at].isalpha() or text[at] in "«»§°´·–":
        shown = {"character": text[at]}
        return text, Fault("unreadable-file", span, variant="cp1252", particulars=shown)
    return text, Fault("unreadable-file", span, variant="not-utf-8", particulars={"byte": f"{data[at]:02X}"})
