"""A Word file → its blocks, as it reads with all proposed changes accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from nyttokedja.errors import CannotRead
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import ImportOptions, Remark
from nyttokedja.importing.packages.archive import Package, open_package
from nyttokedja.importing.packages.relations import main_part, relations
from nyttokedja.importing.packages.xml import local_name, xml_tree
from nyttokedja.importing.reports.blocks import (
    HEADING,
    ITEM,
    PARAGRAPH,
    TABLE,
    Block,
    Run,
    Written,
    paragraphs,
)
from nyttokedja.importing.reports.word_styles import Styles, W, is_on, switch

_INSIDE = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"}
)
"""Elements around text or paragraphs that belong to it."""
_DELETED = frozenset({"del", "moveFrom"})
_PICTURES = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": ""}
_BULLETS = ("• ", "· ", "▪ ", "– ", "- ", "•\t", "·\t", "▪\t", "–\t", "-\t")
_INDENT = 720
"""Twentieths of a point that Word moves a paragraph in at a time."""
_DEEPEST = 8


def word_blocks(data: bytes, options: ImportOptions) -> Written:
    """What the text of a Word file consists of.

    Raises:
        CannotRead: it is none, or is locked, damaged or too large.
    """
    package = open_package(data, options.name)
    part = main_part(package)
    root = xml_tree(package.chunks(part)) if part in package else None
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise CannotRead(
            "The file is no Office file, whatever its name ends with. Open it in the program that it comes "
            "from, and save it from there as .xlsx, .docx or .pptx."
        )
    reading = _Reading(Styles(package, part))
    blocks = tuple(reading.blocks(body))
    beside = Counter({f"report-{name}": _entries(package, part, name) for name in ("comments", "footnotes")})
    remarks = [Remark(key) for key, n in (reading.unread + beside).items() for _ in range(n)]
    return Written(blocks, (*remarks, *reading.deleted))


class _Reading:
    """One Word file being read: its blocks, and what of it is none."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.unread: Counter[str] = Counter()
        self.deleted: list[Remark] = []

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks in a body, or in a frame with text."""
        for child in parent:
            name = local_name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield Block(TABLE, rows=tuple(self._rows(child)))
            elif name in _INSIDE:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        properties = paragraph.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        style = named.get(f"{W}val", "") if named is not None else ""
        frames: list[Element] = []
        runs = list(self._runs(paragraph, frames, bold=self._styles.bold(style)))
        heading = self._styles.heading(style, properties)
        item = self._styles.item(style, properties)
        text = "".join(words for words, _ in runs)
        if heading is not None:
            if title := cleaned(text):
                yield Block(HEADING, title, heading)
        elif item is not None:
            yield from paragraphs(runs, ITEM, item)
        elif text.lstrip().startswith(_BULLETS):
            yield from paragraphs(_without_bullet(runs), ITEM, _indent(properties))
        else:
            yield from paragraphs(runs, PARAGRAPH, _indent(properties))
        for frame in frames:
            yield from self.blocks(frame)

    def _runs(self, parent: Element, frames: list[Element], *, bold: bool = False) -> Iterator[Run]:
        for child in parent:
            name = local_name(child)
            if name == "r":
                yield from self._run(child, frames, bold=bold)
            elif name in _INSIDE:
                yield from self._runs(child, frames, bold=bold)
            elif name in _DELETED:
                words = "".join(one.text or "" for one in child.iter() if local_name(one) in ("delText", "t"))
                if cleaned(words):
                    self.deleted.append(Remark("report-deleted", cleaned(words)))

    def _run(self, run: Element, frames: list[Element], *, bold: bool) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        said = switch(properties, "b")
        named = properties.find(f"{W}rStyle") if properties is not None else None
        if said is not None:
            bold = is_on(said)
        elif named is not None:
            bold = bold or self._styles.bold(named.get(f"{W}val", ""))
        for child in run:
            name = local_name(child)
            if name == "t":
                yield child.text or "", bold
            elif name in _SIGNS:
                yield _SIGNS[name], bold
            elif name in _PICTURES:
                self._picture(child, frames)
            elif name == "AlternateContent":
                self._picture(next(iter(child), child), frames)

    def _picture(self, picture: Element, frames: list[Element]) -> None:
        """Words in a picture are read as paragraphs; one without any is counted."""
        inside = [one for one in picture.iter() if local_name(one) == "txbxContent"]
        if any(cleaned(one.text or "") for frame in inside for one in frame.iter(f"{W}t")):
            frames.append(inside[0])
        else:
            self.unread["unread-pictures"] += 1

    def _rows(self, table: Element) -> Iterator[tuple[str, ...]]:
        for row in _within(table, "tr"):
            cells = [" ".join(self._cell(cell, 0)) for cell in _within(row, "tc")]
            if any(cells):
                yield tuple(cells)

    def _cell(self, cell: Element, depth: int) -> Iterator[str]:
        for child in cell:
            name = local_name(child)
            if name == "tbl" and depth < _DEEPEST:
                for row in _within(child, "tr"):
                    for inner in _within(row, "tc"):
                        yield from self._cell(inner, depth + 1)
            elif name == "p":
                frames: list[Element] = []
                if words := cleaned("".join(text for text, _ in self._runs(child, frames))):
                    yield words
                for frame in frames:
                    yield from self._cell(frame, depth + 1)
            elif name in _INSIDE:
                yield from self._cell(child, depth)


def _within(parent: Element, name: str) -> Iterator[Element]:
    for child in parent:
        if local_name(child) == name:
            yield child
        elif local_name(child) in _INSIDE:
            yield from _within(child, name)


def _without_bullet(runs: list[Run]) -> list[Run]:
    at = next(n for n, (text, _) in enumerate(runs) if text.strip())
    text, bold = runs[at]
    return [(text.lstrip()[1:], bold), *runs[at + 1 :]]


def _indent(properties: Element | None) -> int:
    """How many steps a paragraph stands in from the margin."""
    found = properties.find(f"{W}ind") if properties is not None else None
    left = (found.get(f"{W}left") or found.get(f"{W}start") or "0") if found is not None else "0"
    return min(_DEEPEST, int(left) // _INDENT) if left.isdecimal() else 0


def _entries(package: Package, document: str, kind: str) -> int:
    """How many comments or footnotes there are."""
    part = next((one.target for one in relations(package, document) if one.kind == kind), "")
    if part not in package:
        return 0
    entries = xml_tree(package.chunks(part)).iter(f"{W}{kind[:-1]}")
    return sum(f"{W}type" not in entry.attrib for entry in entries)
