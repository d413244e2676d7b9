"""Rows → tables whose columns have words of documents, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from nyttokedja.documents.blocks import Said, missing, table
from nyttokedja.documents.model import Block, Cell, Column, Table
from nyttokedja.documents.source import Source
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.periods import Period

_SHARES: Mapping[str, float] = {
    "when": 0.6, "due": 0.6, "by": 0.6, "year": 0.4, "amount": 0.7, "category": 0.7, "kind": 0.7,
    "strength": 0.5, "share": 0.5, "state": 0.6, "decided_on": 0.6, "text": 1.5, "benefit": 1.4,
    "actions": 1.6,
}  # fmt: skip
"""Column → its share of the width, where it is not that of most."""
_NUMBERS = frozenset({"amount", "share"})


def tabled(
    source: Source, names: Sequence[str], rows: Iterable[Sequence[Said]], caption: str = ""
) -> Iterator[Table]:
    """The table of some rows, where there are any; the headings of its columns are words of documents."""
    columns = [
        Column(source.word("columns", name), name in _NUMBERS, _SHARES.get(name, 1.0)) for name in names
    ]
    yield from table(caption, columns, rows)


def or_missing(source: Source, name: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, or where there are none what is missing and who could say it."""
    return tuple(blocks) or (missing(source.word("lacks", name)),)


def dated(period: Period | None) -> Cell:
    """A time as the chain writes it; a sheet has its last day."""
    return Cell(period.written, period.last) if period else Cell("")


def level(source: Source, made: Level | Measurement | None, indicator: Indicator) -> str:
    """A value with its unit and when it is of."""
    if made is None:
        return ""
    shown = made.shown if isinstance(made.shown, str) else source.said.number(made.shown)
    value = shown if indicator.scale else f"{shown} {indicator.unit}".strip()
    return f"{value} ({made.date.written})" if made.date else value


def number(source: Source, value: Decimal | float) -> Cell:
    """A number."""
    return Cell(source.said.number(float(value)), Decimal(str(value)))
