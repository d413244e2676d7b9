"""Rows and criteria → the level of each row by each criterion, or why it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from nyttokedja.model.plan import Rating
from nyttokedja.model.priorities import Criterion
from nyttokedja.model.spelling import nearest
from nyttokedja.prioritising.comparable import Comparable, figure_of
from nyttokedja.prioritising.model import Row

NOT_JUDGED, NOT_VALUED, UNLIKE, FAULTY = "not-judged", "not-valued", "unlike", "faulty"
"""Why a row has no level by a criterion."""


class Level(NamedTuple):
    """The level of a row by a criterion; None with the reason ``why``, and the terms that keep it apart.

    It was judged, as ``rating`` says, or read from ``figure``.
    """

    level: int | None
    why: str = ""
    terms: tuple[str, ...] = ()
    rating: Rating | None = None
    figure: Decimal | None = None


class Stray(NamedTuple):
    """A criterion that a chain has a level for and the settings do not know, and what may be meant."""

    row: int
    rating: Rating
    meant: str | None


def level_of(row: int, rows: Sequence[Row], criterion: Criterion, within: Comparable) -> Level:
    """The level of a row by a criterion."""
    if not criterion.figure:
        rating = rows[row].ratings.get(criterion.id)
        return Level(rating.level, rating=rating) if rating else Level(None, NOT_JUDGED)
    value = figure_of(rows[row], criterion.figure)
    if value is None:
        never = criterion.figure == "year" and rows[row].money is not None
        if not never:
            return Level(None, NOT_VALUED)
    if unlike := within.hinders(row, criterion.figure):
        return Level(None, UNLIKE, unlike, figure=value)
    if rows[row].at_fault and criterion.figure != "completeness":
        return Level(None, FAULTY, figure=value)
    return Level(0 if value is None else criterion.level(value), figure=value)


def strays(rows: Sequence[Row], criteria: Iterable[Criterion]) -> Iterator[Stray]:
    """The levels in chains that are of no criterion, where there are criteria at all."""
    known = [one.id for one in criteria]
    for n, row in enumerate(rows):
        for id, rating in row.ratings.items() if known else ():
            if id not in known:
                yield Stray(n, rating, nearest(id, [one for one in known if one not in row.ratings]))
