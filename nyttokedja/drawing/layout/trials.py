"""Subject → draft: every box measured and ranked, ready for the layout engine, in the size that prints best.

A `Trial` is one way to draw a chain, by width of boxes, height of ranks, rows and spacing. How large its
smallest type will be on one A3 landscape can be told before anything is laid out, from the heights of ranks
and the widths of gutters, since the layout is pushed together into that height (`squeeze`). So one trial is
laid out. Which one it is goes by five classes: natural; narrow; folded, with ranks of limited height; folded
with the narrowest boxes; wrapped, with ranks in rows. A chain comes into the next class where it would not be
readable in this one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import inf
from types import MappingProxyType

from nyttokedja.drawing.boxes.box import typeset_box
from nyttokedja.drawing.boxes.docks import Dock, Unit, docks_of, unit_of
from nyttokedja.drawing.boxes.turned import turned
from nyttokedja.drawing.boxes.widths import least_width, natural_width, numbered_width
from nyttokedja.drawing.content.arrow_kinds import ArrowGroups, group_arrows
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.overlay import Overlay
from nyttokedja.drawing.content.size import check_tangle
from nyttokedja.drawing.layout.engine_input import layout_dot
from nyttokedja.drawing.layout.estimate import MOST_ROWS, Around, Estimate
from nyttokedja.drawing.layout.fans import Fans
from nyttokedja.drawing.layout.layers import LayeredGraph, layered_graph
from nyttokedja.drawing.layout.ranks import Ranking, Ranks, in_columns
from nyttokedja.drawing.layout.rows import wrapped
from nyttokedja.drawing.layout.spacing import NARROW, WIDE, Spacing
from nyttokedja.drawing.layout.squeeze import least_heights
from nyttokedja.drawing.svg.orientation import DOWN, RIGHT
from nyttokedja.model.chain import NodeType

READABLE = 6.0  # the smallest type that is readable in print, in pt

_MANY, _MANY_PIECES = 300, 4_000
"""A chain of more nodes, or more pieces of arrows, than this is drawn by one trial only."""
_MARGIN = 0.15
"""By how many pt more a trial must print to be chosen for being readable: an estimate is not exact, and one
more box is not to change the class again.
"""

ENOUGH = READABLE + _MARGIN
"""The size in pt at which a trial is good enough."""

NO_LENGTHS: Mapping[str, float] = MappingProxyType({})
_MORE_ROWS, _MORE = 1.04, 1.03
"""By how much larger a picture must print to be chosen: with more rows, and where neither is readable."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Width of boxes in px (None: the natural one), spacing, and about the height that ranks may have."""

    width: float | None = None
    spacing: Spacing = WIDE
    most: float = inf
    direction: str = RIGHT


NATURAL = Trial()

_DOWN = Trial(None, NARROW, 1900, DOWN)
"""That of a picture read downwards: what stands side by side in it is at most about as wide as a page."""

_NARROW = tuple(Trial(width, NARROW) for width in (196, 162))
"""The widths that are tried where all ranks are as tall as they are. Where their height is limited, that is
the last alone: two that print about as large would change with every box.
"""

_NARROWEST = Trial(138, NARROW)  # where that is not enough

_HEIGHTS = tuple(round(2600 / 1.3**n) for n in range(10))
_FINER_HEIGHTS = tuple(round(2600 / 1.14**n) for n in range(19))
"""The heights that are tried for ranks, in px. The finer ones are tried only for what can be readable by them
alone: else the ranks would change with every box.
"""

_CARD = 240.0  # the least width of the cards of opportunities, beside other cards below the columns


