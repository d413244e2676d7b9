"""What a written report consists of, whichever program wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import Remark

HEADING, PARAGRAPH, ITEM, TABLE = "heading", "paragraph", "item", "table"
TITLE_LEVEL = 0
"""The level of a heading that is the title of the whole report."""
_BRACKETS = re.compile(r"(?:\[[^\[\]]+\][\s,;·]*)+")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an item of a list, or a table.

    ``level`` is that of a heading, from 1, or of an item, from 0; ``bold`` how many characters at the start
    of the text are in bold type; ``rows`` are those of a table, each cell on one line.
    """

    kind: str
    text: str = ""
    level: int = 0
    bold: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_line_in_bold(self) -> bool:
        """Whether it is a line of its own, all in bold type, which people use as a heading."""
        return self.kind == PARAGRAPH and self.bold >= len(self.text) > 0

    @property
    def is_brackets(self) -> bool:
        """Whether it holds only words in brackets, as ``[Kvalitet] [Brukare]``."""
        return self.kind == PARAGRAPH and _BRACKETS.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class Written:
    """A report as it is written: its blocks in order, and what of the file is none."""

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()


Run = tuple[str, bool]
"""Text, and whether it is in bold type; a line break is a line break in it."""


def paragraphs(runs: list[Run], kind: str = PARAGRAPH, level: int = 0) -> Iterator[Block]:
    """The blocks that a paragraph is: a line in bold type and one in brackets are blocks of their own."""
    parts: list[list[Run]] = [[]]
    for text, bold in runs:
        first, *further = text.split("\n")
        parts[-1].append((first, bold))
        parts += [[(line, bold)] for line in further]
    joined: Block | None = None
    for line in parts:
        block = _line(line, PARAGRAPH if joined and kind == ITEM else kind, level)
        if not block.text:
            continue
        apart = block.kind == PARAGRAPH and (block.is_brackets or block.is_line_in_bold)
        if joined and not apart and not joined.is_line_in_bold:
            joined = Block(joined.kind, f"{joined.text} {block.text}", level, joined.bold)
            continue
        if joined:
            yield joined
        joined = None if apart and block.is_brackets else block
        if joined is None:
            yield block
    if joined:
        yield joined


def _line(runs: list[Run], kind: str, level: int) -> Block:
    text = cleaned("".join(text for text, _ in runs))
    lead = ""
    for part, bold in runs:
        if part.strip() and not bold:
            break
        lead += part
    return Block(kind, text, level, len(cleaned(lead)))
