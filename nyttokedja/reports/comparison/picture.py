"""Comparison → the picture of a comment: the changed part of the chain in Mermaid, with a legend."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from nyttokedja.comparing import Comparison, Kind
from nyttokedja.comparing.fact_wording import SIGNS
from nyttokedja.comparing.wording import BAD, GOOD, TOUCHED, ComparisonWords
from nyttokedja.language.safe_text import utf_16_length
from nyttokedja.reports.comparison.chart_items import ChartArrow, ChartItem, chart_items
from nyttokedja.reports.comparison.mermaid import LOOSE, flowchart
from nyttokedja.reports.comparison.size_limit import Excerpt, Part, Rank
from nyttokedja.reports.comparison.table_rows import escaped_sign

_LEGEND = {SIGNS[kind]: kind.value for kind in Kind} | {
    TOUCHED: "doubt",
    BAD: "bad",
    GOOD: "good",
    LOOSE: "loose",
}
"""Sign → its key in the texts of the legend."""


def chart_parts(comparison: Comparison, words: ComparisonWords, level: str) -> Iterator[Part]:
    """The picture under a heading, where there is anything to draw."""
    if not comparison.unread and (chart := tuple(chart_items(comparison))):
        yield _ChartPart(chart, words, level)


@dataclass(frozen=True)
class _ChartPart:
    items: Sequence[ChartItem]
    words: ComparisonWords
    level: str
    rank: Rank = Rank.PICTURE

    def within(self, limit: int) -> Excerpt:
        """As much of the picture as fits in half the limit: the other half is for the text after it."""
        frame = self._framed("", self._legend(_LEGEND), self._part(0, 0))
        chart = flowchart(self.items, self.words, limit // 2 - utf_16_length(frame))
        if chart is None:
            return Excerpt("", whole=False)
        whole = chart.boxes + chart.arrows == len(self.items)
        part = "" if whole else self._part(chart.boxes, chart.arrows)
        return Excerpt(self._framed(chart.text, self._legend(chart.signs), part), whole=True)

    def _framed(self, chart: str, legend: str, part: str) -> str:
        heading = f"{self.level} {self.words.card('picture')}"
        return "\n\n".join(text for text in (heading, f"```mermaid\n{chart}\n```", legend, part) if text)

    def _legend(self, signs: Collection[str]) -> str:
        """The meaning of the signs that occur, in the order of the table."""
        meanings = (
            f"{escaped_sign(sign)} {self.words.legend(key)}" for sign, key in _LEGEND.items() if sign in signs
        )
        return " · ".join(meanings)

    def _part(self, boxes: int, arrows: int) -> str:
        """The sentence that says how many nodes and arrows of all are drawn."""
        lines = sum(isinstance(item, ChartArrow) for item in self.items)
        return self.words.card(
            "part", nodes=boxes, arrows=arrows, all_nodes=len(self.items) - lines, all_arrows=lines
        )
