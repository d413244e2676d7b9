"""Subject and trial → draft: every box measured and ranked, ready for the layout engine.

A `Trial` is one way to draw a chain, by width of boxes, folded columns and spacing. `drafts_of` gives the
drafts in the order in which they are laid out, until the type is large enough in print on one A3 landscape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush

from nyttokedja.drawing.boxes.box import least_width, natural_width, typeset_box
from nyttokedja.drawing.boxes.docks import Dock, Unit, docks_of, unit_of
from nyttokedja.drawing.content.arrow_kinds import ArrowGroups, group_arrows, style_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.size import check_tangle
from nyttokedja.drawing.layout.engine_input import DUMMY_HEIGHT, layout_dot
from nyttokedja.drawing.layout.layers import LayeredGraph, layered_graph
from nyttokedja.drawing.layout.ranks import Ranks, in_columns, rank
from nyttokedja.drawing.layout.spacing import NARROW, WIDE, Spacing
from nyttokedja.model.chain import NodeType

A3 = (1134.0, 785.0)
"""The width and height of an A3 landscape inside its margins, in pt."""

SMALLEST, READABLE = 11.5, 6.0
"""The smallest type of a picture in px, and the smallest that is readable in print, in pt."""

_MANY, _MANY_PIECES = 300, 4_000
"""A chain of more nodes, or more pieces of arrows, than this is drawn by one trial only."""

_AROUND_WIDE, _AROUND_HIGH = 84.0, 240.0
"""What is around the boxes of the columns in any picture at least, in px: margins, heading, legend."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Width of boxes in px (None: the natural one), kinds of the columns that are folded, and spacing."""

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
    """What is laid out: ``units`` in columns, ``opportunities`` in their band; boxes ``width`` px wide."""

    width: float
    spacing: Spacing
    units: Mapping[str, Unit]
    opportunities: Mapping[str, Unit]
    arrow_groups: ArrowGroups
    ranks: Ranks
    layered: LayeredGraph

    @property
    def docks(self) -> tuple[Dock, ...]:
        """All docks, of the columns and of the opportunities."""
        return tuple(
            dock for unit in (*self.units.values(), *self.opportunities.values()) for dock in unit.docks
        )

    @property
    def dot(self) -> str:
        """The DOT for the layout engine."""
        return layout_dot(self.layered, self.width, self.spacing.boxes, self.spacing.lines)

    @property
    def best_print(self) -> float:
        """An upper bound of the print size in pt, whatever the layout."""
        gaps = self.spacing
        heights = [0.0] * self.ranks.count
        for cell in self.layered.cells.values():
            tall = cell.unit.height + gaps.boxes if cell.unit else DUMMY_HEIGHT + gaps.lines
            heights[cell.rank] += tall
        width = _least_width(self.ranks, self.width, gaps)
        return print_size(width, _AROUND_HIGH + max(heights, default=0.0))


def _least_width(ranks: Ranks, width: float, gaps: Spacing) -> float:
    """The width in px of a picture with nothing in its gutters."""
    many, columns = ranks.count, len(ranks.columns)
    return _AROUND_WIDE + many * width + (columns - 1) * gaps.between + (many - columns) * gaps.inside


def print_size(width: float, height: float) -> float:
    """The size in pt of the smallest type, when a picture of this size in px fills one A3 landscape."""
    return SMALLEST * min(A3[0] / width, A3[1] / height)


