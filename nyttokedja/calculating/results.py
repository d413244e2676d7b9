"""Items of a run → the result of each party: own, all, and each perspective that something is valued in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from nyttokedja.calculating.inclusion import MONEY
from nyttokedja.calculating.model import ALL, OWN, Frame, Item, Result, Standing
from nyttokedja.model.chain import Node, NodeType


def perspective_of(node: Node) -> str:
    """Whose value a box is; a cost that does not say is one's own, "" for anything else that does not."""
    return node.perspective or (OWN if node.type is NodeType.COST else "")


def parties_of(node: Node) -> tuple[str, ...]:
    """The parties in whose result a box is."""
    perspective = perspective_of(node)
    return (perspective, ALL) if perspective else (ALL,)


def sign_of(node: Node) -> int:
    """1 for a benefit, -1 for what is paid: a cost or a drawback."""
    return 1 if node.type is NodeType.BENEFIT else -1


def counts_hours(item: Item) -> bool:
    """Whether its hours are among those freed or spent: what is in the sum, or has no value but hours."""
    only_hours = item.standing is Standing.UNVALUED and item.yearly is None and item.node.category in MONEY
    return item.hours is not None and (item.standing is Standing.SUMMED or only_hours)


def results_of(items: Iterable[Item], frame: Frame) -> Mapping[str, Result]:
    """Party → its result; own first, all last."""
    counted = [item for item in items if item.standing is Standing.SUMMED or counts_hours(item)]
    parties = dict.fromkeys((OWN, *(perspective_of(item.node) or ALL for item in counted), ALL))
    order = [party for party in parties if party != ALL] + [ALL]
    sums = {party: _Sums(frame.horizon) for party in order}
    for item in counted:
        for party in parties_of(item.node):
            sums[party].add(item)
    return {party: added.result() for party, added in sums.items()}


class _Sums:
    """The sums of one party as they grow."""

    def __init__(self, years: int) -> None:
        nothing = [Decimal(0)] * years
        self._benefits, self._costs, self._financial = list(nothing), list(nothing), list(nothing)
        self._freed, self._spent = list(nothing), list(nothing)
        self._by_category = {(sign, category): Decimal(0) for sign in (1, -1) for category in MONEY}

    def add(self, item: Item) -> None:
        sign = sign_of(item.node)
        if item.standing is Standing.SUMMED:
            _add(self._benefits if sign > 0 else self._costs, item.discounted)
            self._by_category[sign, item.node.category] += item.sum
            if item.node.category == "financial":
                _add(self._financial, item.values if sign > 0 else [-value for value in item.values])
        if counts_hours(item):
            _add(self._freed if sign > 0 else self._spent, item.hours_by_year)

    def result(self) -> Result:
        return Result(
            benefits_by_year=tuple(self._benefits),
            costs_by_year=tuple(self._costs),
            financial_benefits=self._by_category[1, "financial"],
            financial_costs=self._by_category[-1, "financial"],
            redistribution_benefits=self._by_category[1, "redistribution"],
            redistribution_costs=self._by_category[-1, "redistribution"],
            financial_by_year=tuple(self._financial),
            hours_freed=tuple(self._freed),
            hours_spent=tuple(self._spent),
        )


def _add(sums: list[Decimal], values: Iterable[Decimal]) -> None:
    for t, value in enumerate(values):
        sums[t] += value
