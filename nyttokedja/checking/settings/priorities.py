"""The table ``prioritising`` of settings → `Priorities`, and what is wrong between its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from nyttokedja.checking.settings.toml_places import Path
from nyttokedja.model.chain import title_from
from nyttokedja.model.priorities import Criterion, Priorities, Terms, Weighting
from nyttokedja.model.spelling import nearest

KEY = "prioritising"
_LIMITS = 3

_Fault = tuple[str, Path, dict[str, Any]]
"""The variant of a message, the path to what it is about, and particulars."""


def priorities_of(said: Mapping[str, Any]) -> Priorities:
    """What a table that has no faults says."""
    rate = said.get("rate")
    return Priorities(
        criteria=tuple(map(_criterion, said.get("criteria", ()))),
        weightings=tuple(
            Weighting(one["title"], {id: _exact(weight) for id, weight in one["weights"].items()})
            for one in said.get("weightings", ())
        ),
        terms=Terms(
            currency=said.get("currency"),
            price_year=said.get("price-year"),
            rate=None if rate is None else Decimal(str(rate)),
            first_year=said.get("first-year"),
            horizon=said.get("horizon"),
        ),
    )


def _criterion(said: Mapping[str, Any]) -> Criterion:
    return Criterion(
        id=said["id"],
        title=said.get("title") or title_from(said["id"]),
        weight=_exact(said.get("weight", 1)),
        kind=said.get("kind", ""),
        figure=said.get("from", ""),
        limits=tuple(Decimal(str(limit)) for limit in said.get("limits", ())),
    )


def _exact(number: float) -> Fraction:
    """The number as it is written: 0.1 is a tenth."""
    return Fraction(str(number))


def faults_between(values: Mapping[str, Any]) -> Iterator[_Fault]:
    """What is wrong between parts each of which fits the schema, or is told of by that."""
    said = values.get(KEY)
    criteria = said.get("criteria", ()) if isinstance(said, dict) else ()
    if not isinstance(criteria, list) or not all(isinstance(one, dict) for one in criteria):
        return
    seen: set[str] = set()
    for n, one in enumerate(criteria):
        at = (KEY, "criteria", n)
        id = one.get("id")
        if isinstance(id, str) and id in seen:
            yield "criterion-twice", (*at, "id"), {"text": id}
        if isinstance(id, str):
            seen.add(id)
        yield from _of_limits(one, at)
    for n, one in enumerate(said.get("weightings") or () if isinstance(said, dict) else ()):
        weights = one.get("weights") if isinstance(one, dict) else None
        for id in weights if isinstance(weights, dict) else ():
            if id not in seen:
                meant = nearest(id, tuple(seen))
                shown = {"text": id, "meant": meant, "allowed": tuple(sorted(seen))}
                variant = "meant-criterion" if meant else "no-criterion"
                yield variant, (KEY, "weightings", n, "weights", id), shown


def _of_limits(one: Mapping[str, Any], at: Path) -> Iterator[_Fault]:
    limits = one.get("limits")
    if ("from" in one) != ("limits" in one):
        lacking = "limits" if "from" in one else "from"
        yield f"no-{lacking}", (*at, "from" if "from" in one else "limits"), {}
    elif isinstance(limits, list) and all(isinstance(n, int | float) for n in limits):
        pairs = list(pairwise(limits))
        ordered = all(a < b for a, b in pairs) or all(a > b for a, b in pairs)
        if len(limits) != _LIMITS or not ordered:
            yield "limits-order", (*at, "limits"), {}
