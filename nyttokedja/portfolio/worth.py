"""A chain's calculation → rows: each valued box, in each run, in each year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.model import Item
from nyttokedja.calculating.results import counts_hours, sign_of
from nyttokedja.model.graph import Graph
from nyttokedja.portfolio.cells import Cell, Facts

OUTCOME = "outcome"
"""The run beside the three: the likely one, with what was measured in place of estimates."""


def values_of(graph: Graph) -> Iterator[Facts]:
    """What every valued box is worth, without the rounding of people's figures."""
    if not any(node.value for node in graph.chain.nodes):
        return
    made = calculate(graph, Options(explores=False))
    years = made.frame.years if made.frame else ()
    runs = {run.value: result.items for run, result in made.runs.items()} or {"likely": made.items}
    if made.outcome:
        runs[OUTCOME] = made.outcome.run.items
    for run, items in runs.items():
        for item in items:
            yield from _rows(run, item, years)


def _rows(run: str, item: Item, years: tuple[int, ...]) -> Iterator[Facts]:
    said: dict[str, Cell] = {
        "node": item.node.id,
        "run": run,
        "standing": item.standing.value,
        "sign": sign_of(item.node),
        "yearly": _number(item.yearly),
        "counts_hours": counts_hours(item),
    }
    if not years:
        yield {**said, "hours": _number(item.hours)}
    for t, year in enumerate(years):
        yield {
            **said,
            "year": year,
            "amount": _at(item.values, t),
            "discounted": _at(item.discounted, t),
            "hours": _at(item.hours_by_year, t),
        }


def _at(numbers: tuple[Decimal, ...], t: int) -> float | None:
    return _number(numbers[t]) if t < len(numbers) else None


def _number(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
