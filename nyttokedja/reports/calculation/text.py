"""Calculations → lines for a terminal: the document of each chain, tables in columns that fit the width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import wrap

from nyttokedja.checking.calculated import Reckoning
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.reports.calculation.document import Block, Column, Document, Listed, Table
from nyttokedja.reports.calculation.documents import documents
from nyttokedja.reports.findings.text import outcome_lines
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import failure_message
from nyttokedja.reports.text_style import TextStyle

_NARROWEST = 60
_GAP = 2
_LEAST = 10
"""No column of words is narrower than this, or than its longest text."""
_NUMBER_AND_UNIT = re.compile(
    r"(?<=\d) (?=\w)|(?<=mill\.) |(?<=mrd\.) |(?<=tusen) (?=kr)|(?<=SEK|NOK|EUR) (?=[\d−])"
)
_HARD = "\x00"
"""What holds a number and its unit together while lines are broken."""


def report(reckoning: Reckoning, context: ReportContext) -> str:
    """The text of a run, without colours."""
    failures = [clean(failure_message(each.outcome)) for each in reckoning.outcomes if each.failed]
    lines = list(calculation_lines(reckoning, context.language, TextStyle(width=80)))
    return "\n".join("".join(f"{line}\n" for line in part) for part in (failures, lines) if part)


def calculation_lines(
    reckoning: Reckoning, language: str, style: TextStyle, *, brief: bool = False
) -> Iterator[str]:
    """The lines of all chains that could be read, and what was found that concerns their calculations.

    Args:
        reckoning: the run.
        language: that of the run as a whole.
        style: that of the terminal.
        brief: whether of several chains each is told in its first section alone.
    """
    first = True
    several = sum(each.calculated is not None for each in reckoning.outcomes) > 1
    for made, outcomes in documents(reckoning, language):
        if brief and several and len(outcomes) == 1:
            made = replace(made, sections=made.sections[:1])  # noqa: PLW2901
        found = [line for each in outcomes for line in outcome_lines(each.outcome, style)]
        yield from ([] if first else ["", ""])
        first = False
        yield from document_lines(made, style)
        if found:
            yield ""
            yield from found


def document_lines(made: Document, style: TextStyle) -> Iterator[str]:
    """The lines of a document, in the width of a style."""
    width = max(style.width, _NARROWEST)
    for line in _wrapped(made.title, width):
        yield style.paint(line, "place")
    for text in made.about:
        yield from (style.paint(line, "soft") for line in _wrapped(text, width))
    for section in made.sections:
        yield ""
        for line in _wrapped(section.heading, width) if section.heading else ():
            yield style.paint(line, "place")
        for n, block in enumerate(section.blocks):
            if n and (isinstance(block, Table) or isinstance(section.blocks[n - 1], Table)):
                yield ""
            yield from _block(block, style, width)


def _block(block: Block, style: TextStyle, width: int) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block, style, width)
    elif isinstance(block, Listed):
        for point in block.points:
            first, *rest = _wrapped(point, width - 4)
            yield f"  • {first}"
            yield from (f"    {line}" for line in rest)
    else:
        yield from (f"  {line}" for line in _wrapped(block, width - 2))


def _table(table: Table, style: TextStyle, width: int) -> Iterator[str]:
    head = tuple(column.heading for column in table.columns)
    cells = [tuple(map(clean, row)) for row in (head, *table.rows)]
    for line in _wrapped(table.caption, width - 2) if table.caption else ():
        yield f"  {line}"
    widths = _widths(table.columns, cells, width - 2)
    for n, row in enumerate(cells):
        if n and n == len(cells) - table.totals:
            yield "  " + style.paint("─" * (sum(widths) + _GAP * (len(widths) - 1)), "soft")
        for line in _row(row, table.columns, widths):
            shown = clean_line(line.rstrip())
            yield f"  {style.paint(shown, 'soft') if n == 0 else shown}"


def _row(row: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    """The lines of a row, each cell broken to the width of its column."""
    broken = [_wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)]
    for n in range(max(map(len, broken))):
        parts = []
        for lines, column, wide in zip(broken, columns, widths, strict=True):
            text = lines[n] if n < len(lines) else ""
            parts.append(text.rjust(wide) if column.is_number else text.ljust(wide))
        yield (" " * _GAP).join(parts)


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: numbers get what they need, words share the rest."""
    head, *rows = cells
    widths = []
    least = []
    for n, column in enumerate(columns):
        content = max((len(row[n]) for row in rows), default=0)
        longest = max(map(len, head[n].split()), default=0)
        widths.append(max(content, len(head[n])))
        least.append(max(longest, content if column.is_number else min(content, _LEAST)))
    room = width - _GAP * (len(columns) - 1)
    for numbers in (True, False):  # headings of numbers are broken before any words
        narrowable = [n for n, column in enumerate(columns) if column.is_number is numbers]
        while sum(widths) > room and (free := [n for n in narrowable if widths[n] > least[n]]):
            widths[max(free, key=lambda n: widths[n])] -= 1
    while sum(widths) > room and max(widths) > 4:  # nothing but numbers is left to break
        widths[widths.index(max(widths))] -= 1
    return widths


def _wrapped(text: str, width: int) -> list[str]:
    """A text wrapped to a width; no number is parted from its unit, and no line is a command to GitHub."""
    text = clean(text)
    if len(text) <= width:
        return [clean_line(text)] if text else [""]
    held = _NUMBER_AND_UNIT.sub(_HARD, text)
    return [clean_line(line.replace(_HARD, " ")) for line in wrap(held, width, break_on_hyphens=False)] or [
        ""
    ]
