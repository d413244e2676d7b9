"""What there is to do → Markdown: a table of what is overdue and one of what is to come."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.due import Agenda
from nyttokedja.language.texts import texts
from nyttokedja.reports.due.wording import nothing, parts_of, said_of, when_last, without_day
from nyttokedja.reports.findings.markdown import escaped, row
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import failure_message

_COLUMNS = ("day", "task", "role", "measured", "chain")


def report(agenda: Agenda, context: ReportContext) -> str:
    """The files that could not be read, and the tables. No text of a chain becomes markup."""
    failures = [f"- ❌ {escaped(failure_message(each.outcome))}" for each in agenda.outcomes if each.failed]
    parts = ["\n".join(failures), *("\n".join(part) for part in _parts(agenda, context.language))]
    return "\n\n".join(part for part in parts if part) + "\n" if any(parts) else ""


def _parts(agenda: Agenda, language: str) -> Iterator[list[str]]:
    said = texts(language)
    if not agenda.tasks and any(each.tasks is not None for each in agenda.outcomes):
        yield [escaped(nothing(agenda, said))]
    for name, tasks in parts_of(agenda):
        lines = [f"### {said.say('follow_up/due', name, n=len(tasks))}", ""]
        lines += [row(said.word("follow_up/table_of_due", column) for column in _COLUMNS), row(["---"] * 5)]
        for due in tasks:
            own = texts(due.chain.outcome.language)
            cells = (said_of(due, own), due.task.role, when_last(due, own), due.chain.title)
            lines.append(row((due.task.by.isoformat(), *map(escaped, cells))))
        yield lines
    if lines := [escaped(line) for line in without_day(agenda, said)]:
        yield ["  \n".join(lines)]
