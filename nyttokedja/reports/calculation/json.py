"""Calculations → JSON, as schemas/calculation.schema.json describes it: every number is a JSON number.

Money is exact to 0.01, ratios to 0.0001; lists by year have one number a year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from nyttokedja.calculating.model import Calculated, FactorEffect, Item, Result, Run, Standing
from nyttokedja.checking.calculated import CalculationOutcome, Reckoning
from nyttokedja.model.calculation import Factor
from nyttokedja.model.chain import Node
from nyttokedja.reports.calculation.wording import numbers
from nyttokedja.reports.findings.diagnostics import Diagnostic, diagnostics
from nyttokedja.reports.markup import WrittenJson, json_text
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import page_address

SCHEMA = "calculation.schema.json"
_MONEY, _RATIO = 2, 4


def report(reckoning: Reckoning, context: ReportContext) -> str:
    """Every chain that could be read, and what was found that concerns the calculations."""
    outcomes = [each.outcome for each in reckoning.judged]
    made = [chain_text(each) for each in reckoning.outcomes if each.is_read]
    return json_text(
        {
            "version": 1,
            "chains": [*map(WrittenJson, made or [each.text for each in reckoning.written if each.text])],
            "findings": [_finding(one, context) for one in diagnostics(outcomes, accepted=True)],
        }
    )


def chain_text(outcome: CalculationOutcome) -> str:
    """What the report says of one chain that could be read, as it stands in the report."""
    return json_text(_chain(outcome), level=2).rstrip()


def _finding(diagnostic: Diagnostic, context: ReportContext) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "url": page_address(diagnostic.code, context) or None if diagnostic.finding else None,
        "severity": diagnostic.severity.word,
        "file": diagnostic.file,
        "place": diagnostic.place._asdict(),
        "message": diagnostic.message,
        "remedy": diagnostic.remedy,
        "node": (diagnostic.finding and diagnostic.finding.node) or None,
        "accepted": diagnostic.accepted,
    }


def _chain(outcome: CalculationOutcome) -> dict[str, Any]:
    chain, made = outcome.chain, outcome.calculated
    assert chain is not None
    assert made is not None
    frame, likely = made.frame, made.likely
    return {
        "file": outcome.outcome.name,
        "title": chain.title,
        "language": chain.language,
        "complete": outcome.outcome.complete and not outcome.faulty,
        "currency": (frame and frame.currency) or None,
        "price_year": frame and frame.price_year,
        "rate": None if frame is None else _plain(frame.rate),
        "first_year": frame and ("discounted" if frame.discounts_first else "undiscounted"),
        "start": frame and frame.start,
        "horizon": frame and frame.horizon,
        "work_year": frame and _plain(frame.work_year),
        "assumed": sorted(frame.assumed) if frame else [],
        "changed": {name: _plain(value) for name, value in outcome.changed.items()},
        "results": _results(made),
        "years": {party: _years(result) for party, result in likely.results.items()} if likely else {},
        "items": iter(_items(made)),  # an iterator is written an item a line, and fast
        "factors": iter(_factors(outcome)),
        "sensitivity": {party: map(_effect, effects) for party, effects in made.effects.items()},
        "is_too_large": made.is_too_large,
        "simulation": _simulation(made),
        "if_standing": [
            {
                "id": one.obstacle.id,
                "title": one.obstacle.title,
                "type": one.obstacle.type.value,
                "share": _ratio(one.share),
                "falls": [node.id for node in one.falls],
                "net": {party: _money(net) for party, net in one.net.items()},
            }
            for one in made.if_standing
        ],
        "outcome": _outcome(made),
        "not_valued": [_box(node) | {"size": node.size or None} for node in made.unvalued],
    }


def _results(made: Calculated) -> dict[str, Any]:
    """Party → run → its sums."""
    parties = made.likely.results if made.likely else ()
    return {
        party: {run.value: _result(made.runs[run].results[party]) for run in Run if run in made.runs}
        for party in parties
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "benefits": _money(result.benefits),
        "costs": _money(result.costs),
        "net": _money(result.net),
        "per_krona": _ratio(result.per_krona),
        "year": result.year,
        "net_financial": _money(result.net_financial),
        "net_redistribution": _money(result.net_redistribution),
    }


def _years(result: Result) -> dict[str, Any]:
    """The likely result of a party by year: discounted, but for what reaches the budget and for hours."""
    return {
        "benefits": _moneys(result.benefits_by_year),
        "costs": _moneys(result.costs_by_year),
        "financial_undiscounted": _moneys(result.financial_by_year),
        "hours_freed": _moneys(result.hours_freed),
        "hours_spent": _moneys(result.hours_spent),
    }


def _box(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "title": node.title,
        "type": node.type.value,
        "category": node.category or None,
        "perspective": node.perspective or None,
    }


def _items(made: Calculated) -> list[dict[str, Any]]:
    """The valued boxes: in the likely run by year, and their sums in all three."""
    if made.likely is None:
        return []
    called = numbers(made.likely.items)
    runs = {run: {item.node.id: item for item in result.items} for run, result in made.runs.items()}
    return [
        _item(item, called, {run: items[item.node.id] for run, items in runs.items()})
        for item in made.likely.items
    ]


def _item(item: Item, called: Mapping[str, str], runs: Mapping[Run, Item]) -> dict[str, Any]:
    return {
        **_box(item.node),
        "number": called.get(item.node.id),
        "standing": item.standing.value,
        "because": list(item.because),
        "yearly": {run.value: _money(one.yearly) for run, one in runs.items()},
        "sum": {run.value: _money(_sum(one)) for run, one in runs.items()},
        "hours": {run.value: _money(one.hours) for run, one in runs.items()},
        "before": _money(item.before),
        "after": _money(item.after),
        "shares": [_plain(share) for share in item.shares],
        "values": _moneys(item.values),
        "discounted": _moneys(item.discounted),
    }


def _sum(item: Item) -> Decimal | None:
    return item.sum if item.standing is Standing.SUMMED else None


def _factors(outcome: CalculationOutcome) -> list[dict[str, Any]]:
    chain = outcome.chain
    assert chain is not None
    shared = chain.calculation.factors if chain.calculation else ()
    own = ((node.id, one) for node in chain.nodes if node.value for one in node.value.factors)
    return [_factor(one, box, outcome) for box, one in (*(("", one) for one in shared), *own)]


def _factor(factor: Factor, box: str, outcome: CalculationOutcome) -> dict[str, Any]:
    name = f"{box}/{factor.id}" if box else factor.id
    return {
        "name": name,
        "id": factor.id,
        "node": box or None,
        "title": factor.title,
        "unit": factor.unit or None,
        "lowest": _plain(factor.lowest),
        "likely": _plain(factor.likely),
        "highest": _plain(factor.highest),
        "formula": factor.formula or None,
        "source": factor.source or None,
        "kind": factor.kind or None,
        "as_of": factor.as_of.written if factor.as_of else None,
        "changed_to": _plain(outcome.changed.get(name)),
    }


def _effect(effect: FactorEffect) -> dict[str, Any]:
    return {
        "factor": effect.name,
        "lowest": _plain(effect.lowest),
        "highest": _plain(effect.highest),
        "net_at_lowest": _money(effect.at_lowest),
        "net_at_highest": _money(effect.at_highest),
        "assumed": effect.assumed,
        "break_even": _ratio(effect.break_even),
        "out_of_reach": effect.out_of_reach,
        "pulls_both_ways": effect.pulls_both_ways,
    }


def _simulation(made: Calculated) -> dict[str, Any] | None:
    simulation = made.simulation
    if simulation is None:
        return None
    return {
        "varied": list(simulation.varied),
        "held": list(simulation.held),
        "left_out": list(simulation.left_out),
        "net": {
            party: {
                "mean": round(spread.mean, _MONEY),
                "p10": round(spread.p10, _MONEY),
                "p50": round(spread.p50, _MONEY),
                "p90": round(spread.p90, _MONEY),
                "below_zero": round(spread.below_zero, _RATIO),
            }
            for party, spread in simulation.spreads.items()
        },
    }


def _outcome(made: Calculated) -> dict[str, Any] | None:
    """The likely run with what was measured, and how much of the plan came; None without measurements."""
    found = made.outcome
    if found is None:
        return None
    return {
        "results": {party: _result(result) for party, result in found.run.results.items()},
        "realised": [
            {
                "id": one.node.id,
                "year": one.year,
                "planned_hours": _money(one.planned_hours),
                "hours": _money(one.hours),
                "degree_in_hours": _ratio(one.degree_in_hours),
                "planned": _money(one.planned),
                "money": _money(one.money),
                "degree_in_money": _ratio(one.degree_in_money),
            }
            for one in found.realised
        ],
        "measured": [
            {"factor": one.name, "year": one.year, "value": _plain(one.value), "node": one.node.id}
            for one in found.measured
        ],
    }


def _moneys(values: Iterable[Decimal]) -> list[float | None]:
    return [_money(value) for value in values]


def _money(value: Decimal | None) -> float | None:
    return None if value is None else _number(round(value, _MONEY))


def _ratio(value: Decimal | None) -> float | None:
    return None if value is None else _number(round(value, _RATIO))


def _plain(value: Decimal | None) -> int | float | None:
    """A number as the file has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _number(value: Decimal) -> float:
    return float(value) + 0.0  # no minus before nothing
