"""What is measured to follow up a node: an indicator, its baseline and target, its measurements."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.model.findings import Span
from nyttokedja.model.periods import Period


@dataclass(frozen=True, slots=True)
class Level:
    """A baseline or a target of an indicator, in the indicator's unit."""

    value: float
    span: Span
    date: Period | None = None
    source: str = ""
    comment: str = ""
    of: str = ""  # whose figure it is, where it is another's


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value of an indicator, in the indicator's unit."""

    date: Period
    value: float
    span: Span
    comment: str = ""
    judgement: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured to follow up the node it stands on."""

    id: str
    title: str
    span: Span
    text: str = ""
    unit: str = ""
    better: str = ""  # "", "lower" or "higher"
    baseline: Level | None = None
    target: Level | None = None
    source: str = ""
    every: str = ""
    measured_by: str = ""
    judged_by: str = ""
    measures: str = ""  # the id of the factor whose outcome it is
    measurements: tuple[Measurement, ...] = ()
