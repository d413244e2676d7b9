"""What is freed, avoided and spent: hours by group and what they are used for, money, and costs so far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nyttokedja.calculating.model import Item, Realised, Standing
from nyttokedja.documents.blocks import Said, listed, missing, table
from nyttokedja.documents.boxes import receiver
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.model import Block, Paragraph
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.reports.calculation.outcome import degree_said

_OF_TIME = (("benefit", 2.4), ("area", 1.4), ("group", 1.4), ("year", 0.8))


def freed_time(told: Telling) -> Part:
    """Hours by area and group, planned and as they came out, and what they are used for."""
    return Part(tuple(_freed_time(told)))


def _freed_time(told: Telling) -> Iterator[Block]:
    freeing = [node for node in told.nodes(NodeType.BENEFIT) if _frees(node)]
    if not freeing:
        yield missing(told.say("no_freed_time"))
        return
    columns = (
        *(told.column(name, share) for name, share in _OF_TIME),
        *(told.column(name, is_number=True) for name in ("plan_hours", "came_hours", "degree_hours")),
        told.column("use", 2.6),
    )
    rows = [_hours_of(node, told) for node in freeing]
    yield from table(told.say("freed_time"), columns, rows)
    yield from _sums(told)
    if uncounted := [node for node in freeing if node.value is None or not node.value.counts_hours]:
        yield missing(told.say("uncounted", n=len(uncounted), boxes=told.titles(uncounted)))
    if unused := [node for node in freeing if not (node.use or node.conversion)]:
        yield missing(told.say("unused", n=len(unused), boxes=told.titles(unused)))
    yield Paragraph(told.source.said.word("calculation/brief", "freed"))


def _frees(node: Node) -> bool:
    return node.category == "redistribution" or bool(node.value and node.value.counts_hours)


def _hours_of(node: Node, told: Telling) -> tuple[Said, ...]:
    """The hours of the last year that something was measured in; else of the year of the day, as planned."""
    group, area = receiver(told.source, node), ", ".join(node.tags)
    use = node.use.strip()
    found = [one for one in _realised(told) if one.node.id == node.id and one.hours is not None]
    if found:
        one, figures = found[-1], told.figures
        assert one.planned_hours is not None
        assert one.hours is not None
        degree = degree_said(told.source.worth, one.degree_in_hours)
        hours = (figures.number(one.planned_hours), figures.number(one.hours), degree)
        return (told.title(node), area, group, str(one.year), *hours, use)
    year, planned = _planned(node, told)
    return (told.title(node), area, group, year, planned, "", "", use)


def _planned(node: Node, told: Telling) -> tuple[str, str]:
    """The year that a plan is told of, and its hours; "" where there are none."""
    made, today = told.source.calculated, told.source.today
    item = next((one for one in made.items if one.node.id == node.id and one.hours_by_year), None)
    if item is None or made.frame is None:
        return "", ""
    years = made.frame.years
    year = (
        today.year if today and today.year in years else years[-1 if today and today.year > years[-1] else 0]
    )
    t = years.index(year)
    return told.source.worth.calendar(t + 1), told.figures.number(item.hours_by_year[t])


def _realised(told: Telling) -> tuple[Realised, ...]:
    outcome = told.source.calculated.outcome
    return outcome.realised if outcome else ()


def _sums(told: Telling) -> Iterator[Block]:
    """Hours of all that is in the sum, in each year that something was measured."""
    figures = told.figures
    rows = [
        (
            str(year),
            figures.number(planned),
            figures.number(came),
            degree_said(told.source.worth, came / planned if planned else None),
        )
        for year, planned, came in told.hours_by_year
    ]
    names = ("plan_hours", "came_hours", "degree_hours")
    columns = (told.column("year"), *(told.column(name, is_number=True) for name in names))
    yield from table(told.say("all_hours"), columns, rows)


def avoided_costs(told: Telling) -> Part:
    """What is financial: planned, as it came out, and what it rests on."""
    return Part(tuple(_avoided(told)))


def _avoided(told: Telling) -> Iterator[Block]:
    found = [node for node in told.nodes(NodeType.BENEFIT) if node.category == "financial"]
    if not found:
        yield missing(told.say("no_avoided"))
        return
    columns = (
        *(told.column(name, share) for name, share in (("benefit", 2.4), ("group", 1.4), ("year", 0.8))),
        *(told.column(name, is_number=True) for name in ("plan_money", "came_money", "degree_money")),
        told.column("evidence", 2.6),
    )
    yield from table(told.say("avoided"), columns, [_money_of(node, told) for node in found])
    yield Paragraph(told.say("accounts"))
    if assumptions := told.source.chain.about.assumptions.strip():
        yield Paragraph(told.say("assumptions", text=assumptions))
    else:
        yield missing(told.say("no_assumptions"))


def _money_of(node: Node, told: Telling) -> tuple[Said, ...]:
    evidence = node.value.evidence if node.value else ""
    found = [one for one in _realised(told) if one.node.id == node.id and one.money is not None]
    if found:
        one, figures = found[-1], told.figures
        assert one.planned is not None
        assert one.money is not None
        money = (figures.number(one.planned), figures.number(one.money))
        degree = degree_said(told.source.worth, one.degree_in_money)
        return (told.title(node), receiver(told.source, node), str(one.year), *money, degree, evidence)
    item = _item(node, told)
    planned = told.figures.number(item.yearly) if item and item.yearly is not None else ""
    year = told.say("full_year") if planned else ""
    return (told.title(node), receiver(told.source, node), year, planned, "", "", evidence)


def _item(node: Node, told: Telling) -> Item | None:
    return next((one for one in told.source.calculated.items if one.node.id == node.id), None)


def costs(told: Telling) -> Part:
    """What the change has cost until the day, as planned and as it came out where that is measured."""
    return Part(tuple(_costs(told)))


def _costs(told: Telling) -> Iterator[Block]:
    found = told.nodes(NodeType.COST)
    if not found:
        yield missing(told.say("no_costs"))
        return
    made = told.source.calculated
    valued = [item for item in made.items if item.node.type is NodeType.COST and item.values]
    if valued and made.frame:
        yield from _cost_table(told, valued)
    counted = {item.node.id for item in valued}
    if uncounted := [node for node in found if node.id not in counted]:
        yield missing(told.say("uncounted_costs", n=len(uncounted)))
        yield from listed(told.titles(uncounted))


def _cost_table(told: Telling, valued: list[Item]) -> Iterator[Block]:
    made, today = told.source.calculated, told.source.today
    assert made.frame is not None
    years = made.frame.years
    has_days = today is not None and made.frame.start != 1
    if today and has_days and today.year < years[0]:
        yield Paragraph(told.say("costs_later", year=str(years[0])))
        return
    gone = [year for year in years if not (today and has_days) or date(year, 12, 31) <= today]
    n = max(len(gone), 1)
    came = {item.node.id: item for item in made.outcome.run.items} if made.outcome else {}
    measured = {one.node.id for one in made.outcome.measured} if made.outcome else set()
    rows: list[tuple[Said, ...]] = []
    for item in valued:
        out = came.get(item.node.id)
        is_measured = item.node.id in measured and out is not None and out.standing is not Standing.FAULTY
        rows.append(
            (
                told.title(item.node),
                told.source.worth.category(item.node),
                told.figures.number(sum(item.values[:n])),
                told.figures.number(sum(out.values[:n])) if is_measured and out else "",
            )
        )
    columns = (
        *(told.column(name, share) for name, share in (("cost", 3.0), ("category", 1.4))),
        *(told.column(name, is_number=True) for name in ("plan_money", "came_money")),
    )
    through = told.source.worth.calendar(n)
    yield from table(told.say("costs", year=through, unit=told.figures.scale(()).unit), columns, rows)
    if not any(row[3] for row in rows):
        yield missing(told.say("costs_as_planned"))
