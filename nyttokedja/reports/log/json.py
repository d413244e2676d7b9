"""History → JSON, as schemas/log.schema.json describes it."""

from __future__ import annotations

from typing import Any

from nyttokedja.reports.documents import json_text
from nyttokedja.reports.model import ReportContext
from nyttokedja.versions.log_model import FileLog, LogEntry, LogSentence

SCHEMA = "log.schema.json"


def report(history: FileLog, setting: ReportContext) -> str:
    """Every commit that is told of, and all that it changed."""
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": setting.version},
            "file": history.name,
            "head": history.head,
            "language": setting.language,
            "node": history.node or None,
            "older_not_fetched": history.cut,
            "commits": [_commit(told, inborn=bool(history.node)) for told in history.told],
        }
    )


def _commit(told: LogEntry, *, inborn: bool) -> dict[str, Any]:
    step = told.step
    return {
        "id": step.commit,
        "date": step.date,
        "subject": step.subject,
        "file": step.name,
        "before_file": step.before_name,
        "merge": len(step.before) > 1,
        "status": told.status,
        "class": told.weight.word,
        "compared_with": told.base or None,
        "complete": not told.incomplete,
        "message": told.why or None,
        "renamed": dict(told.renamed or {}),
        "changes": [_change(one) for one in told.said if inborn or not one.inborn],
    }


def _change(said: LogSentence) -> dict[str, Any]:
    return {
        "part": said.part,
        "kind": said.kind,
        "class": said.weight.word,
        "nodes": list(said.nodes),
        "text": said.text,
    }
