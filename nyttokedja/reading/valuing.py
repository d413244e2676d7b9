"""Parts that fit the schema → what a chain says of its calculation, and what a box is worth."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.model.calculation import Calculation, Factor, Value
from nyttokedja.model.chain import title_from
from nyttokedja.model.findings import Span
from nyttokedja.reading.fields import (
    decimal_of,
    formula_of,
    items_of,
    key_spans,
    parts_of,
    period_at,
    text_at,
    value_at,
)
from nyttokedja.reading.parts import MappingPart, Part, ScalarPart, span_of


def calculation_of(part: Part | None, span: Span) -> Calculation | None:
    """The frame of a chain's calculation; None where the file has no such section.

    Args:
        part: what stands under ``calculation``.
        span: where that key stands.
    """
    if part is None:
        return None
    parts = parts_of(part)
    return Calculation(
        span=span,
        start=value_at(parts, "start"),
        horizon=decimal_of(parts.get("horizon")),
        rate=decimal_of(parts.get("rate")),
        first_year=text_at(parts, "first_year"),
        price_year=value_at(parts, "price_year"),
        currency=text_at(parts, "currency"),
        work_year=decimal_of(parts.get("work_year")),
        factors=_factors(parts.get("factors")),
        spans=key_spans(part),
    )


def value_of_box(parts: Mapping[str, Part], key: str) -> Value:
    """What stands under the ``value`` of a box; a formula or number alone is that of a year."""
    part = parts[key]
    if not isinstance(part, MappingPart):
        return Value(span_of(part), yearly=formula_of(part))
    own = parts_of(part)
    hours, profile = own.get("hours"), own.get("profile")
    change = parts_of(hours)
    shares = parts_of(profile)
    return Value(
        span=span_of(part),
        yearly=formula_of(own.get("yearly")),
        hours=formula_of(hours),
        before=formula_of(change.get("before")),
        after=formula_of(change.get("after")),
        profile=() if shares else tuple(n for one in items_of(profile) if (n := decimal_of(one)) is not None),
        profile_from={int(year): n for year, one in shares.items() if (n := decimal_of(one)) is not None},
        factors=_factors(own.get("factors")),
        pool=text_at(own, "pool"),
        evidence=text_at(own, "evidence"),
        spans={**key_spans(part), **key_spans(hours)},
    )


def _factors(part: Part | None) -> tuple[Factor, ...]:
    entries = part.entries if isinstance(part, MappingPart) else ()
    return tuple(_factor(key, value) for key, value in entries)


def _factor(key: ScalarPart, part: Part) -> Factor:
    """A factor from its mapping, or from the number that is its likely value."""
    parts = parts_of(part)
    return Factor(
        id=key.value,
        title=text_at(parts, "title") or title_from(key.value),
        span=span_of(key),
        unit=text_at(parts, "unit"),
        likely=decimal_of(parts.get("likely", part)),
        lowest=decimal_of(parts.get("lowest")),
        highest=decimal_of(parts.get("highest")),
        formula=formula_of(parts.get("formula")),
        source=text_at(parts, "source"),
        kind=text_at(parts, "kind"),
        as_of=period_at(parts, "as_of"),
        comment=text_at(parts, "comment"),
        spans=key_spans(part),
    )
