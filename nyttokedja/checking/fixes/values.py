"""Fixes of values (NK004) that are no numbers: misspelt ones, dates, truths, texts that need quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nyttokedja.checking.fixes.commas import cut_off
from nyttokedja.checking.fixes.lines import lines_from
from nyttokedja.checking.fixes.target import FixFunction, FixTarget, PartLocation, TextEdit, TextEdits, inside
from nyttokedja.language.keywords import words
from nyttokedja.model.findings import Span
from nyttokedja.reading.parts import MappingPart, ScalarPart
from nyttokedja.writing.quoting import quoted

_TRUTHS = {"true": 0, "yes": 0, "false": 1, "no": 1}
_EITHER_DAY = re.compile(r"(0?[1-9]|1[0-2])([/-])(0?[1-9]|1[0-2])\2[0-9]{4}")
"""The first of February to some, the second of January to others."""


def meant(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The value of the list that was meant; what may be expected of a chain is for people to say."""
    location = target.at(span)
    if location is None or location.name == "stage" or words(target.keys).is_doubtful(shown["text"]):
        return ()
    return cased(target, span, shown)


def cased(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The value of the list that stands there in other letters."""
    location = target.at(span)
    return () if location is None else (target.replaced(location, shown["meant"]),)


def date(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The date as dates are written here, unless the text can be read as another one too."""
    location = target.at(span)
    either = _EITHER_DAY.fullmatch(shown["text"])
    if location is None or (either and int(either[1]) != int(either[3])):
        return ()
    if location.holder is not None and shown["date"] in location.holder.names:
        return ()
    return ((inside(target.text, location.part), shown["date"]),)


def quote(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Quotes round a number or a truth where a text stands."""
    location = target.at(span)
    if location is None or not location.takes_text or cut_off(target, location):
        return ()
    return ((Span(location.part.start, location.part.end), quoted(target.raw(span), target.quote)),)


def boolean(target: FixTarget, span: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The truth that a word of another kind says."""
    location, said = target.at(span), shown["text"].strip().casefold()
    if location is None or said not in _TRUTHS:
        return ()
    return ((Span(location.part.start, location.part.end), shown["allowed"][_TRUTHS[said]]),)


def listed(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Brackets round a text that should be a list; tags with a comma may be one or several."""
    location = target.at(span)
    if location is None or not isinstance(location.part, ScalarPart) or location.part.style in ("|", ">"):
        return ()
    if location.name == "tags" and {",", ";"} & set(location.part.written):
        return ()
    raw = target.raw(Span(location.part.start, location.part.end))
    item = raw if location.part.style else target.written(location.part.written, flow=True)
    return ((Span(location.part.start, location.part.end), f"[{item}]"),)


def spaced_dashes(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """A space after the dash that each line of a text begins with."""
    location = target.at(span)
    if location is None or not isinstance(location.part, ScalarPart) or location.part.style:
        return ()
    start, end = location.part.start, location.part.end
    lines = [(at, lead) for at, lead in lines_from(target, start - len(target.lead(start))) if at.start < end]
    dashes = [at.start + len(lead) for at, lead in lines]
    if target.lead(start).strip() or any(target.text[dash] != "-" for dash in dashes):
        return ()
    return tuple((Span(dash + 1, dash + 1), " ") for dash in dashes if target.text[dash + 1] != " ")


def enclosed(target: FixTarget, span: Span, _: Mapping[str, Any]) -> TextEdits:
    """Brackets round braces that should be in a list."""
    location = target.at(span)
    held = _held(location) if location is not None and location.is_key else None
    if held is None or not held.flow:
        return ()
    return _around(held, "[", "]")


def _held(location: PartLocation) -> MappingPart | None:
    holder = location.holder.part if location.holder else None
    held = holder.entries[location.number].value if isinstance(holder, MappingPart) else None
    return held if isinstance(held, MappingPart) else None


def _around(part: MappingPart, opening: str, closing: str) -> tuple[TextEdit, ...]:
    return (Span(part.start, part.start), opening), (Span(part.end, part.end), closing)


def first_line(target: FixTarget, _: Span, shown: Mapping[str, Any]) -> TextEdits:
    """The line that tells a chain from other files, first of all keys."""
    root = target.source.root
    if root is None or not root.entries or shown["value"] != "1":
        return ()
    entry = f"{shown['missing']}: {shown['value']}"
    return target.put_before(root.entries[0].key, entry, flow=root.flow)


FIXES: Mapping[tuple[str, str], FixFunction] = {
    ("NK004", "meant"): meant,
    ("NK004", "off-scale-meant"): meant,
    ("NK004", "case"): cased,
    ("NK004", "date-form"): date,
    ("NK004", "quote"): quote,
    ("NK004", "boolean"): boolean,
    ("NK004", "truth-or-date"): boolean,
    ("NK004", "list"): listed,
    ("NK004", "tight-dashes"): spaced_dashes,
    ("NK004", "not-keys-but-list"): enclosed,
    ("NK004", "missing"): first_line,
}
