"""The XML of a foreign file → events, or a tree: no entities, nothing from outside, no endless depth."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from xml.etree.ElementTree import Element as Element  # noqa: PLC0414  # for those who are given a tree
from xml.etree.ElementTree import TreeBuilder
from xml.parsers import expat

from nyttokedja.errors import CannotRead
from nyttokedja.importing.packages.archive import damaged

_FINAL = True
_DEEPEST = 256
_MOST_ELEMENTS = 3_000_000
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})
_STRICT = "http://purl.oclc.org/ooxml/"
_USUAL = "http://schemas.openxmlformats.org/"

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]
Text = Callable[[str], object]


def parse_xml(pieces: Iterable[bytes], start: Start, end: End, text: Text, *, local: bool = True) -> None:
    """Tell of each element and text of a document, in its order.

    Args:
        pieces: the document.
        start: takes the name of an element and its attributes.
        end: takes the name of an element.
        text: takes text, in one piece or several.
        local: whether names are those without their namespace; else they are ``{namespace}name``.

    Raises:
        CannotRead: it is no XML, or has entities, another encoding than UTF-8 or UTF-16, or too much in it.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    named = _local if local else _clark
    depth = count = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
            raise damaged()
        start(named(name), {named(key): value for key, value in attributes.items()} if attributes else {})

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(named(name))

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.XmlDeclHandler = _refuse_encoding
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", _FINAL)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged() from error


def xml_tree(pieces: Iterable[bytes]) -> Element:
    """The root of a document. Names are ``{namespace}name``; a strict Office file has those of a usual one.

    Raises:
        CannotRead: as `parse_xml`.
    """
    builder = TreeBuilder()
    parse_xml(pieces, builder.start, builder.end, builder.data, local=False)
    return builder.close()


def local_name(element: Element) -> str:
    """The name of an element of a tree, without its namespace."""
    return _local(element.tag)


@lru_cache(maxsize=4096)
def _local(name: str) -> str:
    return name.rpartition("}")[2]


@lru_cache(maxsize=4096)
def _clark(name: str) -> str:
    space, brace, local = name.rpartition("}")
    if space.startswith(_STRICT):
        what, _, last = space.removeprefix(_STRICT).rpartition("/")
        space = f"{_USUAL}{what}/2006/{last}"
    return f"{{{space}}}{local}" if brace else local


def _refuse_doctype(*_: object) -> None:
    raise CannotRead(
        "The file has declarations of its own in its XML (DOCTYPE), which Office files never have, and is "
        "not read. Save it anew from the program that it comes from."
    )


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise damaged()
