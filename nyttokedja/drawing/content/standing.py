"""An indicator at follow-up → what was, is and is to be, and how it stands, in words with a mark."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import Node
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.progress import latest
from nyttokedja.model.standings import Verdict, stands
from nyttokedja.model.targets import TargetState, target_state

_MARKS = {
    Verdict.REACHED: "reached",
    Verdict.ON_COURSE: "on_course",
    **dict.fromkeys(
        (
            *(Verdict.CLOSELY, Verdict.BEHIND, Verdict.WORSE),
            *(Verdict.MISSED, Verdict.OVERDUE, Verdict.NOT_REACHED),
        ),
        "behind",
    ),
}
"""Verdict → the mark of the line that says it; the others have none."""


def standing_of(
    node: Node, graph: Graph, words: PictureWords, today: date | None
) -> Iterator[tuple[str, str]]:
    """(text, mark) of the lines for each indicator, by the last measurement there is on a day."""
    for indicator in node.indicators:
        made = latest(indicator, today)
        title = one_line(indicator.title) or one_line(indicator.id)
        course = " → ".join(_course(indicator, made, words))
        yield words.say("lines", "measured", indicator=title, course=course) if course else title, ""
        yield stood(node, indicator, graph, words, today)


def stood(
    node: Node, indicator: Indicator, graph: Graph, words: PictureWords, today: date | None
) -> tuple[str, str]:
    """(how an indicator stands in words, its mark), by the last measurement there is on a day."""
    made = latest(indicator, today)
    if made is None:
        return _unmeasured(node, indicator, graph, words, today)
    verdict = stands(node, indicator, made, graph, graph.tolerance, today).verdict
    return words.word("standing", verdict.value), _MARKS.get(verdict, "")


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


def _unmeasured(
    node: Node, indicator: Indicator, graph: Graph, words: PictureWords, today: date | None
) -> tuple[str, str]:
    state = target_state(node, indicator, graph, today, graph.tolerance) if today else None
    if state is TargetState.UNMEASURED:
        return words.word("standing", Verdict.OVERDUE.value), _MARKS[Verdict.OVERDUE]
    return words.word("standing", "unmeasured"), ""
