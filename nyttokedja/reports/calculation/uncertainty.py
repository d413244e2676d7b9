"""How sure the result is: three runs, a simulation, what each factor does, and what an obstacle takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from nyttokedja.calculating.model import ALL, OWN, FactorEffect, Run
from nyttokedja.checking.calculated import has_something
from nyttokedja.language.figures import Scale
from nyttokedja.reports.calculation.document import Block, Column, Table
from nyttokedja.reports.calculation.wording import Telling

T = TypeVar("T")
_MOST = 12
"""So many factors are shown; those that matter less are counted."""
_FEW = 0.01
"""A share below this is told with a decimal."""


def uncertainty(told: Telling) -> Iterator[Block]:
    """The run with the lowest, the likely and the highest values, and what factors do together."""
    shown = told.told_parties
    results = [(party, run, told.calculated.runs[run].results[party]) for party in shown for run in Run]
    scale = told.figures.scale(value for *_, r in results for value in (r.benefits, r.costs, r.net))
    for party in shown:
        rows = tuple(
            (
                told.word("row", run.value),
                *told.cells((r.benefits, r.costs, r.net), scale),
                told.per_unit(r),
                told.year(r.year),
            )
            for of, run, r in results
            if of == party
        )
        columns = told.columns("run", "benefits", "costs", "net", "per_unit", "year", one=told.one)
        yield Table(columns, rows, caption=told.caption(scale, party))
    yield told.word("note", "runs")
    yield from told.rounded(scale, *((r.net, (r.benefits, -r.costs)) for *_, r in results))
    yield from _simulation(told)


def _simulation(told: Telling) -> Iterator[Block]:
    made = told.calculated.simulation
    if made is None:
        return
    if made.left_out:
        yield told.say("note", "left_out", factors=tuple(told.factor_called(name) for name in made.left_out))
    if not made.varied:
        if not made.left_out:
            yield told.word("note", "sure")
        return
    spreads = _explored(told, made.spreads)
    nets = [Decimal(net) for _, one in spreads for net in (one.mean, one.p10, one.p50, one.p90)]
    scale = told.figures.scale(nets)
    rows = tuple(
        (
            told.party_name(party),
            *told.cells(map(Decimal, (one.mean, one.p10, one.p50, one.p90)), scale),
            told.figures.share(one.below_zero, 1 if 0 < one.below_zero < _FEW else 0),
        )
        for party, one in spreads
    )
    yield told.say("note", "simulation", n=len(made.varied))
    columns = told.columns("whose", "mean", "p10", "p50", "p90", "below_zero")
    yield Table(columns, rows, caption=told.caption(scale))
    if made.held:
        yield told.say("note", "held", factors=tuple(told.factor_called(name) for name in made.held))


def factors(told: Telling) -> Iterator[Block]:
    """What the net is with each factor at its limits, the others being likely; and how little is enough."""
    if told.calculated.is_too_large:
        yield told.word("note", "too_large")
        return
    shown = [(party, effects) for party, effects in _explored(told, told.calculated.effects) if effects]
    if not shown:
        yield told.word("note", "no_factors")
        return
    yield told.word("note", "tornado")
    every: list[FactorEffect] = []
    for party, effects in shown:
        every += effects[:_MOST]
        scale = told.figures.scale(net for one in effects for net in (one.at_lowest, one.at_highest))
        yield _tornado(told, effects[:_MOST], scale, party)
        if len(effects) > _MOST:
            yield told.say("note", "more", n=len(effects) - _MOST)
    yield told.word("note", "enough")
    if any(one.assumed for one in every):
        yield told.word("note", "assumed")
    if both := tuple(dict.fromkeys(told.factor_called(one.name) for one in every if one.pulls_both_ways)):
        yield told.say("note", "both_ways", factors=both, n=len(both))


def _explored(told: Telling, held: Mapping[str, T]) -> list[tuple[str, T]]:
    """What is known of the organisation and of all; of all alone where that is the result of one party."""
    if told.is_of_several:
        valued = [party for party in (OWN, ALL) if has_something(told.likely.results[party])]
        return [(party, held[party]) for party in valued if party in held]
    return [(told.party, held[ALL])] if ALL in held else []


def _tornado(told: Telling, effects: Sequence[FactorEffect], scale: Scale, party: str) -> Table:
    rows = tuple(
        (
            told.factor_called(one.name) + ("*" if one.assumed else ""),
            told.figures.about(one.lowest),
            *told.cells((one.at_lowest,), scale),
            told.figures.about(one.highest),
            *told.cells((one.at_highest,), scale),
            _enough(told, one),
        )
        for one in effects
    )
    names = ("factor", "at_lowest", "net_lowest", "at_highest", "net_highest", "enough")
    return Table(told.columns(*names), rows, caption=told.caption(scale, party))


def _enough(told: Telling, effect: FactorEffect) -> str:
    """How large or how small a factor has to be for the net to be nothing; "" where any is enough."""
    if effect.out_of_reach is not None:
        return told.say("note", "not_even", limit=str(effect.out_of_reach))
    if not effect.break_even:
        return ""
    rises = (effect.at_highest > effect.at_lowest) is (effect.highest > effect.lowest)
    value = f"{told.figures.about(effect.break_even)} {told.line(effect.factor.unit)}".rstrip()
    return told.say("note", "at_least" if rises else "at_most", value=value)


def standing(told: Telling) -> Iterator[Block]:
    """What falls, and what is left of the net, if something that is in the way stays there."""
    found = told.calculated.if_standing
    if not found:
        yield told.word("note", "no_standing")
        return
    shown = [party for party, _ in _explored(told, found[0].net)]
    scale = told.figures.scale(net for one in found for net in one.net.values())
    rows = []
    for one in found:
        falls = told.texts.fill("{falls:few}", {"falls": tuple(map(told.short, one.falls))}, "")
        if one.share != 1:
            share = told.figures.share(one.share)
            falls = told.say("note", "share", share=share, boxes=tuple(map(told.short, one.falls)))
        nets = [net for _, net in _explored(told, one.net)]
        rows.append((told.title(one.obstacle), falls, *told.cells(nets, scale)))
    columns = (
        *told.columns("obstacle", "falls", text=2),
        *(Column(told.say("column", "net_of", whose=told.whose(party))) for party in shown),
    )
    yield Table(columns, tuple(rows), caption=told.caption(scale))
    yield told.word("note", "standing")
