"""A check → its rows in the tables over many chains, by the columns of the schema; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from nyttokedja.calculating.frame import currency_of, frame_of
from nyttokedja.calculating.model import Options
from nyttokedja.checking.check import Checked
from nyttokedja.checking.gathering import facts_of
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import Acceptance, Chain, Node
from nyttokedja.model.findings import Finding
from nyttokedja.model.graph import Graph
from nyttokedja.model.pool import Pool, pool_key
from nyttokedja.model.severity import Severity
from nyttokedja.portfolio.boxes import box_of, links_of, spot_of
from nyttokedja.portfolio.cells import Cell, Facts, key, period_of, stored
from nyttokedja.portfolio.followed import actions_of, indicator_of, measured_in, measurement_of
from nyttokedja.portfolio.schema import TABLES
from nyttokedja.portfolio.together import facts_of_finding, kept
from nyttokedja.portfolio.worth import values_of

Rows = Mapping[str, Sequence[tuple[Cell, ...]]]
"""Table → its rows, cells in the order of the columns."""


class Origin(NamedTuple):
    """Where rows are from: the name of the chain, its file, by what it is known to be as it was, and pools.

    ``pools`` are those that the settings know.
    """

    chain: str
    file: str
    digest: str = ""
    read_as: str = ""
    pools: tuple[Pool, ...] = ()


def rows_of(checked: Checked, origin: Origin) -> Rows:
    """All that the tables say of a chain; of one that cannot be read, that it cannot, and why."""
    chain, graph = checked.chain, checked.graph
    if chain is None or graph is None:
        first = next(iter(checked.findings), None)
        return unread_rows(origin, texts(first.language).message(first) if first else "", _counts(checked))
    made: Mapping[str, Iterable[Facts]] = {
        "chain": [_chain(checked, chain, origin)],
        "node": ({**box_of(node, graph), **_place(node, checked)} for node in chain.nodes),
        "link": (link for node in chain.nodes for link in links_of(node, graph)),
        "indicator": (indicator_of(node, one, graph) for node, one in measured_in(chain)),
        "measurement": (
            measurement_of(node, one, made) for node, one in measured_in(chain) for made in one.measurements
        ),
        "action": (action for node in chain.nodes for action in actions_of(node, graph.today)),
        "finding": (_finding(found, graph) for found in checked.findings),
        "pool": _pools(chain, origin.pools),
        "acceptance": (row for accepted in chain.accepted for row in _acceptance(accepted, graph)),
        "decision": _decisions(chain),
        "value": values_of(graph),
    }
    return {name: _table(name, facts, origin.chain) for name, facts in made.items()}


def unread_rows(origin: Origin, problem: str, counts: Facts | None = None) -> Rows:
    """The row of a file that no chain could be read from, and why."""
    facts = {**_origin(origin), "readable": False, "complete": False, "problem": problem, **(counts or {})}
    return {"chain": _table("chain", [facts], origin.chain)}


def _table(name: str, facts: Iterable[Facts], chain: str) -> list[tuple[Cell, ...]]:
    columns = TABLES[name].names
    return [_row({"chain": chain, "position": n, **one}.get, columns) for n, one in enumerate(facts, 1)]


def _row(said: Callable[[str], Cell], columns: Sequence[str]) -> tuple[Cell, ...]:
    """Cells as databases hold them; that most of them are as they are to be is seen at once."""
    return tuple(
        [
            cell
            if (cell := said(name)) is None or cell is True or cell is False
            else (cell or None)
            if isinstance(cell, str) and cell.isprintable()
            else stored(cell)
            for name in columns
        ]
    )


def _origin(origin: Origin) -> dict[str, Cell]:
    return {"file": origin.file, "digest": origin.digest, "read_as": origin.read_as}


def _counts(checked: Checked) -> dict[str, Cell]:
    found = [finding.severity for finding in checked.findings if not finding.accepted]
    return {"errors": found.count(Severity.ERROR), "warnings": found.count(Severity.WARNING)}


def _chain(checked: Checked, chain: Chain, origin: Origin) -> Facts:
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
        **period_of("handover", handover.date if handover else None),
        **calculated,
        "across": kept(facts_of(checked)),
        **_counts(checked),
    }


def _finding(finding: Finding, graph: Graph) -> Facts:
    return {
        **facts_of_finding(finding),
        "node": finding.node if finding.node in graph.nodes else None,
    }


def _place(node: Node, checked: Checked) -> Facts:
    line, column = checked.source.start(node.span)
    return {"line": line, "column_number": column}


def _pools(chain: Chain, pools: Iterable[Pool]) -> Iterator[Facts]:
    taken = {pool_key(node.value.pool) for node in chain.nodes if node.value and node.value.pool}
    for pool in {pool.key: pool for pool in pools}.values():
        if pool.key in taken:
            yield {"pool_key": pool.key, "name": pool.name, "hours": pool.hours, "source": pool.source}


def _acceptance(accepted: Acceptance, graph: Graph) -> Iterator[Facts]:
    said = {
        "rule": accepted.rule,
        "why": accepted.why,
        "decided_by": accepted.decided_by,
        **period_of("until", accepted.until),
    }
    for reference in accepted.at:
        target, tail = spot_of(reference, graph)
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
            **period_of("date", decision.date),
        }
    for approval in chain.approved:
        yield {"kind": "approval", "decided_by": approval.role, **period_of("date", approval.date)}
