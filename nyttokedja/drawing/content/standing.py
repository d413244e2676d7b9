"""An indicator at follow-up → what was, is and is to be, and how it stands, in words with a mark."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nyttokedja.checking.config import Config
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import Node
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.progress import latest
from nyttokedja.model.standings import Verdict, stands

_MARKS = {
    Verdict.REACHED: "reached",
    Verdict.ON_COURSE: "on_course",
    **dict.fromkeys(
        (Verdict.CLOSELY, Verdict.BEHIND, Verdict.WORSE, Verdict.MISSED, Verdict.NOT_REACHED), "behind"
    ),
}
"""Verdict → the mark of the line that says it; the others have none."""


def standing_of(
    node: Node, graph: Graph, words: PictureWords, today: date | None
) -> Iterator[tuple[str, str]]:
    """(text, mark) of the lines for each indicator, by the last measurement there is on a day."""
    for indicator in node.indicators:
        made = _last(indicator, today)
        title = one_line(indicator.title) or one_line(indicator.id)
        course = " → ".join(_course(indicator, made, words))
        yield words.say("lines", "measured", indicator=title, course=course) if course else title, ""
        if made is None:
            yield words.word("standing", "unmeasured"), ""
            continue
        verdict = stands(node, indicator, made, graph, Config().tolerance).verdict
        yield words.word("standing", verdict.value), _MARKS.get(verdict, "")


def _course(indicator: Indicator, made: Measurement | None, words: PictureWords) -> Iterator[str]:
    """The baseline, the measured value, and the target with its unit."""
    if indicator.baseline:
        yield _shown(indicator.baseline, words)
    if made:
        yield words.say("lines", "now", value=_shown(made, words))
    if indicator.target:
        target = f"{_shown(indicator.target, words)} {one_line(indicator.unit)}".strip()
        yield words.say("lines", "target", value=target)


def _shown(level: Level | Measurement, words: PictureWords) -> str:
    """A value as people know it: a number, or a word of its scale."""
    shown = level.shown
    return one_line(shown) if isinstance(shown, str) else words.texts.number(shown)


def _last(indicator: Indicator, today: date | None) -> Measurement | None:
    if today:
        return latest(indicator, today)
    return max(indicator.measurements, key=lambda made: made.date.last, default=None)
