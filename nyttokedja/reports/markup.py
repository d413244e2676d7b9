"""Data → texts of JSON and XML that mean the same, and are safe to print to a terminal or a log."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from json.encoder import encode_basestring
from typing import Any
from xml.sax.saxutils import quoteattr

from nyttokedja.language.safe_text import NOT_XML, without_unprintable

XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class WrittenJson(str):
    """A part of JSON that is written: in data, it stands for what it says."""

    __slots__ = ()


def json_text(data: Any, level: int = 0) -> str:
    """Data as JSON, so deep in a document; what is not printable is escaped, and parses as the same."""
    return "".join(json_pieces(data, level))


def json_pieces(data: Any, level: int = 0) -> Iterator[str]:
    """`json_text` piece by piece; an iterator in the data is a list, an item a line."""
    for piece in _pieces(data, "\n" + "  " * level):
        # Azure obeys ##vso[ anywhere in a line; both stand only in strings, where an escape says the same
        yield _escape_invisible(piece, _json_escape).replace("##", "#\\u0023")
    yield "\n"


def _pieces(data: Any, line: str) -> Iterator[str]:
    """Data as JSON with indents, where each line begins with ``line``."""
    inner = line + "  "
    if isinstance(data, Mapping) and data:
        for n, (key, value) in enumerate(data.items()):
            yield f"{',' if n else '{'}{inner}{encode_basestring(key)}: "
            yield from _pieces(value, inner)
        yield line + "}"
    elif isinstance(data, list) and data:
        for n, item in enumerate(data):
            yield f"{',' if n else '['}{inner}"
            yield from _pieces(item, inner)
        yield line + "]"
    elif isinstance(data, Iterator):
        n = 0
        for n, item in enumerate(data, 1):
            yield f"{',' if n > 1 else '['}{inner}{_written(item)}"
        yield line + "]" if n else "[]"
    elif isinstance(data, WrittenJson):
        yield data
    else:
        yield _written(data)


def _written(data: Any) -> str:
    """Data on one line, which is made in C."""
    return json.dumps(data, ensure_ascii=False)


def xml_tag(tag: str, attributes: Mapping[str, str], rest: str = "") -> str:
    """An element's tag; ``rest`` is what stands last in it: attributes that are written, ``" /"``."""
    return f"<{tag}{xml_attributes(attributes)}{rest}>"


def xml_attributes(attributes: Mapping[str, str]) -> str:
    """Attributes as they stand in a tag, each after a space."""
    return xml_safe("".join(f" {name}={quoteattr(value)}" for name, value in attributes.items()))


def xml_safe(text: str) -> str:
    """Markup as it is printed: characters that are not printable are character references."""
    return _escape_invisible(text, lambda character: f"&#{ord(character)};").replace("##", "#&#35;")


def xml_legal(text: str) -> str:
    """A text where the characters that XML forbids, even as references, are written ``\\uXXXX``."""
    return NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _escape_invisible(text: str, escape: Callable[[str], str]) -> str:
    if text.replace("\n", "").isprintable():
        return text
    return without_unprintable(text, escape)


def _json_escape(character: str) -> str:
    return "".join(f"\\u{unit:04x}" for unit in _utf16(character))


def _utf16(character: str) -> Iterator[int]:
    data = character.encode("utf-16-be", "surrogatepass")
    for at in range(0, len(data), 2):
        yield int.from_bytes(data[at : at + 2], "big")
