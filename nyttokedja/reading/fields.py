"""What stands under the keys of a mapping: its parts, texts, numbers and periods."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from nyttokedja.model import periods as dates
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import ARROW
from nyttokedja.model.pointers import Reference
from nyttokedja.reading.parts import ListPart, MappingPart, Part, ScalarPart, span_of


def parts_of(part: Part | None) -> dict[str, Part]:
    """Key → part; empty for what is no mapping."""
    return {key.value: value for key, value in part.entries} if isinstance(part, MappingPart) else {}


def key_spans(part: Part | None) -> Mapping[str, Span]:
    """Key → where it stands."""
    if not isinstance(part, MappingPart):
        return {}
    return {key.value: span_of(key) for key, _ in part.entries}


def value_at(parts: Mapping[str, Part], key: str) -> Any:
    """The bare value under a key, None where there is none."""
    part = parts.get(key)
    return part.value if isinstance(part, ScalarPart) else None


def text_at(parts: Mapping[str, Part], key: str) -> str:
    """The text under a key, "" where there is none."""
    value = value_at(parts, key)
    return value if isinstance(value, str) else ""


def period_at(parts: Mapping[str, Part], key: str) -> dates.Period | None:
    """The period under a key."""
    value = value_at(parts, key)
    return None if value is None else dates.parse(value)


def decimal_of(part: Part | None) -> Decimal | None:
    """A number with the digits that the file has; None for what is no number."""
    if not isinstance(part, ScalarPart) or isinstance(part.value, bool | str) or part.value is None:
        return None
    return Decimal(part.written)


def formula_of(part: Part | None) -> str:
    """A formula as written; "" where there is none."""
    if not isinstance(part, ScalarPart):
        return ""
    number = decimal_of(part)
    return part.value if isinstance(part.value, str) else "" if number is None else f"{number:f}"


def items_of(part: Part | None) -> tuple[Part, ...]:
    """The items of a list; one part alone is a list of one; nothing is none."""
    if isinstance(part, ListPart):
        return part.items
    if part is None or (isinstance(part, ScalarPart) and part.value is None):
        return ()
    return (part,)


def strings_of(part: Part | None) -> tuple[str, ...]:
    """The texts of a list, or one text alone."""
    return tuple(str(item.value) for item in items_of(part) if isinstance(item, ScalarPart))


def references_at(parts: Mapping[str, Part], key: str) -> tuple[Reference, ...]:
    """The boxes and arrows that are named under a key."""
    return tuple(_reference(item) for item in items_of(parts.get(key)) if isinstance(item, ScalarPart))


def _reference(part: ScalarPart) -> Reference:
    ends = ARROW.split(str(part.value).strip())
    if len(ends) == 2:
        return Reference(ends[1], span_of(part), source=ends[0])
    return Reference(str(part.value), span_of(part))
