"""Comparison → the picture of the change: both sides in one picture, with the status of each box and arrow.

comparison → union and neighbourhood → fact_lines, statuses, summary → Overlay → drawing
"""

from __future__ import annotations

from nyttokedja.comparing import Comparison
from nyttokedja.comparing.relevant_part import neighbourhood
from nyttokedja.comparing.union import union
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing import draw
from nyttokedja.drawing.changes.statuses import arrow_statuses, box_overlays, unexplained_findings
from nyttokedja.drawing.changes.summary import DrawnChange, aria_title, summary, title_block
from nyttokedja.drawing.content.overlay import Overlay
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.layout.engine_input import Layout
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.errors import CannotDraw

__all__ = ["draw_change"]


def draw_change(
    comparison: Comparison,
    *,
    everything: bool = False,
    names: tuple[str, str] = ("", ""),
    struck: str = "",
    layout: Layout,
    data_attributes: bool = False,
) -> str:
    """The picture of a change as SVG text, in the chain's language.

    Args:
        comparison: of two sides; one may be missing, but neither unreadable.
        everything: draw also the boxes and arrows that the change does not touch.
        names: of the two sides, for the heading; empty ones are left out.
        struck: what is removed, in words, where the change is hypothetical.
        layout: what lays out graphs.
        data_attributes: boxes and arrows carry the ids of their nodes.

    Raises:
        CannotDraw: a side cannot be read as a chain, or the layout failed.
    """
    if comparison.unread:
        name = comparison.unread[0].source.name
        raise CannotDraw(f"{name} cannot be read as a chain, so the change cannot be drawn.")
    both = union(comparison)
    shown = neighbourhood(comparison, both, everything=everything)
    words = picture_words(shown.graph.chain.language)
    sentences = ComparisonWords(words.language)
    boxes, arrows = box_overlays(comparison, both, words, sentences), arrow_statuses(comparison, both)
    change = DrawnChange(comparison, shown, boxes, arrows, words, sentences, one_line(struck))
    overlay = Overlay(
        title_block=title_block(change, names),
        title=aria_title(change),
        summary=summary(change),
        empty=words.say("change", "nothing"),
        nodes=boxes,
        arrows=arrows,
        omitted=shown.cut,
    )
    return draw(
        shown.graph.chain,
        shown.graph,
        unexplained_findings(comparison),
        overlay=overlay,
        layout=layout,
        data_attributes=data_attributes,
    )
