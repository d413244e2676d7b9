"""What boxes are worth, as they say it: money a year, or hours, by the likely run of the calculation."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.calculating.frame import currency_of, frame_of
from nyttokedja.calculating.model import Item, Options, Run, Standing
from nyttokedja.calculating.run import run_of
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.language.figures import Figures
from nyttokedja.model.graph import Graph


def worths_of(graph: Graph, words: PictureWords) -> Mapping[str, str]:
    """Id → what the box is worth in words, of those whose value can be calculated."""
    if not any(node.value for node in graph.chain.nodes):
        return {}
    frame = frame_of(graph.chain, Options())
    figures = Figures(words.language, currency_of(graph.chain))
    items = run_of(graph, frame, Run.LIKELY).items
    return {item.node.id: said for item in items if (said := _said(item, figures, words))}


def _said(item: Item, figures: Figures, words: PictureWords) -> str:
    if item.yearly is not None:
        once = item.node.timing == "once" and not (item.node.value and item.node.value.profile)
        said = words.say("lines", "worth_once" if once else "worth", money=figures.money(item.yearly))
    elif item.hours is not None:
        said = words.say("lines", "worth_hours", hours=figures.about(item.hours))
    else:
        return ""
    summed = item.standing in (Standing.SUMMED, Standing.UNVALUED)
    return said if summed else words.say("lines", "worth_beside", worth=said)
