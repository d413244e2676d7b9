"""Fixes of numbers (NK004): a decimal comma, spaces between the thousands, a unit, quotes, a long minus."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nyttokedja.checking.fixes.commas import cut_off
from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdits, value_of
from nyttokedja.language.keywords import words
from nyttokedja.language.units import unit_words
from nyttokedja.model.findings import Span
from nyttokedja.model.units import MONEY
from nyttokedja.reading.parts import MappingPart, ScalarPart

_EITHER = re.compile(r"[-−–]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""A thousand and something to some, one and some decimals to others."""
_SEPARATORS = re.compile(r"[0-9]([ \u00a0\u202f.'_])(?=[0-9])")
_UNITS = frozenset(
    {"%", "‰", "°", "°c", "€", "$", "£", "eur", "sek", "nok", "kr", "tkr", "kkr", "mkr", "mnkr", "st", "stk"}
) | {"h", "min", "s", "g", "kg", "m", "km", "kwh", "mwh"}
"""Signs that are units and nothing else; any other word may be a remark."""
_BEFORE_UNIT = frozenset({"title", "text"})


def number(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The number, in place of all that a reader takes for it."""
    whole = _whole(target, span)
    if whole is None or not _is_clear(str(shown["written"])):
        return ()
    return ((whole, str(shown["number"])),)


def _is_clear(written: str) -> bool:
    """Whether a number can be read in one way only."""
    return not _EITHER.fullmatch(written) and len(set(_SEPARATORS.findall(written))) < 2


def _whole(target: FixTarget, span: Span) -> Span | None:
    """Where a number stands, also one that a comma inside brackets has cut in two."""
    location = target.at(span)
    if location is None or location.holder is None:
        return None
    if not location.is_key:
        return None if cut_off(target, location) else Span(location.part.start, location.part.end)
    first = value_of(location.holder, location.number - 1)
    if first is None or not isinstance(first.part, ScalarPart) or first.part.style:
        return None
    whole = Span(first.part.start, location.part.end)
    alone = len(cut_off(target, first)) == 1 and not set(target.raw(whole)) & set("#\r\n")
    return whole if alone else None


def unit(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The number, and its unit as a key of the indicator, unless the indicator has it already."""
    figure = number(target, span, {**shown, "written": _without_unit(shown)})
    indicator = _indicator(target.at(span))
    if not figure or indicator is None or not isinstance(indicator.part, MappingPart):
        return ()
    measure, entries = str(shown["measure"]), indicator.part.entries
    if "unit" in indicator.names:
        said = entries[indicator.names.index("unit")].value
        alike = isinstance(said, ScalarPart) and said.written.casefold() == measure.casefold()
        return figure if alike else ()
    if measure.casefold() not in _UNITS:
        return ()
    first = next(n for n, name in enumerate(indicator.names) if name not in _BEFORE_UNIT)
    flow = indicator.part.flow
    entry = f"{words(target.keys).key('unit', 'indicator')}: {target.written(measure, flow=flow)}"
    put = target.put_before(entries[first].key, entry, flow=flow)
    return (*put, *figure) if put else ()


def sum_of_money(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The number in the currency; another unit may be a remark, and a place of its own is needed for it."""
    is_money = unit_words().names.get(str(shown["measure"]).casefold()) in MONEY
    return number(target, span, {**shown, "written": _without_unit(shown)}) if is_money else ()


def _without_unit(shown: Mapping[str, Any]) -> str:
    return str(shown["written"]).removesuffix(str(shown["measure"])).rstrip()


def _indicator(location: PartLocation | None) -> PartLocation | None:
    """The indicator that a part belongs to."""
    while location is not None and (
        location.is_key or location.form is None or location.form.name != "indicator"
    ):
        location = location.holder
    return location


FIXES: Mapping[tuple[str, str], FixFunction] = {
    ("NK004", "decimal-comma"): number,
    ("NK004", "thousands"): number,
    ("NK004", "unquote"): number,
    ("NK004", "minus"): number,
    ("NK004", "unit"): unit,
    ("NK004", "unit-in-sum"): sum_of_money,
}
