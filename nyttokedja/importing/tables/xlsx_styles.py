"""How the cells of a workbook look: which numbers are dates and shares, and what they are filled with."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from nyttokedja.importing.packages.archive import Package
from nyttokedja.importing.packages.relations import relations
from nyttokedja.importing.packages.xml import Element, local_name, xml_tree
from nyttokedja.importing.tables.sheets import Cell

_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_SHARES = frozenset((9, 10))
_NOT_OF_A_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General', re.IGNORECASE)
_OF_A_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_SCHEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_WHITE = ("#ffffff", "")


class Styles:
    """What a cell's style says, by its number in the file."""

    def __init__(
        self, formats: Sequence[tuple[int, int]], codes: Mapping[int, str], fills: Sequence[str]
    ) -> None:
        self._formats, self._codes, self._fills = formats, codes, fills
        self._kinds: dict[str, str] = {}

    def fill(self, style: str) -> str:
        """The colour of a cell; "" for none and for white."""
        at = self._formats[int(style)][1] if style.isdecimal() and int(style) < len(self._formats) else -1
        return self._fills[at] if 0 <= at < len(self._fills) else ""

    def number(self, value: str, style: str, fill: str, *, early: bool) -> Cell:
        """A number as it is seen: a date as ``2027-06-30``, a share as ``22 %``."""
        try:
            number = float(value)
        except ValueError:
            return Cell(value, fill=fill)
        if not math.isfinite(number):
            return Cell(value, fill=fill)
        kind = self._kind(style)
        if kind == "date" and (day := _day(number, early=early)):
            return Cell(day, fill=fill)
        if kind == "share":
            share = float(format(number * 100, ".12g"))
            return Cell(f"{plain_number(share)} %", share, percent=True, fill=fill)
        return Cell(plain_number(number), number, fill=fill)

    def _kind(self, style: str) -> str:
        kind = self._kinds.get(style)
        if kind is None:
            at = int(style) if style.isdecimal() else 0
            format = self._formats[at][0] if at < len(self._formats) else 0
            code = self._codes.get(format, "")
            plain = _NOT_OF_A_DATE.sub("", code)
            if format in _DATES or _OF_A_DATE.search(plain):
                kind = "date"
            else:
                kind = "share" if format in _SHARES or "%" in plain else ""
            self._kinds[style] = kind
        return kind


NO_STYLES = Styles((), {}, ())


def plain_number(number: float) -> str:
    """A number without what a computer adds to it: ``5``, ``0.1``."""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else format(number, ".12g")


def read_styles(package: Package, part: str, main: str) -> Styles:
    """The styles of a workbook.

    Raises:
        CannotRead: they are damaged.
    """
    root = xml_tree(package.chunks(part))
    theme = _theme(package, main)
    formats = [
        (_whole(one.get("numFmtId", "")), _whole(one.get("fillId", "")))
        for one in root.iterfind("{*}cellXfs/{*}xf")
    ]
    codes = {
        _whole(one.get("numFmtId", "")): one.get("formatCode", "")
        for one in root.iterfind("{*}numFmts/{*}numFmt")
    }
    return Styles(formats, codes, [_fill(one, theme) for one in root.iterfind("{*}fills/{*}fill")])


def _fill(fill: Element, theme: Sequence[str]) -> str:
    pattern = fill.find("{*}patternFill")
    colour = fill.find("{*}patternFill/{*}fgColor")
    if pattern is None or colour is None or pattern.get("patternType", "none") in ("none", "gray125"):
        return ""
    return _colour(colour.attrib, theme)


def _theme(package: Package, main: str) -> Sequence[str]:
    """The colours of the theme, in the order in which cells number them."""
    part = next((one.target for one in relations(package, main) if one.kind == "theme"), "")
    if part not in package:
        return ()
    scheme = xml_tree(package.chunks(part)).find(".//{*}clrScheme")
    found = {local_name(one): next(iter(one), one) for one in (scheme if scheme is not None else ())}
    return tuple(
        (found[name].get("lastClr") or found[name].get("val") or "") if name in found else ""
        for name in _SCHEME
    )


def _colour(given: Mapping[str, str], theme: Sequence[str]) -> str:
    written = given.get("rgb", "")[-6:]
    if not written and "theme" in given:
        at = _whole(given["theme"])
        written = theme[at] if at < len(theme) else ""
    if not written and "indexed" in given:
        return "" if given["indexed"] in ("9", "64", "65") else f"indexed {given['indexed']}"
    colour = f"#{written.lower()}" if written else ""
    return "" if colour in _WHITE else colour


def _whole(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 10 else 0


def _day(number: float, *, early: bool) -> str:
    """A number of days as the day that it means; "" where there is none."""
    if not 0 < number < 2_950_000 - 1_462 * early:
        return ""
    # a workbook thinks that there was a 29th of February in 1900
    begin = datetime(1904, 1, 1) if early else datetime(1899, 12, 30 if number >= 60 else 31)
    seen = begin + timedelta(seconds=round(number * 86_400))
    if number < 1:
        return seen.strftime("%H:%M")
    at = seen.strftime("%H:%M")
    return f"{seen:%Y-%m-%d}" if at == "00:00" else f"{seen:%Y-%m-%d} {at}"
