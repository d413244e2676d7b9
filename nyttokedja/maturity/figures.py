"""How many chose each level → the median, and how far apart the answers are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from nyttokedja.model.maturity import LEVELS, Compiled, Statement, Tally
from nyttokedja.model.periods import Period
from nyttokedja.model.user_sums import LEAST

_APART = 2
"""From so many levels between the lowest and the highest answer on, people disagree."""


class Spread(NamedTuple):
    """The answers to one statement.

    ``lower`` and ``upper`` are levels between which the middle half of the answers lies: the lowest that at
    least a quarter do not pass, and the highest that at least a quarter reach.
    """

    answers: int
    median: Fraction
    lowest: int
    highest: int
    lower: int
    upper: int

    @property
    def range(self) -> int:
        """How many levels there are between the lowest and the highest answer."""
        return self.highest - self.lowest

    @property
    def disagrees(self) -> bool:
        """Whether there is something to talk about: two levels or more between answers."""
        return self.range >= _APART


def spread_of(counts: Sequence[int] | None) -> Spread | None:
    """The figures of a statement; None where so few have answered that they would say something of one."""
    if counts is None or sum(counts) < LEAST:
        return None
    n, up_to = sum(counts), tuple(accumulate(counts))
    chosen = [level for level, count in enumerate(counts, 1) if count]
    middle = Fraction(_nth(up_to, (n + 1) // 2) + _nth(up_to, n // 2 + 1), 2)
    lower = next(level for level, below in enumerate(up_to, 1) if 4 * below >= n)
    upper = next(level for level in range(LEVELS, 0, -1) if 4 * sum(counts[level - 1 :]) >= n)
    return Spread(n, middle, chosen[0], chosen[-1], lower, upper)


def _nth(up_to: Sequence[int], n: int) -> int:
    """The level of the n-th answer, the lowest first."""
    return next(level for level, below in enumerate(up_to, 1) if below >= n)


def disagreements(tallies: Iterable[Tally]) -> tuple[tuple[Tally, Spread], ...]:
    """The statements that people disagree on, those first where most of them are far apart."""
    found = [(tally, spread) for tally in tallies if (spread := spread_of(tally.counts))]
    apart = [pair for pair in found if pair[1].disagrees]
    return tuple(sorted(apart, key=lambda pair: (pair[1].lower - pair[1].upper, -pair[1].range)))


def tells_of_a_few(there: Compiled, here: Compiled) -> bool:
    """Whether two counts of one time differ by so few answers that these could be had from them."""
    before = {tally.statement.id: tally.counts for tally in there.tallies}
    return there.day == here.day and any(
        0 < _apart(counts, tally.counts) < LEAST
        for tally in here.tallies
        if tally.counts is not None and (counts := before.get(tally.statement.id)) is not None
    )


def _apart(one: Sequence[int], other: Sequence[int]) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def compile_answers(
    statements: Sequence[Statement],
    persons: Sequence[Mapping[str, int]],
    language: str,
    day: Period | None = None,
) -> Compiled:
    """The tallies of what several have answered, each a mapping of ids of statements to levels.

    A statement that fewer than five have answered keeps no counts.
    """
    tallies = []
    for one in statements:
        chosen = [answers[one.id] for answers in persons if one.id in answers]
        counts = tuple(chosen.count(level) for level in range(1, LEVELS + 1))
        tallies.append(Tally(one, counts if len(chosen) >= LEAST else None))
    return Compiled(language, len(persons), tuple(tallies), day)
