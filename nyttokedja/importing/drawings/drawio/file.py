"""The bytes of a draw.io file → the cells of its pages.

A file is XML, an SVG that carries it in its attribute ``content``, or a PNG that carries it in a text. A page
is plain XML, or packed: base64 of raw deflate of percent-encoded XML.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from nyttokedja.errors import CannotRead
from nyttokedja.importing.packages.xml import parse_xml

_LARGEST = 20_000_000
_MOST_CELLS = 50_000
_MOST_PAGES = 500
_PNG = b"\x89PNG\r\n\x1a\n"
_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^<>\[\]]*>")


@dataclass(slots=True)
class Cell:
    """A cell as the file has it: ``geometry`` are its numbers as written, ``points`` those of its ends."""

    id: str
    value: str = ""
    style: str = ""
    vertex: bool = False
    edge: bool = False
    parent: str = ""
    source: str = ""
    target: str = ""
    visible: bool = True
    data: Mapping[str, str] = field(default_factory=dict)
    geometry: Mapping[str, str] = field(default_factory=dict)
    points: dict[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Diagram:
    """A page: its name and its cells, in the order in which they are drawn."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    packed: list[str] = field(default_factory=list)


def read_diagrams(data: bytes) -> tuple[Diagram, ...]:
    """The pages of a file.

    Raises:
        CannotRead: it is no drawing of draw.io, or damaged, or too large.
    """
    if len(data) > _LARGEST:
        raise CannotRead("The drawing is larger than {n} MB.", n=_LARGEST // 10**6)
    handler = _Handler()
    _parse(_of_png(data) if data.startswith(_PNG) else data, handler)
    if handler.content:
        inside = handler.content
        handler = _Handler()
        _parse(inside.encode("utf-8", "surrogatepass"), handler)
    if not handler.is_drawing:
        raise CannotRead("The file is no drawing of draw.io: there is no page in it.")
    left = _LARGEST
    for diagram in handler.diagrams:
        packed = "".join(diagram.packed).strip()
        if packed and not diagram.cells:
            unpacked = _unpacked(packed, left)
            left -= len(unpacked)
            inner = _Handler(diagram, handler.count)
            _parse(unpacked, inner)
            handler.count = inner.count
    return tuple(handler.diagrams)


def _parse(data: bytes, handler: _Handler) -> None:
    try:
        plain = _DOCTYPE.sub(b"", data[:2_000], count=1) + data[2_000:]
        parse_xml([plain], handler.start, handler.end, handler.text)
    except _TooMany as error:
        raise CannotRead("The drawing has more than {n} shapes and arrows.", n=_MOST_CELLS) from error
    except CannotRead as error:
        raise CannotRead("The drawing cannot be read: its XML is damaged, or not that of draw.io.") from error


class _TooMany(Exception):
    """A drawing has more cells than anybody drew."""


class _Handler:
    """Takes the elements of a file, or of a packed page, which is then `page`."""

    def __init__(self, page: Diagram | None = None, count: int = 0) -> None:
        self.diagrams: list[Diagram] = [page] if page else []
        self.content = ""
        self.is_drawing = False
        self.count = count
        self._page = page
        self._inside = page is not None
        self._cell: Cell | None = None
        self._wrapper: Mapping[str, str] | None = None
        self._path: list[str] = []

    def start(self, name: str, given: dict[str, str]) -> None:
        """Take the beginning of an element."""
        if not self._path and name == "svg":
            self.content = given.get("content", "")
        self._path.append(name)
        if name == "diagram" and not self._inside:
            if len(self.diagrams) >= _MOST_PAGES:
                raise _TooMany
            self._page = Diagram(given.get("name", ""))
            self.diagrams.append(self._page)
            self.is_drawing = True
        elif name == "mxGraphModel":
            self.is_drawing = True
            if self._page is None:
                self._page = Diagram("")
                self.diagrams.append(self._page)
        elif self._page is not None:
            self._inside_page(name, given)

    def _inside_page(self, name: str, given: dict[str, str]) -> None:
        if name == "mxCell":
            self._begin(given)
        elif name == "mxGeometry" and self._cell is not None:
            self._cell.geometry = given
        elif name == "mxPoint" and self._cell is not None:
            if "as" in given:
                self._cell.points[given["as"]] = given
        elif self._cell is not None:
            if given.get("as") == "value":
                self._cell.value = given.get("label", self._cell.value)
        elif self._path[-2:-1] == ["root"]:
            self._wrapper = given

    def _begin(self, given: Mapping[str, str]) -> None:
        self.count += 1
        if self.count > _MOST_CELLS or self._page is None:
            raise _TooMany
        about = self._wrapper if self._wrapper is not None else {}
        self._cell = Cell(
            about.get("id", given.get("id", "")),
            about.get("label", given.get("value", "")),
            given.get("style", ""),
            given.get("vertex") == "1",
            given.get("edge") == "1",
            given.get("parent", ""),
            given.get("source", ""),
            given.get("target", ""),
            given.get("visible", about.get("visible")) != "0",
            {key: value for key, value in about.items() if key not in ("id", "label")},
        )
        self._page.cells.append(self._cell)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._path.pop()
        if name == "mxCell":
            self._cell = None
        elif self._path[-1:] == ["root"]:
            self._wrapper = None
        elif name == "diagram" and not self._inside:
            self._page = None

    def text(self, text: str) -> None:
        """Take text: a packed page."""
        if self._path[-1] == "diagram" and self._page is not None:
            self._page.packed.append(text)


def _unpacked(packed: str, most: int) -> bytes:
    """A packed page as XML, of at most so many bytes."""
    if packed.startswith("%3C"):
        return unquote_to_bytes(packed)
    try:
        deflated = base64.b64decode("".join(packed.split()), validate=True)
        engine = zlib.decompressobj(-15)
        found = engine.decompress(deflated, most + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise CannotRead("A page of the drawing is damaged and cannot be unpacked.") from error
    if len(found) > most:
        raise CannotRead("The drawing is larger than {n} MB.", n=_LARGEST // 10**6)
    return unquote_to_bytes(found)


def _of_png(data: bytes) -> bytes:
    for keyword, text in _png_texts(data):
        if keyword in (b"mxfile", b"mxGraphModel"):
            return unquote_to_bytes(text)
    raise CannotRead(
        "The picture carries no drawing of draw.io. Give the drawing itself, or draw.io's own PNG."
    )


def _png_texts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The texts of a PNG: keyword and what it says."""
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        keyword, _, rest = data[at + 8 : at + 8 + length].partition(b"\0")
        if kind == b"tEXt":
            yield keyword, rest
        elif kind == b"zTXt":
            yield keyword, _inflated(rest[1:])
        elif kind == b"iTXt":
            packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
            yield keyword, _inflated(text) if packed else text
        at += 12 + length


def _inflated(packed: bytes) -> bytes:
    try:
        found = zlib.decompressobj().decompress(packed, _LARGEST + 1)
    except zlib.error as error:
        raise CannotRead("A page of the drawing is damaged and cannot be unpacked.") from error
    if len(found) > _LARGEST:
        raise CannotRead("The drawing is larger than {n} MB.", n=_LARGEST // 10**6)
    return found
