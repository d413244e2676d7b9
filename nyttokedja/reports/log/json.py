"""History → JSON, as schemas/log.schema.json describes it."""

from __future__ import annotations

from typing import Any

from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import ReportContext
from nyttokedja.versions.log_model import FileLog, LogEntry, LogSentence

SCHEMA = "log.schema.json"


def report(history: FileLog, context: ReportContext) -> str:
    """Every commit of the history, with all that it changed."""
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": context.version},
            "file": history.name,
            "head": history.head,
            "language": context.language,
            "node": history.node or None,
            "older_not_fetched": history.cut,
            "commits": [_commit(commit, inborn=bool(history.node)) for commit in history.told],
        }
    )


def _commit(commit: LogEntry, *, inborn: bool) -> dict[str, Any]:
    step = commit.step
    return {
        "id": step.commit,
        "date": step.date,
        "subject": step.subject,
        "file": step.name,
        "before_file": step.before_name,
        "merge": len(step.before) > 1,
        "status": commit.status,
        "class": commit.weight.word,
        "compared_with": commit.base or None,
        "complete": not commit.incomplete,
        "message": commit.why or None,
        "renamed": dict(commit.renamed or {}),
        "changes": [_change(one) for one in commit.said if inborn or not one.inborn],
    }


def _change(change: LogSentence) -> dict[str, Any]:
    return {
        "part": change.part,
        "kind": change.kind,
        "class": change.weight.word,
        "nodes": list(change.nodes),
        "text": change.text,
    }
