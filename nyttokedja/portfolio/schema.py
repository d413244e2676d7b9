"""The tables over many chains: every column, of what type it is, and what it means.

This is their one home: rows, databases, exports and ``docs/portfolio.md`` are made by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

VERSION = 1
"""That of the tables: one more when a column comes, goes or means something else."""


class Kind(StrEnum):
    """What a column holds; the value is the word that databases have for it."""

    TEXT = "TEXT"
    WHOLE = "INTEGER"
    NUMBER = "DOUBLE"
    TRUTH = "BOOLEAN"
    DAY = "DATE"


class Column(NamedTuple):
    """A column; where nothing is said of it, it holds NULL, and never an empty text."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True)
class Table:
    """A table: what a row is, its columns, by which of them a row is known, and where a box is named.

    ``boxes`` are columns that hold the id of a row in ``node``, or NULL; ``owner`` is the table that a row
    belongs to besides its chain, by the columns that it is known by.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    boxes: tuple[str, ...] = ()
    owner: tuple[str, tuple[str, ...]] | None = None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


def _text(name: str, meaning: str) -> Column:
    return Column(name, Kind.TEXT, meaning)


def _whole(name: str, meaning: str) -> Column:
    return Column(name, Kind.WHOLE, meaning)


def _number(name: str, meaning: str) -> Column:
    return Column(name, Kind.NUMBER, meaning)


def _truth(name: str, meaning: str) -> Column:
    return Column(name, Kind.TRUTH, meaning)


def _period(name: str, meaning: str) -> tuple[Column, ...]:
    """A date as a chain writes it (2027, 2027-06, 2027-Q3 or a day), and its first and last day."""
    return (
        _text(name, f"{meaning}, as it is written: 2027, 2027-Q3, 2027-06 or 2027-06-30"),
        Column(f"{name}_first", Kind.DAY, f"the first day of {name}"),
        Column(f"{name}_last", Kind.DAY, f"the last day of {name}"),
    )


_CHAIN = _text("chain", "the chain: its path without its ending")
_NODE = _text("node", "the id of the box that it stands at")
_POSITION = _whole("position", "its place in the file among those of its table, from 1")

_TABLES = (
    Table(
        "chain",
        "A file that is a chain, or should have been one.",
        (
            _CHAIN,
            _text("file", "the path of its file"),
            _truth(
                "readable", "whether a chain could be read from it; if not, no other table has a row of it"
            ),
            _truth("complete", "whether all of its boxes could be read"),
            _text("problem", "why it could not be read: the first that is found in it"),
            _text("title", "its title"),
            _text("language", "sv, nb or en"),
            _text("stage", "draft, analysis, plan or follow-up"),
            _truth("reference", "whether it is a reference analysis, which others adapt"),
            _text("organisation", "whose it is"),
            _text("organisation_key", "the same without case, accents, spaces and signs: to compare by"),
            _text("contact", "whom to ask"),
            _text("purpose", "what the change is for"),
            _text("summary", "the whole in short"),
            _text("version", "the version that it says it is"),
            _whole("boxes", "how many boxes it has"),
            _whole("errors", "errors found that nobody has accepted"),
            _whole("warnings", "warnings found that nobody has accepted"),
            _whole("start", "the first year of its calculation, or 1"),
            _whole("horizon", "the years that are calculated; NULL where nothing can be summed"),
            _text("currency", "SEK, NOK or EUR"),
            _number("rate", "the discount rate: 0.03 is 3 per cent"),
            _truth("discounts_first", "whether the first year is discounted too"),
            _whole("price_year", "the year of its prices"),
            _number("work_year", "hours of a year's work"),
            *_period("handover", "when it is handed over"),
            _text("handover_to", "who takes over"),
            _text("digest", "the sha256 of the file"),
            _text(
                "read_as",
                "what it was read with: file, settings, version and day; other, and it is read again",
            ),
        ),
        ("chain",),
    ),
    Table(
        "node",
        "A box.",
        (
            _CHAIN,
            _text("id", "its id in the chain"),
            _POSITION,
            _text(
                "type",
                "change, effect, benefit, drawback, goal, cost, precondition, obstacle, risk, opportunity",
            ),
            _text("title", "its title"),
            _text("title_key", "the same without case, accents, spaces and signs: to compare by"),
            _text("text", "its description"),
            _text("owner", "who answers for it"),
            _text("owner_key", "the same without case, accents, spaces and signs: to compare by"),
            *_period("comes", "when it begins or comes (the key when)"),
            _truth("possible", "whether it is reached from a change or an opportunity"),
            _truth("expected", "whether it is reached without a decision that has not been taken"),
            _truth("hindered", "whether it is expected, but not once all that is in the way takes its part"),
            _truth("handled", "of an obstacle or a risk: whether somebody deals with it"),
            _truth("is_goal", "whether it is a goal, or an effect or benefit chosen to be one"),
            _truth("behaviour", "of an effect: whether it is that people do otherwise"),
            _truth("needs_all", "whether it needs all of what leads to it"),
            _text("category", "financial, redistribution, quality or environment"),
            _text("perspective", "whose benefit or cost it is: own, residents, relatives, others, society"),
            _text("receiver", "for whom it is"),
            _text("size", "none, small, medium or large"),
            _text("size_because", "why that size"),
            _text("use", "what freed time or money is used for"),
            _text("pool", "the pool that its hours are taken from"),
            _text("uncertain", "what is uncertain"),
            _text("origin", "where it comes from"),
            _text("tags", "its tags, with commas between them"),
            _text("reports_to", "whom its owner reports to"),
            _text("adopted_in", "of a goal: where it was decided"),
            _text("timing", "of a cost: once or yearly"),
            _text("who", "of a precondition: who sees to it"),
            *_period("due", "of a precondition: when it is to be in place"),
            _truth("met", "of a precondition: whether it is in place"),
            _text("consequence", "of a risk: what comes of it"),
            _text("requires", "of an opportunity: what has to be decided"),
            _number("share", "of an obstacle: the share that falls, from 0 to 1"),
            _whole("indicators", "how many indicators it has"),
            _whole("actions", "how many actions it has"),
        ),
        ("chain", "id"),
    ),
    Table(
        "link",
        "An arrow or a pointer from a box.",
        (
            _CHAIN,
            _POSITION,
            _text("kind", "leads_to, hinders, at or needed_for"),
            _text("source", "the id of the box that it goes from"),
            _text(
                "target", "the id of the box that it goes to; NULL where there is none; of an arrow, its head"
            ),
            _text("through", "where it points at an arrow: the id of that arrow's tail"),
            _text("written", "what the file says that it goes to"),
            _text("because", "why the one leads to the other"),
            _text("evidence", "what shows it"),
            _text("strength", "direct, indirect or limited"),
        ),
        ("chain", "position"),
        ("source", "target", "through"),
    ),
    Table(
        "indicator",
        "What is measured of a box.",
        (
            _CHAIN,
            _NODE,
            _text("id", "its id in the box"),
            _POSITION,
            _text("title", "what is measured"),
            _text("title_key", "the same without case, accents, spaces and signs: to compare by"),
            _text("text", "its description"),
            _text("unit", "its unit"),
            _text("better", "lower or higher"),
            _text("scale", "the words that are its values, from worst to best, with commas between them"),
            _number("baseline", "the value before the change; of a scale, the step"),
            *_period("baseline_date", "when it was measured"),
            _text("baseline_source", "where it is from"),
            _number("target", "the value that is to be reached; of a scale, the step"),
            *_period("target_date", "when it is to be reached"),
            *_period("due", "when it is to be reached, also where its box or what follows says it"),
            _number("latest", "the value measured last, on the day where one is given"),
            *_period("latest_date", "when that was"),
            _text("source", "where the values are found"),
            _text("every", "how often it is measured"),
            _text("measured_by", "who measures"),
            _text("judged_by", "who says what the value means"),
            _text("measures", "the factor of the calculation whose outcome it is"),
            _text("state", "on the day, where one is given: open, reached, missed or unmeasured"),
            Column(
                "next_measurement", Kind.DAY, "on the day, where one is given: the last day for the next one"
            ),
        ),
        ("chain", "node", "id"),
        ("node",),
    ),
    Table(
        "measurement",
        "A value that was measured.",
        (
            _CHAIN,
            _NODE,
            _text("indicator", "the id of the indicator"),
            _POSITION,
            *_period("date", "when"),
            _number("value", "the value; of a scale, the step"),
            _text("word", "of a scale: the word"),
            _text("comment", "what is said of it"),
            _text("judgement", "what it means"),
            _text("action", "what is done about it"),
        ),
        ("chain", "position"),
        ("node",),
        ("indicator", ("node", "indicator")),
    ),
    Table(
        "action",
        "What somebody does at a box.",
        (
            _CHAIN,
            _NODE,
            _POSITION,
            _text("what", "what is done"),
            _text("who", "who does it, as the action says"),
            _text("responsible", "who does it, else the owner of the box"),
            _text("responsible_key", "the same without case, accents, spaces and signs: to compare by"),
            *_period("due", "when it is to be done"),
            _truth("done", "whether it is done, on the day where one is given; NULL where it does not say"),
            *_period("done_date", "when it was done"),
        ),
        ("chain", "position"),
        ("node",),
    ),
    Table(
        "finding",
        "What is wrong or missing in a chain.",
        (
            _CHAIN,
            _POSITION,
            _text("code", "the code of the rule"),
            _text("name", "its name"),
            _text("variant", "which of its cases"),
            _text("severity", "error, warning or info"),
            _text("node", "the id of the box that it is about"),
            _whole("line", "the line in the file"),
            _whole("column_number", "the column in the line"),
            _text("message", "what was found, in the language of the chain"),
            _truth("accepted", "whether the chain says that it has been decided about"),
            _text("why", "why it is accepted"),
        ),
        ("chain", "position"),
        ("node",),
    ),
    Table(
        "acceptance",
        "A finding that a chain says has been decided about; a row for each box that the decision names.",
        (
            _CHAIN,
            _POSITION,
            _text("rule", "which rule"),
            _text("written", "what the file says that it is about"),
            _text("node", "the id of the box"),
            _text("why", "why"),
            _text("decided_by", "who has decided"),
            *_period("until", "until when it holds"),
        ),
        ("chain", "position"),
        ("node",),
    ),
    Table(
        "decision",
        "What has been decided about the change, and who has approved the plan.",
        (
            _CHAIN,
            _POSITION,
            _text("kind", "decision or approval"),
            _text("what", "what was decided"),
            _text("decided_by", "who has decided, or the role that has approved"),
            *_period("date", "when"),
            _text("reference", "what the matter is called in the register"),
        ),
        ("chain", "position"),
    ),
    Table(
        "value",
        "What a box is worth in a year of a run; of a box without years, one row without a year.",
        (
            _CHAIN,
            _POSITION,
            _NODE,
            _text(
                "run",
                "lowest, likely or highest; outcome: likely, with what was measured in place of estimates",
            ),
            _whole("year", "the calendar year, or 1, 2, … where the calculation says no first year"),
            _text(
                "standing",
                "summed, or why it is not in the sum: hangs, uncaused, unvalued, no-category, faulty, "
                "no-frame",
            ),
            _whole("sign", "1 for a benefit, -1 for a cost or a drawback"),
            _number("yearly", "its value in a full year, in the currency of the chain"),
            _number(
                "amount",
                "its value in the year, not discounted; a cost is above 0 too: times sign it is added up",
            ),
            _number("discounted", "the same as it is worth in the first year"),
            _number("hours", "the hours of the year that are freed, or spent"),
            _truth("counts_hours", "whether its hours are in the sum of hours"),
        ),
        ("chain", "position"),
        ("node",),
    ),
)

TABLES: Mapping[str, Table] = {table.name: table for table in _TABLES}
"""Name → table, in the order in which they are made; what a row belongs to comes before it."""

VIEWS: Mapping[str, tuple[str, str]] = {
    "benefit": (
        "The benefits, with what is said of their chains.",
        "select c.title as chain_title, c.organisation, c.organisation_key, c.stage, n.* "
        "from node n join chain c on c.chain = n.chain where n.type = 'benefit'",
    ),
    "goal": (
        "The goals, with what is said of their chains.",
        "select c.title as chain_title, c.organisation, c.organisation_key, c.stage, n.* "
        "from node n join chain c on c.chain = n.chain where n.is_goal",
    ),
    "measured": (
        "The indicators, with their boxes and chains.",
        "select c.title as chain_title, c.organisation, c.organisation_key, c.stage, n.title as box_title, "
        "n.type as box_type, n.owner, n.owner_key, i.* from indicator i "
        "join node n on n.chain = i.chain and n.id = i.node join chain c on c.chain = i.chain",
    ),
    "task": (
        "The actions, with their boxes and chains.",
        "select c.title as chain_title, c.organisation, c.organisation_key, c.stage, n.title as box_title, "
        "n.type as box_type, a.* from action a "
        "join node n on n.chain = a.chain and n.id = a.node join chain c on c.chain = a.chain",
    ),
    "worth": (
        "What boxes are worth by year and run, with their boxes and chains.",
        "select c.title as chain_title, c.organisation, c.organisation_key, c.stage, c.currency, c.start, "
        "n.title as box_title, n.type as box_type, n.owner, n.owner_key, n.category, n.perspective, n.pool, "
        "v.* "
        "from value v join node n on n.chain = v.chain and n.id = v.node join chain c on c.chain = v.chain",
    ),
}
"""Name → what a view shows, and how it is asked for."""

INDEXES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "chain": (("organisation_key",),),
    "node": (("type", "owner_key"), ("title_key",)),
    "link": (("chain", "source"), ("chain", "target")),
    "measurement": (("chain", "node", "indicator"),),
    "action": (("chain", "node"), ("due_last",)),
    "finding": (("code",),),
    "value": (("chain", "node"), ("run", "year")),
}
"""Table → the columns by which rows are looked up besides their key."""
