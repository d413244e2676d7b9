"""The sums of users' registrations → a document: how many are in them, and a table by group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.language.figures import Figures
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.user_sums import LEAST, Group, Sum, UserSums
from nyttokedja.reports.calculation.document import Block, Column, Document, Section, Table

_VALUES = ("baseline", "latest", "change", "mean_change")
_REASONS = ("not_begun", "without_latest", "without_baseline")
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class UserReport:
    """What is told of a table of users: its sums, the unit of its values, and until when they are counted.

    ``file`` is the table's name, ``unread`` the headings of the columns that are not read.
    """

    sums: UserSums
    file: str
    unit: str = ""
    until: str = ""
    unread: tuple[str, ...] = ()


def document_of(report: UserReport, language: str) -> Document:
    """The document of a table of users, in a language."""
    said = texts(language)
    title = said.say("users/told", "title", file=report.file)
    return Document(title, tuple(_about(report, said)), (Section("", tuple(_blocks(report, said))),))


def _about(report: UserReport, said: Texts) -> Iterator[str]:
    sums = report.sums
    if not sums.registered:
        yield said.word("users/told", "nobody")
        return
    first = "users" if sums.counted == sums.registered else "of"
    parts = [said.say("users/told", first, n=sums.counted, registered=sums.registered)]
    parts += [said.say("users/told", name, n=n) for name in _REASONS if (n := getattr(sums, name))]
    if report.until:
        parts.append(said.say("users/told", "by", date=report.until))
    yield " ".join(parts)
    if sums.everyone is None:
        yield said.say("users/told", "too_few", least=LEAST)


def _blocks(report: UserReport, said: Texts) -> Iterator[Block]:
    if report.sums.everyone is not None:
        yield _table(report, report.sums.everyone, said)
        if any(group.is_hidden for group in report.sums.groups):
            yield said.say("users/told", "hidden", least=LEAST)
    if report.unread:
        yield said.say("users/told", "unread", columns=report.unread)


def _table(report: UserReport, everyone: Sum, said: Texts) -> Table:
    groups = report.sums.groups
    rows = [*(_row(group, said) for group in groups), _row(Group("", everyone), said, of_all=True)]
    headings = [said.word("users/table", name) for name in ("users", *_VALUES)]
    if report.unit:
        headings[1:] = [said.say("users/table", "unit", name=name, unit=report.unit) for name in headings[1:]]
    columns = (Column(said.word("users/table", "group"), is_number=False), *map(Column, headings))
    return Table(columns, tuple(rows), totals=1 if groups else 0)


def _row(group: Group, said: Texts, *, of_all: bool = False) -> tuple[str, ...]:
    name = (
        said.word("users/table", "everyone") if of_all else group.name or said.word("users/table", "no_group")
    )
    if group.is_hidden:
        return (name, said.word("users/table", "hidden"), *[_NOTHING] * len(_VALUES))
    if group.sum is None:
        return (name, "0", *[_NOTHING] * len(_VALUES))
    figures = Figures(said.language)
    values = (getattr(group.sum, value) for value in _VALUES[:-1])
    mean = figures.number(group.sum.mean_change, 1)
    return (name, figures.number(group.sum.users), *map(figures.exact, values), mean)
