"""What the chain is worth: the report of `nyttokedja calculate`, in a page."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.model import OWN
from nyttokedja.checking.calculated import CalculationOutcome, factor_names
from nyttokedja.pages.parts.tables import table
from nyttokedja.pages.subject import PageSubject
from nyttokedja.reports.calculation.build import document
from nyttokedja.reports.calculation.document import Block, Listed, Section
from nyttokedja.writing.html import Tag, tag


def calculation(subject: PageSubject) -> Iterator[Tag]:
    """The result first, and all that it is made of folded away; nothing where nothing has a value."""
    if not any(node.value for node in subject.chain.nodes):
        return
    chain = subject.chain
    made = calculate(subject.graph, Options())
    told = document(CalculationOutcome(subject.outcome, chain, made, {}, factor_names(chain)), OWN)
    first, *rest = told.sections
    yield from (tag("p", line) for line in told.about)
    yield from map(_block, first.blocks)
    if rest:
        inner = [part for section in rest for part in _section(section)]
        yield tag("details", tag("summary", subject.word("page", "whole_calculation")), *inner)


def _section(section: Section) -> Iterator[Tag]:
    yield tag("h3", section.heading)
    yield from map(_block, section.blocks)


def _block(block: Block) -> Tag:
    if isinstance(block, str):
        return tag("p", block)
    if isinstance(block, Listed):
        return tag("ul", *(tag("li", point) for point in block.points))
    rows = [[(cell,) if cell else () for cell in row] for row in block.rows]
    numbers = frozenset(n for n, column in enumerate(block.columns) if column.is_number)
    headings = [column.heading for column in block.columns]
    return table(headings, rows, caption=block.caption, numbers=numbers, totals=block.totals)
