"""The result of a party in a run, year by year: rows of formulas over the tables of what boxes are worth."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from nyttokedja.calculating.model import ALL, Run
from nyttokedja.exporting.calculation_book.by_year import summed
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.items import YEARS
from nyttokedja.exporting.calculation_book.plan import Cell, Formula, Ref, Row, gap
from nyttokedja.exporting.calculation_book.start import discount

LABEL, SUM = 1, 2
FIRST = 3
"""The column of the first year."""
_LOOKS = {
    "benefits": "money",
    "costs": "money",
    "net": "money",
    "summed": "money_bold",
    "ahead": "helper",
    "financial": "money",
    "hours_freed": "hours",
    "hours_spent": "hours",
}
_TOTALLED = frozenset({"benefits", "costs", "net", "financial", "hours_freed", "hours_spent"})
_NOTHING = "0.000001"
"""What computers leave of sums that are the same."""


def ref(row: str, column: int, to: int = -1) -> Ref:
    """A cell of the sheet with the result, or the cells of a row."""
    return Ref("result", row, column, to)


def by_year_rows(content: Content, party: str, run: Run, name: str) -> Iterator[Row]:
    """The years of a party in a run."""
    key = f"year|{party}|{run.value}"
    title = content.say("results", "by_year", party=name, run=content.say("runs", run.value))
    years = (Cell(FIRST + n, Decimal(year), "head_year") for n, year in enumerate(content.frame.years))
    total = Cell(SUM, content.say("columns", "total"), "head_number")
    yield Row(key, (Cell(LABEL, title, "head"), total, *years))
    values = _values(content, party, run)
    last = FIRST + content.frame.horizon - 1
    for row, look in _LOOKS.items():
        held = values[row]
        label = Cell(LABEL, content.say("years", row, money=content.money), "label")
        whole = ("SUM(", ref(f"{key}|{row}", FIRST, last), ")")
        summed_up = (Cell(SUM, sum(held, Decimal(0)), look, whole),) if row in _TOTALLED else ()
        cells = (
            Cell(FIRST + n, value, look, _formula(content, party, run, row, n))
            for n, value in enumerate(held)
        )
        yield Row(f"{key}|{row}", (label, *summed_up, *cells))
    yield gap(f"{key}|gap")


def _values(content: Content, party: str, run: Run) -> dict[str, tuple[Decimal, ...]]:
    result = content.calculated.runs[run].results[party]
    net = tuple(a - b for a, b in zip(result.benefits_by_year, result.costs_by_year, strict=True))
    up_to = tuple(accumulate(net))
    return {
        "benefits": result.benefits_by_year,
        "costs": result.costs_by_year,
        "net": net,
        "summed": up_to,
        "ahead": tuple(Decimal(one > 0) for one in up_to),
        "financial": result.financial_by_year,
        "hours_freed": result.hours_freed,
        "hours_spent": result.hours_spent,
    }


def _formula(content: Content, party: str, run: Run, row: str, n: int) -> Formula:
    key = f"year|{party}|{run.value}"
    whose = "" if party == ALL else party

    def own(other: str, year: int = n) -> Ref:
        return ref(f"{key}|{other}", FIRST + year)

    def total(side: str, what: str = "worth", category: str = "") -> Formula:
        return summed(content, side, what, run, YEARS + n, category=category, party=whose)

    match row:
        case "benefits" | "costs":
            return (discount(n), "*", *total(row))
        case "net":
            return (own("benefits"), "-", own("costs"))
        case "summed":
            return (own("net"),) if n == 0 else (own("summed", n - 1), "+", own("net"))
        case "ahead":
            return ("IF(", own("summed"), f">{_NOTHING},1,0)")
        case "financial":
            return (*total("benefits", category="financial"), "-", *total("costs", category="financial"))
        case _:
            side = "benefits" if row == "hours_freed" else "costs"
            return total(side, "hours")
