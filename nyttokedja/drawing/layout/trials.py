"""Subject and trial → Draft: every box measured, ranked and netted, ready for the layout engine.

A `Trial` is one way to draw the chain; `trials_of` says which are tried, in order, until the smallest
print is large enough on one A3 landscape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import heapify, heappop, heappush

from nyttokedja.drawing.boxes.box import box_of, least_width, natural_width
from nyttokedja.drawing.boxes.docks import Dock, Unit, docks_of, unit_of
from nyttokedja.drawing.content.arrow_kinds import Flow, flow_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.layout.engine_input import DUMMY_HEIGHT, layout_dot
from nyttokedja.drawing.layout.layers import Net, net_of
from nyttokedja.drawing.layout.ranks import Ranks, in_columns, rank
from nyttokedja.drawing.layout.spacing import NARROW, WIDE, Spacing
from nyttokedja.model.chain import NodeType

A3 = (1134.0, 785.0)
"""What an A3 landscape holds inside its margins, in pt."""

SMALLEST, READABLE = 11.5, 6.0
"""The smallest type of a picture in px, and the smallest that can be read in print, in pt."""

_MANY = 300
"""A chain of more boxes than this is drawn in one way only."""

_WORD_AND_DISC = 42.0
"""How much a gutter is widened for a link word with the disc of a status beside it, in px."""

_AROUND_WIDE, _AROUND_HIGH = 84.0, 240.0
"""Less than what stands around the boxes of the columns in any picture, in px: margins, heading, legend."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Box width in px (None: as the chain asks for), which columns are folded, and the gutters."""

    width: float | None = None
    folded: tuple[str, ...] = ()
    spacing: Spacing = WIDE


_BENEFITS, _BOTH = ("benefit",), ("benefit", "effect")

TRIALS = (
    Trial(),
    Trial(None, _BENEFITS),
    Trial(216, (), NARROW),
    Trial(216, _BENEFITS, NARROW),
    Trial(196, (), NARROW),
    Trial(196, _BENEFITS, NARROW),
    Trial(196, _BOTH, NARROW),
    Trial(176, _BENEFITS, NARROW),
    Trial(176, _BOTH, NARROW),
    Trial(176, ("benefit", *_BOTH), NARROW),
    Trial(176, (), NARROW),
    Trial(160, _BENEFITS, NARROW),
    Trial(160, (), NARROW),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is laid out: ``units`` stand in the columns, ``offers`` in the band of opportunities."""

    width: float
    spacing: Spacing
    units: Mapping[str, Unit]
    offers: Mapping[str, Unit]
    flow: Flow
    ranks: Ranks
    net: Net

    @property
    def docks(self) -> tuple[Dock, ...]:
        """All docks, of the columns and of the opportunities."""
        return tuple(dock for unit in (*self.units.values(), *self.offers.values()) for dock in unit.docks)

    @property
    def dot(self) -> str:
        """The graph for the layout engine."""
        return layout_dot(self.net, self.width, self.spacing.boxes, self.spacing.lines)

    @property
    def best_print(self) -> float:
        """The smallest print in pt can be no larger than this, however well the layout turns out."""
        gaps = self.spacing
        heights = [0.0] * self.ranks.count
        for cell in self.net.cells.values():
            tall = cell.unit.height + gaps.boxes if cell.unit else DUMMY_HEIGHT + gaps.lines
            heights[cell.rank] += tall
        width = _least_width(self.ranks, self.width, gaps)
        return printed(width, _AROUND_HIGH + max(heights, default=0.0))


def _least_width(ranks: Ranks, width: float, gaps: Spacing) -> float:
    """The width in px of a picture with so many ranks, with nothing in its gutters."""
    many, columns = ranks.count, len(ranks.columns)
    return _AROUND_WIDE + many * width + (columns - 1) * gaps.between + (many - columns) * gaps.inside


def printed(width: float, height: float) -> float:
    """The smallest print in pt when a picture of this size fills one A3 landscape."""
    return SMALLEST * min(A3[0] / width, A3[1] / height)


class _Measured:
    """A subject's arrows, and its boxes at each width that a trial asks for, measured once."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.nodes = in_columns(subject.chain.nodes)
        self.flow = flow_of(subject.graph)
        self._units: dict[float, tuple[Mapping[str, Unit], Mapping[str, Unit]]] = {}

    def width(self, trial: Trial) -> float:
        if trial.width:
            return max(trial.width, least_width(self.nodes, self.subject))
        return natural_width(self.nodes, self.subject)

    @cached_property
    def _unfolded(self) -> Ranks:
        return rank(self.nodes, self.flow.forward, {})

    def best_print(self, trial: Trial) -> float:
        """No smaller than the `Draft.best_print` of the trial, and known before any box is measured."""
        return printed(_least_width(self._unfolded, self.width(trial), trial.spacing), _AROUND_HIGH)

    def units(self, width: float) -> tuple[Mapping[str, Unit], Mapping[str, Unit]]:
        """What stands in the columns, and in the band of opportunities."""
        if width not in self._units:
            docks = docks_of(self.subject, self.flow, width)
            offers = self.subject.chain.of(NodeType.OPPORTUNITY)
            columns, band = (
                {
                    node.id: unit_of(box_of(node, self.subject, width), docks.get(node.id, ()))
                    for node in nodes
                }
                for nodes in (self.nodes, offers)
            )
            self._units[width] = columns, band
        return self._units[width]


def draft_of(subject: Subject, trial: Trial) -> Draft:
    """The draft of one trial."""
    return _draft(_Measured(subject), trial)


def _draft(measured: _Measured, trial: Trial) -> Draft:
    width = measured.width(trial)
    units, offers = measured.units(width)
    heights = {id: unit.height for id, unit in units.items()}
    flow = measured.flow
    ranks = rank(measured.nodes, flow.forward, heights, trial.folded)
    overlay, spacing = measured.subject.overlay, trial.spacing
    if overlay:
        spacing = replace(spacing, word=_WORD_AND_DISC)
    return Draft(width, spacing, units, offers, flow, ranks, net_of(units, ranks, flow.forward, overlay))


def drafts_of(subject: Subject) -> Iterator[Draft]:
    """What to lay out, in order: first those that may print large enough, then the others from the best.

    So after one that prints no smaller than `Draft.best_print` of the next, none can be better. A huge
    chain is drawn in one way only. A trial that has no chance is not measured before it is asked for.
    """
    measured = _Measured(subject)
    if len(subject.chain.nodes) > _MANY or not measured.nodes:
        yield _draft(measured, TRIALS[0])
        return
    seen: set[tuple[object, ...]] = set()
    waiting: list[tuple[float, int, Draft | None]] = []
    for number, trial in enumerate(TRIALS):
        bound = measured.best_print(trial)
        draft = _new(_draft(measured, trial), seen) if bound >= READABLE else None
        if draft and draft.best_print >= READABLE:
            yield draft
        elif draft or bound < READABLE:
            waiting.append((-(draft.best_print if draft else bound), number, draft))
    heapify(waiting)
    while waiting:
        _, number, draft = heappop(waiting)
        if draft:
            yield draft
        elif draft := _new(_draft(measured, TRIALS[number]), seen):
            heappush(waiting, (-draft.best_print, number, draft))


def _new(draft: Draft, seen: set[tuple[object, ...]]) -> Draft | None:
    """The draft, unless one like it has been seen."""
    likeness = draft.width, draft.spacing, tuple(draft.ranks.of.values())
    if likeness in seen:
        return None
    seen.add(likeness)
    return draft
