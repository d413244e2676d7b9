"""Comparison → the picture of a card: the neighbourhood of the change as Mermaid, and what its signs mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from nyttokedja.comparing import Comparison, Kind
from nyttokedja.comparing.wording import BAD, GOOD, SIGNS, TOUCHED, ComparisonWords
from nyttokedja.reports.comparison.chart_items import Item, Line, items
from nyttokedja.reports.comparison.mermaid import LOOSE, chart
from nyttokedja.reports.comparison.size_limit import Fitted, Part, Rank, size
from nyttokedja.reports.comparison.table_rows import sign_shown

_LEGEND = {SIGNS[kind]: kind.value for kind in Kind} | {
    TOUCHED: "doubt",
    BAD: "bad",
    GOOD: "good",
    LOOSE: "loose",
}
"""Sign → what it is listed under in the texts."""


def picture(comparison: Comparison, words: ComparisonWords, level: str) -> Iterator[Part]:
    """The picture under a heading, where there is anything to draw."""
    if not comparison.unread and (drawn := tuple(items(comparison))):
        yield _Picture(drawn, words, level)


@dataclass(frozen=True)
class _Picture:
    items: Sequence[Item]
    words: ComparisonWords
    level: str
    rank: Rank = Rank.PICTURE

    def within(self, room: int) -> Fitted:
        """As much of it as there is room for in half the room: the words want the other half."""
        frame = self._framed("", self._legend(_LEGEND), self._part(0, 0))
        drawn = chart(self.items, self.words, room // 2 - size(frame))
        if drawn is None:
            return Fitted("", whole=False)
        whole = drawn.boxes + drawn.arrows == len(self.items)
        part = "" if whole else self._part(drawn.boxes, drawn.arrows)
        return Fitted(self._framed(drawn.text, self._legend(drawn.signs), part), whole=True)

    def _framed(self, drawn: str, legend: str, part: str) -> str:
        heading = f"{self.level} {self.words.card('picture')}"
        return "\n\n".join(text for text in (heading, f"```mermaid\n{drawn}\n```", legend, part) if text)

    def _legend(self, signs: Collection[str]) -> str:
        """What the signs that are there mean, in the order of the table."""
        meanings = (
            f"{sign_shown(sign)} {self.words.legend(key)}" for sign, key in _LEGEND.items() if sign in signs
        )
        return " · ".join(meanings)

    def _part(self, boxes: int, arrows: int) -> str:
        """How much of the whole is drawn."""
        lines = sum(isinstance(item, Line) for item in self.items)
        return self.words.card(
            "part", nodes=boxes, arrows=arrows, all_nodes=len(self.items) - lines, all_arrows=lines
        )
