"""Telling → text that can be read aloud and pasted anywhere: one paragraph a line, or lines of a width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.twin.document import blocks_of
from nyttokedja.reports.twin.model import Telling
from nyttokedja.writing.blocks import Block, Heading, Item, Paragraph, Sentence, Table

_UNDERLINES = {1: "=", 2: "-", 3: "~"}


def report(telling: Telling, context: ReportContext) -> str:
    """The whole text, a paragraph a line."""
    return "".join(f"{line}\n" for line in text_lines(telling))


def text_lines(telling: Telling, width: int = 0) -> Iterator[str]:
    """The lines of the text; with a width, broken at spaces so that none is wider where that can be."""
    blocks = blocks_of(telling)
    for n, block in enumerate(blocks):
        if n and not (isinstance(block, Item) and isinstance(blocks[n - 1], Item | Paragraph)):
            yield ""
        for first, rest, text in _lines(block):
            yield from _wrapped(first, rest, text, width)


def _lines(block: Block) -> Iterator[tuple[str, str, str]]:
    """The lines of a block: what its first line begins with, what those that continue it do, and the text."""
    match block:
        case Heading():
            text = clean_line(block.text)
            yield "", "", text
            yield "", "", _UNDERLINES[block.level] * min(len(text), 60)
        case Paragraph():
            yield "", "", _labelled(block.label, block.text)
        case Item():
            yield "- ", "  ", _labelled(block.label, block.text)
        case Sentence():
            number = f"{block.number}. "
            yield number, " " * len(number), clean(block.text)
            for item in block.items:
                yield " " * len(number) + "- ", " " * (len(number) + 2), clean(item)
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[tuple[str, str, str]]:
    """Each row by itself: its first cells as a line, and below it the others, with their names."""
    for n, row in enumerate(table.rows):
        if n:
            yield "", "", ""
        yield "", "  ", clean_line(f"{row[0]}: {row[1]}")
        for column, cell in zip(table.columns[2:], row[2:], strict=True):
            if cell:
                yield "  ", "    ", _labelled(column, cell)


def _labelled(label: str, text: str) -> str:
    return clean(f"{label}: {text}") if label else clean_line(text)


def _wrapped(first: str, rest: str, text: str, width: int) -> Iterator[str]:
    if not width:
        yield f"{first}{text}"
        return
    lines = textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
    # a word in the middle that would command GitHub's log stays in its line
    yield from (line if n == 0 else clean_line(line) for n, line in enumerate(lines))
