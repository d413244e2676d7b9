"""Rows and the terms that the settings say → which of their figures may be compared, and why not others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nyttokedja.model.priorities import FIGURES, TERMS, Terms
from nyttokedja.prioritising.model import Row


@dataclass(frozen=True, slots=True)
class Comparable:
    """The terms that figures are compared on, and what stands between each row and these.

    ``unlike`` names, for each row, the terms that keep it from being compared: where the settings say one,
    those of rows that have another; where they say none and the rows differ, it keeps them all.
    ``differing`` holds what the rows have under such a term.
    """

    terms: Terms
    unlike: tuple[tuple[str, ...], ...]
    differing: Mapping[str, tuple[Any, ...]]

    def hinders(self, row: int, figure: str) -> tuple[str, ...]:
        """The terms that keep a figure of a row from being compared; () where it may be."""
        return tuple(term for term in FIGURES[figure] if term in self.unlike[row])


def comparable(rows: Sequence[Row], said: Terms) -> Comparable:
    """What may be compared of some rows; those without a calculation have nothing to compare."""
    of_each = [_terms(row) for row in rows]
    found, differing = {}, {}
    for term in TERMS:
        wanted = getattr(said, term)
        held = dict.fromkeys(terms[term] for terms in of_each if term in terms)
        if wanted is None and len(held) > 1:
            differing[term] = tuple(sorted(held, key=lambda one: (one is None, str(one))))
        elif wanted is None and held:
            wanted = next(iter(held))
        found[term] = wanted
    unlike = (
        tuple(term for term, value in terms.items() if term in differing or value != found[term])
        for terms in of_each
    )
    return Comparable(Terms(**found), tuple(unlike), differing)


def _terms(row: Row) -> Mapping[str, Any]:
    """The terms of what a row has calculated: of hours alone, for how many years."""
    if row.money:
        return {term: getattr(row.money.terms, term) for term in TERMS}
    return {"horizon": row.horizon} if row.hours is not None else {}


def figure_of(row: Row, figure: str) -> Decimal | None:
    """A figure of a row; None where it has none, which is another thing than 0."""
    if figure == "hours":
        return row.hours
    if figure == "completeness":
        return None if row.completeness is None else Decimal(row.completeness)
    value = getattr(row.money, figure) if row.money else None
    return None if value is None else Decimal(value)
