"""NK813–NK815: limits the wrong way round, years that cannot be, and values below nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from nyttokedja.checking.rules.model import (
    ERROR,
    INFO,
    WARNING,
    Hit,
    Review,
    Rule,
    always,
    at,
    by_stage,
    rule,
)
from nyttokedja.checking.rules.valued import FREEING, lost_parts, plain, valued
from nyttokedja.model.calculation import Factor, Value
from nyttokedja.model.chain import NodeType
from nyttokedja.model.findings import Span

if TYPE_CHECKING:
    from nyttokedja.calculating.model import Item

_FEW = (Decimal("0.005"), Decimal("0.06"))
"""What prices rise by a year, as a share."""

_MOST = Decimal(100)

_DECIMALS = Decimal(1000)
"""From here on a number is no longer the decimals of a share."""

_ALIKE = Decimal("0.006")
"""So far apart are rises that are meant to be the same, where shares are written with two decimals."""


@rule("NK813", "limits-wrong-way", by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING))
def limits_wrong_way(review: Review) -> Iterator[Hit]:
    """A factor whose lowest and highest stand the wrong way round, or whose likely value is outside them.

    `lowest` is the number of the calculation with the lowest benefit or cost, not the smaller number: of
    minutes that are left, the lowest benefit has the most. Where they stand by size, the calculation that is
    called the lowest shows a benefit that is too large. A factor that raises one box and lowers another is
    left alone.

    Bad:

        stage: analysis
        calculation:
          price_year: 2026
          horizon: 6
          factors: {minutes_left: {lowest: 30, likely: 35, highest: 40, source: Measured}}
        benefits:
          freed_time: {category: redistribution, value: {hours: 4368 * (50 - minutes_left) / 60}}
        costs:
          training: {category: financial, value: 40000}

    Good:

        stage: analysis
        calculation:
          price_year: 2026
          horizon: 6
          factors: {minutes_left: {lowest: 40, likely: 35, highest: 30, source: Measured}}
        benefits:
          freed_time: {category: redistribution, value: {hours: 4368 * (50 - minutes_left) / 60}}
        costs:
          training: {category: financial, value: 40000}

    Source: Inera, nyttoanalys: lägst, troligt, högst.
    """
    if not review.has_values:
        return
    from nyttokedja.calculating.limits import Limits
    from nyttokedja.calculating.network import Network

    limits = Limits(Network(review.scope, {}))
    for name, factor in review.scope.factors.items():
        box = name.rpartition("/")[0]
        if lost_parts(review) or (box and review.graph.nodes[box].faulty) or factor.likely is None:
            continue
        node = {"node": review.graph.nodes[box]} if box else {}
        if _is_outside(factor):
            said = {"number": plain(factor.likely), **_said(factor)}
            yield Hit(factor.span_of("likely"), box, "outside", particulars={**node, **said})
        elif limits.wrong_way(name):
            given = [key for key in ("lowest", "highest") if getattr(factor, key) is not None]
            variant, other = ("", {"other": factor.span_of("highest")}) if len(given) == 2 else (given[0], {})
            yield Hit(factor.span_of(given[0]), box, variant, particulars={**node, **_said(factor), **other})


def _said(factor: Factor) -> dict[str, str]:
    """The limits of a factor, as its file has them."""
    limits = {"low": factor.lowest, "high": factor.highest}
    return {"factor": factor.id} | {key: plain(one) for key, one in limits.items() if one is not None}


def _is_outside(factor: Factor) -> bool:
    """Whether the likely value is under both limits or over both."""
    if factor.lowest is None or factor.highest is None or factor.likely is None:
        return False
    low, high = sorted((factor.lowest, factor.highest))
    return not low <= factor.likely <= high


@rule("NK814", "impossible-profile", always(ERROR))
def impossible_profile(review: Review) -> Iterator[Hit]:
    """A profile with too many years, a share below nothing, a decimal comma, or inflation in it.

    The profile says how much of the full year's value each year has: half in the year when it begins, all of
    it after that. Prices are those of one year all the way, so that nothing is added for inflation.
    `[0,5, 1]` has three years, of which the second has five times the value of a full one; half of the first
    year is `[0.5, 1]`.

    Bad:

        calculation: {horizon: 3}
        benefits:
          freed_time: {category: redistribution, value: {yearly: 90000, profile: [0.5, 1, 1, 1]}}

    Good:

        calculation: {horizon: 3}
        benefits:
          freed_time: {category: redistribution, value: {yearly: 90000, profile: [0.5, 1]}}

    Source: Inera, nyttoanalys: faktor per år, fasta priser.
    """
    frame = review.calculated.frame if review.has_values else None
    for node, value in valued(review):
        shares = value.profile or tuple(value.profile_from.values())
        span = value.span_of("profile")
        outside = [year for year in value.profile_from if frame and year not in frame.years]
        if any(share < 0 for share in shares):
            mended = _written(value, lambda share: max(share, Decimal(0)))
            yield at(node, "negative", span=span, number=plain(min(shares)), mended=mended)
        elif broken := _decimal_comma(value.profile):
            at_comma, right = broken
            pair = tuple(plain(share) for share in value.profile[at_comma : at_comma + 2])
            rest = (*value.profile[:at_comma], right, *value.profile[at_comma + 2 :])
            said = {"wrong": ",".join(pair), "right": plain(right), "first": pair[0], "second": pair[1]}
            mended = _written(replace(value, profile=rest))
            yield at(node, "comma", span=span, at_most=WARNING, **said, mended=mended)
        elif frame and len(value.profile) > frame.horizon:
            mended = _written(replace(value, profile=value.profile[: frame.horizon]))
            yield at(node, span=span, n=len(value.profile), years=frame.horizon, mended=mended)
        elif frame and outside:
            first, last = frame.years[0], frame.years[-1]
            kept = {year: share for year, share in value.profile_from.items() if year not in outside}
            mended = _written(replace(value, profile_from=kept or {first: shares[0]}))
            years = {"year": str(outside[0]), "first": str(first), "last": str(last)}
            yield Hit(span, node.id, "outside", particulars={"node": node, **years, "mended": mended})
        elif rise := _inflation(value):
            mended = _written(value, lambda share: min(share, Decimal(1)))
            percent = plain(rise.quantize(Decimal("0.1")))
            yield at(node, "inflation", span=span, at_most=WARNING, percent=percent, mended=mended)


def _written(value: Value, turned: Callable[[Decimal], Decimal] = lambda share: share) -> str:
    """A profile as a file has it, each share turned into another."""
    if value.profile:
        return f"[{', '.join(plain(turned(share)) for share in value.profile)}]"
    return f"{{{', '.join(f'{year}: {plain(turned(share))}' for year, share in value.profile_from.items())}}}"


def _decimal_comma(shares: Sequence[Decimal]) -> tuple[int, Decimal] | None:
    """The place of the first 0 with a share of several whole years after it, and what ``0,5`` may mean."""
    for place, (share, later) in enumerate(pairwise(shares)):
        if share == 0 and 2 <= later < _DECIMALS and later == later.to_integral_value():
            return place, Decimal(f"0.{plain(later)}")
    return None


def _inflation(value: Value) -> Decimal:
    """By how many per cent a profile rises each year past the full year's value; 0 where it does not."""
    return _rise(value.profile) or _rise(tuple(_by_years(value.profile_from)))


