"""Benefit by benefit: how its indicators stand, and plan and outcome side by side; effects come before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.calculating.model import Realised
from nyttokedja.documents.blocks import Said, facts_of, listed, missing, section, table
from nyttokedja.documents.boxes import receiver
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.model import Block, Column, Paragraph, Section
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.reports.calculation.outcome import degree_said
from nyttokedja.reports.standings import Followed

_SEEN_BEFORE = (NodeType.EFFECT, NodeType.BENEFIT)


def benefits(told: Telling) -> Part:
    """What is seen before the benefits, then each of them, then the goals."""
    found = told.nodes(NodeType.BENEFIT)
    blocks = [] if found else [missing(told.say("no_benefits"))]
    each = (
        one
        for node in found
        for one in section(f"benefit-{told.source.numbers[node.id]}", told.title(node), _of(node, told))
    )
    return Part(tuple(blocks), (*_effects(told), *each, *_goals(told)))


def _effects(told: Telling) -> Iterator[Section]:
    found = [one for one in told.followed if one.node.type is NodeType.EFFECT and not one.node.behaviour]
    yield from section("effects", told.heading("effects"), told.indicators(found, boxed=True))


def _goals(told: Telling) -> Iterator[Section]:
    found = [one for one in told.followed if one.node.type is NodeType.GOAL]
    yield from section("goals", told.heading("goals"), told.indicators(found, boxed=True))


def _of(node: Node, told: Telling) -> Iterator[Block]:
    source = told.source
    facts = (
        ("receiver", receiver(told.source, node)),
        ("owner", node.owner),
        ("comes", node.when.written if node.when else ""),
    )
    yield from facts_of((source.word("follow-up-columns", name), text) for name, text in facts)
    if node.text.strip():
        yield Paragraph(node.text.strip())
    if found := told.of(node):
        yield from told.indicators(found)
    elif before := _before(node, told):
        yield Paragraph(told.say("measured_before"))
        yield from listed(
            told.say(
                "of_box", indicator=told.called(one), box=told.title(one.node), standing=told.standing(one)
            )
            for one in before
        )
    else:
        yield missing(told.say("no_indicator"))
    yield from realised(node, told)


def _before(node: Node, told: Telling) -> Sequence[Followed]:
    """The indicators of the effects and benefits nearest before a benefit that has none."""
    graph, seen, waiting = told.source.graph, {node.id}, [node]
    found: list[Followed] = []
    while waiting:
        for arrow in graph.entering[waiting.pop(0).id]:
            before = arrow.source
            if before.id in seen:
                continue
            seen.add(before.id)
            if its := told.of(before) if before.type in _SEEN_BEFORE else ():
                found += its
            else:
                waiting.append(before)
    return found


def realised(node: Node, told: Telling) -> Iterator[Block]:
    """Plan and outcome of a benefit in each year that something of it was measured, hours first."""
    if node.value is None:
        return
    outcome = told.source.calculated.outcome
    found = [one for one in outcome.realised if one.node.id == node.id] if outcome else []
    if not found:
        yield Paragraph(told.say("no_degree"))
        return
    years = [(str(one.year), *_hours(one, told), *_money(one, told)) for one in found]
    yield from table(told.say("realised"), _columns(told), years)


def _columns(told: Telling) -> Sequence[Column]:
    names = ("plan_hours", "came_hours", "degree_hours", "plan_money", "came_money", "degree_money")
    return (told.column("year"), *(told.column(name, is_number=True) for name in names))


def _hours(one: Realised, told: Telling) -> Sequence[Said]:
    if one.planned_hours is None or one.hours is None:
        return ("", "", "")
    figures = told.figures
    degree = degree_said(told.source.worth, one.degree_in_hours)
    return (figures.number(one.planned_hours), figures.number(one.hours), degree)


def _money(one: Realised, told: Telling) -> Sequence[Said]:
    if one.planned is None or one.money is None:
        return ("", "", "")
    figures = told.figures
    degree = degree_said(told.source.worth, one.degree_in_money)
    return (figures.number(one.planned), figures.number(one.money), degree)
