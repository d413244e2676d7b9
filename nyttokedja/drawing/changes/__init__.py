"""Comparison → the picture of the change: both sides laid out once, and told what has become of each part.

comparing (union → neighbourhood) → told (facts), headlines → Overlay → drawing
"""

from __future__ import annotations

from nyttokedja.comparing import Comparison
from nyttokedja.comparing.relevant_part import neighbourhood
from nyttokedja.comparing.union import union
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing import draw
from nyttokedja.drawing.changes.statuses import arrows, boxes, unsaid
from nyttokedja.drawing.changes.summary import Story, headline, reading_title, summary
from nyttokedja.drawing.content.overlay import Overlay
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.layout.engine_input import Layout
from nyttokedja.drawing.svg.elements import clean
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
        everything: draw the boxes and arrows too that the change does not touch.
        names: what the two sides are called in the heading; empty ones are not said.
        struck: what is taken away, in words, where the change is only imagined.
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
    said = ComparisonWords(words.language)
    told, told_arrows = boxes(comparison, both, words, said), arrows(comparison, both)
    story = Story(comparison, shown, told, told_arrows, words, said, clean(struck))
    overlay = Overlay(
        headline=headline(story, names),
        title=reading_title(story),
        summary=summary(story),
        empty=words.say("change", "nothing"),
        nodes=story.boxes,
        arrows=story.arrows,
        cut=shown.cut,
    )
    return draw(
        shown.graph.chain,
        shown.graph,
        unsaid(comparison),
        overlay=overlay,
        layout=layout,
        data_attributes=data_attributes,
    )