@dataclass(frozen=True)
class Draft:
    """What is laid out: ``units`` in columns, ``opportunities`` in their band; boxes ``width`` px wide."""

    width: float
    spacing: Spacing
    units: Mapping[str, Unit]
    opportunities: Mapping[str, Unit]
    arrow_groups: ArrowGroups
    fans: Fans
    ranks: Ranks
    overlay: Overlay | None = None
    direction: str = RIGHT

    @property
    def docks(self) -> tuple[Dock, ...]:
        """All docks, of the columns and of the opportunities."""
        return tuple(
            dock for unit in (*self.units.values(), *self.opportunities.values()) for dock in unit.docks
        )

    @cached_property
    def layered(self) -> LayeredGraph:
        """The graph that is laid out; of a draft that only is estimated none is made."""
        return layered_graph(self.units, self.ranks, self.arrow_groups.forward, self.overlay)

    @property
    def dot(self) -> str:
        """The DOT for the layout engine."""
        return layout_dot(self.layered, self.ranks, self.width, self.spacing.boxes, self.spacing.lines)

    @cached_property
    def passing(self) -> tuple[Sequence[int], Sequence[int]]:
        """How many lines pass each rank, and how many each gutter."""
        return self.fans.passing(self.ranks)

    @cached_property
    def rank_heights(self) -> list[float]:
        """The least height of each rank."""
        boxes, lines = self.spacing.boxes, self.spacing.lines
        return least_heights(self.units, self.ranks, self.passing[0], boxes, lines)


