"""Chains side by side → how all that is said of them is said, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from nyttokedja.documents.blocks import Said, cell, table
from nyttokedja.documents.model import Cell, Column, Table
from nyttokedja.language.figures import Figures
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.priorities import TERMS, Criterion, Terms
from nyttokedja.prioritising.comparable import figure_of
from nyttokedja.prioritising.model import Row
from nyttokedja.prioritising.prioritised import Prioritised

MONEY = ("net_financial", "net_redistribution", "net", "costs")
"""The figures that are money."""
_COUNTED = Decimal(10) ** 10
_NUMBERS = frozenset(
    {
        "number",
        "place",
        "score",
        "hours",
        "yearly_hours",
        "per_krona",
        "year",
        "completeness",
        "errors",
        *MONEY,
    }
)
_SHARES: Mapping[str, float] = {
    "number": 0.35, "place": 1.0, "score": 0.6, "chain": 2.2, "because": 2.4, "missing": 3.0, "level": 0.4,
    "weight": 0.5, "source": 2.2, "errors": 0.6, "completeness": 0.8, "decided_by": 1.3, "exposed": 1.6,
    "owned": 0.8, "over": 1.8, "under": 1.8,
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """Chains side by side, in the words of a language."""

    found: Prioritised
    language: str

    @cached_property
    def said(self) -> Texts:
        """The texts of the language."""
        return texts(self.language)

    def word(self, group: str, name: str) -> str:
        """A text as it stands."""
        return self.said.word(f"prioritising/{group}", name)

    def say(self, group: str, name: str, /, **particulars: Any) -> str:
        """A sentence, filled."""
        return self.said.say(f"prioritising/{group}", name, **particulars)

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows as they are listed: by their places, then those without, in the order of their titles."""
        order = self.found.order
        if order is None:
            return tuple(range(len(self.found.rows)))
        return (*(place.row for place in order.places), *order.left)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """Row → the number that it has in every table and in the picture."""
        return {row: n for n, row in enumerate(self.rows, 1)}

    def title(self, row: int) -> str:
        """What a chain is called; with its file where another has the same title."""
        mine = self.found.rows[row]
        return mine.title if self._titles[mine.title] == 1 else f"{mine.title} ({mine.name})"

    @cached_property
    def _titles(self) -> Counter[str]:
        return Counter(row.title for row in self.found.rows)

    def named(self, row: int) -> tuple[Cell, Cell]:
        """The cells that a row of a table begins with."""
        return cell(self.title(row)), cell(str(self.numbers[row]), Decimal(self.numbers[row]))

    def tabled(self, caption: str, names: Sequence[str], rows: Sequence[Sequence[Said]]) -> Iterator[Table]:
        """A table whose columns have words of their own, or stand as they are after ``=``."""
        columns = [self._column(name) for name in names]
        yield from table(caption, columns, rows)

    def _column(self, name: str) -> Column:
        if name.startswith("="):
            return Column(name[1:], is_number=True, share=0.8)
        return Column(self.word("columns", name), name in _NUMBERS, _SHARES.get(name, 1.0))

    # -- figures ----------------------------------------------------------------------------------

    def figures(self, currency: str | None = "") -> Figures:
        """How numbers and money of a currency are written."""
        return Figures(self.language, currency or "")

    def figure(self, n: int, name: str, group: str = "cells") -> Cell:
        """A figure of a row: what is not valued is said so, and is never 0.

        Its words are those of a group: ``cells`` in full, ``marks`` where there is little room.
        """
        row = self.found.rows[n]
        value = figure_of(row, name)
        if value is None:
            return cell(self.unvalued(row, name, group))
        currency = row.money.terms.currency if row.money else ""
        whole = name in MONEY and group == "marks"
        shown = self.figures(currency).whole(value) if whole else self.written(name, value, currency)
        calendar = row.money.calendar_year if name == "year" and row.money else None
        if calendar:
            shown = f"{calendar} ({shown})"
        if self.found.comparable.hinders(n, name):
            return cell(self.say(group, "unlike", figure=shown))
        if row.at_fault and name != "completeness":
            return cell(self.say(group, "faulty", figure=shown))
        return cell(shown, None if calendar else rounded(value))

    def unvalued(self, row: Row, name: str, group: str = "cells") -> str:
        """What stands for a figure that is not there."""
        return self.word(group, "never" if name == "year" and row.money else "not_valued")

    def written(self, name: str, value: Decimal, currency: str | None) -> str:
        """A figure with its unit."""
        figures = self.figures(currency)
        if name in MONEY:
            return figures.money(value)
        if name == "completeness":
            return figures.share(value / 100)
        if name == "year":
            return self.say("cells", "year", n=int(value))
        return figures.number(value, 2 if name == "per_krona" else 0)

    def share(self, share: Fraction) -> str:
        """A share of all weight, in per cent."""
        decimals = 0 if (share * 100).denominator == 1 else 1
        return self.figures().share(Decimal(share.numerator) / Decimal(share.denominator), decimals)

    def score(self, score: Fraction) -> Cell:
        """A score."""
        value = (Decimal(score.numerator) / Decimal(score.denominator)).quantize(Decimal("0.01"))
        return cell(self.figures().number(value, 2), value)

    # -- names ------------------------------------------------------------------------------------

    def criterion(self, id: str) -> str:
        """What a criterion is called."""
        return next((one.title for one in self.found.criteria if one.id == id), id)

    def of_kind(self, kind: str) -> str:
        """What those criteria are called that stand for something."""
        return self.said.listed(one.title for one in self.found.criteria if one.kind == kind)

    def source(self, criterion: Criterion) -> str:
        """Where the level of a criterion comes from."""
        if not criterion.figure:
            return self.word("order", "judged")
        currency = self.found.comparable.terms.currency
        a, b, c = (self._limit(criterion.figure, limit, currency) for limit in criterion.limits)
        falls = criterion.limits[0] > criterion.limits[-1]
        limits = self.say("order", "most" if falls else "least", a=a, b=b, c=c)
        return self.say("order", "read", figure=self.word("figures", criterion.figure), limits=limits)

    def _limit(self, figure: str, limit: Decimal, currency: str | None) -> str:
        return self.figures().exact(limit) if figure == "year" else self.written(figure, limit, currency)

    def term(self, name: str, value: Any) -> str:
        """The value of a term, as a sentence has it."""
        if value is None:
            return self.word("compare", "unsaid")
        if name == "rate":
            return self.figures().rate(value)
        return self.word("compare", value) if name == "first_year" else str(value)

    def terms(self, terms: Terms, names: Sequence[str] = TERMS) -> str:
        """Terms as words."""
        held = ((name, getattr(terms, name)) for name in names)
        return self.said.listed(
            self.say("compare", name, value=self.term(name, value), n=value or 0)
            if value is not None or name != "horizon"
            else self.word("compare", "unsaid")
            for name, value in held
        )

    def party(self, name: str) -> str:
        """Whose something is."""
        return self.said.word("picture/perspective", name) if name else self.word("cells", "nobody")


def rounded(value: Decimal) -> Decimal:
    """A figure as a sheet counts with it: no sheet has more digits."""
    return value.quantize(Decimal("0.0001")) if abs(value) < _COUNTED else value.quantize(Decimal(1))
