"""The report on maturity as data for programs, as schemas/maturity-report.schema.json describes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nyttokedja.documents.maturity.report.told import Told
from nyttokedja.maturity.compiled import said_of_action
from nyttokedja.maturity.evidence import FACTS, Share
from nyttokedja.maturity.figures import disagreements
from nyttokedja.model.maturity import Compiled, Tally
from nyttokedja.reports.markup import json_text


def in_json(told: Told, version: str) -> str:
    """All that the report says; null where that would be of a few, or nothing is to be seen."""
    compiled = told.compiled
    order = [tally.statement.id for tally, _ in disagreements(compiled.tallies)]
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": version},
            "language": told.language,
            "today": told.today.isoformat() if told.today else None,
            "times": [_time(one) for one in told.rounds.times],
            "levels": list(told.levels),
            "statements": [_statement(told, tally) for tally in compiled.tallies],
            "disagreements": order,
            "chains": _chains(told),
        }
    )


def _time(one: Compiled) -> dict[str, Any]:
    return {"date": one.day.written if one.day else None, "answers": one.answers}


def _statement(told: Told, tally: Tally) -> dict[str, Any]:
    spread = told.spread(tally)
    return {
        "id": tally.statement.id,
        "title": tally.statement.title,
        "counts": list(tally.counts) if spread and tally.counts else None,
        "median": float(spread.median) if spread else None,
        "quartiles": [spread.lower, spread.upper] if spread else None,
        "range": spread.range if spread else None,
        "medians": [None if one is None else float(one) for one in told.rounds.medians(tally.statement.id)],
        "target": tally.target or None,
        "actions": [dict(said_of_action(action)) for action in tally.actions],
        "shown": dict(_shown(told, tally.statement.id)),
    }


def _shown(told: Told, statement: str) -> Iterator[tuple[str, Any]]:
    for name, kind in FACTS.get(statement, ()) if told.evidence else ():
        assert told.evidence is not None
        if kind == "hours":
            hours = told.evidence.hours
            yield name, {"planned": float(hours[0]), "came": float(hours[1])} if hours else None
        else:
            share = told.evidence.shares.get(name, Share())
            yield name, {"n": share.n, "of": share.of} if share.of else None


def _chains(told: Told) -> dict[str, int] | None:
    found = told.evidence
    if found is None:
        return None
    return {"counted": found.chains, "left_out": found.left_out, "unread": found.unread}
