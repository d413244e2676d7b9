"""What is followed up → facts for rows: indicators, measurements, actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nyttokedja.model.chain import Chain, Node
from nyttokedja.model.graph import Graph
from nyttokedja.model.handling import is_done
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.periods import Period
from nyttokedja.model.progress import latest
from nyttokedja.model.targets import due, next_measurement, target_state
from nyttokedja.portfolio.cells import Cell, Facts, key, period_of


def measured_in(chain: Chain) -> Iterator[tuple[Node, Indicator]]:
    """The indicators of a chain, each id of a box once."""
    for node in chain.nodes:
        once = {indicator.id: indicator for indicator in reversed(node.indicators)}
        yield from ((node, indicator) for indicator in reversed(once.values()))


def indicator_of(node: Node, indicator: Indicator, graph: Graph) -> Facts:
    """What is measured, and how it stands on the day of the graph."""
    today, last = graph.today, latest(indicator, graph.today)
    on_the_day: Facts = {}
    if today:
        state = target_state(node, indicator, graph, today, graph.tolerance)
        on_the_day = {
            "state": state.value,
            "next_measurement": next_measurement(node, indicator, graph, today),
        }
    names = (
        "id",
        "title",
        "text",
        "unit",
        "better",
        "source",
        "every",
        "measured_by",
        "judged_by",
        "measures",
    )
    return {
        **{name: getattr(indicator, name) for name in names},
        "node": node.id,
        "title_key": key(indicator.title),
        "scale": ", ".join(indicator.scale),
        **_level("baseline", indicator.baseline),
        "baseline_source": indicator.baseline.source if indicator.baseline else "",
        **_level("target", indicator.target),
        **period_of("due", due(node, indicator, graph)),
        **_level("latest", last),
        **on_the_day,
    }


def _level(name: str, level: Level | Measurement | None) -> dict[str, Cell]:
    return {} if level is None else {name: level.value, **period_of(f"{name}_date", level.date)}


def measurement_of(node: Node, indicator: Indicator, made: Measurement) -> Facts:
    """A value that was measured."""
    return {
        "node": node.id,
        "indicator": indicator.id,
        **period_of("date", made.date),
        **{name: getattr(made, name) for name in ("value", "word", "comment", "judgement", "action")},
    }


def actions_of(node: Node, today: date | None) -> Iterator[Facts]:
    """What somebody does at a box."""
    for action in node.actions:
        responsible = action.who or node.owner
        yield {
            "node": node.id,
            "what": action.what,
            "who": action.who,
            "responsible": responsible,
            "responsible_key": key(responsible),
            **period_of("due", action.due),
            "done": None if action.done is None else is_done(action, today),
            **period_of("done_date", action.done if isinstance(action.done, Period) else None),
        }
