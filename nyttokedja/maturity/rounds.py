"""Compiled answers of several times → in their order, each statement with what it was before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from nyttokedja.maturity.figures import spread_of
from nyttokedja.model.maturity import Compiled, Statement, StatementSet, Tally
from nyttokedja.model.periods import parse
from nyttokedja.model.spelling import fold


class SameTime(ValueError):
    """Two of the compiled files are of the same time: what a few answered could be had from them."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """The times, the oldest first; at least one."""

    times: tuple[Compiled, ...]

    @property
    def latest(self) -> Compiled:
        """The last of them, which the report is about."""
        return self.times[-1]

    def medians(self, statement: str) -> Iterator[Fraction | None]:
        """The median of a statement at each time; None where it is not shown."""
        for one in self.times:
            counts = next((tally.counts for tally in one.tallies if tally.statement.id == statement), None)
            spread = spread_of(counts)
            yield spread.median if spread else None


def in_order(found: Sequence[Compiled]) -> Rounds:
    """Compiled answers by their times; one without a time is the last of all.

    Raises:
        SameTime: two are of the same time.
    """
    seen = [one.day.written if one.day else "" for one in found]
    if len(set(seen)) < len(seen):
        raise SameTime(next(day for day in seen if seen.count(day) > 1))
    ordered = sorted(found, key=lambda one: one.day.last if one.day else date.max)
    return Rounds(tuple(ordered))


def dated(compiled: Compiled, day: str) -> Compiled:
    """The same, of a time that it does not say itself."""
    return replace(compiled, day=parse(day))


def same_answers(one: Compiled, other: Compiled) -> bool:
    """Whether both hold the same counts, whatever is aimed at and to be done."""
    counted = [{tally.statement.id: tally.counts for tally in each.tallies} for each in (one, other)]
    return one.answers == other.answers and counted[0] == counted[1]


def with_anchors(compiled: Compiled, sets: Sequence[StatementSet]) -> Compiled:
    """The same, with the anchors of those statements that are known, in the language that they stand in.

    A statement is known by its id and title: one of somebody's own may be called what one of ours is.
    """
    known: Mapping[tuple[str, str], Statement] = {
        (one.id, fold(one.title)): one for each in sets for one in each.statements
    }
    return replace(compiled, tallies=tuple(_known(tally, known) for tally in compiled.tallies))


def _known(tally: Tally, known: Mapping[tuple[str, str], Statement]) -> Tally:
    one = tally.statement
    found = known.get((one.id, fold(one.title)))
    return replace(tally, statement=replace(one, anchors=found.anchors)) if found else tally
