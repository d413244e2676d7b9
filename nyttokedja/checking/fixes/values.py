"""Fixes of values (NK004) that are no numbers: misspelt ones, dates, truths, texts that need quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nyttokedja.checking.fixes.commas import cut_off
from nyttokedja.checking.fixes.target import Edit, Edits, Ground, Mend, Spot, inside
from nyttokedja.model.findings import Span
from nyttokedja.reading.parts import MappingPart, ScalarPart
from nyttokedja.writing.quoting import quoted

_TRUTHS = {"true": 0, "yes": 0, "false": 1, "no": 1}
_EITHER_DAY = re.compile(r"(0?[1-9]|1[0-2])([/-])(0?[1-9]|1[0-2])\2[0-9]{4}")
"""The first of February to some, the second of January to others."""


def meant(ground: Ground, span: Span, shown: Mapping[str, Any]) -> Edits:
    """The value of the list that was meant."""
    spot = ground.at(span)
    return () if spot is None else (ground.replaced(spot, shown["meant"]),)


def date(ground: Ground, span: Span, shown: Mapping[str, Any]) -> Edits:
    """The date as dates are written here, unless the text can be read as another one too."""
    spot = ground.at(span)
    either = _EITHER_DAY.fullmatch(shown["text"])
    if spot is None or (either and int(either[1]) != int(either[3])):
        return ()
    if spot.holder is not None and shown["date"] in spot.holder.names:
        return ()
    return ((inside(ground.text, spot.part), shown["date"]),)


def quote(ground: Ground, span: Span, _: Mapping[str, Any]) -> Edits:
    """Quotes round a number or a truth where a text stands."""
    spot = ground.at(span)
    if spot is None or not spot.takes_text or cut_off(ground, spot):
        return ()
    return ((Span(spot.part.start, spot.part.end), quoted(ground.raw(span), ground.quote)),)


def boolean(ground: Ground, span: Span, shown: Mapping[str, Any]) -> Edits:
    """The truth that a word of another kind says."""
    spot, said = ground.at(span), shown["text"].strip().casefold()
    if spot is None or said not in _TRUTHS:
        return ()
    return ((Span(spot.part.start, spot.part.end), shown["allowed"][_TRUTHS[said]]),)


def listed(ground: Ground, span: Span, _: Mapping[str, Any]) -> Edits:
    """Brackets round a text that should be a list; tags with a comma may be one or several."""
    spot = ground.at(span)
    if spot is None or not isinstance(spot.part, ScalarPart) or spot.part.style in ("|", ">"):
        return ()
    if spot.name == "tags" and {",", ";"} & set(spot.part.written):
        return ()
    raw = ground.raw(Span(spot.part.start, spot.part.end))
    item = raw if spot.part.style else ground.written(spot.part.written, flow=True)
    return ((Span(spot.part.start, spot.part.end), f"[{item}]"),)


def enclosed(ground: Ground, span: Span, _: Mapping[str, Any]) -> Edits:
    """Brackets round braces that should be in a list."""
    spot = ground.at(span)
    held = _held(spot) if spot is not None and spot.is_key else None
    if held is None or not held.flow:
        return ()
    return _around(held, "[", "]")


def _held(spot: Spot) -> MappingPart | None:
    holder = spot.holder.part if spot.holder else None
    held = holder.entries[spot.number].value if isinstance(holder, MappingPart) else None
    return held if isinstance(held, MappingPart) else None


def _around(part: MappingPart, opening: str, closing: str) -> tuple[Edit, ...]:
    return (Span(part.start, part.start), opening), (Span(part.end, part.end), closing)


def first_line(ground: Ground, _: Span, shown: Mapping[str, Any]) -> Edits:
    """The line that tells a chain from other files, first of all keys."""
    root = ground.source.root
    if root is None or not root.entries or shown["value"] != "1":
        return ()
    entry = f"{shown['missing']}: {shown['value']}"
    return ground.put_before(root.entries[0].key, entry, flow=root.flow)


MENDS: Mapping[tuple[str, str], Mend] = {
    ("NK004", "meant"): meant,
    ("NK004", "case"): meant,
    ("NK004", "date-form"): date,
    ("NK004", "quote"): quote,
    ("NK004", "boolean"): boolean,
    ("NK004", "list"): listed,
    ("NK004", "not-keys-but-list"): enclosed,
    ("NK004", "missing"): first_line,
}
