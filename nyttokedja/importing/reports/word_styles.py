"""The styles and lists of a Word file: which paragraphs are headings, items, or in bold type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from nyttokedja.importing.packages.archive import Package
from nyttokedja.importing.packages.relations import relations
from nyttokedja.importing.packages.xml import xml_tree
from nyttokedja.importing.reports.blocks import TITLE_LEVEL

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|rubrik|overskrift)[\s_-]*([1-9])(?:\s*char)?", re.IGNORECASE)
_TITLE = re.compile(r"title|titel|tittel|rubrik", re.IGNORECASE)
_LIST = re.compile(
    r"(?:list|lista|liste)[\s_-]*(?:bullet|number|paragraph|punkt|nummer|numrerad|punktlista)?[\s_-]*([2-9])?",
    re.IGNORECASE,
)
_DEEPEST = 20
_BODY_LEVEL = 9


@dataclass(slots=True)
class _Style:
    name: str
    based_on: str
    properties: Element | None
    bold: str | None


class Styles:
    """The styles and lists of one Word file."""

    def __init__(self, package: Package, document: str) -> None:
        parts = {one.kind: one.target for one in relations(package, document)}
        self._styles = dict(_styles(_tree(package, parts.get("styles", ""))))
        self._formats: dict[tuple[str, str], str] = {}
        self._by_style: dict[str, int] = {}
        self._read_lists(_tree(package, parts.get("numbering", "")))

    def heading(self, style: str, properties: Element | None) -> int | None:
        """The level of the heading that a paragraph is, 0 for the title of all; None for none."""
        for level in (_value(properties, "outlineLvl"), *self._said(style, "outlineLvl")):
            if level is not None:
                return int(level) + 1 if level.isdecimal() and int(level) < _BODY_LEVEL else None
        for id, known in self._chain(style):
            for name in (known.name, id):
                if found := _HEADING.fullmatch(name):
                    return int(found[1])
                if _TITLE.fullmatch(name):
                    return TITLE_LEVEL
        found = _HEADING.fullmatch(style)
        return int(found[1]) if found else None

    def item(self, style: str, properties: Element | None) -> int | None:
        """The level of the item of a list that a paragraph is, from 0; None for none."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        lists = [own] if own is not None else []
        lists += [
            found
            for _, known in self._chain(style)
            if known.properties is not None and (found := known.properties.find(f"{W}numPr")) is not None
        ]
        numbers = [number for one in lists if (number := _value(one, "numId")) is not None]
        if not numbers or numbers[0] == "0":
            return None
        level = next((said for one in lists if (said := _value(one, "ilvl")) is not None), None)
        if level is None and style in self._by_style:
            level = str(self._by_style[style])
        deep = int(level) if level and level.isdecimal() else 0
        if self._formats.get((numbers[0], str(deep))) == "none":
            return None
        listed = (_LIST.fullmatch(known.name) for _, known in self._chain(style))
        named = next((match for match in listed if match), None)
        return deep or (int(named[1]) - 1 if named and named[1] else 0)

    def bold(self, style: str) -> bool:
        """Whether a style writes in bold type."""
        said = next((known.bold for _, known in self._chain(style) if known.bold is not None), None)
        return said is not None and is_on(said)

    def _chain(self, style: str) -> Iterator[tuple[str, _Style]]:
        for _ in range(_DEEPEST):
            known = self._styles.get(style)
            if known is None:
                return
            yield style, known
            style = known.based_on

    def _said(self, style: str, name: str) -> list[str | None]:
        return [_value(known.properties, name) for _, known in self._chain(style)]

    def _read_lists(self, root: Element | None) -> None:
        if root is None:
            return
        kinds: dict[str, list[tuple[str, str]]] = {}
        for one in root.iter(f"{W}abstractNum"):
            levels = kinds.setdefault(one.get(f"{W}abstractNumId", ""), [])
            for level in one.iter(f"{W}lvl"):
                at = level.get(f"{W}ilvl", "0")
                levels.append((at, _value(level, "numFmt") or ""))
                if (style := _value(level, "pStyle")) and at.isdecimal():
                    self._by_style[style] = int(at)
        for one in root.iter(f"{W}num"):
            for at, shown in kinds.get(_value(one, "abstractNumId") or "", ()):
                self._formats[(one.get(f"{W}numId", ""), at)] = shown


def is_on(value: str) -> bool:
    """Whether a switch of a Word file is on; one without a value is."""
    return value.lower() not in ("0", "false", "off", "none")


def switch(properties: Element | None, name: str) -> str | None:
    """The value of a switch among properties, ``1`` where it only stands there; None where it does not."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else found.get(f"{W}val", "1")


def _styles(root: Element | None) -> Iterator[tuple[str, _Style]]:
    for style in root.iter(f"{W}style") if root is not None else ():
        yield (
            style.get(f"{W}styleId", ""),
            _Style(
                _value(style, "name") or "",
                _value(style, "basedOn") or "",
                style.find(f"{W}pPr"),
                switch(style.find(f"{W}rPr"), "b"),
            ),
        )


def _value(parent: Element | None, name: str) -> str | None:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return None if found is None else found.get(f"{W}val")


def _tree(package: Package, part: str) -> Element | None:
    return xml_tree(package.chunks(part)) if part in package else None
