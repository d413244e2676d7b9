"""Slips → one table of what is on all of them, for a format that counts and filters."""

from __future__ import annotations

from dataclasses import replace

from nyttokedja.documents.model import Cell, Column, Section, Table


def with_joined_slips(section: Section, first: str) -> Section:
    """A section whose slips are a table, with their headings in a column that is called ``first``."""
    held = [
        (one.heading, block)
        for one in section.sections
        if one.is_slip
        for block in one.blocks
        if isinstance(block, Table)
    ]
    if not held:
        return section
    longest = sorted((table for _, table in held), key=lambda table: -len(table.columns))
    columns = {column.heading: column for table in longest for column in table.columns}
    rows = tuple(
        (Cell(heading), *(cells.get(name, Cell("")) for name in columns))
        for heading, table in held
        for cells in _cells(table)
    )
    joined = Table("", (Column(first), *columns.values()), rows)
    rest = tuple(one for one in section.sections if not one.is_slip)
    return replace(section, blocks=(*section.blocks, joined), sections=rest)


def _cells(table: Table) -> list[dict[str, Cell]]:
    headings = [column.heading for column in table.columns]
    return [dict(zip(headings, row, strict=True)) for row in table.rows]
