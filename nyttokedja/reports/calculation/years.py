"""The result year by year, in money and in hours; of many years, several together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from nyttokedja.language.figures import Scale
from nyttokedja.reports.calculation.document import Block, Table
from nyttokedja.reports.calculation.wording import ZERO, Telling

_WHOLE = Scale(0, 0, "")


class _Row(NamedTuple):
    """One year or several: what they are called, what comes and what goes, how many, and the net so far."""

    name: str
    gain: Decimal
    loss: Decimal
    years: int
    so_far: Decimal

    @property
    def net(self) -> Decimal:
        return self.gain - self.loss


def _rows(told: Telling, gains: tuple[Decimal, ...], losses: tuple[Decimal, ...]) -> Iterator[_Row]:
    so_far = ZERO
    for name, span in told.spans():
        gain, loss = sum(gains[span], ZERO), sum(losses[span], ZERO)
        so_far += gain - loss
        yield _Row(name, gain, loss, len(gains[span]), so_far)


def by_year(told: Telling) -> Iterator[Block]:
    """Benefits, costs and net of each year, and the net from the start on."""
    result = told.result
    rows = list(_rows(told, result.benefits_by_year, result.costs_by_year))
    total = (result.benefits, result.costs, result.net)
    values = [value for row in rows for value in (row.gain, row.loss, row.net, row.so_far)]
    scale = told.figures.scale([*values, *total])
    cells = [(row.name, *told.cells((row.gain, row.loss, row.net, row.so_far), scale)) for row in rows]
    last = (told.word("row", "all_years"), *told.cells(total, scale), "")
    columns = told.columns("when", "benefits", "costs", "net", "net_total")
    yield Table(columns, (*cells, last), totals=1, caption=told.caption(scale, told.party))
    yield from told.rounded(scale, *_sums(rows, total))


def _sums(
    rows: list[_Row], total: tuple[Decimal, Decimal, Decimal]
) -> Iterator[tuple[Decimal, tuple[Decimal, ...]]]:
    """What should add up in a table by year: columns, rows, and the net from the start on."""
    yield total[0], tuple(row.gain for row in rows)
    yield total[1], tuple(row.loss for row in rows)
    yield total[2], tuple(row.net for row in rows)
    before = ZERO
    for row in rows:
        yield row.net, (row.gain, -row.loss)
        yield row.so_far, (before, row.net)
        before = row.so_far


def hours(told: Telling) -> Iterator[Block]:
    """Hours freed and spent, year by year, and how many people's years that is."""
    freed, spent = told.result.hours_freed, told.result.hours_spent
    if not (any(freed) or any(spent)):
        yield told.word("note", "no_hours")
        return
    work_year = told.frame.work_year
    rows = list(_rows(told, freed, spent))
    total = (sum(freed, ZERO), sum(spent, ZERO))
    number = told.figures.number
    lines = [(row.name, number(row.gain), number(row.loss)) for row in rows]
    lines.append((told.word("row", "all_years"), number(total[0]), number(total[1])))
    columns = told.columns("when", "freed", "spent", "workers")
    if work_year:
        workers = [*(number(row.net / row.years / work_year, 2) for row in rows), ""]
        cells = tuple((*line, people) for line, people in zip(lines, workers, strict=True))
        yield Table(columns, cells, totals=1, caption=told.party_name(told.party))
        yield told.word("note", "hours")
        yield told.say("note", "workers", hours=told.figures.exact(work_year))
    else:
        yield Table(columns[:-1], tuple(lines), totals=1, caption=told.party_name(told.party))
        yield told.word("note", "hours")
        yield told.word("note", "no_workers")
    sums = ((total[0], [row.gain for row in rows]), (total[1], [row.loss for row in rows]))
    yield from told.rounded(_WHOLE, *sums)
