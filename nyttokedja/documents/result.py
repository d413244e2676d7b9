"""What a chain is worth, in the sentences that the report of `nyttokedja calculate` begins with."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.calculating.model import OWN
from nyttokedja.documents.model import Block, Listed, Paragraph, Tone
from nyttokedja.documents.source import Source
from nyttokedja.reports.calculation.brief import brief, frame_lines
from nyttokedja.reports.calculation.build import telling
from nyttokedja.reports.calculation.document import Listed as Told


def said_to_all(source: Source, text: str) -> Iterator[Paragraph]:
    """A sentence of the report; what that asks those who write the file, a document asks who knows it.

    That a part could not be read is in the head of every document, and not said again.
    """
    told = source.worth
    if text == told.word("brief", "unread"):
        return
    asked = {"begin": "value", "frameless": "frame", "horizonless": "horizon"}
    lacks = (name for name_of, name in asked.items() if text == told.word("nothing", name_of))
    if name := next(lacks, ""):
        yield Paragraph(source.word("lacks", name), Tone.MISSING)
    else:
        yield Paragraph(text)


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
            yield from said_to_all(source, block)
    yield Paragraph(" ".join(frame_lines(told)), Tone.ASIDE)
