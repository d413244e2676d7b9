"""The result in tables: by party, by category, by year, and in hours. Tables add up as shown, or say so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from nyttokedja.calculating.model import ALL, OWN, Item, Result
from nyttokedja.language.figures import Scale
from nyttokedja.model.chain import NodeType
from nyttokedja.reports.calculation.document import Block, Table
from nyttokedja.reports.calculation.wording import Telling

ZERO = Decimal(0)


def summary(told: Telling) -> Iterator[Block]:
    """A row a party: benefits, costs, net, net by unit of cost, and when benefits have become larger."""
    results = [(party, told.likely.results[party]) for party in told.parties]
    scale = told.figures.scale(value for _, r in results for value in (r.benefits, r.costs, r.net))
    rows = tuple(
        (
            told.party_name(party),
            *told.cells((r.benefits, r.costs, r.net), scale),
            told.per_unit(r),
            told.year(r.year),
        )
        for party, r in results
    )
    columns = told.columns("whose", "benefits", "costs", "net", "per_unit", "year", unit=scale.unit, one=told.one)
    yield Table(columns, rows)
    yield told.word("note", "drawbacks")
    yield from told.rounded(scale, *((r.net, (r.benefits, -r.costs)) for _, r in results))


def apart(told: Telling) -> Iterator[Block]:
    """Financial and redistribution netted by themselves, and what reaches the budget each year."""
    shown = [told.party]
    if told.party == OWN and told.likely.results[ALL] != told.result:
        shown.append(ALL)
    for party in shown:
        yield from _by_category(told, party)
    yield told.word("note", "financial")
    if told.redistributes:
        yield told.word("brief", "freed")
    result = told.result
    if any(result.financial_by_year):
        sums = [(name, sum(result.financial_by_year[span], ZERO)) for name, span in told.spans()]
        total = sum(result.financial_by_year, ZERO)
        scale = told.figures.scale([*(value for _, value in sums), total])
        rows = [(name, *told.cells((value,), scale)) for name, value in sums]
        rows.append((told.word("row", "all_years"), *told.cells((total,), scale)))
        yield Table(told.columns("when", "undiscounted", unit=scale.unit), tuple(rows), totals=1)
        yield from told.rounded(scale, (total, [value for _, value in sums]))


def _by_category(told: Telling, party: str) -> Iterator[Block]:
    result = told.likely.results[party]
    financial = (result.financial_benefits, result.financial_costs, result.net_financial)
    redistribution = (result.redistribution_benefits, result.redistribution_costs, result.net_redistribution)
    total = (result.benefits, result.costs, result.net)
    scale = told.figures.scale((*financial, *redistribution, *total))
    yield told.say("note", "whole_party", whose=told.whose(party))
    rows = (
        (told.word("row", "financial"), *told.cells(financial, scale)),
        (told.word("row", "redistribution"), *told.cells(redistribution, scale)),
        (told.word("row", "total"), *told.cells(total, scale)),
    )
    yield Table(told.columns("category", "benefits", "costs", "net", unit=scale.unit), rows, totals=1)
    down = [(total[n], (financial[n], redistribution[n])) for n in range(3)]
    across = [(line[2], (line[0], -line[1])) for line in (financial, redistribution, total)]
    yield from told.rounded(scale, *down, *across)


def before_after(told: Telling) -> Iterator[Block]:
    """The hours of those that say what they are before and after."""
    rows = []
    for item in told.items:
        if item.before is not None and item.after is not None:
            hours = (item.before, item.after, item.after - item.before)
            rows.append((told.title(item.node), *map(told.figures.about, hours)))
    if rows:
        yield Table(told.columns("what", "before", "after", "difference"), tuple(rows))
    else:
        yield told.word("note", "no_before")


def benefits(told: Telling) -> Iterator[Block]:
    """Each benefit: a full year, and all years."""
    yield from _items(told, told.of(NodeType.BENEFIT))


def costs(told: Telling) -> Iterator[Block]:
    """Each cost and drawback: a full year, and all years; then benefits and costs year by year."""
    yield from _items(told, told.of(NodeType.COST, NodeType.DRAWBACK))
    yield told.word("note", "drawbacks")
    yield from by_year(told, told.result)


def _items(told: Telling, items: tuple[Item, ...]) -> Iterator[Block]:
    if not items:
        yield told.word("valued", "none_in")
        return
    total = sum((item.sum for item in items), ZERO)
    scale = told.figures.scale([*(value for item in items for value in (item.yearly or ZERO, item.sum)), total])
    rows = [
        (
            told.title(item.node),
            told.party_name(item.node.perspective),
            *told.cells((item.yearly or ZERO, item.sum), scale),
        )
        for item in items
    ]
    if len(items) > 1:
        rows.append((told.word("row", "total"), "", "", *told.cells((total,), scale)))
    columns = told.columns("what", "whose", "full_year", "sum", text=2, unit=scale.unit)
    yield Table(columns, tuple(rows), totals=len(rows) - len(items))
    if told.frame.rate:
        yield told.word("note", "discounted")
    yield from told.rounded(scale, (total, [item.sum for item in items]))


def by_year(told: Telling, result: Result) -> Iterator[Block]:
    """Benefits, costs and net of each year, and the net from the start on."""
    nets = [gain - cost for gain, cost in zip(result.benefits_by_year, result.costs_by_year, strict=True)]
    running = list(accumulate(nets))
    lines = [
        (
            name,
            sum(result.benefits_by_year[span], ZERO),
            sum(result.costs_by_year[span], ZERO),
            sum(nets[span], ZERO),
            running[span.stop - 1],
        )
        for name, span in told.spans()
    ]
    scale = told.figures.scale([*(value for _, *values in lines for value in values), result.benefits, result.costs])
    rows = [(name, *told.cells(values, scale)) for name, *values in lines]
    total = (result.benefits, result.costs, result.net)
    rows.append((told.word("row", "all_years"), *told.cells(total, scale), ""))
    yield told.say("note", "whole_party", whose=told.whose(told.party))
    columns = told.columns("when", "benefits", "costs", "net", "net_total", unit=scale.unit)
    yield Table(columns, tuple(rows), totals=1)
    yield from told.rounded(scale, *_sums_by_year(lines, total))


def _sums_by_year(
    lines: list[tuple[str, Decimal, Decimal, Decimal, Decimal]], total: tuple[Decimal, ...]
) -> Iterator[tuple[Decimal, tuple[Decimal, ...]]]:
    """What should add up in a table by year: columns, rows, and the net from the start on."""
    for n, whole in enumerate(total, 1):
        yield whole, tuple(line[n] for line in lines)  # type: ignore[misc]
    before = ZERO
    for _, gain, cost, net, running in lines:
        yield net, (gain, -cost)
        yield running, (before, net)
        before = running


def whose(told: Telling) -> Iterator[Block]:
    """Benefits and costs by category, a row a party."""
    everyone = told.likely.results[ALL]
    lines = [(party, _split(told.likely.results[party])) for party in told.parties if party != ALL]
    whole = _split(everyone)
    rest = tuple(total - sum(line[n] for _, line in lines) for n, total in enumerate(whole))
    if any(rest):
        lines.append(("", rest))
    scale = told.figures.scale([*whole, *(value for _, line in lines for value in line)])
    rows = [(told.party_name(party), *told.cells(line, scale)) for party, line in lines]
    rows.append((told.word("row", "all"), *told.cells(whole, scale)))
    columns = told.columns(
        "whose",
        "financial_benefits",
        "redistribution_benefits",
        "financial_costs",
        "redistribution_costs",
        unit=scale.unit,
    )
    yield Table(columns, tuple(rows), totals=1)
    shares = [
        told.figures.share(part / total) if total else told.word("time", "cannot")
        for part, total in (
            (everyone.financial_benefits, everyone.benefits),
            (everyone.financial_costs, everyone.costs),
        )
    ]
    yield told.say("note", "shares", benefits=shares[0], costs=shares[1])
    yield from told.rounded(scale, *((total, [line[n] for _, line in lines]) for n, total in enumerate(whole)))


def _split(result: Result) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    return (
        result.financial_benefits,
        result.redistribution_benefits,
        result.financial_costs,
        result.redistribution_costs,
    )


def hours(told: Telling) -> Iterator[Block]:
    """Hours freed and spent, year by year, and how many people's years that is."""
    freed, spent = told.result.hours_freed, told.result.hours_spent
    if not (any(freed) or any(spent)):
        yield told.word("note", "no_hours")
        return
    work_year = told.frame.work_year
    lines = [(name, sum(freed[span], ZERO), sum(spent[span], ZERO), len(freed[span])) for name, span in told.spans()]
    total = (sum(freed, ZERO), sum(spent, ZERO))
    rows = [
        (name, *(told.figures.number(value) for value in (gain, loss)), _workers(told, gain - loss, n))
        for name, gain, loss, n in lines
    ]
    rows.append((told.word("row", "all_years"), *map(told.figures.number, total), ""))
    yield told.say("note", "whole_party", whose=told.whose(told.party))
    table = Table(told.columns("when", "freed", "spent", "workers"), tuple(rows), totals=1)
    if not work_year:
        table = Table(table.columns[:-1], tuple(row[:-1] for row in rows), totals=1)
    yield table
    yield told.word("note", "hours")
    if work_year:
        yield told.say("note", "workers", hours=told.figures.exact(work_year))
    else:
        yield told.word("note", "no_workers")
    yield from told.rounded(_HOURS, *((whole, [line[n + 1] for line in lines]) for n, whole in enumerate(total)))  # type: ignore[misc]


_HOURS = Scale(0, 0, "")


def _workers(told: Telling, hours: Decimal, years: int) -> str:
    work_year = told.frame.work_year
    return told.figures.number(hours / years / work_year, 2) if work_year else ""
