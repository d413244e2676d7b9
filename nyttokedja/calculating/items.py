"""A valued box and the numbers of a run → what it is worth a year and in which years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from nyttokedja.calculating.frame import discounts_of
from nyttokedja.calculating.inclusion import Inclusion
from nyttokedja.calculating.model import Frame, Item, Standing
from nyttokedja.calculating.scope import Scope, full_name
from nyttokedja.calculating.values import Values
from nyttokedja.model.chain import Node, NodeType

_NONE, _ALL = Decimal(0), Decimal(1)


def item_of(
    node: Node, scope: Scope, values: Values, inclusion: Inclusion, frame: Frame | None, lost: Decimal = _NONE
) -> Item:
    """A box with a value as an item of a run.

    Args:
        node: the box.
        scope: the formulas.
        values: the numbers of the run; the hours of the box are added to them.
        inclusion: whether it is in the sum.
        frame: the years; without them it is in none.
        lost: the share of it that falls away in each year.
    """
    found = _calculated(node.id, scope, values)
    yearly, hours = found["yearly"], found["hours"]
    standing = inclusion.standing
    if (
        node.id in scope.faulty
        or any(found[key] is None for key in scope.boxes[node.id])
        or _loses_years(node)
    ):
        standing = Standing.FAULTY
        yearly = None
    elif frame is None:
        standing = Standing.NO_FRAME
    elif yearly is None and standing is Standing.SUMMED:
        standing = Standing.UNVALUED
    shares = shares_of(node, frame) if frame else ()
    left = tuple(share * (_ALL - lost) for share in shares) if lost else shares
    by_year = () if yearly is None else tuple(yearly * share for share in left)
    return Item(
        node=node,
        standing=standing,
        yearly=yearly,
        hours=hours,
        before=found["before"],
        after=found["after"],
        shares=left,
        values=by_year,
        discounted=discounted(by_year, frame) if frame else (),
        hours_by_year=() if hours is None else tuple(hours * share for share in left),
        because=inclusion.because,
    )


def _calculated(node: str, scope: Scope, values: Values) -> Mapping[str, Decimal | None]:
    """What the formulas of a box come to; hours are nothing where what they are the difference of is."""
    found: dict[str, Decimal | None] = dict.fromkeys(("before", "after", "hours", "yearly"))
    formulas = scope.boxes[node]
    for key, formula in formulas.items():
        if key == "hours" and any(each in formulas and found[each] is None for each in ("before", "after")):
            continue
        found[key] = number = values.calculate(formula, node, "", key)
        if key == "hours" and number is not None:
            values.numbers[full_name(node, "hours")] = number
    return found


def discounted(values: Sequence[Decimal], frame: Frame) -> tuple[Decimal, ...]:
    """Values by year as they are worth in the first year; () where there are none."""
    if not values or not frame.rate:
        return tuple(values)
    return tuple(value * d for value, d in zip(values, discounts_of(frame), strict=True))


def shares_of(node: Node, frame: Frame) -> tuple[Decimal, ...]:
    """What part of a box's yearly value falls in each year.

    A profile goes before a timing. Of a profile that is longer than the horizon the first years are taken.
    """
    value = node.value
    assert value is not None
    if value.profile:
        given = value.profile[: frame.horizon]
        return given + (given[-1],) * (frame.horizon - len(given))
    if value.profile_from:
        return _from_years(value.profile_from, frame)
    if node.type is NodeType.COST and node.timing == "once":
        return (_ALL, *(_NONE,) * (frame.horizon - 1))
    return (_ALL,) * frame.horizon


def _from_years(shares: Mapping[int, Decimal], frame: Frame) -> tuple[Decimal, ...]:
    """The share of each year: that of the last key that is not after it, 0 before the first."""
    keys = sorted(shares)
    last = {year: max((key for key in keys if key <= year), default=None) for year in frame.years}
    return tuple(_NONE if key is None else shares[key] for key in last.values())


def _loses_years(node: Node) -> bool:
    """Whether some year has less than nothing of the yearly value, which no year can have."""
    value = node.value
    assert value is not None
    return any(share < 0 for share in (*value.profile, *value.profile_from.values()))
