"""What a chain is worth, in the sentences that the report of `nyttokedja calculate` begins with."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.calculating.model import OWN
from nyttokedja.documents.model import Block, Listed, Paragraph, Tone
from nyttokedja.documents.source import Source
from nyttokedja.reports.calculation.brief import brief, frame_lines
from nyttokedja.reports.calculation.build import telling
from nyttokedja.reports.calculation.document import Listed as Told


def result_of(source: Source) -> Iterator[Block]:
    """The result in short, and what it holds for; nothing where nothing can be summed."""
    outcome = source.calculation
    if not outcome.has_result:
        return
    told = telling(outcome, OWN)
    left = len(told.items) - len(told.summed) + len(told.calculated.unvalued)
    below, elsewhere = told.say("brief", "left_out", n=left), source.say("common", "left_out", n=left)
    for block in brief(told):
        if isinstance(block, Told):
            yield Listed(tuple(elsewhere if point == below else point for point in block.points))
        elif isinstance(block, str):
            yield Paragraph(block)
    yield Paragraph(" ".join(frame_lines(told)), Tone.ASIDE)
