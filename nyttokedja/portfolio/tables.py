"""A check → its rows in the tables over many chains, by the columns of the schema; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import isfinite
from typing import NamedTuple

from nyttokedja.checking.check import Checked
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import NAMING, Acceptance, Chain, Link, Node, NodeType
from nyttokedja.model.findings import Finding
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.handling import is_done, is_handled
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.periods import Period
from nyttokedja.model.pointers import Reference
from nyttokedja.model.progress import latest
from nyttokedja.model.severity import Severity
from nyttokedja.model.spelling import fold
from nyttokedja.model.targets import due, next_measurement, target_state
from nyttokedja.portfolio.schema import TABLES
from nyttokedja.portfolio.worth import values_of

Cell = str | int | float | bool | date | None
Facts = Mapping[str, Cell]
"""A row by its columns; what is not there is NULL."""

Rows = Mapping[str, Sequence[tuple[Cell, ...]]]
"""Table → its rows, cells in the order of the columns."""

_LARGEST = 2**63


class Origin(NamedTuple):
    """Where rows are from: the name of the chain, its file, and by what it is known to be as it was."""

    chain: str
    file: str
    digest: str = ""
    read_as: str = ""


def rows_of(checked: Checked, origin: Origin) -> Rows:
    """All that the tables say of a chain; of one that cannot be read, that it cannot, and why."""
    chain, graph = checked.chain, checked.graph
    if chain is None or graph is None:
        first = next(iter(checked.findings), None)
        return unread_rows(origin, texts(first.language).message(first) if first else "", _counts(checked))
    made: Mapping[str, Iterable[Facts]] = {
        "chain": [_chain(checked, chain, origin)],
        "node": (_node(node, graph) for node in chain.nodes),
        "link": (link for node in chain.nodes for link in _links(node, graph)),
        "indicator": (_indicator(node, one, graph) for node, one in _measured(chain)),
        "measurement": (
            _measurement(node, one, made) for node, one in _measured(chain) for made in one.measurements
        ),
        "action": (action for node in chain.nodes for action in _actions(node, graph.today)),
        "finding": (_finding(found, graph) for found in checked.findings),
        "acceptance": (row for accepted in chain.accepted for row in _acceptance(accepted, graph)),
        "decision": _decisions(chain),
        "value": values_of(graph),
    }
    return {name: _table(name, facts, origin.chain) for name, facts in made.items()}


def unread_rows(origin: Origin, problem: str, counts: Facts | None = None) -> Rows:
    """The row of a file that no chain could be read from, and why."""
    facts = {**_origin(origin), "readable": False, "complete": False, "problem": problem, **(counts or {})}
    return {"chain": _table("chain", [facts], origin.chain)}


def key(text: str) -> str:
    """A text without what two that are meant to be the same may differ in: case, accents, spaces, signs."""
    return fold(text) or text.casefold().strip()


def _table(name: str, facts: Iterable[Facts], chain: str) -> list[tuple[Cell, ...]]:
    columns = TABLES[name].names
    rows = ({"chain": chain, "position": n, **one} for n, one in enumerate(facts, 1))
    return [tuple(_cell(row.get(column)) for column in columns) for row in rows]


def _cell(value: Cell) -> Cell:
    """A cell that every database holds: no empty text, no half of a sign of Unicode, no number too large."""
    match value:
        case str():
            return value.replace("\0", "").encode("utf-8", "replace").decode() or None
        case float() if not isfinite(value):
            return None
        case int() if abs(value) >= _LARGEST:
            return None
    return value


def _origin(origin: Origin) -> dict[str, Cell]:
    return {"file": origin.file, "digest": origin.digest, "read_as": origin.read_as}


def _counts(checked: Checked) -> dict[str, Cell]:
    found = [finding.severity for finding in checked.findings if not finding.accepted]
    return {"errors": found.count(Severity.ERROR), "warnings": found.count(Severity.WARNING)}


def _period(name: str, period: Period | None) -> dict[str, Cell]:
    if period is None:
        return {}
    return {name: period.written, f"{name}_first": period.first, f"{name}_last": period.last}


def _chain(checked: Checked, chain: Chain, origin: Origin) -> Facts:
    from nyttokedja.calculating.frame import currency_of, frame_of
    from nyttokedja.calculating.model import Options

    about, handover, frame = chain.about, chain.handover, frame_of(chain, Options())
    calculated: dict[str, Cell] = {}
    if frame:
        calculated = {
            "start": frame.start,
            "horizon": frame.horizon,
            "rate": float(frame.rate),
            "discounts_first": frame.discounts_first,
            "price_year": frame.price_year,
            "work_year": None if frame.work_year is None else float(frame.work_year),
        }
    return {
        **_origin(origin),
        "readable": True,
        "complete": checked.complete,
        "title": " ".join(chain.title.split()),
        "language": chain.language,
        "stage": chain.stage.value,
        "reference": chain.reference,
        "organisation": about.organisation,
        "organisation_key": key(about.organisation),
        "contact": about.contact,
        "purpose": about.purpose,
        "summary": about.summary,
        "version": about.version,
        "boxes": len(chain.nodes),
        "currency": currency_of(chain),
        "handover_to": handover.to if handover else "",
        **_period("handover", handover.date if handover else None),
        **calculated,
        **_counts(checked),
    }


def _node(node: Node, graph: Graph) -> Facts:
    handled = node.type in (NodeType.OBSTACLE, NodeType.RISK)
    return {
        "id": node.id,
        "type": node.type.value,
        "title": node.title,
        "title_key": key(node.title),
        "text": node.text,
        "owner": node.owner,
        "owner_key": key(node.owner),
        **_period("comes", node.when),
        "possible": node.id in graph.possible,
        "expected": node.id in graph.expected,
        "hindered": node.id in graph.hindered,
        "handled": is_handled(node, graph.chain.stage, graph.today) if handled else None,
        "is_goal": node.is_goal,
        "behaviour": node.behaviour if node.type is NodeType.EFFECT else None,
        "needs_all": node.needs_all,
        "pool": node.value.pool if node.value else "",
        "tags": ", ".join(node.tags),
        **_period("due", node.due),
        "indicators": len(node.indicators),
        "actions": len(node.actions),
        **{name: getattr(node, name) for name in _AS_WRITTEN},
    }


_AS_WRITTEN = (
    "category", "perspective", "receiver", "size", "size_because", "use", "uncertain", "origin", "reports_to",
    "adopted_in", "timing", "who", "met", "consequence", "requires", "share",
)  # fmt: skip
"""The columns of a box that have the same name in the chain."""


def _links(node: Node, graph: Graph) -> Iterator[Facts]:
    for link in node.links:
        yield _arrow(node, link, graph)
    for kind in NAMING[1:]:
        for reference in getattr(node, kind):
            target, through = _spot(reference, graph)
            yield {
                "kind": kind,
                "source": node.id,
                "target": target,
                "through": through,
                "written": reference.written,
            }


def _arrow(node: Node, link: Link, graph: Graph) -> Facts:
    target = graph.find(link.target).node
    return {
        "kind": NAMING[0],
        "source": node.id,
        "target": target.id if target else None,
        "written": link.target,
        "because": link.because,
        "evidence": link.evidence,
        "strength": link.strength,
    }


def _spot(reference: Reference, graph: Graph) -> tuple[str | None, str | None]:
    """The id that a pointer names, and of an arrow that of its tail too."""
    spot = graph.resolve(reference)
    if isinstance(spot, Arrow):
        return spot.target.id, spot.source.id
    return (spot.id if spot else None), None


def _measured(chain: Chain) -> Iterator[tuple[Node, Indicator]]:
    for node in chain.nodes:
        once = {indicator.id: indicator for indicator in reversed(node.indicators)}
        yield from ((node, indicator) for indicator in reversed(once.values()))


def _indicator(node: Node, indicator: Indicator, graph: Graph) -> Facts:
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
        **_period("due", due(node, indicator, graph)),
        **_level("latest", last),
        **on_the_day,
    }


def _level(name: str, level: Level | Measurement | None) -> dict[str, Cell]:
    return {} if level is None else {name: level.value, **_period(f"{name}_date", level.date)}


def _measurement(node: Node, indicator: Indicator, made: Measurement) -> Facts:
    return {
        "node": node.id,
        "indicator": indicator.id,
        **_period("date", made.date),
        **{name: getattr(made, name) for name in ("value", "word", "comment", "judgement", "action")},
    }


def _actions(node: Node, today: date | None) -> Iterator[Facts]:
    for action in node.actions:
        responsible = action.who or node.owner
        yield {
            "node": node.id,
            "what": action.what,
            "who": action.who,
            "responsible": responsible,
            "responsible_key": key(responsible),
            **_period("due", action.due),
            "done": None if action.done is None else is_done(action, today),
            **_period("done_date", action.done if isinstance(action.done, Period) else None),
        }


def _finding(finding: Finding, graph: Graph) -> Facts:
    return {
        "code": finding.code,
        "name": finding.name,
        "variant": finding.variant,
        "severity": finding.severity.word,
        "node": finding.node if finding.node in graph.nodes else None,
        "line": finding.place.line,
        "column_number": finding.place.column,
        "message": texts(finding.language).message(finding),
        "accepted": finding.accepted,
        "why": finding.why,
    }


def _acceptance(accepted: Acceptance, graph: Graph) -> Iterator[Facts]:
    said = {
        "rule": accepted.rule,
        "why": accepted.why,
        "decided_by": accepted.decided_by,
        **_period("until", accepted.until),
    }
    for reference in accepted.at:
        target, tail = _spot(reference, graph)
        yield {**said, "written": reference.written, "node": tail or target}
    if not accepted.at:
        yield said


def _decisions(chain: Chain) -> Iterator[Facts]:
    if decision := chain.decision:
        yield {
            "kind": "decision",
            "what": decision.what,
            "decided_by": decision.by,
            "reference": decision.reference,
            **_period("date", decision.date),
        }
    for approval in chain.approved:
        yield {"kind": "approval", "decided_by": approval.role, **_period("date", approval.date)}
