"""The blocks of a text that is no analysis → notes as they are typed, with the levels of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.importing.reports.blocks import HEADING, ITEM, TABLE, TITLE_LEVEL, Block

_STEP = "  "


def typed(blocks: Iterable[Block]) -> str:
    """A line for each note, in as far as the item of a list is."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == TABLE:
            yield from (" – ".join(filter(None, row)) for row in block.rows)
        elif block.kind == HEADING:
            yield f"{'#' * (1 if block.level == TITLE_LEVEL else min(6, block.level))} {block.text}"
        else:
            bullet = "- " if block.kind == ITEM else ""
            yield f"{_STEP * block.level}{bullet}{block.text}"
