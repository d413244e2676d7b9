"""Chains side by side → JSON, as schemas/prioritising.schema.json has it: exact, null what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from nyttokedja.documents.prioritising.told import Told
from nyttokedja.model.findings import Span
from nyttokedja.model.priorities import FIGURES
from nyttokedja.prioritising.comparable import figure_of
from nyttokedja.prioritising.prioritised import Ordered, Prioritised
from nyttokedja.reports.markup import json_text


def told_in_json(told: Told) -> str:
    """The text."""
    found = told.found
    return json_text(
        {
            "version": 1,
            "language": told.language,
            "chains": [_chain(told, n) for n in told.rows],
            "unread": list(found.unread),
            "ordered": found.order is not None,
            "settings_disagree": found.disagree,
            "criteria": [_plain(one) for one in found.criteria],
            "terms": _plain(found.comparable.terms),
            "differing_terms": {name: _plain(one) for name, one in found.comparable.differing.items()},
            "orders": [_order(told, one) for one in found.orders],
            "pools": [
                {
                    "pool": one.name,
                    "size": one.pool.hours if one.pool else None,
                    "year": one.year or None,
                    "hours": _plain(one.hours),
                    "chains": {found.rows[n].name: _plain(hours) for n, hours in one.of_rows.items()},
                    "without_calendar": {found.rows[n].name: _plain(hours) for n, hours in one.loose.items()},
                }
                for one in found.pools
            ],
            "unknown_criteria": [
                {"chain": found.rows[one.row].name, "criterion": one.rating.criterion, "meant": one.meant}
                for one in found.strays
            ],
        }
    )


def _chain(told: Told, n: int) -> Mapping[str, Any]:
    row, found = told.found.rows[n], told.found
    kept = ("errors", "benefits", "owned", "exposed", "uncertain", "waiting", "at_fault", "factors", "pools")
    return {
        "file": row.name,
        "number": told.numbers[n],
        **{name: getattr(row, name) for name in ("title", "organisation", "language", "stage")},
        "figures": {
            name: {
                "value": _plain(figure_of(row, name)),
                "not_comparable": list(found.comparable.hinders(n, name)),
            }
            for name in FIGURES
        },
        "hours": {"freed": _plain(row.hours_freed), "spent": _plain(row.hours_spent)},
        "terms": _plain(row.money.terms) if row.money else None,
        "recalculated": list(row.money.changed) if row.money else [],
        "sizes": {party or "unsaid": _plain(one) for party, one in row.sizes.items()},
        "goals": {strength or "unsaid": list(titles) for strength, titles in row.goals.items()},
        "completeness": row.completeness,
        **{name: _plain(getattr(row, name)) for name in kept},
        "levels": [
            {
                "criterion": id,
                "level": one.level,
                "why_not": one.why,
                "figure": _plain(one.figure),
                "because": one.rating.because if one.rating else "",
                "decided_by": one.rating.decided_by if one.rating else "",
            }
            for id, one in found.levels[n].items()
        ],
        "ratings": [_plain(one) for one in row.ratings.values()],
    }


def _order(told: Told, ordered: Ordered) -> Mapping[str, Any]:
    found: Prioritised = told.found
    name = {n: row.name for n, row in enumerate(found.rows)}
    return {
        "title": ordered.title,
        "weights": _plain(ordered.weights),
        "places": [
            {"chain": name[one.row], "place": one.place, "score": _plain(one.score), "tied": one.tied}
            for one in ordered.places
        ],
        "without_place": [name[n] for n in ordered.left],
        "first_holds": [_plain(one._asdict()) for one in found.holds(ordered)],
        "turns": [
            {
                "criterion": one.criterion,
                "over": name[one.over],
                "under": name[one.under],
                "at": _plain(one.at),
                "now": _plain(one.now),
            }
            for one in found.turns(ordered)
        ],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal | Fraction):
        return float(value)
    if isinstance(value, Mapping):
        return {"unsaid" if key == "" else str(key): _plain(one) for key, one in value.items()}
    if hasattr(value, "_asdict"):
        return {name: _plain(one) for name, one in value._asdict().items() if not isinstance(one, Span)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        held = ((one.name, getattr(value, one.name)) for one in fields(value))
        return {name: _plain(one) for name, one in held if not isinstance(one, Span)}
    return value