class _Measured:
    """The arrows of a subject, and its boxes at each width, measured once."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.nodes = in_columns(subject.chain.nodes)
        self.arrow_groups = group_arrows(subject.graph)
        self._units: dict[float, tuple[Mapping[str, Unit], Mapping[str, Unit]]] = {}

    def width(self, trial: Trial) -> float:
        if trial.width:
            return max(trial.width, least_width(self.nodes, self.subject))
        return natural_width(self.nodes, self.subject)

    @cached_property
    def _unfolded(self) -> Ranks:
        return rank(self.nodes, self.arrow_groups.forward, {})

    @cached_property
    def pieces(self) -> int:
        """How many pieces the arrows have from rank to rank, as `layered_graph` has them, or few more."""
        of, longest = self._unfolded.of, dict[tuple[str, object], int]()
        for arrow in self.arrow_groups.forward:
            tail, head = arrow.ends
            key = tail, style_of(arrow)
            longest[key] = max(longest.get(key, 0), of[head] - of[tail] - 1)
        return len(self.arrow_groups.forward) + sum(longest.values())

    def best_print(self, trial: Trial) -> float:
        """An upper bound of the trial's `Draft.best_print`, known before any box is measured."""
        return print_size(_least_width(self._unfolded, self.width(trial), trial.spacing), _AROUND_HIGH)

    def units(self, width: float) -> tuple[Mapping[str, Unit], Mapping[str, Unit]]:
        """(units of the columns, units of the band of opportunities) by node id."""
        if width not in self._units:
            docks = docks_of(self.subject, self.arrow_groups, width)
            opportunities = self.subject.chain.of(NodeType.OPPORTUNITY)
            columns, band = (
                {
                    node.id: unit_of(typeset_box(node, self.subject, width), docks.get(node.id, ()))
                    for node in nodes
                }
                for nodes in (self.nodes, opportunities)
            )
            self._units[width] = columns, band
        return self._units[width]


def draft_of(subject: Subject, trial: Trial) -> Draft:
    """The draft of one trial."""
    return _draft(_Measured(subject), trial)


def _draft(measured: _Measured, trial: Trial) -> Draft:
    width = measured.width(trial)
    units, opportunities = measured.units(width)
    heights = {id: unit.height for id, unit in units.items()}
    arrow_groups, overlay = measured.arrow_groups, measured.subject.overlay
    ranks = rank(measured.nodes, arrow_groups.forward, heights, trial.folded)
    return Draft(
        width,
        trial.spacing,
        units,
        opportunities,
        arrow_groups,
        ranks,
        layered_graph(units, ranks, arrow_groups.forward, overlay),
    )


def drafts_of(subject: Subject) -> Iterator[Draft]:
    """The drafts in the order in which they are laid out.

    First those that may be readable in print, in the order of `TRIALS`, then the others by
    `Draft.best_print`: after one that prints no smaller than the bound of the next, none can be better. A
    huge chain has one draft only. A trial that cannot be readable is not measured before it is asked for.

    Raises:
        CannotDraw: its arrows are too great a tangle for any.
    """
    measured = _Measured(subject)
    check_tangle(len(measured.arrow_groups.forward), measured.pieces)
    if len(subject.chain.nodes) > _MANY or measured.pieces > _MANY_PIECES or not measured.nodes:
        yield _draft(measured, TRIALS[0])
        return
    seen: set[tuple[object, ...]] = set()
    hopeless: list[tuple[float, int, Draft | None]] = []
    for number, trial in enumerate(TRIALS):
        bound = measured.best_print(trial)
        draft = _new(_draft(measured, trial), seen) if bound >= READABLE else None
        if draft and draft.best_print >= READABLE:
            yield draft
        elif draft or bound < READABLE:
            hopeless.append((-(draft.best_print if draft else bound), number, draft))
    heapify(hopeless)
    while hopeless:
        _, number, draft = heappop(hopeless)
        if draft:
            yield draft
        elif draft := _new(_draft(measured, TRIALS[number]), seen):
            heappush(hopeless, (-draft.best_print, number, draft))


def _new(draft: Draft, seen: set[tuple[object, ...]]) -> Draft | None:
    """The draft, unless one of the same width, spacing and ranks has been ``seen``."""
    likeness = draft.width, draft.spacing, tuple(draft.ranks.of.values())
    if likeness in seen:
        return None
    seen.add(likeness)
    return draft
