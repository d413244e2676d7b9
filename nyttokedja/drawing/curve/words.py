"""What a curve says in words: its title, its axis, its legend, and all that it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nyttokedja.drawing.curve.points import Plotted, Point
from nyttokedja.drawing.curve.values import Values
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import Texts, texts

_TOLD = 12
"""So many measurements are told one by one; of more, the first and the last of these."""


@dataclass(frozen=True, slots=True)
class CurveWords:
    """The words for curves in the language of a chain; Swedish for one that is not known."""

    chosen: str

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self.chosen if self.chosen in LANGUAGES else "sv"

    @property
    def texts(self) -> Texts:
        """All texts of the language."""
        return texts(self.language)

    def say(self, name: str, **particulars: str) -> str:
        """A text, filled; the particulars stand as they are."""
        return self.texts.template("curve/curve", name).format(**particulars)

    def title(self, shown: Plotted) -> str:
        """What the curve is called: the indicator, and what of it is shown."""
        title = one_line(shown.indicator.title) or one_line(shown.indicator.id)
        there = {"measured": shown.measured, "course": shown.course, "target": shown.target}
        parts = self.texts.listed(self.say(f"of_{name}") for name, held in there.items() if held)
        return self.say("title", indicator=title, parts=parts)

    def counted_in(self, shown: Plotted, axis: Values) -> str:
        """What the numbers at the axis are: the unit, and the thousands or millions that they are."""
        unit = "" if shown.indicator.scale else one_line(shown.indicator.unit)
        if not axis.power:
            return unit
        name = {6: "millions", 9: "billions"}.get(axis.power, "power")
        said = self.say(name, power=str(axis.power).replace("-", "\u2212"))
        return self.say("counted_in", unit=unit, counted_in=said) if unit else said

    def with_unit(self, shown: Plotted, point: Point) -> str:
        """A value with its unit."""
        unit = "" if shown.indicator.scale else one_line(shown.indicator.unit)
        return f"{point.shown} {unit}".strip()

    def entry(self, name: str, shown: Plotted, point: Point | None = None, when: str = "") -> str:
        """A line of the legend: what it is, the value and the day, as far as they are known."""
        called = self.say(name)
        if point is None:
            return called
        value = self.with_unit(shown, point)
        return self.say(f"{name}_dated" if when else "valued", what=called, value=value, when=when)

    def alt(self, shown: Plotted) -> str:
        """All that the curve shows, in sentences."""
        return " ".join(f"{part[:1].upper()}{part[1:]}." for part in self._told(shown))

    def _told(self, shown: Plotted) -> Iterator[str]:
        if shown.baseline:
            yield self.entry("baseline", shown, shown.baseline, shown.baseline.when)
        points = [
            self.say("point", value=self.with_unit(shown, one), when=one.when) for one in shown.measured
        ]
        if len(points) > _TOLD:
            points = [*points[: _TOLD - 1], "…", points[-1]]
        yield self.say("told", points="; ".join(points)) if points else self.say("unmeasured")
        if shown.target:
            yield self.entry("target", shown, shown.target, shown.by.written if shown.by else "")
        if shown.course:
            yield self.say(
                "course_told", first=shown.course.first.isoformat(), last=shown.course.last.isoformat()
            )
