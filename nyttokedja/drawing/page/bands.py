"""The bands below the columns: cards in rows under a hairline, with their label to the left.

Bands share a row when they fit. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.boxes.box import CARD, Box, low_box_of, note_of
from nyttokedja.drawing.boxes.docks import unplaced_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.svg.elements import Element, path, words
from nyttokedja.drawing.svg.elements import number as n
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.wrap import Type, wrap
from nyttokedja.model.chain import NodeType
from nyttokedja.model.stage import Stage

LABEL, GAP, BETWEEN = 150.0, 16.0, 40.0
"""The room for a band's label, the gap between cards, and the one between bands in a row."""

LABEL_DOWN, CARD_DOWN, OFFER_DOWN, BELOW = 26.0, 12.0, 16.0, 14.0
"""From a hairline to the baseline of a label, to cards, to opportunities; from cards to the next hairline."""

_LABEL_GAP = 10.0
"""What a label leaves free before the cards."""

LABEL_TYPE, NOTE_TYPE, NONE_TYPE = Type(12.5, 16, bold=True), Type(11.5, 15), Type(12.5, 16)


@dataclass(frozen=True, slots=True)
class Band:
    """A band before it is placed: ``key`` finds its words."""

    key: str
    cards: tuple[Box, ...]

    def width(self, columns: int) -> float:
        """Its width with so many cards in a row."""
        return LABEL + columns * CARD + (columns - 1) * GAP

    def height(self, columns: int) -> float:
        """The height of its cards with so many in a row."""
        rows = [self.cards[at : at + columns] for at in range(0, len(self.cards), columns)]
        return sum(max(card.height for card in row) for row in rows) + GAP * (len(rows) - 1)


@dataclass(frozen=True, slots=True)
class Laid:
    """A band in its place: its label at (x, y), and where each card stands."""

    key: str
    x: float
    y: float
    cards: tuple[tuple[Box, Rect], ...]


def bands_of(subject: Subject) -> list[Band]:
    """The bands that have cards, in order; the opportunities' is apart, since it has arrows."""
    chain = subject.chain
    needed = tuple(low_box_of(node, subject, CARD) for node in chain.of(NodeType.PRECONDITION))
    costs = tuple(low_box_of(node, subject, CARD) for node in chain.of(NodeType.COST))
    notes = chain.notes if chain.stage is Stage.DRAFT else ()
    cards = tuple(note_of(note, number, subject, CARD) for number, note in enumerate(notes))
    bands = [
        Band("unplaced", unplaced_of(subject)),
        Band("preconditions", needed),
        Band("costs", costs),
        Band("notes", cards),
    ]
    return [band for band in bands if band.cards]


def fitting(bands: Sequence[Band], x: float, right: float, top: float, height: float) -> list[Laid]:
    """As many of the first bands as fit, side by side, in a space ``height`` high."""
    laid: list[Laid] = []
    for band in bands:
        columns = next(
            (many for many in range(1, len(band.cards) + 1) if band.height(many) <= height), len(band.cards)
        )
        if x + band.width(columns) > right or band.height(columns) > height:
            break
        laid.append(_laid(band, x, top, columns, OFFER_DOWN))
        x += band.width(columns) + BETWEEN
    return laid


def rows_of(bands: Sequence[Band], right: float, top: float) -> tuple[list[Laid], list[float], float]:
    """All bands in rows from ``top``: the bands, the y of the hairlines, and where the next begins."""
    laid: list[Laid] = []
    hairlines: list[float] = []
    waiting = list(bands)
    while waiting:
        hairlines.append(top)
        x, tallest, first = MARGIN, 0.0, True
        while waiting:
            band = waiting[0]
            most = int((right - x - LABEL + GAP) // (CARD + GAP))
            if not first and most < len(band.cards):
                break
            columns = max(1, min(most, len(band.cards)))
            laid.append(_laid(waiting.pop(0), x, top, columns))
            tallest = max(tallest, band.height(columns))
            x, first = x + band.width(columns) + BETWEEN, False
        top += CARD_DOWN + tallest + BELOW
    return laid, hairlines, top


def _laid(band: Band, x: float, top: float, columns: int, down: float = CARD_DOWN) -> Laid:
    cards, y = [], top + down
    for at in range(0, len(band.cards), columns):
        row = band.cards[at : at + columns]
        for number, card in enumerate(row):
            left = x + LABEL + number * (CARD + GAP)
            cards.append((card, Rect(left, y, card.width, card.height)))
        y += max(card.height for card in row) + GAP
    return Laid(band.key, x, top + LABEL_DOWN, tuple(cards))


def draw_label(key: str, x: float, y: float, words_: PictureWords, theme: Theme) -> Iterator[Element]:
    """A band's label and the note under it."""
    for line in wrap(words_.word("bands", key), LABEL - _LABEL_GAP, LABEL_TYPE, words_.language):
        yield words(x, y, line, LABEL_TYPE.size, theme.ink, bold=True)
        y += LABEL_TYPE.lead
    note = words_.word("bands", f"{key}_note") if words_.has("bands", f"{key}_note") else ""
    for line in wrap(note, LABEL - _LABEL_GAP, NOTE_TYPE, words_.language) if note else ():
        yield words(x, y, line, NOTE_TYPE.size, theme.soft)
        y += NOTE_TYPE.lead


def draw_hairline(y: float, right: float, theme: Theme) -> Element:
    """The line above a row of bands."""
    return path(f"M{n(MARGIN)} {n(y)}H{n(right)}", stroke=theme.rule, width=1)


def draw_none(subject: Subject, top: float, right: float, theme: Theme) -> tuple[list[Element], float]:
    """The row that tells what was looked for and not found, and where the next begins."""
    said = [subject.words.word("none", kind.value) for kind in NodeType if kind in subject.chain.none]
    if not said:
        return [], top
    drawn = [draw_hairline(top, right, theme)]
    drawn += draw_label("none", MARGIN, top + LABEL_DOWN, subject.words, theme)
    y = top + LABEL_DOWN
    for line in wrap(" · ".join(said), right - MARGIN - LABEL, NONE_TYPE, subject.words.language):
        drawn.append(words(MARGIN + LABEL, y, line, NONE_TYPE.size, theme.soft))
        y += NONE_TYPE.lead
    return drawn, y
