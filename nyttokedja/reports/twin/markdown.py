"""Telling → Markdown, with headings, numbered sentences and a table. No text of a chain becomes markup."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.reports.findings.markdown import escaped, row, table_head
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.twin.document import blocks_of
from nyttokedja.reports.twin.model import Telling
from nyttokedja.writing.blocks import Block, Heading, Item, Paragraph, Sentence, Table


def report(telling: Telling, context: ReportContext) -> str:
    """The whole text."""
    blocks = blocks_of(telling)
    lines: list[str] = []
    for n, block in enumerate(blocks):
        if n and not (isinstance(block, Item) and isinstance(blocks[n - 1], Item)):
            lines.append("")
        lines += _lines(block)
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            yield _labelled(block.label, block.text)
        case Item():
            yield f"- {_labelled(block.label, block.text)}"
        case Sentence():
            number = f"{block.number}. "
            yield f"{number}{escaped(block.text)}"
            yield from (f"{' ' * len(number)}- {escaped(item)}" for item in block.items)
        case Table():
            yield from table_head(map(escaped, block.columns))
            yield from (row(map(escaped, cells)) for cells in block.rows)


def _labelled(label: str, text: str) -> str:
    return f"**{escaped(label)}:** {escaped(text)}" if label else escaped(text)
