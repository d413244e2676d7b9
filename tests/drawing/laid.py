"""A chain laid out, for tests that look at places instead of SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise

from nyttokedja.batch.draw import draw
from nyttokedja.batch.engines import lay_out
from nyttokedja.drawing.content.annotations import annotations_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.layout.rows import wrapped
from nyttokedja.drawing.layout.trials import NATURAL, Trial, draft_of
from nyttokedja.drawing.page.compose import LaidOutPicture, dock_rects, lay_out_picture
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph

SVG = "{http://www.w3.org/2000/svg}"


def subject_of(chain: Chain, findings=()) -> Subject:
    """What the drawing knows of a chain before measuring."""
    words, graph = picture_words(chain.language), Graph(chain)
    return Subject(chain, graph, words, annotations_of(findings, graph.nodes, words))


def laid_out(chain: Chain, trial: Trial = NATURAL, rows: int = 1) -> LaidOutPicture:
    """One trial of the chain, laid out, with its ranks in so many rows if there are so many."""
    subject = subject_of(chain)
    draft = draft_of(subject, trial)
    rows = min(rows, draft.ranks.count)
    ends = [round(draft.ranks.count * n / rows) for n in range(rows + 1)] if rows else []
    spans = [(first, last - 1) for first, last in pairwise(ends)]
    draft = replace(draft, ranks=wrapped(draft.ranks, spans))
    answer = lay_out([draft.dot])[0] if draft.units else {}
    return lay_out_picture(subject, draft, answer, LIGHT)


def drawn(chain: Chain, findings=(), **options) -> str:
    """The SVG text of a chain."""
    return draw(chain, Graph(chain), findings, **options)


def parsed(svg: str) -> ET.Element:
    """The document; fails unless it is well-formed."""
    return ET.fromstring(svg)


def labels(svg: str) -> list[str]:
    """The labels of the boxes in reading order."""
    return [group.get("aria-label") for group in parsed(svg).iter(f"{SVG}g") if group.get("aria-label")]


def texts(svg: str) -> list[str]:
    """All lines of text in the order in which they are drawn."""
    return [element.text for element in parsed(svg).iter(f"{SVG}text")]


def all_rects(picture: LaidOutPicture) -> dict[str, Rect]:
    """Every box and dock of the columns and of the opportunities, by a name of its own."""
    rects: dict[str, Rect] = {}
    for id, unit in picture.draft.units.items():
        rects |= _with_docks(id, unit, picture.canvas.rect(id))
    if picture.opportunities:
        for id, unit in picture.draft.opportunities.items():
            rects |= _with_docks(id, unit, picture.opportunities.rects[id])
    return rects


def _with_docks(id, unit, host):
    docks = {f"{id}/{number}": rect for number, rect in enumerate(dock_rects(unit, host))}
    return {id: host, **docks}
