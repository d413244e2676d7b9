"""A document of one sheet → that sheet: A4 where its figure can be read beside its texts, else A3."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nyttokedja.documents.model import Block, Document, Figure, KeyFigure, KeyFigures, Listed, Section
from nyttokedja.documents.writing.flow import SMALL, TYPE, Heading, height_above, height_of
from nyttokedja.documents.writing.paper import A3, A4
from nyttokedja.printing.sheets import NATURAL

_ENOUGH = 5.1 / 13.5
"""The scale of a figure at which the titles of its boxes, 13.5 px, are large enough, in pt a px."""

_KIND, _TITLE = 24.0, 22.0
"""What is above the title takes so much height, and its type, in pt."""

_VALUE, _TILES, _TILE = 17.0, 3, 30.0
"""The type of key figures, how many are side by side, and the space around them, in pt."""

_FIGURE, _POINT = 30.0, 4.0
"""The space around the figure, and that below a point of a list, in pt."""


@dataclass(frozen=True, slots=True)
class Single:
    """A sheet, upright, in pt, and the scale in pt a px at which the figure takes the room left on it."""

    paper: tuple[float, float]
    scale: float


def single(document: Document, edges: tuple[float, float]) -> Single:
    """The sheet of a document that has but one.

    Args:
        document: the document.
        edges: what both margins at the sides take together, and those above and below, in pt.
    """
    small = _on(document, A4, edges)
    return small if small.scale >= _ENOUGH else _on(document, A3, edges)


def _on(document: Document, paper: tuple[float, float], edges: tuple[float, float]) -> Single:
    """A document on a sheet; without a figure, the scale is 0 where its texts have no room."""
    room, high = paper[0] - edges[0], paper[1] - edges[1]
    texts = _KIND + height_of(document.title, _TITLE, room) + TYPE + _blocks(document.about, room)
    texts += sum(_section(section, room) for section in document.sections)
    left = max(high - texts, 0.0)
    figures = (one for section in document.sections for one in section.blocks if isinstance(one, Figure))
    scales = (
        min(room / max(one.width, 1.0), max(left - _FIGURE, 0.0) / max(one.height, 1.0)) for one in figures
    )
    return Single(paper, min([NATURAL, *scales]) if left else 0.0)


def _section(section: Section, room: float) -> float:
    heading = height_above(Heading(section.heading, 1), room)
    return heading + _blocks(section.blocks, room) + sum(_section(one, room) for one in section.sections)


def _blocks(blocks: Iterable[Block], room: float) -> float:
    return sum(_block(block, room) for block in blocks)


def _block(block: Block, room: float) -> float:
    match block:
        case Listed():
            return TYPE + sum(height_of(point, TYPE, room - 2 * TYPE) + _POINT for point in block.points)
        case KeyFigures():
            return max((_tile(one, room / _TILES - TYPE) for one in block.figures), default=0.0)
    return height_above(block, room)


def _tile(figure: KeyFigure, room: float) -> float:
    note = height_of(figure.note, SMALL, room) if figure.note else 0.0
    return (
        height_of(figure.value, _VALUE, room) + height_of(figure.label, TYPE, room, bold=True) + note + _TILE
    )
