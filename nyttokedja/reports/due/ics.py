"""What there is to do → a calendar by RFC 5545: an event of one day for each task.

The same task has the same UID whenever it is made: it is of the chain (its file's name and its title), the
box, the kind and the item, so that a calendar moves the event where its day moves. DTSTAMP tells no clock: it
is the beginning of the task's own day, which is later where that is moved on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from uuid import NAMESPACE_URL, uuid5

from nyttokedja.checking.due import Agenda, Due
from nyttokedja.language.texts import texts
from nyttokedja.reports.due.wording import said_of, when_last
from nyttokedja.reports.model import ReportContext

_MOST_OCTETS = 75


def report(agenda: Agenda, context: ReportContext) -> bytes:
    """The calendar of a run."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//nyttokedja//due//{context.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for due in agenda.tasks for line in _event(due)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(due: Due) -> Iterator[str]:
    task, day = due.task, _day(due.task.by)
    said = texts(due.chain.outcome.language)
    role = said.say("follow_up/due", "whose", role=task.role) if task.role else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(due)}"
    yield f"DTSTAMP:{day}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day}"
    yield f"SUMMARY:{_escaped(said_of(due, said))}"
    parts = (role, when_last(due, said), due.chain.title)
    yield "DESCRIPTION:" + r"\n".join(_escaped(part) for part in parts if part)
    yield f"CATEGORIES:{_escaped(said.word('follow_up/kind', task.kind))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(due: Due) -> str:
    task = due.task
    chain = f"{PurePath(due.chain.outcome.name).stem}\n{due.chain.title}"
    return f"{uuid5(NAMESPACE_URL, chr(10).join((chain, task.node, task.kind, task.item)))}@nyttokedja"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """A text as a value of a calendar: on one line, with its signs escaped, and nothing that nobody sees."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    for sign in ("\\", ";", ","):
        flat = flat.replace(sign, f"\\{sign}")
    return flat


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, of which the further ones begin with a space."""
    piece, octets = "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > _MOST_OCTETS:
            yield piece
            piece, octets = " ", 1
        piece, octets = piece + sign, octets + size
    yield piece