def _by_years(shares: Mapping[int, Decimal]) -> Iterator[Decimal]:
    """The shares of years that follow upon one another."""
    years = sorted(shares)
    if all(later - year == 1 for year, later in pairwise(years)):
        yield from (shares[year] for year in years)


def _rise(shares: Sequence[Decimal]) -> Decimal:
    full = next((n for n, share in enumerate(shares) if share >= 1), len(shares))
    if max(shares, default=Decimal(0)) > _MOST or min(shares[full:], default=Decimal(0)) <= 0:
        return Decimal(0)
    rises = [later / share - 1 for share, later in pairwise(shares[full:])]
    if (
        len(rises) < 2
        or max(rises) - min(rises) > _ALIKE
        or not _FEW[0] <= min(rises) <= max(rises) <= _FEW[1]
    ):
        return Decimal(0)
    return 100 * sum(rises, Decimal(0)) / len(rises)


@rule("NK815", "negative-value", always(ERROR))
def negative_value(review: Review) -> Iterator[Hit]:
    """A benefit that is worth less than nothing, or a drawback or cost that is.

    A benefit below nothing is a drawback or a cost, and a cost below nothing is a benefit. Mostly it is a
    formula that has the two sides in the wrong order. A benefit that is below nothing in the lowest
    calculation alone is uncertain: that is told, and it is summed as it is.

    Bad:

        calculation: {horizon: 6, factors: {now: 50, after: 35}}
        benefits:
          freed_time: {category: redistribution, value: (after - now) * 4000}

    Good:

        calculation: {horizon: 6, factors: {now: 50, after: 35}}
        benefits:
          freed_time: {category: redistribution, value: (now - after) * 4000}

    Source: Inera, nyttoanalys: nyttor och kostnader.
    """
    if not review.has_values:
        return
    from nyttokedja.calculating.model import Run, Standing

    runs = review.calculated.runs
    lowest = {item.node.id: item for item in runs[Run.LOWEST].items} if runs else {}
    for item in review.calculated.items:
        node, low = item.node, lowest.get(item.node.id)
        if node.faulty or item.standing is Standing.FAULTY:
            continue
        if number := _below(item):
            variant = "" if node.type is NodeType.BENEFIT else "cost"
            yield at(node, variant, span=_formula_place(item), number=number)
        elif low is not None and node.type is NodeType.BENEFIT and (number := _below(low)):
            yield at(node, "lowest", span=_formula_place(low), at_most=INFO, number=number)


def _below(item: Item) -> float:
    """What an item is worth where that is below nothing, in money or else in hours; 0 where it is not."""
    below = [one for one in (item.yearly, item.hours) if one is not None and one < 0]
    return round(float(below[0]), 2) if below else 0.0


def _formula_place(item: Item) -> Span:
    """Where the formula stands of what is below nothing in an item."""
    value = item.node.value
    assert value is not None
    keys = FREEING if item.hours is not None and item.hours < 0 else ("yearly",)
    return value.span_of(next((key for key in keys if key in value.spans), "yearly"))


RULES: tuple[Rule, ...] = (limits_wrong_way, impossible_profile, negative_value)
