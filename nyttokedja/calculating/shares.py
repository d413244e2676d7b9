"""Shares: what the whole is in the unit that a share is given in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

_WHOLE: Mapping[str, int] = {
    "andel": 1, "share": 1, "procent": 100, "prosent": 100, "percent": 100, "%": 100,
}  # fmt: skip
"""The first word of a unit that says what is a share → what the whole is in it."""


def whole_of(unit: str) -> int | None:
    """What the whole is in a unit; None where it is not known for one of shares."""
    return _WHOLE.get(unit.strip().casefold().partition(" ")[0])


def converted(share: Decimal, given_in: str, unit: str) -> Decimal:
    """A number in another unit where both are units of shares: 60 per cent is a share of 0.6."""
    before, after = whole_of(given_in), whole_of(unit)
    return share * after / before if before and after else share
