"""Benefits and drawbacks → their descriptions (nyttobeskrivning): what arrows say of each, its facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from nyttokedja.drawing.content.annotations import Annotations
from nyttokedja.drawing.content.details import Subject, head_of, title_of
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.propagation import Upstream, nearest
from nyttokedja.reports.twin.hindrances import BESIDE, place_of, pointed, precondition_facts
from nyttokedja.reports.twin.wording import TwinWords, with_facts
from nyttokedja.writing.blocks import Block, Heading, Item, Paragraph

_MOST_CHANGES, _MOST_GOALS, _MOST_WAYS, _MOST_IN_THE_WAY = 3, 4, 6, 6
"""Changes, goals, boxes between, and hindrances that are named at most."""


class Descriptions:
    """Writes the description of each benefit and drawback of one chain."""

    def __init__(self, subject: Subject, whole: Graph, words: TwinWords) -> None:
        """Take what is described.

        Args:
            subject: the chain as pictures know it, with what was found at each box and what it is worth.
            whole: the graph of all that is judged, of which the chain may be a part.
            words: those of the language.
        """
        self._subject = subject
        self._graph = subject.graph
        self._whole = whole
        self._words = words
        self._in_full: set[str] = set()
        self._first_with: dict[tuple[str, ...], Node] = {}

    @property
    def _annotations(self) -> Annotations:
        return self._subject.annotations

    def of(self, node: Node, level: int = 3) -> Iterator[Block]:
        """The description of a benefit or a drawback."""
        yield Heading(title_of(node), level)
        yield Paragraph(" ".join(self._told(node)))
        for label, text in self._facts(node):
            if text:
                yield Item(text, self._words.word("labels", label))

    # -- what the arrows tell -----------------------------------------------------------------------------

    def _told(self, node: Node) -> Iterator[str]:
        words = self._words
        if changes := self._begins.get(node.id, ()):
            for path in map(self._path, changes[:_MOST_CHANGES], [node.id] * len(changes)):
                yield self._comes(node, path)
            if len(changes) > _MOST_CHANGES:
                yield words.say("comes", "more", n=len(changes) - _MOST_CHANGES)
        elif node.id in self._whole.caused:
            causes = [arrow.source for arrow in self._graph.entering[node.id]]
            if causes:
                yield words.say("comes", "causes", box=words.at_start(node), causes=words.boxes(causes))
        else:
            yield words.say("comes", "nothing", box=words.box(node))
        yield from self._needs(node)
        if self._whole.hangs(node.id):
            yield words.word("comes", "decision")
        if goals := self._goals(node):
            named = words.boxes(goals[:_MOST_GOALS])
            yield words.say("comes", "goals", goals=named)
        if node.effect_goal:
            yield words.word("comes", "effect_goal")
        if node.beside:
            yield words.word("comes", "beside")

    def _needs(self, node: Node) -> Iterator[str]:
        arrows = self._graph.entering[node.id]
        if node.needs_all and len(arrows) > 1:
            yield self._words.needs(node, arrows)

    def _comes(self, node: Node, path: tuple[Node, ...]) -> str:
        words = self._words
        between = path[1:-1]
        if not between:
            return words.say("comes", "straight", box=words.at_start(node), change=words.box(path[0]))
        through = words.boxes(between[-_MOST_WAYS:])
        if len(between) > _MOST_WAYS:
            through = words.say("comes", "long", through=through)
        return words.say(
            "comes", "through", box=words.at_start(node), change=words.box(path[0]), through=through
        )

    def _path(self, start: Node, end: str) -> tuple[Node, ...]:
        """A shortest way from a change to a box."""
        here, path = end, [self._graph.nodes[end]]
        before = self._before(start.id)
        while here != start.id:
            here = before[here]
            path.append(self._graph.nodes[here])
        return tuple(reversed(path))

    def _before(self, start: str) -> Mapping[str, str]:
        if start not in self._trees:
            before = {start: ""}
            waiting = [start]
            for id in waiting:
                for head in self._graph.heads(id):
                    if head not in before:
                        before[head] = id
                        waiting.append(head)
            self._trees[start] = before
        return self._trees[start]

    @cached_property
    def _trees(self) -> dict[str, Mapping[str, str]]:
        return {}

    @cached_property
    def _begins(self) -> Mapping[str, tuple[Node, ...]]:
        """Id → the changes that lead to it."""
        found: dict[str, list[Node]] = {}
        for change in self._graph.chain.of(NodeType.CHANGE):
            for id in self._before(change.id):
                found.setdefault(id, []).append(change)
        return {id: tuple(changes) for id, changes in found.items()}

    def _goals(self, node: Node) -> tuple[Node, ...]:
        """The goals that it leads to, the nearest first."""
        reached = nearest([(node.id, True)], self._graph.heads)
        found = (self._graph.nodes[id] for id in reached if id != node.id)
        return tuple(one for one in found if one.type is NodeType.GOAL)

    # -- its facts ----------------------------------------------------------------------------------------

    def _facts(self, node: Node) -> Iterator[tuple[str, str]]:
        words = self._words
        yield "whose", with_facts(head_of(node, self._subject), self._receiver(node))
        yield "text", one_line(node.text)
        yield "owner" if node.type is NodeType.BENEFIT else "owner_of_other", one_line(node.owner)
        yield "when", node.when.written if node.when else ""
        yield "how", words.actions(node.actions)
        yield "size", self._size(node)
        yield "use", one_line(node.use)
        yield "measured", self._measured(node)
        yield "in_the_way", self._in_the_way(node)
        yield "uncertain", one_line(node.uncertain)
        yield "missing", "; ".join(note.text for note in self._annotations.at.get(node.id, ()))

    def _receiver(self, node: Node) -> str:
        """For whom, where the head says a perspective and not that."""
        return one_line(node.receiver) if node.perspective else ""

    def _size(self, node: Node) -> str:
        worth = self._subject.worths.get(node.id, "")
        size = self._words.word("size", node.size) if node.size else ""
        return with_facts("; ".join(part for part in (worth, size) if part), one_line(node.size_because))

    def _measured(self, node: Node) -> str:
        if node.indicators:
            return self._words.indicators(node, self._subject)
        via = self._measured_at.get(node.id)
        if via is None:
            return ""
        said = self._words.indicators(via, self._subject)
        return self._words.say("measured", "via", box=self._words.box(via), said=said)

    @cached_property
    def _measured_at(self) -> Mapping[str, Node]:
        """Id → the nearest box before it that has an indicator."""
        measured = [(node.id, node) for node in self._graph.chain.nodes if node.indicators]
        return nearest(measured, self._graph.heads)

    def _in_the_way(self, node: Node) -> str:
        """Its hindrances: where each stands is said the first time, and what is the same as at a benefit
        before, by that.
        """
        found = self._hindrances.first(node.id, _MOST_IN_THE_WAY + 1)
        before = self._first_with.setdefault(tuple(one.id for one in found), node)
        if before is not node and len(found) > 1:
            return self._words.say("comes", "same_in_the_way", box=self._words.box(before))
        said = [self._hindrance(one) for one in found[:_MOST_IN_THE_WAY]]
        if len(found) > _MOST_IN_THE_WAY:
            said.append(self._words.word("comes", "more_in_the_way"))
        return "; ".join(said)

    def _hindrance(self, node: Node) -> str:
        words = self._words
        if node.id in self._in_full:
            return words.box(node)
        self._in_full.add(node.id)
        spots = [spot for _, spots in pointed(node, self._graph) for spot in spots]
        where = words.say("labels", "at", places=place_of(spots, words))
        facts = precondition_facts(node, words) if node.type is NodeType.PRECONDITION else ()
        return with_facts(words.box(node), where, *facts)

    @cached_property
    def _hindrances(self) -> Upstream[Node]:
        """Which hindrances stand at each box, or at something that leads to it."""
        standing = []
        for node in self._graph.chain.of(*BESIDE):
            if node.met is not True:
                spots = [spot for _, spots in pointed(node, self._graph) for spot in spots]
                ids = [spot.target.id if isinstance(spot, Arrow) else spot.id for spot in spots]
                standing.append((node, ids))
        return Upstream(self._graph.digraph, standing)
