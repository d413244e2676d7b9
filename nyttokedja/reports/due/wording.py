"""What is said of an agenda, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.due import Agenda, Due
from nyttokedja.language.texts import Texts
from nyttokedja.model.agenda import TaskKind

_GROUP = "follow_up/due"


def parts_of(agenda: Agenda) -> Iterator[tuple[str, tuple[Due, ...]]]:
    """What is overdue and what is to come, where there is any: the name of its heading, and the tasks."""
    late = tuple(due for due in agenda.tasks if due.task.is_overdue(agenda.today))
    coming = agenda.tasks[len(late) :]
    yield from ((name, part) for name, part in (("overdue", late), ("coming", coming)) if part)


def said_of(due: Due, said: Texts) -> str:
    """What is to be done and where, in one line."""
    task = due.task
    kind = said.word("follow_up/kind", task.kind)
    if task.kind is TaskKind.ARRANGE:
        return f"{kind}: {task.what}"
    return said.say(_GROUP, "at", kind=kind, what=task.what, box=task.node_title)


def when_last(due: Due, said: Texts) -> str:
    """When an indicator was last measured, or that it has not been; "" of what is no measurement."""
    if due.task.kind is not TaskKind.MEASURE:
        return ""
    return said.say(_GROUP, "last" if due.task.last else "never", last=due.task.last)


def nothing(agenda: Agenda, said: Texts) -> str:
    """That there is nothing to do."""
    if agenda.until is None:
        return said.word(_GROUP, "nothing")
    return said.say(_GROUP, "nothing_until", until=agenda.until.isoformat())


def without_day(agenda: Agenda, said: Texts) -> Iterator[str]:
    """What else there is to do, which has no day; of one role's tasks nothing is known of that."""
    if agenda.role:
        return
    for what in ("actions", "baselines"):
        n = sum(getattr(each.undated, what) for each in agenda.outcomes)
        if n:
            yield said.say(_GROUP, f"undated_{what}", n=n)
