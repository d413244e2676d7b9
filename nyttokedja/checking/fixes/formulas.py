"""Fixes of formulas (NK811): numbers and signs that can mean one thing only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdits, value_of
from nyttokedja.model.findings import Span
from nyttokedja.reading.parts import ScalarPart

_USING = ("formula", "yearly", "hours", "before", "after", "value", "measures")
"""The keys under which factors are named."""

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")


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


def without_equals(target: FixTarget, span: Span, particulars: Mapping[str, Any]) -> TextEdits:
    """A formula as it stands in a workbook without the sign that it begins with."""
    return wrong_sign(target, span, {"wrong": "=", "right": "", "position": 1, **particulars})


def without_hyphen(target: FixTarget, span: Span, particulars: Mapping[str, Any]) -> TextEdits:
    """The name of a factor as formulas can have it, in all formulas; not where it may be a subtraction."""
    wrong, right = particulars["wrong"], particulars["right"]
    ids = tuple(target.keys_within("factors"))
    known = set(map(_id, ids))
    if {right, *wrong.split("-")} & known or right == wrong:
        return ()
    uses = re.compile(rf"(?<![\w-]){re.escape(wrong)}(?![\w-])")
    edits = [target.replaced(one, right) for one in ids if _id(one) == wrong]
    for location in target.named(*_USING):
        part = location.part
        if isinstance(part, ScalarPart) and not location.is_key and uses.search(part.written):
            edits.append(target.replaced(location, uses.sub(right, part.written)))
    return tuple(edits)


def _id(key: PartLocation) -> str:
    return key.part.value if isinstance(key.part, ScalarPart) and isinstance(key.part.value, str) else ""


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
    ("NK811", "equals"): without_equals,
    ("NK811", "hyphen"): without_hyphen,
}
