"""Comparison → what its picture shows: what changes, what comes of it and how, and one step around.

They come in order of importance, so that whatever has too little room keeps the first ones. Ids are those
of the later chain where the box is in it, else those of the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from nyttokedja.chain import Node
from nyttokedja.comparing import Comparison, Kind
from nyttokedja.comparing.model import Ends
from nyttokedja.graph import Arrow, Graph


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the picture. One without a `node` is what an arrow leads to that is not there."""

    id: str
    node: Node | None
    kind: Kind | None = None  # None where it has not changed
    good: bool | None = None  # whether what becomes of it is for the better; None where nothing does


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow of the picture; a `pointer` is from what stands beside the chain to what it is about."""

    ends: Ends
    kind: Kind | None = None
    doubted: bool = False
    pointer: bool = False


Item = Box | Line


def neighbourhood(comparison: Comparison) -> tuple[Item, ...]:
    """The boxes, nearest to the change first, each followed by its arrows to those before it."""
    return tuple(_Around(comparison).items())


@dataclass(frozen=True)
class _Around:
    """The boxes and arrows of both states together."""

    comparison: Comparison
    nodes: dict[str, Node] = field(default_factory=dict)
    lines: dict[Ends, Line] = field(default_factory=dict)

    def __post_init__(self) -> None:
        renamed = self.comparison.renamed
        for side, now in ((self.comparison.after, {}), (self.comparison.before, renamed)):
            if side is not None and side.graph is not None:
                self._add(side.graph, now)
        for change in self.comparison.arrows:
            self.lines[change.ends] = Line(change.ends, change.kind)
        for doubt in self.comparison.doubts:
            ends = (doubt.source.id, doubt.target.id)
            self.lines[ends] = replace(self.lines[ends], doubted=True)

    def _add(self, graph: Graph, now: Mapping[str, str]) -> None:
        for node in graph.chain.nodes:
            self.nodes.setdefault(now.get(node.id, node.id), node)
        for source, target, pointer in chain(_arrows(graph), _pointers(graph)):
            ends = (now.get(source, source), now.get(target, target))
            self.lines.setdefault(ends, Line(ends, pointer=pointer))

    def items(self) -> Iterator[Item]:
        kinds = {change.node.id: change.kind for change in self.comparison.nodes}
        effects = {one.node.id: one.effect.good for one in reversed(self.comparison.consequences)}
        of_box: dict[str, list[Line]] = {}
        for line in self.lines.values():
            for id in dict.fromkeys(line.ends):
                of_box.setdefault(id, []).append(line)
        seen: set[str] = set()
        for id in self._ordered(of_box):
            seen.add(id)
            yield Box(id, self.nodes.get(id), kinds.get(id), effects.get(id))
            yield from (line for line in of_box.get(id, ()) if seen.issuperset(line.ends))

    def _ordered(self, of_box: Mapping[str, Iterable[Line]]) -> Iterable[str]:
        """Ids: what changes, what comes of it and why, how it comes there, and one step around the change."""
        comparison = self.comparison
        heavy = sorted(comparison.nodes, key=lambda change: -change.weight)
        changed = [change.node.id for change in heavy]
        changed += [id for arrow in comparison.arrows for id in arrow.ends]
        affected: list[str] = []
        for one in comparison.consequences:
            affected += [self._now(node) for node in (one.node, *one.because, *(one.arrow or ()))]
        around = (id for near in changed for line in of_box.get(near, ()) for id in line.ends)
        return dict.fromkeys(chain(changed, affected, self._ways(changed, affected), around))

    def _ways(self, starts: Iterable[str], ends: Iterable[str]) -> Iterator[str]:
        """The boxes on a shortest way to each end from a start that leads to it."""
        heads: dict[str, list[str]] = {}
        for line in self.lines.values():
            heads.setdefault(line.ends[0], []).append(line.ends[1])
        came_from: dict[str, str | None] = dict.fromkeys(starts)
        for id in (queue := list(came_from)):  # which grows as it is walked
            for head in heads.get(id, ()):
                if head not in came_from:
                    came_from[head] = id
                    queue.append(head)
        for end in ends:
            at = came_from.get(end)
            while at is not None:
                yield at
                at = came_from.get(at)

    def _now(self, node: Node) -> str:
        """The id of now of a box that may be one of before."""
        return node.id if node.id in self.nodes else self.comparison.renamed.get(node.id, node.id)


def _arrows(graph: Graph) -> Iterator[tuple[str, str, bool]]:
    return ((*arrow.ends, False) for arrow in graph.arrows)


def _pointers(graph: Graph) -> Iterator[tuple[str, str, bool]]:
    """What boxes beside the chain are about; where that is an arrow, its head."""
    for node in graph.chain.nodes:
        for spot in graph.spots((*node.hinders, *node.at, *node.needed_for)):
            yield node.id, (spot.target if isinstance(spot, Arrow) else spot).id, True
