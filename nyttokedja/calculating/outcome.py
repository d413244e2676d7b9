"""What was measured in place of what was estimated, year by year: the outcome beside the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from nyttokedja.calculating.items import discounted
from nyttokedja.calculating.model import Frame, Item, Measured, Outcome, Realised, RunResult, Standing
from nyttokedja.calculating.network import Network, exact
from nyttokedja.calculating.results import counts_hours, results_of
from nyttokedja.calculating.scope import Scope, full_name
from nyttokedja.calculating.shares import converted
from nyttokedja.model.chain import Chain, NodeType


def outcome_of(frame: Frame, network: Network, likely: RunResult, measured: tuple[Measured, ...]) -> Outcome:
    """The likely run as it came out with what was measured."""
    years = _Years(frame, network, measured)
    items = tuple(years.outcome(item) for item in likely.items)
    pairs = zip(likely.items, items, strict=True)
    realised = tuple(found for plan, item in pairs for found in years.realised(plan, item))
    return Outcome(measured, RunResult(items, results_of(items, frame)), realised)


def measured_in(chain: Chain, scope: Scope, frame: Frame) -> tuple[Measured, ...]:
    """The last measurement of each factor in each of the calendar years of a calculation."""
    last: dict[tuple[str, int], tuple[date, Measured]] = {}
    for node in chain.nodes:
        for indicator in node.indicators:
            name = scope.resolve(node.id, indicator.measures) if indicator.measures else None
            if name is None or name in scope.broken or indicator.scale:
                continue
            is_volume = bool(scope.factors[name].formula)
            for made in indicator.measurements:
                day, year = made.date.last, made.date.last.year
                before = last.get((name, year))
                if year in frame.years and (before is None or before[0] <= day):
                    value = converted(Decimal(str(made.value)), indicator.unit, scope.factors[name].unit)
                    last[name, year] = day, Measured(name, year, value, node, indicator, is_volume)
    return tuple(sorted((found for _, found in last.values()), key=lambda found: found.year))


class _Numbers(NamedTuple):
    """Measured values of factors that hold in one year."""

    levels: Mapping[str, Decimal]
    volumes: Mapping[str, Decimal]

    @property
    def all(self) -> Mapping[str, Decimal]:
        return {**self.levels, **self.volumes}

    def of_box(self, node: str) -> _Numbers:
        """Those of the factors that are a box's own."""
        start = full_name(node, "")
        return _Numbers(*({n: v for n, v in numbers.items() if n.startswith(start)} for numbers in self))


class _Years:
    """The measured values of each year, and what they make of the boxes."""

    def __init__(self, frame: Frame, network: Network, measured: tuple[Measured, ...]) -> None:
        self._network = network
        self._frame = frame
        self._measured = {year: [one for one in measured if one.year == year] for year in frame.years}
        self._numbers: list[_Numbers] = []
        levels: Mapping[str, Decimal] = {}
        for found in self._measured.values():
            levels = {**levels, **{one.name: one.value for one in found if not one.is_volume}}
            self._numbers.append(_Numbers(levels, {one.name: one.value for one in found if one.is_volume}))
        self._came = [network.changed(numbers.all) for numbers in self._numbers]

    def outcome(self, item: Item) -> Item:
        """An item with what it came to by year; what stands beside the sum is as it was planned."""
        if not _is_followed(item):
            return item
        values = self._by_year("yearly", item, item.values)
        hours = self._by_year("hours", item, item.hours_by_year)
        if values is None or hours is None:
            return replace(item, standing=Standing.FAULTY, values=(), discounted=(), hours_by_year=())
        worth = discounted(values, self._frame)
        return replace(item, values=values, discounted=worth, hours_by_year=hours)

    def _by_year(self, key: str, item: Item, plan: Sequence[Decimal]) -> tuple[Decimal, ...] | None:
        """What the yearly value or the hours came to in each year; None where one cannot be calculated."""
        name, came = full_name(item.node.id, key), []
        for year, planned in enumerate(plan):
            is_cost = item.node.type is NodeType.COST
            # a cost is as planned, but for what is measured of it
            numbers = self._numbers[year].of_box(item.node.id) if is_cost else self._numbers[year]
            if not self._leads_to(name, numbers.all):
                came.append(planned)
                continue
            results = self._network.changed(numbers.all) if is_cost else self._came[year]
            if name not in results:
                return None
            share = Decimal(1) if self._leads_to(name, numbers.volumes) else item.shares[year]
            came.append(exact(results[name]) * share)
        return tuple(came)

    def realised(self, plan: Item, item: Item) -> Iterator[Realised]:
        """Plan and outcome of a benefit, in the years in which a factor of it was measured."""
        if plan.node.type is not NodeType.BENEFIT or not _is_followed(item):
            return
        is_financial = plan.node.category == "financial"
        yearly, hours = full_name(plan.node.id, "yearly"), full_name(plan.node.id, "hours")
        has_hours = bool(plan.hours_by_year) and not is_financial
        has_money = bool(plan.values) and not (is_financial and self._leads_to(yearly, (hours,)))
        for t, (year, measured) in enumerate(self._measured.items()):
            names = [one.name for one in measured]
            if self._leads_to(yearly, names) or self._leads_to(hours, names):
                yield Realised(
                    node=plan.node,
                    year=year,
                    planned_hours=plan.hours_by_year[t] if has_hours else None,
                    hours=item.hours_by_year[t] if has_hours else None,
                    planned=plan.values[t] if has_money else None,
                    money=item.values[t] if has_money else None,
                )

    def _leads_to(self, name: str, names: Iterable[str]) -> bool:
        """Whether some names are among what another is made of."""
        return name in self._network.after(names)


def _is_followed(item: Item) -> bool:
    """Whether it is in the sum, of money or of hours."""
    return item.standing is Standing.SUMMED or counts_hours(item)
