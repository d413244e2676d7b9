"""The calculation: what a chain is worth, as `nyttokedja calculate` tells it, under the same headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.calculating.model import OWN
from nyttokedja.documents.blocks import cell
from nyttokedja.documents.model import Block, Column, Document, Listed, Paragraph, Section, Table, Tone
from nyttokedja.documents.opening import document_of
from nyttokedja.documents.result import said_to_all
from nyttokedja.documents.source import Source
from nyttokedja.reports.calculation import document as told
from nyttokedja.reports.calculation.build import document as build

_OF_WORDS = 2.0
"""The share of the width that a column of words has, where one of numbers has 1."""


def document(source: Source) -> Document:
    """The calculation of a chain; where nothing can be summed, why, and what is lacking."""
    made = build(source.calculation, OWN)
    sections = [Section(one.name, one.heading, tuple(_told(source, one.blocks))) for one in made.sections]
    frame = (Paragraph(line, Tone.ASIDE) for line in made.about)
    first = sections[0]
    sections[0] = Section(first.name, first.heading, (*frame, *first.blocks))
    return document_of(source, "calculation", sections)


def _told(source: Source, blocks: Iterable[told.Block]) -> Iterator[Block]:
    for one in blocks:
        if isinstance(one, str):
            yield from said_to_all(source, one)
        else:
            yield block(one)


def block(made: told.Listed | told.Table) -> Block:
    """A block of the report as one of a document."""
    if isinstance(made, told.Listed):
        return Listed(made.points)
    columns = (
        Column(one.heading, one.is_number, 1.0 if one.is_number else _OF_WORDS) for one in made.columns
    )
    rows = (tuple(map(cell, row)) for row in made.rows)
    return Table(made.caption, tuple(columns), tuple(rows), made.totals)
