"""What there is to do → JSON, as schemas/due.schema.json describes it."""

from __future__ import annotations

from typing import Any

from nyttokedja.checking.due import Agenda, Due, DueOutcome
from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import CANNOT_OPEN, CRASHED, ReportContext
from nyttokedja.reports.questions.wording import failure_message

SCHEMA = "due.schema.json"


def report(agenda: Agenda, context: ReportContext) -> str:
    """Every file that was looked at, and every task that was asked for, the first first."""
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": context.version},
            "today": agenda.today.isoformat(),
            "until": agenda.until.isoformat() if agenda.until else None,
            "role": agenda.role or None,
            "files": [_file(each) for each in agenda.outcomes],
            "tasks": [_task(due, agenda) for due in agenda.tasks],
        }
    )


def _file(each: DueOutcome) -> dict[str, Any]:
    outcome = each.outcome
    return {
        "file": outcome.name,
        "status": _status(each),
        "language": outcome.language,
        "title": each.title if each.tasks is not None else None,
        "message": failure_message(outcome) if each.failed else None,
    }


def _status(each: DueOutcome) -> str:
    if each.outcome.trouble:
        return CRASHED if each.outcome.crashed else CANNOT_OPEN
    if not each.outcome.is_chain:
        return "skipped"
    return "unreadable" if each.unreadable else "read"


def _task(due: Due, agenda: Agenda) -> dict[str, Any]:
    task = due.task
    return {
        "date": task.by.isoformat(),
        "overdue": task.is_overdue(agenda.today),
        "kind": task.kind.value,
        "what": task.what,
        "item": task.item or None,
        "role": task.role or None,
        "last_measured": task.last or None,
        "box": {"id": task.node, "type": task.node_type, "title": task.node_title},
        "file": due.chain.outcome.name,
    }
