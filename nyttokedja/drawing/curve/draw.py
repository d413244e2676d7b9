"""What a curve shows → its SVG; the same indicator, the same bytes, on a page, in Word and in PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nyttokedja.drawing.curve.legend import draw_legend
from nyttokedja.drawing.curve.plot import Plot, draw_plot
from nyttokedja.drawing.curve.points import Plotted, plotted
from nyttokedja.drawing.curve.words import CurveWords
from nyttokedja.drawing.svg.elements import document
from nyttokedja.drawing.svg.theme import LIGHT, Theme
from nyttokedja.model.chain import Node
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator

_WIDTH = 640.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A drawn curve: SVG of ``width`` × ``height`` px, its title, and what it shows in words."""

    svg: str
    width: float
    height: float
    title: str
    alt: str


def curve_of(
    node: Node, indicator: Indicator, graph: Graph, today: date | None, theme: Theme = LIGHT
) -> Curve | None:
    """The curve of an indicator on a day; without a day, of all its measurements.

    None where nothing is measured and there is no course to be measured against.
    """
    words = CurveWords(graph.chain.language)
    shown = plotted(node, indicator, graph, today, words.language)
    return _drawn(shown, words, theme) if shown else None


def _drawn(shown: Plotted, words: CurveWords, theme: Theme) -> Curve:
    plot = Plot(shown, words, theme, _WIDTH)
    legend, height = draw_legend(plot)
    title, alt = words.title(shown), words.alt(shown)
    svg = document(
        [*draw_plot(plot), *legend],
        title=title,
        alt=alt,
        page=theme.page,
        width=_WIDTH,
        height=height,
        language=words.language,
    )
    return Curve(svg, _WIDTH, height, title, alt)
