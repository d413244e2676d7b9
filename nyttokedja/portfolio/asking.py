"""The named questions: a file of SQL each, with its help in every language; and what a database answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from nyttokedja.portfolio.cells import Cell, key
from nyttokedja.portfolio.store import Answer, Limits, Store

ORGANISATION, TODAY = "organisation", "today"
"""What a question may ask the person for."""

ORDER = (
    "chains", "owners", "goals", "indicators", "missing", "due", "obstacles", "costs", "years", "freed-time",
    "pools", "overlaps", "decisions", "accepted", "findings", "unread",
)  # fmt: skip
"""The questions, those of what is wanted first."""

_HELP = re.compile(r"^-- (\w\w): (.+)$", re.MULTILINE)
_LEFT_OUT = re.compile(r"^-- left out: (\w+)$", re.MULTILINE)
_UNREAD = "select count(*) from chain where not readable"
_PARTLY = "select count(*) from chain where readable and not complete"


class Question(NamedTuple):
    """A question: its help by language, and the SQL of it and of what is not in its answer, by name."""

    name: str
    helps: Mapping[str, str]
    sql: str
    left_out: Mapping[str, str]

    @property
    def needs_day(self) -> bool:
        """Whether it asks what day it is."""
        return f"${TODAY}" in self.sql


class Told(NamedTuple):
    """An answer, and how many chains are not in it, by why."""

    question: str
    answer: Answer
    left_out: Mapping[str, int]


@cache
def question(name: str) -> Question:
    """The question of a name in `ORDER`."""
    text = files("nyttokedja.portfolio").joinpath("questions", f"{name}.sql").read_text("utf-8")
    sql, *rest = _LEFT_OUT.split(text)
    left_out = {"unread": _UNREAD, "partly": _PARTLY, **dict(zip(rest[::2], rest[1::2], strict=True))}
    if name == "unread":  # they are its answer
        left_out = {}
    return Question(name, dict(_HELP.findall(sql)), sql, left_out)


def asked_by_name(store: Store, name: str, organisation: str, today: date | None, limits: Limits) -> Told:
    """The answer to a named question, of all chains or those of an organisation.

    Args:
        store: a database.
        name: of the question.
        organisation: as people write it; "" for all.
        today: the day, where the question needs it.
        limits: how long it may take.
    """
    one = question(name)
    given: Mapping[str, Cell] = {ORGANISATION: key(organisation) or None, TODAY: today}
    answer = store.ask(one.sql, _used(one.sql, given), limits)
    counts = {why: _count(store.ask(sql, _used(sql, given), limits)) for why, sql in one.left_out.items()}
    return Told(name, answer, {why: n for why, n in counts.items() if n})


def asked_in_sql(store: Store, sql: str, limits: Limits) -> Told:
    """The answer to a question in SQL."""
    answer = store.ask(sql, {}, limits)
    counts = {
        why: _count(store.ask(sql, {}, limits)) for why, sql in (("unread", _UNREAD), ("partly", _PARTLY))
    }
    return Told("", answer, {why: n for why, n in counts.items() if n})


def _used(sql: str, given: Mapping[str, Cell]) -> Mapping[str, Cell]:
    return {name: value for name, value in given.items() if f"${name}" in sql}


def _count(answer: Answer) -> int:
    (row,) = answer.rows
    assert isinstance(row[0], int)
    return row[0]
