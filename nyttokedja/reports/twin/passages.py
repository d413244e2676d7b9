"""Graph → the sentences that its arrows are read in, forwards or backwards: each arrow is in one of them.

A sentence follows the arrows while they do not part, for a few steps, and ends with all that the last box
leads to. What has been read already is referred to and not read again, so that there are never more sentences
than boxes, whatever way the arrows run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nyttokedja.model.chain import IN_GRAPH, Node, NodeType
from nyttokedja.model.graph import Arrow, Graph

_LONGEST = 3
"""So many steps are followed in one sentence: more is hard to take in when it is read aloud."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: the arrows of each step that it takes; all steps but the last have one arrow.

    Attributes:
        number: which one it is, from 1.
        start: the box that it begins with.
        steps: the arrows out of that box, and on from there; backwards, those into it.
        root: the box where the reading began that it belongs to.
        branch: the box right after the first parting that it is read on from; None up to there.
    """

    number: int
    start: Node
    steps: tuple[tuple[Arrow, ...], ...]
    root: Node
    branch: Node | None = None

    @property
    def arrows(self) -> Iterator[Arrow]:
        """All its arrows."""
        return (arrow for step in self.steps for arrow in step)


@dataclass(frozen=True, slots=True)
class Reading:
    """All sentences of one direction.

    Attributes:
        passages: in the order in which they are read.
        alone: the boxes among those read that no arrow touches.
        number_of: id of a box that arrows lead on from → the number of the sentence that says where to.
        returning: the ends of the arrows that come back to what has been read, and close a circle.
        backwards: whether the arrows are read from head to tail.
        needs: id of a box that needs all of the several arrows to it → those.
    """

    passages: tuple[Passage, ...]
    alone: tuple[Node, ...]
    number_of: Mapping[str, int]
    returning: frozenset[tuple[str, str]]
    backwards: bool = False
    needs: Mapping[str, tuple[Arrow, ...]] = field(default_factory=dict)

    def onward(self, arrow: Arrow) -> Node:
        """The box that an arrow leads to, in the direction of the reading."""
        return arrow.source if self.backwards else arrow.target


def forwards(graph: Graph, start: Node | None = None, first: int = 1) -> Reading:
    """The chain from the changes on, or from one box on; the numbers begin with ``first``."""
    return _read(graph, _starts(graph, _FORWARDS, graph.entering), start, first, backwards=False)


def backwards(graph: Graph, start: Node | None = None, first: int = 1) -> Reading:
    """The chain from the goals back, or from one box back."""
    return _read(graph, _starts(graph, _BACKWARDS, graph.leaving), start, first, backwards=True)


_FORWARDS = (NodeType.CHANGE, NodeType.OPPORTUNITY, NodeType.EFFECT, NodeType.BENEFIT, NodeType.DRAWBACK)
_BACKWARDS = (NodeType.GOAL, NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.EFFECT, NodeType.OPPORTUNITY)


def _starts(graph: Graph, order: Sequence[NodeType], before: Mapping[str, Sequence[Arrow]]) -> Iterator[Node]:
    """Where the reading begins: at the ends of the chain by their types, and then in any circle left."""
    nodes = list(graph.chain.of(*IN_GRAPH))
    yield from (node for node in nodes if node.type is order[0])
    for type in order[1:]:
        yield from (node for node in nodes if node.type is type and not before[node.id])
    yield from (node for node in nodes if not before[node.id])
    yield from nodes


@dataclass(slots=True)
class _Reader:
    """Goes through the arrows, depth first, without recursion."""

    graph: Graph
    backwards: bool
    first: int
    order: dict[str, int] = field(default_factory=dict)  # id → when its arrows were read
    number_of: dict[str, int] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)

    def arrows_of(self, id: str) -> tuple[Arrow, ...]:
        return (self.graph.entering if self.backwards else self.graph.leaving)[id]

    def onward(self, arrow: Arrow) -> Node:
        return arrow.source if self.backwards else arrow.target

    def read_from(self, root: Node) -> None:
        waiting: list[tuple[Node, Node | None]] = [(root, None)]
        while waiting:
            node, branch = waiting.pop()
            if node.id in self.order or not self.arrows_of(node.id):
                continue
            passage = self._passage(node, root, branch)
            heads = [self.onward(arrow) for arrow in passage.steps[-1]]
            parted = len(heads) > 1
            onward = [(head, branch or (head if parted else None)) for head in heads]
            waiting += reversed(onward)

    def _passage(self, start: Node, root: Node, branch: Node | None) -> Passage:
        steps: list[tuple[Arrow, ...]] = []
        number, here = self.first + len(self.passages), start
        while True:
            self.order[here.id] = len(self.order)
            self.number_of[here.id] = number
            steps.append(self.arrows_of(here.id))
            onward = self.onward(steps[-1][0])
            is_read = onward.id in self.order or not self.arrows_of(onward.id)
            if len(steps[-1]) > 1 or is_read or len(steps) == _LONGEST:
                break
            here = onward
        passage = Passage(number, start, tuple(steps), root, branch)
        self.passages.append(passage)
        return passage


def _read(graph: Graph, starts: Iterable[Node], only: Node | None, first: int, *, backwards: bool) -> Reading:
    reader = _Reader(graph, backwards, first)
    for start in starts if only is None else (only,):
        reader.read_from(start)
    nodes = graph.chain.of(*IN_GRAPH) if only is None else (only,)
    alone = [node for node in nodes if not graph.entering[node.id] and not graph.leaving[node.id]]
    returning = frozenset(_returning(graph, reader.order, reader.onward))
    needs = {id: graph.entering[id] for id in graph.needing if len(graph.entering[id]) > 1}
    return Reading(tuple(reader.passages), tuple(alone), reader.number_of, returning, backwards, needs)


def _returning(
    graph: Graph, order: Mapping[str, int], onward: Callable[[Arrow], Node]
) -> Iterator[tuple[str, str]]:
    """The ends of the arrows inside a circle that lead to what was read before."""
    from nyttokedja.model.cycles import circle_numbers

    circle = circle_numbers(graph.digraph)
    for arrow in graph.arrows:
        head = onward(arrow)
        tail = arrow.target if head is arrow.source else arrow.source
        if circle[head.id] == circle[tail.id] and order.get(head.id, 0) <= order.get(tail.id, -1):
            yield arrow.ends
