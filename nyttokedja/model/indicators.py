"""What is measured to follow up a node: an indicator, its baseline and target, its measurements."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.model.findings import Span
from nyttokedja.model.periods import Period


@dataclass(frozen=True, slots=True)
class Level:
    """A baseline or a target of an indicator, in the indicator's unit; a word of its scale by its step."""

    value: float
    span: Span
    date: Period | None = None
    source: str = ""
    comment: str = ""
    of: str = ""  # whose figure it is, where it is another's
    word: str = ""  # the word of the scale that the value is the step of

    @property
    def shown(self) -> float | str:
        """The value as people know it: the word of the scale, where there is one."""
        return self.word or self.value


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value of an indicator, in the indicator's unit; a word of its scale by its step."""

    date: Period
    value: float
    span: Span
    comment: str = ""
    judgement: str = ""
    action: str = ""
    word: str = ""  # the word of the scale that the value is the step of

    @property
    def shown(self) -> float | str:
        """The value as people know it: the word of the scale, where there is one."""
        return self.word or self.value


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured to follow up the node it stands on."""

    id: str
    title: str
    span: Span
    text: str = ""
    unit: str = ""
    better: str = ""  # "", "lower" or "higher"
    scale: tuple[str, ...] = ()  # the words that are its values, from worst to best
    baseline: Level | None = None
    target: Level | None = None
    source: str = ""
    every: str = ""
    measured_by: str = ""
    judged_by: str = ""
    measures: str = ""  # the id of the factor whose outcome it is
    measurements: tuple[Measurement, ...] = ()
