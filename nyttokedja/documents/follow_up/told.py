"""What every section of a follow-up says alike: how indicators stand, their tables, and their curves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from nyttokedja.calculating.model import ALL
from nyttokedja.documents.blocks import Said, cell, table
from nyttokedja.documents.model import Block, Cell, Column, Figure, Section
from nyttokedja.documents.source import Source
from nyttokedja.drawing.curve import curve_of
from nyttokedja.language.figures import Figures
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.indicators import Level, Measurement
from nyttokedja.reports.standings import (
    Followed,
    Past,
    course_said,
    deviation_said,
    followed,
    history,
    percent,
    standing_said,
)


class Part(NamedTuple):
    """What stands under a heading: blocks, and sections a level below."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Telling:
    """A chain to be followed up, and the words that it is told in."""

    source: Source

    # -- words ------------------------------------------------------------------------------------

    def heading(self, name: str) -> str:
        """The heading of a section."""
        return self.source.word("follow-up-headings", name)

    def say(self, name: str, **particulars: Any) -> str:
        """A sentence, filled."""
        return self.source.said.say("documents/follow-up", name, **particulars)

    def column(self, name: str, share: float = 1.0, *, is_number: bool = False) -> Column:
        """A column of a table."""
        unit = self.figures.scale(()).unit
        return Column(self.source.said.say("documents/follow-up-columns", name, unit=unit), is_number, share)

    def value(self, value: str, key: str) -> str:
        """The word of the chain's language for a listed value of a key."""
        return words(self.source.said.language).value(value, key).replace("_", " ") if value else ""

    @cached_property
    def figures(self) -> Figures:
        """How numbers are written; money in the chain's currency."""
        return self.source.worth.figures

    def title(self, node: Node) -> str:
        """A box's title on one line."""
        return " ".join(node.title.split()) or node.id

    def titles(self, nodes: Iterable[Node]) -> tuple[str, ...]:
        """The titles of boxes."""
        return tuple(map(self.title, nodes))

    # -- boxes and indicators ---------------------------------------------------------------------

    @cached_property
    def followed(self) -> tuple[Followed, ...]:
        """Every indicator with how it stands, in the order of the file."""
        source = self.source
        nodes = source.chain.nodes
        return tuple(
            followed(node, one, source.graph, source.today) for node in nodes for one in node.indicators
        )

    def of(self, node: Node) -> tuple[Followed, ...]:
        """Those of a box."""
        return tuple(one for one in self.followed if one.node.id == node.id)

    def nodes(self, *types: NodeType) -> tuple[Node, ...]:
        """The boxes of some types."""
        return tuple(self.source.chain.of(*types))

    def indicator(self, one: Followed) -> str:
        """The title of an indicator, on one line."""
        return " ".join(one.indicator.title.split()) or one.indicator.id

    def called(self, one: Followed) -> str:
        """The title of an indicator, with its unit."""
        title = self.indicator(one)
        unit = " ".join(one.indicator.unit.split())
        return self.say("with_unit", title=title, unit=unit) if unit else title

    def standing(self, one: Followed) -> str:
        """How an indicator stands, in a sentence."""
        return standing_said(one, self.source.graph, self.source.said)

    @cached_property
    def hours_by_year(self) -> Sequence[tuple[int, Decimal, Decimal]]:
        """The hours that all benefits in the sum freed, planned and as they came out, in years measured."""
        made = self.source.calculated
        if made.outcome is None or made.frame is None or made.likely is None:
            return ()
        years = sorted({one.year for one in made.outcome.realised if one.hours is not None})
        planned, came = (run.results[ALL].hours_freed for run in (made.likely, made.outcome.run))
        places = [(year, made.frame.years.index(year)) for year in years]
        return [(year, planned[t], came[t]) for year, t in places]

    # -- tables and curves ------------------------------------------------------------------------

    def indicators(self, found: Sequence[Followed], *, boxed: bool = False) -> Iterator[Block]:
        """The table of some indicators, with their boxes where these differ; then the curve of each."""
        columns = (
            self.column("indicator", 2.4),
            *([self.column("box", 2.0)] if boxed else []),
            *(self.column(name, 1.3) for name in ("baseline", "latest", "target")),
            *(self.column(name, 1.2, is_number=True) for name in ("attainment", "course")),
            self.column("deviation", 1.2),
            self.column("standing", 2.2),
        )
        rows = [self._row(one, boxed=boxed) for one in found]
        yield from table(self.say("indicators", n=len(rows)) if rows else "", columns, rows)
        for one in found:
            yield from self._curve(one)

    def _row(self, one: Followed, *, boxed: bool) -> Sequence[Said]:
        stood, said = one.stands, self.source.said
        levels = (one.indicator.baseline, one.made, one.indicator.target)
        attained = stood.attainment if stood else None
        return (
            self.called(one),
            *([self.title(one.node)] if boxed else []),
            *(self._level(level) for level in levels),
            "" if attained is None else percent(attained, self.figures, 2),
            course_said(stood, said) if stood else "",
            deviation_said(stood, said) if stood else "",
            self.standing(one),
        )

    def _level(self, level: Level | Measurement | None) -> str:
        value = self.bare(level)
        return f"{value}\n{level.date.written}" if level and level.date else value

    def bare(self, level: Level | Measurement | None) -> str:
        """A value without its unit; "" where there is none."""
        return "" if level is None else level.word or self.figures.value(level.value)

    def _curve(self, one: Followed) -> Iterator[Block]:
        """The curve of an indicator, and the table of what was measured beside it."""
        source = self.source
        curve = curve_of(one.node, one.indicator, source.graph, source.today)
        past = tuple(history(one, source.graph, source.today, source.said))
        lines = self._lines(one, past)
        if curve:
            plotted = tuple(range(1, len(lines) + 1)) if past and not one.indicator.scale else ()
            yield Figure(curve.svg, curve.width, curve.height, curve.alt, curve.title, plotted=plotted)
        columns = (
            self.column("when", 1.2),
            *(self.column(name, is_number=not one.indicator.scale) for name in lines),
            self.column("deviation", 1.2),
            self.column("said", 3.0),
        )
        rows: list[Sequence[Said]] = [
            [
                cell(made.made.date.written, made.made.date.last),
                *(values[n] for values in lines.values()),
                made.deviation,
                made.said,
            ]
            for n, made in enumerate(past)
        ]
        yield from table(self.say("measurements", indicator=self.called(one)), columns, rows)

    def _lines(self, one: Followed, past: Sequence[Past]) -> Mapping[str, Sequence[Cell]]:
        """The lines of a curve that there are, each with its values at the times of the measurements."""
        lines = {"value": [self._cell(made.made, one) for made in past]}
        if any(made.course for made in past):
            courses = [made.stands.course for made in past]
            lines["course"] = [
                cell(made.course, None if course is None else Decimal(repr(round(course, 2))))
                for made, course in zip(past, courses, strict=True)
            ]
        if target := one.indicator.target:
            lines["target"] = [self._cell(target, one)] * len(past)
        return lines

    def _cell(self, level: Level | Measurement, one: Followed) -> Cell:
        return cell(self.bare(level), None if one.indicator.scale else Decimal(repr(level.value)))
