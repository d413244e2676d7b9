"""Fixes of formulas (NK811): numbers and signs that can mean one thing only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdits, value_of
from nyttokedja.model.findings import Span
from nyttokedja.reading.parts import ScalarPart

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def wrong_sign(target: FixTarget, span: Span, particulars: Mapping[str, Any]) -> TextEdits:
    """The formula with what is right in the place of what is wrong, where that stands."""
    location = _formula(target, span)
    if location is None or not isinstance(location.part, ScalarPart):
        return ()
    text, wrong, start = location.part.written, particulars["wrong"], particulars["position"] - 1
    start += len(text) - len(text.lstrip())
    if text[start : start + len(wrong)] != wrong:
        return ()
    return (target.replaced(location, text[:start] + particulars["right"] + text[start + len(wrong) :]),)


def decimal_comma(target: FixTarget, span: Span, particulars: Mapping[str, Any]) -> TextEdits:
    """A decimal point for a comma; what may as well be thousands is left."""
    if _THOUSANDS.fullmatch(particulars["wrong"]):
        return ()
    return wrong_sign(target, span, particulars)


def _formula(target: FixTarget, span: Span) -> PartLocation | None:
    """The formula that a key holds, or that stands there without one."""
    location = target.at(span)
    if location is None or not location.is_key or location.holder is None:
        return location
    return value_of(location.holder, location.number)


FIXES: Mapping[tuple[str, str], FixFunction] = {
    ("NK811", "comma"): decimal_comma,
    ("NK811", "space"): wrong_sign,
    ("NK811", "sign"): wrong_sign,
}
