"""The tables below the blocks: what each box in the sum is worth, and its hours, year by year in each run."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.calculating.model import Item, Run, Standing
from nyttokedja.calculating.results import counts_hours, perspective_of
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.items import YEARS, cell_of, share_of
from nyttokedja.exporting.calculation_book.plan import Area, Cell, Formula, Ref, Row, gap
from nyttokedja.exporting.calculation_book.start import discounts

PERSPECTIVE, TITLE, CATEGORY, FULL, SUM = range(1, 6)
"""The columns before the years: whose, what, of which category, in a full year, and the sum of all years."""
_NOTHING = Decimal(0)


def tables(content: Content, side: str) -> Iterator[Row]:
    """The tables of a sheet: money in each run, then hours."""
    if not content.has_sums:
        return
    for what in ("worth", "hours"):
        for run in Run:
            yield from _table(content, side, what, run)


def rows_of(content: Content, side: str, what: str, run: Run) -> tuple[Item, ...]:
    """The boxes in a table."""
    return content.summed(side, run) if what == "worth" else content.timed(side, run)


def summed(
    content: Content, side: str, what: str, run: Run, column: int, *, category: str = "", party: str = ""
) -> Formula:
    """The sum of a column of a table, of a category and for a party only where these are given."""
    items = rows_of(content, side, what, run)
    if not items:
        return ("0",)

    def area(at: int) -> Area:
        first, last = (_key(what, run, item) for item in (items[0], items[-1]))
        return Area(side, first, last, at)

    held: Formula = ()
    for at, word in ((CATEGORY, content.category(category)), (PERSPECTIVE, content.perspective(party))):
        held += (",", area(at), f',"{word}"') if word else ()
    return ("SUMIFS(", area(column), *held, ")") if held else ("SUM(", area(column), ")")


def _key(what: str, run: Run, item: Item) -> str:
    return f"{what}|{run.value}|{item.node.id}"


def _table(content: Content, side: str, what: str, run: Run) -> Iterator[Row]:
    items = rows_of(content, side, what, run)
    if not items:
        return
    key = f"table|{what}|{run.value}"
    title = content.say("tables", what, money=content.money, run=content.say("runs", run.value))
    yield Row(f"{key}|title", (Cell(PERSPECTIVE, title, "section"),))
    names = ("perspective", "item", "category", "full_year", "sum" if what == "worth" else "total")
    years = (Cell(YEARS + n, Decimal(year), "head_year") for n, year in enumerate(content.frame.years))
    yield Row(f"{key}|heads", (*content.heads(*names), *years))
    for item in items:
        yield Row(_key(what, run, item), tuple(_cells(content, side, what, run, item)))
    yield gap(f"{key}|gap")


def _cells(content: Content, side: str, what: str, run: Run, item: Item) -> Iterator[Cell]:
    node = item.node
    money = what == "worth"
    look = "money" if money else "hours"
    yield Cell(PERSPECTIVE, content.perspective(perspective_of(node)), "text")
    yield Cell(TITLE, node.title, "text")
    yield Cell(CATEGORY, content.category(node.category), "text")
    full = Ref(side, _key(what, run, item), FULL)
    yield Cell(
        FULL,
        (item.yearly if money else item.hours) if _counts(item, what) else _NOTHING,
        look,
        _full(content, what, run, item),
    )
    years = len(item.shares)
    here = Ref(side, _key(what, run, item), YEARS, YEARS + years - 1)
    summed = ("SUMPRODUCT(", here, ",", discounts(content), ")") if money else ("SUM(", here, ")")
    by_year = (item.values if money else item.hours_by_year) if _counts(item, what) else (_NOTHING,) * years
    total = (item.sum if money else sum(by_year, _NOTHING)) if _counts(item, what) else _NOTHING
    yield Cell(SUM, total, look, summed)
    for n, value in enumerate(by_year):
        yield Cell(YEARS + n, value, look, (full, "*", share_of(content, node.id, n)))


def _counts(item: Item, what: str) -> bool:
    """Whether a box that is in the sum of some run is in that of this one: its formulas have not failed."""
    return item.standing is Standing.SUMMED if what == "worth" else counts_hours(item)


def _full(content: Content, what: str, run: Run, item: Item) -> Formula:
    """The value or the hours of a full year: none where a formula of the box fails."""
    box = item.node.id
    cell = cell_of(content, "yearly" if what == "worth" else "hours", box, run)
    if not content.can_fail(box):
        return (cell,)
    yearly = item.node.value is not None and item.node.value.yearly
    if what == "hours" and yearly:
        return ("IF(ISNUMBER(", cell_of(content, "yearly", box, run), "),N(", cell, "),0)")
    return ("N(", cell, ")")
