"""The first sheet: what the workbook is, the frame, and what each year is discounted by."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.plan import Cell, Field, Formula, Ref, Row, Sheet, gap
from nyttokedja.importing.calculation.memory import NUMBER, said_number, word_kind

LABEL, VALUE, NOTE = 1, 2, 3
YEARS = 2
_WIDTHS = (3, 38, 18, 18, 13, 13, 13, 13)
_LAST = 7
_FIRST_YEAR = ("undiscounted", "discounted")


def start_sheet(content: Content) -> Sheet:
    """The first sheet."""
    rows = [
        Row("title", (Cell(LABEL, content.chain.title, "title", to=_LAST),)),
        *(
            Row(f"help|{n}", (Cell(LABEL, content.say("start", f"help{n}"), "wrapped", to=_LAST),))
            for n in range(1, 5)
        ),
        gap("gap|1"),
        *_frame(content),
        gap("gap|2"),
        *_discounting(content),
        *_counted(content),
    ]
    return Sheet("start", content.say("sheets", "start"), tuple(rows), _WIDTHS, (2, 0))


def frame_cell(name: str) -> Ref:
    """The cell with a field of the frame: ``rate``, ``first_year`` or ``work_year``."""
    return Ref("start", f"frame|{name}", VALUE)


def discounts(content: Content) -> Ref:
    """The cells with what each year is discounted by."""
    return Ref("start", "discounts", YEARS, YEARS + content.frame.horizon - 1)


def discount(year: int) -> Ref:
    """The cell with what a year, from 0, is discounted by."""
    return Ref("start", "discounts", YEARS + year)


def _frame(content: Content) -> Iterator[Row]:
    yield Row("frame", (Cell(LABEL, content.say("start", "frame"), "section"),))
    if content.calculated.frame is None:
        yield Row("no-frame", (Cell(LABEL, content.say("start", "no-frame"), "wrapped", to=_LAST),))
        return
    for name in ("start", "horizon", "rate", "first_year", "price_year", "currency", "work_year"):
        field = "discounts_first" if name == "first_year" else name
        note = content.say("start", "assumed") if field in content.frame.assumed else ""
        label = Cell(LABEL, content.say("frame", name), "label")
        yield Row(f"frame|{name}", (label, _frame_cell(content, name), Cell(NOTE, note, "note", to=NOTE + 2)))


def _frame_cell(content: Content, name: str) -> Cell:
    frame, said = content.frame, content.chain.calculation
    match name:
        case "first_year":
            now = _FIRST_YEAR[frame.discounts_first]
            field = Field(_path(name), word_kind("first_year"), (said.first_year if said else "") or None)
            choices = tuple(content.listed(one, "first_year") for one in _FIRST_YEAR)
            return Cell(VALUE, content.listed(now, "first_year"), "input", field=field, choices=choices)
        case "rate" | "price_year" | "work_year":
            given = getattr(said, name) if said else None
            field = Field(_path(name), NUMBER, None if given is None else said_number(Decimal(given)))
            value = getattr(frame, name)
            look = {"rate": "input_rate", "price_year": "input_year"}.get(name, "input_number")
            return Cell(VALUE, None if value is None else Decimal(value), look, field=field)
        case "currency":
            return Cell(VALUE, frame.currency, "fixed")
        case _:
            return Cell(VALUE, Decimal(getattr(frame, name)), "fixed_year")


def _path(name: str) -> tuple[str, ...]:
    return ("", "calculation", name)


def _discounting(content: Content) -> Iterator[Row]:
    """What money of each year is multiplied by."""
    if content.calculated.frame is None:
        return
    yield Row("discounting", (Cell(LABEL, content.say("start", "discounting"), "section"),))
    years = content.frame.years
    heads = (Cell(YEARS + n, Decimal(year), "head_year") for n, year in enumerate(years))
    yield Row("years", (Cell(LABEL, content.say("start", "year"), "head"), *heads))
    yield Row("discounts", (Cell(LABEL, content.say("start", "factor"), "label"), *_factors(content)))
    yield gap("gap|3")


def _factors(content: Content) -> Iterator[Cell]:
    frame = content.frame
    discounted = content.listed("discounted", "first_year")
    for n in range(frame.horizon):
        power = n + frame.discounts_first
        value = 1 / (1 + frame.rate) ** power
        first: Formula = ("IF(", frame_cell("first_year"), f'="{discounted}",{n + 1},{n})')
        yield Cell(YEARS + n, value, "discount", ("1/(1+", frame_cell("rate"), ")^", *first))


def _counted(content: Content) -> Iterator[Row]:
    """What is in the sum, and what is not."""
    likely = content.calculated.likely
    items = likely.items if likely else ()
    n = sum(item.standing.value == "summed" for item in items)
    beside = len(items) - n + len(content.calculated.unvalued)
    said = content.say("start", "counted", n=n, summed=n, beside=beside)
    yield Row("counted", (Cell(LABEL, said, "wrapped", to=_LAST),))
