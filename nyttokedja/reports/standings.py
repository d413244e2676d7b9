"""How a measurement stands → the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.language.figures import Figures, Written
from nyttokedja.language.texts import Texts
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.standings import Stands, Verdict

_FIGURES = "follow_up/figures"


def standing_lines(stands: Stands, indicator: Indicator, said: Texts) -> Iterator[str]:
    """What is said of a measurement: the verdict first, then the figures that it is made of."""
    by = stands.by.written if stands.by else ""
    target = indicator.target.shown if indicator.target else 0.0
    yield said.say("follow_up/verdict", stands.verdict.value, by=by, target=target)
    if figures := tuple(_figures(stands, said)):
        yield ". ".join(figures) + "."


def _figures(stands: Stands, said: Texts) -> Iterator[str]:
    figures = Figures(said.language)
    if stands.steps:
        side = "steps_below" if stands.steps > 0 else "steps_above"
        yield said.say(_FIGURES, side, n=abs(stands.steps))
    if stands.attainment is not None:
        yield said.say(_FIGURES, "attainment", share=percent(stands.attainment, figures, 2))
    if stands.course is None or stands.deviation is None or stands.verdict is Verdict.BEFORE:
        return
    yield said.say(_FIGURES, "course", value=round(stands.course, 2))
    side = "behind" if stands.deviation > 0 else "ahead" if stands.deviation < 0 else "on"
    yield said.say(_FIGURES, side, share=percent(abs(stands.deviation), figures, 1))


def percent(share: float, figures: Figures, decimals: int) -> Written:
    """A share in per cent with so many decimals, of which those that say nothing are left out."""
    return figures.rate(Decimal(repr(round(share, decimals + 2))))
