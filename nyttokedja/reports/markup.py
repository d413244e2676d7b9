"""Data → texts of JSON and XML that mean the same, and are safe to print to a terminal or a log."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

from nyttokedja.language.safe_text import NOT_XML


def json_text(data: Any) -> str:
    """Data as JSON; characters that are not printable are escaped, and parse as the same."""
    written = json.dumps(data, ensure_ascii=False, indent=2)
    # Azure obeys ##vso[ anywhere in a line; both stand only in strings, where an escape says the same
    return _escape_invisible(written, _json_escape).replace("##", "#\\u0023") + "\n"


def xml_text(root: ET.Element) -> str:
    """An element as an XML document; characters that are not printable are character references."""
    ET.indent(root)
    written = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    seen = _escape_invisible(written, lambda character: f"&#{ord(character)};").replace("##", "#&#35;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{seen}\n'


def xml_legal(text: str) -> str:
    """A text where the characters that XML forbids, even as references, are written ``\\uXXXX``."""
    return NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _escape_invisible(text: str, escape: Callable[[str], str]) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else escape(c) for c in text)


def _json_escape(character: str) -> str:
    return "".join(f"\\u{unit:04x}" for unit in _utf16(character))


def _utf16(character: str) -> Iterator[int]:
    data = character.encode("utf-16-be", "surrogatepass")
    for at in range(0, len(data), 2):
        yield int.from_bytes(data[at : at + 2], "big")
