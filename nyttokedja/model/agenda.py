"""A chain on a day → what is to be measured, judged, done and arranged, each by its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.graph import Graph
from nyttokedja.model.handling import is_done
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.periods import Period
from nyttokedja.model.progress import latest
from nyttokedja.model.targets import TargetState, due, next_measurement, target_state


class TaskKind(StrEnum):
    """What is to be done."""

    MEASURE = "measure"
    JUDGE = "judge"
    ACT = "act"  # an action
    ARRANGE = "arrange"  # a precondition


class Task(NamedTuple):
    """One thing to do by a day.

    ``item`` is the indicator's id or the action's number from 1, "" where it is the box itself; ``what`` its
    title. ``role`` is whose it is, "" where nobody is said. ``last`` is when an indicator was last measured.
    """

    by: date
    kind: TaskKind
    node: str
    node_type: str
    node_title: str
    item: str
    what: str
    role: str = ""
    last: str = ""

    def is_overdue(self, today: date) -> bool:
        """Whether its day has gone."""
        return self.by < today


def last_said(chain: Chain) -> date:
    """The last day that a chain says something has happened on: measured, or done."""
    days = [made.date.last for node in chain.nodes for one in node.indicators for made in one.measurements]
    done = [action.done for node in chain.nodes for action in node.actions]
    return max([*days, *(one.last for one in done if isinstance(one, Period))], default=date.min)


def agenda(graph: Graph, today: date) -> tuple[Task, ...]:
    """Everything to do that has a day, the first first; what is done, met or settled is not in it."""
    found = (task for node in graph.chain.nodes for task in _tasks(node, graph, today))
    return tuple(sorted(found, key=lambda task: task.by))


class Undated(NamedTuple):
    """What is to be done and has no day: how many actions, and indicators that have no baseline yet."""

    actions: int = 0
    baselines: int = 0


def undated(graph: Graph, today: date) -> Undated:
    """What an agenda cannot hold, since nothing says when it is to be done."""
    nodes = graph.chain.nodes
    actions = [a for node in nodes for a in node.actions if not a.due and not is_done(a, today)]
    return Undated(len(actions), sum(one.baseline is None for node in nodes for one in node.indicators))


def _tasks(node: Node, graph: Graph, today: date) -> Iterator[Task]:
    where = (node.id, node.type.value, node.title)
    for indicator in node.indicators:
        last, by = latest(indicator, today), _to_measure(node, indicator, graph, today)
        said = last.date.written if last else ""
        if by is not None:
            who = indicator.measured_by or node.owner
            yield Task(by, TaskKind.MEASURE, *where, indicator.id, indicator.title, who, said)
        waits = last is not None and not last.judgement
        judged = last.date.last if last and waits else by
        if indicator.judged_by and judged is not None:
            who = indicator.judged_by
            yield Task(judged, TaskKind.JUDGE, *where, indicator.id, indicator.title, who, said)
    for n, action in enumerate(node.actions, 1):
        if action.due and not is_done(action, today):
            who = action.who or node.owner
            yield Task(action.due.last, TaskKind.ACT, *where, str(n), action.what, who)
    if node.type is NodeType.PRECONDITION and node.due and not node.met:
        yield Task(node.due.last, TaskKind.ARRANGE, *where, "", node.title, node.who or node.owner)


def _to_measure(node: Node, indicator: Indicator, graph: Graph, today: date) -> date | None:
    """The day of the next measurement: as often as promised, and when the target is to be reached."""
    last, by = latest(indicator, today), due(node, indicator, graph)
    past = by is not None and today > by.last
    if past and target_state(node, indicator, graph, today, 0) is TargetState.REACHED:
        return None
    promised = next_measurement(node, indicator, graph, today)
    at_target = by.last if by and not (last and last.date.last >= by.first) else None
    return min((day for day in (promised, at_target) if day), default=None)
