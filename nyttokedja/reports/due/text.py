"""What there is to do → lines for a terminal: overdue first, by day."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.due import Agenda, Due
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.language.texts import texts
from nyttokedja.reports.due.wording import nothing, parts_of, said_of, when_last, without_day
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import failure_message
from nyttokedja.reports.text_style import TextStyle


def report(agenda: Agenda, context: ReportContext) -> str:
    """The text of a run, without colours."""
    failures = [clean(failure_message(each.outcome)) for each in agenda.outcomes if each.failed]
    lines = [*failures, *due_lines(agenda, context.language, TextStyle(width=80))]
    return "".join(f"{line}\n" for line in lines)


def due_lines(agenda: Agenda, language: str, style: TextStyle) -> Iterator[str]:
    """The lines of all that there is to do in the chains that could be read."""
    said = texts(language)
    read = [each for each in agenda.outcomes if each.tasks is not None]
    if read and not agenda.tasks:
        yield nothing(agenda, said)
    for n, (name, tasks) in enumerate(parts_of(agenda)):
        yield from ([""] if n else [])
        yield style.paint(said.say("follow_up/due", name, n=len(tasks)), "place")
        for due in tasks:
            yield from _task_lines(due, style, overdue=name == "overdue", several=len(read) > 1)
    yield from (style.paint(line, "soft") for line in without_day(agenda, said))


def _task_lines(due: Due, style: TextStyle, *, overdue: bool, several: bool) -> Iterator[str]:
    said = texts(due.chain.outcome.language)
    day = style.paint(due.task.by.isoformat(), "warning" if overdue else "good")
    yield f"  {day}  {clean_line(clean(said_of(due, said)))}"
    role = due.task.role or said.word("follow_up/due", "nobody")
    more = [role, when_last(due, said), due.chain.title if several else ""]
    yield style.paint(f"              {clean_line(clean(' · '.join(part for part in more if part)))}", "soft")
