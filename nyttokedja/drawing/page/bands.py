"""The bands below the columns: rows of cards under a hairline, with a label at the left.

Bands share a row where they fit. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nyttokedja.drawing.boxes.box import CARD, TypesetBox, typeset_card
from nyttokedja.drawing.boxes.cards import typeset_elsewhere, typeset_note
from nyttokedja.drawing.boxes.docks import unplaced_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.elsewhere import other_boxes
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.svg.elements import Element, path, text_line
from nyttokedja.drawing.svg.elements import number as n
from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.wrap import TextStyle, wrap
from nyttokedja.model.chain import NodeType

LABEL, GAP, BETWEEN = 122.0, 16.0, 40.0
"""The width of a label, the gap between cards, and the gap between bands in a row."""

LABEL_DOWN, CARD_DOWN, BELOW = 26.0, 12.0, 14.0
"""From a hairline to the baseline of a label and to cards; from cards to the next hairline."""

CARDS = (CARD, 215.0, 190.0)
"""The widths that cards may have: the widest that takes least height."""

_LABEL_GAP = 10.0
"""The space between a label and the cards."""

LABEL_STYLE, NOTE_STYLE, NONE_STYLE = TextStyle(12.5, 16, bold=True), TextStyle(12, 15), TextStyle(12.5, 16)


@dataclass(frozen=True, slots=True)
class Band:
    """A band before it is placed; ``key`` is that of its label in the texts."""

    key: str
    cards: tuple[TypesetBox, ...]

    def width(self, columns: int) -> float:
        """The width of the band with so many cards in a row."""
        return LABEL + columns * self.card + (columns - 1) * GAP

    def columns(self, room: float) -> int:
        """How many cards fit in a row of a band that is so wide."""
        return int((room - LABEL + GAP) // (self.card + GAP))

    @property
    def card(self) -> float:
        """The width of its cards."""
        return self.cards[0].width

    def height(self, columns: int) -> float:
        """The height of the cards with so many in a row."""
        rows = [self.cards[at : at + columns] for at in range(0, len(self.cards), columns)]
        return sum(max(card.height for card in row) for row in rows) + GAP * (len(rows) - 1)


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A band in its place: its label at (x, y), and the rectangle of each card."""

    key: str
    x: float
    y: float
    cards: tuple[tuple[TypesetBox, Rect], ...]


def bands_of(subject: Subject, width: float = CARD) -> list[Band]:
    """The bands that have cards, in order, without that of opportunities, whose cards have docks."""
    chain = subject.chain
    needed = tuple(typeset_card(node, subject, width) for node in chain.of(NodeType.PRECONDITION))
    costs = tuple(typeset_card(node, subject, width) for node in chain.of(NodeType.COST))
    cards = tuple(typeset_note(note, number, subject, width) for number, note in enumerate(chain.notes))
    others = tuple(
        typeset_elsewhere(other, number, subject, width) for number, other in enumerate(other_boxes(chain))
    )
    bands = [
        Band("unplaced", unplaced_of(subject, width)),
        Band("preconditions", needed),
        Band("costs", costs),
        Band("notes", cards),
        Band("elsewhere", others),
    ]
    return [band for band in bands if band.cards]


def side_by_side(bands: Sequence[Band], x: float, right: float, top: float) -> list[PlacedBand]:
    """All bands in one row, as low as its width allows; none where they do not fit."""
    columns = [1] * len(bands)

    def width(many: Sequence[int]) -> float:
        widths = [band.width(its) for band, its in zip(bands, many, strict=True)]
        return sum(widths) + BETWEEN * (len(widths) - 1)

    if not bands or x + width(columns) > right:
        return []
    while True:
        heights = [band.height(many) for band, many in zip(bands, columns, strict=True)]
        tallest = heights.index(max(heights))
        wider = [many + (number == tallest) for number, many in enumerate(columns)]
        if columns[tallest] == len(bands[tallest].cards) or x + width(wider) > right:
            break
        columns = wider
    placed: list[PlacedBand] = []
    for band, many in zip(bands, columns, strict=True):
        placed.append(_place(band, x, top, many))
        x += band.width(many) + BETWEEN
    return placed


