"""Rows and what an organisation prioritises by → all of it together: levels, orders, turns and pools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from nyttokedja.model.pool import Pool
from nyttokedja.model.priorities import Criterion, Priorities
from nyttokedja.prioritising.comparable import Comparable, comparable
from nyttokedja.prioritising.levels import Level, Stray, level_of, strays
from nyttokedja.prioritising.model import Row
from nyttokedja.prioritising.order import (
    Hold,
    Levels,
    Place,
    Turn,
    Weights,
    holds,
    neighbours,
    order,
)

_ZERO = Decimal(0)


class Ordered(NamedTuple):
    """The order under one weighting; ``title`` is "" for the criteria's own weights.

    ``left`` are the rows that have no level by some criterion that weighs, in no order.
    """

    title: str
    weights: Weights
    places: tuple[Place, ...]
    left: tuple[int, ...]


class Claimed(NamedTuple):
    """What several chains take of the same hours, in the year in which it is most, by row.

    ``year`` is 0, and ``hours`` None, where no two chains count by a calendar; ``loose`` has the hours in a
    full year of those that do not, which are in no sum. ``pool`` is None where the settings do not know it.
    """

    name: str
    pool: Pool | None
    year: int
    hours: Decimal | None
    of_rows: Mapping[int, Decimal]
    loose: Mapping[int, Decimal]

    @property
    def over(self) -> Decimal:
        """How much more that is than there is; 0 where it is not, or not known."""
        if self.pool is None or self.hours is None:
            return Decimal(0)
        return max(self.hours - Decimal(str(self.pool.hours)), Decimal(0))


@dataclass(frozen=True)
class Prioritised:
    """Chains side by side. ``unread`` names the files that are chains and could not be read.

    ``disagree`` says that the chains have other criteria in their settings than each other: nothing is put
    in order then.
    """

    rows: tuple[Row, ...]
    priorities: Priorities
    unread: tuple[str, ...] = ()
    disagree: bool = False
    sizes: tuple[Pool, ...] = ()  # of the pools that the settings know

    @cached_property
    def comparable(self) -> Comparable:
        """What of the rows may be compared."""
        return comparable(self.rows, self.priorities.terms)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria, in the order of the settings."""
        return self.priorities.criteria

    @cached_property
    def levels(self) -> tuple[Mapping[str, Level], ...]:
        """Of each row: criterion → its level."""
        every = range(len(self.rows))
        return tuple(
            {one.id: level_of(n, self.rows, one, self.comparable) for one in self.criteria} for n in every
        )

    @cached_property
    def strays(self) -> tuple[Stray, ...]:
        """Levels of criteria that the settings do not know."""
        return tuple(strays(self.rows, self.criteria))

    @cached_property
    def orders(self) -> tuple[Ordered, ...]:
        """The order under each weighting, the criteria's own first; () where there is nothing to order by."""
        return tuple(
            self._ordered(title, weights) for title, weights in self._weightings if any(weights.values())
        )

    @property
    def order(self) -> Ordered | None:
        """The order under the criteria's own weights."""
        return next((one for one in self.orders if not one.title), None)

    @property
    def _weightings(self) -> Iterator[tuple[str, Weights]]:
        if self.disagree:
            return
        yield "", {one.id: one.weight for one in self.criteria}
        for weighting in self.priorities.weightings:
            said = weighting.weights
            yield weighting.title, {one.id: said.get(one.id, one.weight * 0) for one in self.criteria}

    def _ordered(self, title: str, weights: Weights) -> Ordered:
        known = self.known(weights)
        left = tuple(n for n in range(len(self.rows)) if n not in known)
        return Ordered(title, weights, order(known, weights), left)

    def known(self, weights: Weights) -> Mapping[int, Levels]:
        """The levels of the rows that have one by each criterion that weighs, by what weighs."""
        weighing = [name for name, weight in weights.items() if weight]
        found: dict[int, Levels] = {}
        for n, levels in enumerate(self.levels):
            held = {name: level.level for name, level in levels.items() if level.level is not None}
            if all(name in held for name in weighing):
                found[n] = {name: held[name] for name in weighing}
        return found

    def turns(self, ordered: Ordered) -> tuple[Turn, ...]:
        """Where each two that stand next to each other in an order change places."""
        weights = _weighing(ordered.weights)
        return neighbours(ordered.places, self.known(weights), weights)

    def holds(self, ordered: Ordered) -> tuple[Hold, ...]:
        """Between which shares of each criterion the first of an order stays first; () where it is tied."""
        if len(ordered.places) < 2 or ordered.places[0].tied:
            return ()
        weights = _weighing(ordered.weights)
        return holds(ordered.places[0].row, self.known(weights), weights)

    @cached_property
    def pools(self) -> tuple[Claimed, ...]:
        """The pools that more than one chain takes hours from, and those of which one takes too much."""
        names = dict.fromkeys(name for row in self.rows for name in row.pools)
        found = (self._claimed(name) for name in sorted(names))
        return tuple(one for one in found if len({*one.of_rows, *one.loose}) > 1 or one.over)

    def _claimed(self, name: str) -> Claimed:
        by_row = {n: row.pools[name] for n, row in enumerate(self.rows) if name in row.pools}
        loose = {n: held[0] for n, held in by_row.items() if 0 in held}
        years = sorted({year for held in by_row.values() for year in held if year})
        sums = {year: sum((held.get(year, _ZERO) for held in by_row.values()), _ZERO) for year in years}
        year = max(sums, key=lambda one: (sums[one], -one), default=0)
        of_rows = {n: held[year] for n, held in by_row.items() if year and held.get(year)}
        pool = next((one for one in self.sizes if one.key == name), None)
        return Claimed(pool.name if pool else name, pool, year, sums.get(year), of_rows, loose)

    def mean(self, row: int, kind: str) -> float | None:
        """The level of a row by the criteria that stand for something, weighed; None where one is lacking."""
        chosen = [one for one in self.criteria if one.kind == kind]
        held = [(one, self.levels[row][one.id].level) for one in chosen]
        known = [(one.weight or 1, level) for one, level in held if level is not None]
        if not known or len(known) < len(held):
            return None
        return float(sum(weight * level for weight, level in known) / sum(weight for weight, _ in known))


def prioritised(
    rows: Sequence[Row],
    priorities: Priorities,
    unread: Sequence[str] = (),
    *,
    disagree: bool = False,
    sizes: Sequence[Pool] = (),
) -> Prioritised:
    """Rows set side by side, in the order of their titles."""
    by_title = sorted(rows, key=lambda row: (row.title.casefold(), row.name))
    return Prioritised(tuple(by_title), priorities, tuple(unread), disagree, tuple(sizes))


def _weighing(weights: Weights) -> Weights:
    return {name: weight for name, weight in weights.items() if weight}
