"""What all sections of the report on maturity have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from nyttokedja.documents.model import Block, Cell, Column, Section
from nyttokedja.language.figures import Figures
from nyttokedja.language.texts import Texts, texts
from nyttokedja.maturity.evidence import Evidence
from nyttokedja.maturity.figures import Spread, spread_of
from nyttokedja.maturity.rounds import Rounds
from nyttokedja.model.maturity import Compiled, Tally

Part = tuple[Sequence[Block], Sequence[Section]]
"""What stands in a section, and the sections in it."""
_SHARES: Mapping[str, float] = {
    "statement": 1.6, "anchor": 3.0, "sees": 2.6, "shown": 2.0, "what": 2.2, "level": 1.2, "share": 1.2,
    "now": 0.5, "target": 1.0,
    "due": 0.8, "state": 0.7, "median": 0.6, "range": 0.5, "middle": 0.6, "count": 0.5,
}  # fmt: skip
_NUMBERS = frozenset({"median", "range", "now", "count"})


@dataclass(frozen=True)
class Told:
    """The answers, the oldest first, what chains show (None where none were asked), and the words for it all.

    ``levels`` are the words for the levels.
    """

    rounds: Rounds
    levels: tuple[str, ...]
    evidence: Evidence | None = None
    today: date | None = None

    @property
    def compiled(self) -> Compiled:
        """The answers that the report is about."""
        return self.rounds.latest

    @property
    def language(self) -> str:
        """The language of the report."""
        return self.compiled.language

    @property
    def said(self) -> Texts:
        """The texts of that language."""
        return texts(self.language)

    @cached_property
    def spreads(self) -> Mapping[str, Spread | None]:
        """Id of a statement → its figures; None where they are not shown."""
        return {tally.statement.id: spread_of(tally.counts) for tally in self.compiled.tallies}

    def spread(self, tally: Tally) -> Spread | None:
        """The figures of a statement; None where they are not shown."""
        return self.spreads[tally.statement.id]

    def word(self, group: str, name: str) -> str:
        """A word or a sentence on maturity."""
        return self.said.word(f"maturity/{group}", name)

    def say(self, group: str, name: str, /, **particulars: Any) -> str:
        """A sentence on maturity, filled."""
        return self.said.say(f"maturity/{group}", name, **particulars)

    def column(self, name: str) -> Column:
        """A column, headed by its word."""
        return Column(self.word("report_columns", name), name in _NUMBERS, _SHARES.get(name, 1.0))

    def level(self, level: int) -> str:
        """A level by its number and word."""
        return self.say("report", "level_word", level=level, word=self.levels[level - 1])

    def median(self, median: Fraction | None) -> Cell:
        """A median, or that it is not shown."""
        if median is None:
            return Cell(self.word("report", "hidden"))
        value = Decimal(median.numerator) / Decimal(median.denominator)
        return Cell(str(Figures(self.language).value(value)), value)
