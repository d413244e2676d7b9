"""Levels and weights → scores, the order with its ties, and where the order turns; all exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

Levels = Mapping[str, int]
"""Criterion → level, of one chain."""
Weights = Mapping[str, Fraction]
"""Criterion → weight, of which only the proportions matter."""


class Place(NamedTuple):
    """A chain in an order: its number in the list, what place it has, and its score from 0 to 3."""

    row: int
    place: int
    score: Fraction
    tied: bool


class Turn(NamedTuple):
    """Where two chains change places: the share of all weight that one criterion has then.

    With more weight than ``at`` on it, the chain ``over`` goes before the chain ``under``; with less, after.
    """

    criterion: str
    over: int
    under: int
    at: Fraction
    now: Fraction

    @property
    def is_here(self) -> bool:
        """Whether they are equal as the weights are now."""
        return self.at == self.now


class Hold(NamedTuple):
    """Between which shares of one criterion a chain keeps the first place, alone or shared.

    None stands for no bound on that side: it is kept however little, or much, the criterion weighs.
    """

    criterion: str
    least: Fraction | None
    most: Fraction | None
    now: Fraction


def score(levels: Levels, weights: Weights) -> Fraction:
    """The weighted mean of levels; the weights are not all 0."""
    total = sum(weights.values(), Fraction(0))
    return sum((weight * levels[name] for name, weight in weights.items() if weight), Fraction(0)) / total


def order(rows: Mapping[int, Levels], weights: Weights) -> tuple[Place, ...]:
    """The chains by their scores, highest first; those with equal scores share a place."""
    scores = {row: score(levels, weights) for row, levels in rows.items()}
    ranked = sorted(scores, key=lambda row: -scores[row])
    alike = Counter(scores.values())
    first: dict[Fraction, int] = {}
    for n, row in enumerate(ranked, 1):
        first.setdefault(scores[row], n)
    return tuple(Place(row, first[scores[row]], scores[row], alike[scores[row]] > 1) for row in ranked)


def shares(weights: Weights) -> Mapping[str, Fraction]:
    """The share that each criterion has of all weight."""
    total = sum(weights.values(), Fraction(0))
    return {name: weight / total for name, weight in weights.items()}


def turns(one: int, other: int, rows: Mapping[int, Levels], weights: Weights) -> tuple[Turn, ...]:
    """Where two chains change places as one weight is another and the others keep their proportions.

    Nothing is told of a criterion by which they do so only where it is all that counts, or nothing.
    """
    return tuple(turn for turn in _crossings(one, other, rows, weights) if 0 < turn.at < 1)


def _crossings(one: int, other: int, rows: Mapping[int, Levels], weights: Weights) -> Iterator[Turn]:
    """Where the scores of two chains are equal as one weight varies, at the ends too, and beyond them."""
    for criterion, share in shares(weights).items():
        rest = _without(weights, criterion)
        if rest is None:
            continue
        by_it = Fraction(rows[one][criterion] - rows[other][criterion])
        by_rest = score(rows[one], rest) - score(rows[other], rest)
        if by_it != by_rest:
            over, under = (one, other) if by_it > by_rest else (other, one)
            yield Turn(criterion, over, under, -by_rest / (by_it - by_rest), share)


def neighbours(places: Sequence[Place], rows: Mapping[int, Levels], weights: Weights) -> tuple[Turn, ...]:
    """Where each two chains that stand next to each other in an order change places."""
    pairs = pairwise(places)
    return tuple(turn for a, b in pairs for turn in turns(a.row, b.row, rows, weights))


def holds(first: int, rows: Mapping[int, Levels], weights: Weights) -> tuple[Hold, ...]:
    """Between which shares of each criterion the first chain stays first."""
    others = (other for other in rows if other != first)
    every = (turn for other in others for turn in _crossings(first, other, rows, weights))
    against = [turn for turn in every if 0 <= turn.at <= 1]
    found = []
    for criterion, now in shares(weights).items():
        if _without(weights, criterion) is None:
            continue
        mine = [turn for turn in against if turn.criterion == criterion]
        least = max((turn.at for turn in mine if turn.over == first), default=None)
        most = min((turn.at for turn in mine if turn.under == first), default=None)
        found.append(Hold(criterion, least, most, now))
    return tuple(found)


def _without(weights: Weights, criterion: str) -> Weights | None:
    """The other weights; None where they are all 0 and have no proportions to keep."""
    rest = {name: weight for name, weight in weights.items() if name != criterion}
    return rest if any(rest.values()) else None
