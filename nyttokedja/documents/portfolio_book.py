"""The tables of a portfolio → a document, which a workbook is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from nyttokedja.documents.model import Cell, Column, Document, Section, Table
from nyttokedja.language.texts import texts
from nyttokedja.portfolio.cells import Cell as Held
from nyttokedja.portfolio.schema import TABLES, Kind

MOST_ROWS = 1_000_000
"""A sheet has room for a few more."""

_NUMBERS = (Kind.WHOLE, Kind.NUMBER)


def portfolio_document(tables: Mapping[str, Iterable[Sequence[Held]]], language: str) -> Document:
    """A document of all tables that have rows, with the columns as programs call them."""
    kind = texts(language).word("portfolio/told", "kind")
    sections = tuple(_section(name, rows) for name, rows in tables.items())
    return Document(kind, kind, language, "", (), tuple(one for one in sections if one.blocks))


def _section(name: str, rows: Iterable[Sequence[Held]]) -> Section:
    columns = tuple(Column(column.name, column.kind in _NUMBERS) for column in TABLES[name].columns)
    held = tuple(tuple(map(_cell, row)) for row in rows)
    return Section(name, name, (Table(name, columns, held),) if held else ())


def _cell(held: Held) -> Cell:
    if isinstance(held, bool):
        return Cell(str(int(held)), Decimal(int(held)))
    if held is None or isinstance(held, str):
        return Cell(held or "")
    return Cell(str(held), held if isinstance(held, date) else Decimal(str(held)))
