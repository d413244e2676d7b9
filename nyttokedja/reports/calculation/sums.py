"""The result in tables: by party, by category, by item. Tables add up as shown, or say so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.calculating.model import ALL, Item, Result
from nyttokedja.model.chain import NodeType
from nyttokedja.reports.calculation.document import Block, Table
from nyttokedja.reports.calculation.wording import ZERO, Telling
from nyttokedja.reports.calculation.years import by_year


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
    columns = told.columns("whose", "benefits", "costs", "net", "per_unit", "year", one=told.one)
    yield Table(columns, rows, caption=told.caption(scale))
    yield told.word("note", "drawbacks")
    yield from told.rounded(scale, *((r.net, (r.benefits, -r.costs)) for _, r in results))


def apart(told: Telling) -> Iterator[Block]:
    """Financial and redistribution netted by themselves, and what reaches the budget each year."""
    for party in told.told_parties:
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
        caption = told.caption(scale, told.party)
        yield Table(told.columns("when", "undiscounted"), tuple(rows), totals=1, caption=caption)
        yield from told.rounded(scale, (total, [value for _, value in sums]))


def _by_category(told: Telling, party: str) -> Iterator[Block]:
    result = told.likely.results[party]
    financial = (result.financial_benefits, result.financial_costs, result.net_financial)
    redistribution = (result.redistribution_benefits, result.redistribution_costs, result.net_redistribution)
    total = (result.benefits, result.costs, result.net)
    scale = told.figures.scale((*financial, *redistribution, *total))
    rows = (
        (told.word("row", "financial"), *told.cells(financial, scale)),
        (told.word("row", "redistribution"), *told.cells(redistribution, scale)),
        (told.word("row", "total"), *told.cells(total, scale)),
    )
    columns = told.columns("category", "benefits", "costs", "net")
    yield Table(columns, rows, totals=1, caption=told.caption(scale, party))
    down = [(total[n], (financial[n], redistribution[n])) for n in range(3)]
    across = [(line[2], (line[0], -line[1])) for line in (financial, redistribution, total)]
    yield from told.rounded(scale, *down, *across)


def before_after(told: Telling) -> Iterator[Block]:
    """The hours of those that say what they are before and after."""
    rows = []
    for item in told.items:
        if item.before is not None and item.after is not None:
            hours = (item.before, item.after, item.after - item.before)
            rows.append((told.short(item.node), *map(told.figures.about, hours)))
    if rows:
        columns = told.columns("what", "before", "after", "difference")
        yield Table(columns, tuple(rows), caption=told.word("column", "hours"))
    else:
        yield told.word("note", "no_before")


def benefits(told: Telling) -> Iterator[Block]:
    """Each benefit: a full year, and all years."""
    yield from _items(told, told.of(NodeType.BENEFIT))


def costs(told: Telling) -> Iterator[Block]:
    """Each cost and drawback: a full year, and all years; then benefits and costs year by year."""
    yield from _items(told, told.of(NodeType.COST, NodeType.DRAWBACK))
    yield told.word("note", "drawbacks")
    yield from by_year(told)


def _items(told: Telling, items: tuple[Item, ...]) -> Iterator[Block]:
    if not items:
        yield told.word("valued", "none_in")
        return
    total = sum((item.sum for item in items), ZERO)
    scale = told.figures.scale(
        [*(value for item in items for value in (item.yearly or ZERO, item.sum)), total]
    )
    rows = [
        (
            told.short(item.node),
            told.party_name(item.node.perspective),
            told.figures.about(item.hours) if item.hours is not None else "",
            *told.cells((item.yearly or ZERO, item.sum), scale),
        )
        for item in items
    ]
    if len(items) > 1:
        rows.append((told.word("row", "total"), "", "", "", *told.cells((total,), scale)))
    columns = told.columns("what", "whose", "hours", "full_year", "sum", text=2)
    if all(item.hours is None for item in items):
        columns = (*columns[:2], *columns[3:])
        rows = [(*row[:2], *row[3:]) for row in rows]
    yield Table(columns, tuple(rows), totals=len(rows) - len(items), caption=told.caption(scale))
    if told.frame.rate:
        yield told.word("note", "discounted")
    yield from told.rounded(scale, (total, [item.sum for item in items]))


def whose(told: Telling) -> Iterator[Block]:
    """Benefits and costs by category, a row a party."""
    everyone = told.likely.results[ALL]
    parties = (party for party in told.parties if party != ALL)
    lines: list[tuple[str, tuple[Decimal, ...]]] = [
        (party, _split(told.likely.results[party])) for party in parties
    ]
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
    )
    yield Table(columns, tuple(rows), totals=1, caption=told.caption(scale))
    shares = [
        told.figures.share(part / total) if total else told.word("time", "cannot")
        for part, total in (
            (everyone.financial_benefits, everyone.benefits),
            (everyone.financial_costs, everyone.costs),
        )
    ]
    yield told.say("note", "shares", benefits=shares[0], costs=shares[1])
    yield from told.rounded(
        scale, *((total, [line[n] for _, line in lines]) for n, total in enumerate(whole))
    )


def _split(result: Result) -> tuple[Decimal, ...]:
    return (
        result.financial_benefits,
        result.redistribution_benefits,
        result.financial_costs,
        result.redistribution_costs,
    )