class _Measured:
    """The arrows of a subject, and its boxes at each width, measured once."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.nodes = in_columns(subject.chain.nodes)
        self.arrow_groups = group_arrows(subject.graph)
        self.fans = Fans(self.arrow_groups.forward, subject.overlay)
        self.ranking = Ranking(self.nodes, self.arrow_groups.forward)
        self._units: dict[float, tuple[Mapping[str, Unit], Mapping[str, Unit]]] = {}

    def width(self, trial: Trial) -> float:
        if trial.width:
            return max(trial.width, self._least)
        return self._natural

    @cached_property
    def _natural(self) -> float:
        return natural_width(self.nodes, self.subject)

    @cached_property
    def _least(self) -> float:
        return least_width(self.nodes, self.subject)

    @cached_property
    def pieces(self) -> int:
        """How many pieces the arrows have from rank to rank, as `layered_graph` has them."""
        passed, _ = self.fans.passing(self.ranking.ranks({}))
        return len(self.arrow_groups.forward) + sum(passed)

    def units(self, width: float) -> tuple[Mapping[str, Unit], Mapping[str, Unit]]:
        """(units of the columns, units of the band of opportunities) by node id."""
        if width not in self._units:
            docks = docks_of(self.subject, self.arrow_groups, width)
            opportunities = self.subject.chain.of(NodeType.OPPORTUNITY)
            card = max(width, numbered_width(self.subject), _CARD)
            columns, band = (
                {
                    node.id: unit_of(typeset_box(node, self.subject, wide), docks.get(node.id, ()))
                    for node in nodes
                }
                for nodes, wide in ((self.nodes, width), (opportunities, card))
            )
            self._units[width] = columns, band
        return self._units[width]


def draft_of(subject: Subject, trial: Trial) -> Draft:
    """The draft of one trial."""
    return _draft(_Measured(subject), trial)


def _draft(measured: _Measured, trial: Trial) -> Draft:
    width = measured.width(trial)
    units, opportunities = measured.units(width)
    if trial.direction == DOWN:
        units = {id: turned(unit) for id, unit in units.items()}
    heights = {id: unit.height for id, unit in units.items()}
    ranks = measured.ranking.ranks(heights, trial.most)
    return Draft(
        width,
        trial.spacing,
        units,
        opportunities,
        measured.arrow_groups,
        measured.fans,
        ranks,
        measured.subject.overlay,
        trial.direction,
    )


def best_draft(
    subject: Subject, around: Around, lengths: Mapping[str, float] = NO_LENGTHS, direction: str = RIGHT
) -> Draft:
    """The draft that is laid out; ``lengths`` are those of link words. A huge chain has its natural size.

    Raises:
        CannotDraw: its arrows are too great a tangle for any.
    """
    measured = _Measured(subject)
    check_tangle(len(measured.arrow_groups.forward), measured.pieces)
    if direction == DOWN:
        return _draft(measured, _DOWN)
    if len(subject.chain.nodes) > _MANY or measured.pieces > _MANY_PIECES or not measured.nodes:
        return _draft(measured, NATURAL)
    search = _Search(measured, around, lengths)
    any(look() for look in (search.natural, search.narrow, search.folded, search.narrowest, search.wrapped))
    assert search.best is not None
    return search.best


class _Search:
    """The trials of a chain, class by class, and the draft that prints largest of those seen."""

    def __init__(self, measured: _Measured, around: Around, lengths: Mapping[str, float]) -> None:
        self._measured, self._around, self._lengths = measured, around, lengths
        self.best: Draft | None = None
        self._size = 0.0
        self._seen: dict[Trial, tuple[Draft, Estimate]] = {}

    def natural(self) -> bool:
        """Try the natural size; whether that is enough, as below."""
        return self._whole(NATURAL)

    def narrow(self) -> bool:
        """Try narrower boxes."""
        return any(map(self._whole, _NARROW))

    def folded(self) -> bool:
        """Try to limit the height of ranks."""
        narrow = _NARROW[-1]
        return self._limited(narrow, 1) or self._limited(narrow, 1, _FINER_HEIGHTS, least=READABLE)

    def narrowest(self) -> bool:
        """Try the narrowest boxes, whatever wider ones that are not readable print: it would change often."""
        if self._size < READABLE:
            self._size = 0.0
        return self._limited(_NARROWEST, 1) or self._limited(_NARROWEST, 1, _FINER_HEIGHTS, least=READABLE)

    def wrapped(self) -> bool:
        """Try to set the ranks in rows, as few as are enough."""
        ways = product((NATURAL, _NARROW[-1], _NARROWEST), range(2, MOST_ROWS + 1))
        return any(self._limited(trial, many) for trial, many in ways)

    def _whole(self, trial: Trial) -> bool:
        draft, estimate = self._tried(trial)
        return self._offer(draft, estimate.size())

    def _limited(
        self, trial: Trial, many: int, heights: Sequence[float] = _HEIGHTS, least: float = 0.0
    ) -> bool:
        """Look for the height of ranks at which so many rows are as wide as the sheet, by halves.

        What prints smaller than ``least`` pt is passed by.
        """
        tall = max(self._tried(trial)[0].rank_heights)
        units, _ = self._measured.units(self._measured.width(trial))
        highest = max(unit.height for unit in units.values())
        limits = [inf, *(most for most in heights if highest <= most < tall)]
        first, end, less = int(many == 1), len(limits), _MORE_ROWS ** (many - 1)
        while first < end:
            middle = (first + end) // 2
            draft, estimate = self._tried(replace(trial, most=limits[middle]))
            if estimate.at_most(many) / less > max(self._size, least):
                rows = estimate.best_rows(many, min(self._size * less, ENOUGH))
                offered = replace(draft, ranks=wrapped(draft.ranks, rows)) if many > 1 else draft
                if rows and self._offer(offered, estimate.size(rows), less):
                    return True
            if estimate.is_wide(many):
                end = middle
            else:
                first = middle + 1
        return False

    def _tried(self, trial: Trial) -> tuple[Draft, Estimate]:
        """A draft, and what tells how large it will print."""
        if trial not in self._seen:
            draft = _draft(self._measured, trial)
            self._seen[trial] = draft, Estimate(draft, self._around, self._lengths)
        return self._seen[trial]

    def _offer(self, draft: Draft, size: float, less: float = 1.0) -> bool:
        """Keep the draft if it prints larger than what was seen, by a factor that makes good for its rows;
        whether it is large enough.
        """
        enough = size >= ENOUGH
        better = self._size * (_MORE if size < READABLE else 1.0)
        if enough or size / less > better:
            self.best, self._size = draft, size / less
        return enough
