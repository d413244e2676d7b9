"""The sheet for following up: what each benefit is to come to by year, its outcome, and its indicators."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.calculating.model import Item, Run
from nyttokedja.exporting.calculation_book.by_year import rows_of
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.items import YEARS as OF_TABLE
from nyttokedja.exporting.calculation_book.plan import Cell, Chart, Formula, Ref, Row, Sheet, gap
from nyttokedja.importing.calculation.measured import MEASURED, MEASURED_ON, row_of
from nyttokedja.model.chain import Node
from nyttokedja.model.indicators import Indicator

TITLE, WHAT, OWNER = 1, 2, 3
YEARS = 4
_WIDTHS = (3, 40, 26, 20, 14, 14, 14, 14, 14, 14, 14)
_LAST = 10
_HEADS = (
    "item",
    "indicator",
    "unit",
    "baseline",
    "target",
    "target_date",
    "latest",
    "latest_date",
    "reached",
)


def follow_up_sheet(content: Content) -> Sheet:
    """The sheet for following up."""
    name = content.say("sheets", "follow_up")
    rows = [
        Row("title", (Cell(TITLE, name, "title"),)),
        Row("help", (Cell(TITLE, content.say("follow_up", "help"), "note", to=_LAST),)),
        *_benefits(content),
        *_indicators(content),
    ]
    if len(rows) == 2:
        rows.append(Row("none", (Cell(TITLE, content.say("follow_up", "none"), "note", to=_LAST),)))
    return Sheet("follow_up", name, tuple(rows), _WIDTHS, (2, 2), tuple(_charts(content)))


def _charts(content: Content) -> Iterator[Chart]:
    """Plan and outcome of each benefit, year by year."""
    for item in content.summed("benefits", Run.LIKELY):
        years = content.frame.years
        last = YEARS + len(years) - 1
        title = " ".join(item.node.title.split())
        yield Chart(
            content.say("follow_up", "chart", title=title, money=content.money),
            content.say("follow_up", "chart_shows", title=title, first=str(years[0]), last=str(years[-1])),
            Ref("follow_up", "plan", YEARS, last),
            tuple(
                Ref("follow_up", f"{row}|worth|{item.node.id}", YEARS, last) for row in ("planned", "outcome")
            ),
            WHAT,
        )


def _benefits(content: Content) -> Iterator[Row]:
    items = content.summed("benefits", Run.LIKELY)
    if not items:
        return
    years = (Cell(YEARS + n, Decimal(year), "head_year") for n, year in enumerate(content.frame.years))
    yield Row("plan", (*content.heads("benefit", "what", "owner"), *years))
    timed = {item.node.id for item in rows_of(content, "benefits", "hours", Run.LIKELY)}
    for item in items:
        whats = (*(("hours",) if item.node.id in timed else ()), "worth")
        for what in whats:
            yield from _benefit(content, item, what)
    yield gap("gap|plan")


def _benefit(content: Content, item: Item, what: str) -> Iterator[Row]:
    """The plan of a benefit, room for its outcome, and the share of it that was reached."""
    id = item.node.id
    planned = (item.hours_by_year if what == "hours" else item.values) or (Decimal(0),) * len(item.shares)
    look = "hours" if what == "hours" else "money"
    for row in ("planned", "outcome", "degree"):
        said = content.say("follow_up", f"{row}-{what}", money=content.money)
        yield Row(
            f"{row}|{what}|{id}",
            (
                Cell(TITLE, item.node.title if row == "planned" else "", "text"),
                Cell(WHAT, said, "label"),
                Cell(OWNER, item.node.owner if row == "planned" else "", "text"),
                *(_year(row, what, id, n, value, look) for n, value in enumerate(planned)),
            ),
        )


def _year(row: str, what: str, id: str, n: int, value: Decimal, look: str) -> Cell:
    column = YEARS + n
    if row == "planned":
        source = Ref("benefits", f"{what}|{Run.LIKELY.value}|{id}", OF_TABLE + n)
        return Cell(column, value, look, (source,))
    if row == "outcome":
        return Cell(column, None, "free")
    outcome, plan = (Ref("follow_up", f"{one}|{what}|{id}", column) for one in ("outcome", "planned"))
    return Cell(column, "", "share", ("IF(OR(", outcome, '="",', plan, '=0),"",', outcome, "/", plan, ")"))


def _indicators(content: Content) -> Iterator[Row]:
    held = [(node, indicator) for node in content.chain.nodes for indicator in node.indicators]
    if not held:
        return
    yield Row("indicators", content.heads(*_HEADS))
    for node, indicator in held:
        key = row_of(node.id, indicator.id)
        yield Row(key, tuple(_indicator(content, key, node, indicator)))


def _indicator(content: Content, key: str, node: Node, indicator: Indicator) -> Iterator[Cell]:
    baseline, target = indicator.baseline, indicator.target
    latest = max(indicator.measurements, key=lambda one: one.date.last, default=None)
    yield Cell(TITLE, node.title, "text")
    yield Cell(WHAT, indicator.title, "text")
    yield Cell(OWNER, indicator.unit, "text")
    for column, level in ((YEARS, baseline), (YEARS + 1, target), (MEASURED, latest)):
        if level is not None and level.word:
            yield Cell(column, level.word, "text")
        elif level is not None:
            yield Cell(column, Decimal(repr(level.value)), "number")
        elif column == MEASURED:
            yield Cell(column, None, "free")
    yield Cell(YEARS + 2, target.date.written if target and target.date else "", "text")
    yield Cell(MEASURED_ON, latest.date.written if latest else "", "text")
    if baseline and target and latest and not indicator.scale and baseline.value != target.value:
        way: Formula = ("(", Ref("follow_up", key, YEARS + 3), "-", Ref("follow_up", key, YEARS), ")/(")
        rest: Formula = (Ref("follow_up", key, YEARS + 1), "-", Ref("follow_up", key, YEARS), ")")
        reached = (latest.value - baseline.value) / (target.value - baseline.value)
        yield Cell(YEARS + 5, Decimal(repr(reached)), "share", (*way, *rest))
