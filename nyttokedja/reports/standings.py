"""How what is measured stands → the sentences and figures that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from nyttokedja.language.figures import Figures, Written
from nyttokedja.language.texts import Texts
from nyttokedja.model.chain import Node
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator, Level, Measurement
from nyttokedja.model.progress import latest, made_by
from nyttokedja.model.standings import Stands, Verdict, stands
from nyttokedja.model.targets import TargetState, due, target_state

_FIGURES = "follow_up/figures"


@dataclass(frozen=True, slots=True)
class Followed:
    """An indicator of a box on a day: what was measured last, and how that stands; None where nothing was.

    ``is_overdue``: its target was due, and nobody has measured since.
    """

    node: Node
    indicator: Indicator
    made: Measurement | None
    stands: Stands | None
    is_overdue: bool


def followed(node: Node, indicator: Indicator, graph: Graph, today: date | None) -> Followed:
    """An indicator of a box as it is on a day; without a day, by the last measurement of all."""
    made = latest(indicator, today)
    judged = stands(node, indicator, made, graph, graph.tolerance, today) if made else None
    overdue = bool(today) and _state(node, indicator, graph, today) is TargetState.UNMEASURED
    return Followed(node, indicator, made, judged, overdue)


def standing_said(one: Followed, graph: Graph, said: Texts) -> str:
    """What is said of an indicator first: the verdict alone."""
    return next(standing_sentences(one, graph, said))


def standing_sentences(one: Followed, graph: Graph, said: Texts) -> Iterator[str]:
    """What is said of an indicator: that it is not measured, or the verdict and the figures behind it."""
    if one.made and one.stands:
        yield from standing_lines(one.stands, one.indicator, said)
        return
    by = due(one.node, one.indicator, graph)
    yield said.word("follow_up/figures", "unmeasured")
    if one.is_overdue and by:
        yield said.say("follow_up/verdict", Verdict.OVERDUE.value, by=by.written)


class Past(NamedTuple):
    """One measurement: what it was, how it stood then, and that in words; "" where nothing can be said."""

    made: Measurement
    stands: Stands
    value: str
    course: str
    deviation: str
    said: str


def history(one: Followed, graph: Graph, today: date | None, said: Texts) -> Iterator[Past]:
    """All that was measured until a day, in order."""
    for made in made_by(one.indicator, today):
        stood = stands(one.node, one.indicator, made, graph, graph.tolerance)
        yield Past(
            made,
            stood,
            level_said(made, one.indicator, said, dated=False),
            course_said(stood, said),
            deviation_said(stood, said),
            "\n".join(filter(None, (made.judgement, made.comment, made.action))),
        )


def course_said(stood: Stands, said: Texts) -> str:
    """Where the course was at the time of a measurement; "" where that cannot be said."""
    return "" if stood.course is None else Figures(said.language).value(round(stood.course, 2))


def deviation_said(stood: Stands, said: Texts) -> str:
    """How far behind its course a measurement is or ahead of it, in per cent of the whole way or in steps."""
    if stood.steps is not None:
        side = "below" if stood.steps > 0 else "above" if stood.steps < 0 else "at"
        return said.say(_FIGURES, f"steps_{side}_target", n=abs(stood.steps))
    if stood.deviation is None:
        return ""
    share = percent(abs(stood.deviation), Figures(said.language), 1)
    if not stood.deviation:
        return share
    return said.say(_FIGURES, "late_by" if stood.deviation > 0 else "ahead_by", share=share)


def _state(node: Node, indicator: Indicator, graph: Graph, today: date | None) -> TargetState | None:
    return target_state(node, indicator, graph, today, graph.tolerance) if today else None


def standing_lines(stands: Stands, indicator: Indicator, said: Texts) -> Iterator[str]:
    """What is said of a measurement: the verdict first, then the figures that it is made of."""
    yield verdict_line(stands, indicator, said)
    if figures := tuple(_figures(stands, said)):
        yield ". ".join(figures) + "."


def verdict_line(stands: Stands, indicator: Indicator, said: Texts) -> str:
    """The verdict on a measurement."""
    by = stands.by.written if stands.by else ""
    target = indicator.target.shown if indicator.target else 0.0
    return said.say("follow_up/verdict", stands.verdict.value, by=by, target=target)


def level_said(
    level: Level | Measurement | None, indicator: Indicator, said: Texts, *, dated: bool = True
) -> str:
    """A value with its unit and its time, as far as they are known; "" where there is none."""
    if level is None:
        return ""
    unit = "" if level.word else " ".join(indicator.unit.split())
    value = f"{level.word or Figures(said.language).value(level.value)} {unit}".strip()
    if level.date is None or not dated:
        return value
    return said.say("follow_up/figures", "dated", value=value, date=level.date.written)


def _figures(stands: Stands, said: Texts) -> Iterator[str]:
    figures = Figures(said.language)
    if stands.steps:
        side = "steps_below" if stands.steps > 0 else "steps_above"
        yield said.say(_FIGURES, side, n=abs(stands.steps))
    if stands.attainment is not None:
        yield said.say(_FIGURES, "attainment", share=percent(stands.attainment, figures, 2))
    if stands.course is None or stands.deviation is None or stands.verdict is Verdict.BEFORE:
        return
    yield said.say(_FIGURES, "course", value=figures.value(round(stands.course, 2)))
    side = "behind" if stands.deviation > 0 else "ahead" if stands.deviation < 0 else "on"
    yield said.say(_FIGURES, side, share=percent(abs(stands.deviation), figures, 1))


def percent(share: float, figures: Figures, decimals: int) -> Written:
    """A share in per cent with so many decimals, of which those that say nothing are left out."""
    return figures.rate(Decimal(repr(round(share, decimals + 2))))
