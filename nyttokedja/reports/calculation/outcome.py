"""Plan and outcome side by side: what was measured in place of what was estimated, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.calculating.model import ALL, Realised
from nyttokedja.reports.calculation.document import Block, Table
from nyttokedja.reports.calculation.wording import ZERO, Telling


def outcome(told: Telling) -> Iterator[Block]:
    """The net as planned and as measured, the degree of each benefit, and the measurements; or nothing."""
    made = told.calculated.outcome
    if made is None or not made.measured:
        return
    yield told.word("outcome", "kept")
    parties = [party for party in dict.fromkeys((told.party, ALL)) if party in made.run.results]
    nets = [(party, told.likely.results[party].net, made.run.results[party].net) for party in parties]
    scale = told.figures.scale(value for _, plan, came in nets for value in (plan, came, came - plan))
    rows = tuple(
        (
            told.party_name(party),
            *told.cells((plan, came, came - plan), scale),
            _share(told, came - plan, plan),
        )
        for party, plan, came in nets
    )
    columns = told.columns("whose", "plan", "came", "apart", "apart_share")
    yield Table(columns, rows, caption=told.caption(scale))
    yield from told.rounded(scale, *((came - plan, (came, -plan)) for _, plan, came in nets))
    pairs = zip(told.items, made.run.items, strict=True)
    if lost := tuple(told.title(item.node) for plan, item in pairs if item.standing is not plan.standing):
        yield told.say("outcome", "uncountable", boxes=lost)
    if made.realised:
        yield from _degrees(told, made.realised)
        yield told.word("outcome", "degree")
    yield _measured(told)


def _degrees(told: Telling, realised: tuple[Realised, ...]) -> Iterator[Table]:
    """What came of the plan of each benefit in each year that something of it was measured."""
    columns = told.columns("what", "when", "plan", "came", "degree", text=2)
    hours = tuple(
        (
            told.short(one.node),
            str(one.year),
            *(told.figures.number(value) for value in (one.planned_hours, one.hours)),
            degree_said(told, one.degree_in_hours),
        )
        for one in realised
        if one.planned_hours is not None and one.hours is not None
    )
    if hours:
        yield Table(columns, hours, caption=told.word("column", "hours"))
    paid = [(one, one.planned, one.money) for one in realised if None not in (one.planned, one.money)]
    scale = told.figures.scale(value for _, *both in paid for value in both if value is not None)
    money = tuple(
        (
            told.short(one.node),
            str(one.year),
            *told.cells((value for value in both if value is not None), scale),
            degree_said(told, one.degree_in_money),
        )
        for one, *both in paid
    )
    if money:
        yield Table(columns, money, caption=told.caption(scale))


def _measured(told: Telling) -> Table:
    made = told.calculated.outcome
    assert made is not None
    rows = tuple(
        (
            told.factor_called(one.name),
            str(one.year),
            told.figures.exact(one.value),
            told.line(one.node.title),
        )
        for one in made.measured
    )
    columns = told.columns("factor", "when", "measured", "measured_at", text=2)
    return Table((*columns[:-1], columns[-1]._replace(is_number=False)), rows)


def _share(told: Telling, difference: Decimal, plan: Decimal) -> str:
    """A difference as a share of a plan that is more than nothing."""
    return told.figures.share(difference / plan, 1) if plan > ZERO else ""


def degree_said(told: Telling, degree: Decimal | None) -> str:
    """What came of the plan, in per cent; or that it cannot be calculated."""
    return told.word("time", "cannot") if degree is None else told.figures.rate(round(degree, 4))
