"""Parts that fit the schema → what a chain says of itself, of its decision and of what comes after."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.model.about import About, Comparison, Uncertainty
from nyttokedja.model.findings import Span
from nyttokedja.model.plan import Approval, Conversion, Decision, Handover, Rating, SuccessStory
from nyttokedja.reading.fields import (
    decimal_of,
    items_of,
    parts_of,
    period_at,
    references_at,
    text_at,
    value_at,
)
from nyttokedja.reading.parts import MappingPart, Part, ScalarPart, span_of


def about_of(part: Part | None) -> About:
    """What stands under ``about``."""
    parts = parts_of(part)
    alternatives = parts_of(parts.get("alternatives"))
    perspectives = parts_of(parts.get("perspectives"))
    horizon = value_at(parts, "horizon")
    return About(
        organisation=text_at(parts, "organisation"),
        geography=text_at(parts, "geography"),
        contact=text_at(parts, "contact"),
        purpose=text_at(parts, "purpose"),
        now=text_at(alternatives, "now"),
        new=text_at(alternatives, "new"),
        behaviours=_comparisons(alternatives, "behaviours"),
        technology=_comparisons(alternatives, "technology"),
        perspectives={name: text_at(perspectives, name) for name in perspectives},
        method=text_at(parts, "method"),
        not_included=text_at(parts, "not_included"),
        horizon=None if horizon is None else float(horizon),
        assumptions=text_at(parts, "assumptions"),
        uncertainty=_uncertainty(parts.get("uncertainty")),
        summary=text_at(parts, "summary"),
        version=text_at(parts, "version"),
    )


def _comparisons(parts: Mapping[str, Part], key: str) -> tuple[Comparison, ...]:
    rows = map(parts_of, items_of(parts.get(key)))
    return tuple(Comparison(*(text_at(row, name) for name in ("what", "now", "new"))) for row in rows)


def _uncertainty(part: Part | None) -> Uncertainty:
    if isinstance(part, ScalarPart):
        return Uncertainty(str(part.value))
    parts = parts_of(part)
    return Uncertainty("", *(text_at(parts, name) for name in ("effects", "data", "limits", "overall")))


def conversion_of(parts: Mapping[str, Part], key: str) -> tuple[Conversion, ...]:
    """Where what is freed goes, under a key of a box."""
    return tuple(_conversion(item) for item in items_of(parts[key]))


def _conversion(part: Part) -> Conversion:
    parts = parts_of(part)
    return Conversion(
        span=span_of(part),
        kind=text_at(parts, "kind"),
        amount=decimal_of(parts.get("amount")),
        unit=text_at(parts, "unit"),
        year=value_at(parts, "year"),
        decided_by=text_at(parts, "decided_by"),
        text=text_at(parts, "text"),
    )


def ratings_of(part: Part | None) -> tuple[Rating, ...]:
    """How the change stands by each criterion, in the order of the file."""
    entries = part.entries if isinstance(part, MappingPart) else ()
    return tuple(_rating(key, held) for key, held in entries)


def _rating(key: ScalarPart, part: Part) -> Rating:
    parts = parts_of(part)
    level = parts.get("level", part)
    assert isinstance(level, ScalarPart)  # what has none is no rating by the schema
    because, decided_by = text_at(parts, "because"), text_at(parts, "decided_by")
    return Rating(str(key.value), int(level.value), span_of(key), because, decided_by)


def decision_of(part: Part | None, span: Span) -> Decision | None:
    """What is decided; None where the file does not say.

    Args:
        part: what stands under ``decision``.
        span: where that key stands.
    """
    if part is None:
        return None
    if isinstance(part, ScalarPart):
        return Decision(span, str(part.value))
    parts = parts_of(part)
    what, by, reference = (text_at(parts, key) for key in ("what", "by", "reference"))
    return Decision(span, what, by, period_at(parts, "date"), reference)


def approvals_of(part: Part | None) -> tuple[Approval, ...]:
    """Who has approved, and when."""
    return tuple(_approval(item) for item in items_of(part))


def _approval(part: Part) -> Approval:
    if isinstance(part, ScalarPart):
        return Approval(str(part.value), span_of(part))
    parts = parts_of(part)
    return Approval(text_at(parts, "role"), span_of(part), period_at(parts, "date"))


def handover_of(part: Part | None, span: Span) -> Handover | None:
    """Who takes over; None where the file does not say."""
    if part is None:
        return None
    parts = parts_of(part)
    date, followed_up = period_at(parts, "date"), references_at(parts, "followed_up")
    return Handover(span, date, text_at(parts, "to"), followed_up, text_at(parts, "ready"))


def stories_of(part: Part | None) -> tuple[SuccessStory, ...]:
    """What people have told."""
    return tuple(_story(item) for item in items_of(part))


def _story(part: Part) -> SuccessStory:
    if isinstance(part, ScalarPart):
        return SuccessStory(str(part.value), span_of(part))
    parts = parts_of(part)
    return SuccessStory(
        text=text_at(parts, "text"),
        span=span_of(part),
        at=references_at(parts, "at"),
        by=text_at(parts, "by"),
        date=period_at(parts, "date"),
        consent=bool(value_at(parts, "consent")),
    )