def foot_of(placed: Iterable[PlacedBand]) -> float:
    """The top of what follows bands in one row."""
    return max(rect.foot for band in placed for _, rect in band.cards) + BELOW


def rows_of(bands: Sequence[Band], right: float, top: float) -> tuple[list[PlacedBand], list[float], float]:
    """(bands, y of the hairlines, top of what follows) of all bands from ``top``: in one row, or in several
    where they take less height.
    """
    rows = _rows(bands, right, top)
    row = side_by_side(bands, MARGIN, right, top)
    return (row, [top], foot_of(row)) if row and foot_of(row) <= rows[2] else rows


def _rows(bands: Sequence[Band], right: float, top: float) -> tuple[list[PlacedBand], list[float], float]:
    placed: list[PlacedBand] = []
    hairlines: list[float] = []
    waiting = list(bands)
    while waiting:
        hairlines.append(top)
        x, tallest, first = MARGIN, 0.0, True
        while waiting:
            band = waiting[0]
            most = band.columns(right - x)
            if not first and most < len(band.cards):
                break
            columns = max(1, min(most, len(band.cards)))
            placed.append(_place(waiting.pop(0), x, top, columns))
            tallest = max(tallest, band.height(columns))
            x, first = x + band.width(columns) + BETWEEN, False
        top += CARD_DOWN + tallest + BELOW
    return placed, hairlines, top


def _place(band: Band, x: float, top: float, columns: int) -> PlacedBand:
    cards, y = [], top + CARD_DOWN
    for at in range(0, len(band.cards), columns):
        row = band.cards[at : at + columns]
        for number, card in enumerate(row):
            left = x + LABEL + number * (band.card + GAP)
            cards.append((card, Rect(left, y, card.width, card.height)))
        y += max(card.height for card in row) + GAP
    return PlacedBand(band.key, x, top + LABEL_DOWN, tuple(cards))


def draw_label(key: str, x: float, y: float, words: PictureWords, theme: Theme) -> Iterator[Element]:
    """The label of a band and the note below it."""
    for line in wrap(words.word("bands", key), LABEL - _LABEL_GAP, LABEL_STYLE, words.language):
        yield text_line(x, y, line, LABEL_STYLE.size, theme.ink, bold=True)
        y += LABEL_STYLE.lead
    note = words.word("bands", f"{key}_note") if words.has("bands", f"{key}_note") else ""
    for line in wrap(note, LABEL - _LABEL_GAP, NOTE_STYLE, words.language) if note else ():
        yield text_line(x, y, line, NOTE_STYLE.size, theme.soft)
        y += NOTE_STYLE.lead


def draw_hairline(y: float, right: float, theme: Theme) -> Element:
    """The line above a row of bands."""
    return path(f"M{n(MARGIN)} {n(y)}H{n(right)}", stroke=theme.rule, width=1)


def draw_none(subject: Subject, top: float, right: float, theme: Theme) -> tuple[list[Element], float]:
    """The row with the types that were looked for and not found, and the top of what follows."""
    texts = [subject.words.word("none", kind.value) for kind in NodeType if kind in subject.chain.none]
    if not texts:
        return [], top
    drawn = [draw_hairline(top, right, theme)]
    drawn += draw_label("none", MARGIN, top + LABEL_DOWN, subject.words, theme)
    y = top + LABEL_DOWN
    for line in wrap(" · ".join(texts), right - MARGIN - LABEL, NONE_STYLE, subject.words.language):
        drawn.append(text_line(MARGIN + LABEL, y, line, NONE_STYLE.size, theme.soft))
        y += NONE_STYLE.lead
    return drawn, y
