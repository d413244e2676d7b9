"""What is expected of each role: a page and a calendar for each, and a list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import quote

from nyttokedja.checking.due import Agenda, DueOutcome
from nyttokedja.checking.outcome import Outcome
from nyttokedja.pages.parts.tables import Cell, table
from nyttokedja.pages.site.frame import box_link, chain_link, framed, text
from nyttokedja.pages.site.model import Charge, Duty, Role, Site, Summary
from nyttokedja.reports.due import reporter
from nyttokedja.reports.model import ReportContext
from nyttokedja.writing.html import Node, tag

_UP = "../"


def roles_page(site: Site) -> str:
    """Every role, and how much it has in hand."""
    return framed(site, site.word("roles"), _roles(site), here="roles")


def _roles(site: Site) -> Iterator[Node]:
    rows = [_role(site, role) for role in site.roles]
    yield tag("p", site.word("roles_lead") if rows else site.word("nothing"))
    if rows:
        columns = ("role", *(f"n_{charge.value}" for charge in Charge), "calendar")
        yield table([site.word(name) for name in columns], rows)
    yield tag("p", tag("a", site.word("whole_calendar"), href="calendars/all.ics"))


def _role(site: Site, role: Role) -> Sequence[Cell]:
    charges = [duty.charge for _, duty in role.duties]
    counts = [(str(n),) if (n := charges.count(charge)) else () for charge in Charge]
    link = tag("a", role.name, href=quote(site.role_place(role)))
    return (link,), *counts, tuple(_calendar_link(site, role, ""))


def role_page(site: Site, role: Role) -> str:
    """What is expected of a role: what is late first, then by day."""
    return framed(site, role.name, _expected(site, role), up=_UP)


def _expected(site: Site, role: Role) -> Iterator[Node]:
    yield tag("p", site.word("role_lead"))
    yield from (tag("p", link) for link in _calendar_link(site, role, _UP))
    for charge in Charge:
        duties = [(chain, duty) for chain, duty in role.duties if duty.charge is charge]
        if not duties:
            continue
        yield tag("h2", site.word(f"do_{charge.value}"))
        rows = [_duty(site, chain, duty) for chain, duty in sorted(duties, key=_first)]
        yield table([site.word(name) for name in ("what", "by", "box", "chain")], rows)


def _first(one: tuple[Summary, Duty]) -> tuple[date, str]:
    _, duty = one
    return duty.day or date.max, duty.what.casefold()


def _duty(site: Site, chain: Summary, duty: Duty) -> Sequence[Cell]:
    late: Sequence[Node] = (" ", tag("b", site.word("late"), class_="warning")) if duty.is_late else ()
    is_box = duty.what == duty.box_title
    return (
        (box_link(site, chain, duty.box, duty.what, _UP),),
        (duty.by, *late) if duty.by else (),
        () if is_box else text(site, chain, duty.box_title),
        (chain_link(site, chain, _UP),),
    )


def _calendar_link(site: Site, role: Role, up: str) -> Iterator[Node]:
    if site.has_calendar(role):
        said = site.said.say("site/", "calendar_of", role=role.name)
        yield tag("a", said, href=up + quote(site.calendar_place(role)))


def calendar(site: Site, role: Role | None = None) -> bytes:
    """What is to be measured, judged and done, by its days: all of it, or what is a role's."""
    outcomes = tuple(DueOutcome(Outcome(chain.file), chain.title, chain.tasks) for chain in site.chains)
    agenda = Agenda(outcomes, site.today or date.min, role.name if role else "")
    made = reporter("ics")(agenda, ReportContext(site.language))
    assert isinstance(made, bytes)
    return made
