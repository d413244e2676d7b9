"""What stands beside the chain → what is said of it where it matters: obstacles, risks, preconditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from nyttokedja.drawing.content.details import title_of
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import IN_GRAPH, Node, NodeType
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.reports.twin.wording import TwinWords, capitalised, whole, with_facts

Where = str | tuple[str, str]
"""The id of a box, or those of the ends of an arrow."""

BESIDE = (NodeType.PRECONDITION, NodeType.OBSTACLE, NodeType.RISK)
"""The types that are about a box or an arrow."""


@dataclass(slots=True)
class Hindrances:
    """Says what stands at boxes and arrows; what it is in full where it comes first, then by name alone."""

    graph: Graph
    words: TwinWords
    at: Mapping[Where, tuple[tuple[Node, str], ...]] = field(init=False)
    told: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        at: dict[Where, dict[tuple[str, str], Node]] = {}
        for node in self.graph.chain.of(*BESIDE):
            for key, spots in pointed(node, self.graph):
                for spot in spots:
                    at.setdefault(_where(spot), {})[node.id, key] = node
        self.at = {
            where: tuple((node, key) for (_, key), node in found.items()) for where, found in at.items()
        }

    def said_of(self, spots: Iterable[Node | Arrow]) -> Iterator[str]:
        """A sentence for each hindrance at some boxes and arrows."""
        for spot in spots:
            for node, key in self.at.get(_where(spot), ()):
                yield " ".join((self._sentence(node, key, spot), *self._facts(node)))

    def of(self, node: Node) -> Iterator[str]:
        """A sentence for each place where one hindrance stands."""
        for key, spots in pointed(node, self.graph):
            for spot in spots:
                yield " ".join((self._sentence(node, key, spot), *self._facts(node)))
        if node.id not in self.told:
            yield self.alone(node)

    def left(self) -> Iterator[Node]:
        """Those that have not been told of: they are about nothing that has been read."""
        return (node for node in self.graph.chain.of(*BESIDE) if node.id not in self.told)

    def alone(self, node: Node) -> str:
        """One that is about nothing, in full."""
        known = precondition_facts(node, self.words) if node.type is NodeType.PRECONDITION else ()
        return " ".join((f"{with_facts(self.words.at_start(node), *known)}.", *self._facts(node)))

    def _sentence(self, node: Node, key: str, spot: Node | Arrow) -> str:
        words = self.words
        if key == "needed_for":
            there = with_facts(words.quoted(node), *precondition_facts(node, words))
            return words.say("hindered", "needed", spot=capitalised(words.spot(spot)), what=there)
        if key == "at" and isinstance(spot, Arrow):
            ends = {"source": words.quoted(spot.source), "target": words.quoted(spot.target)}
            return words.say("hindered", "at_arrow", what=words.box(node), **ends)
        if key == "at":
            return words.say("hindered", "at", spot=words.spot(spot), what=words.box(node))
        return words.say("hindered", "hinders", spot=capitalised(words.spot(spot)), what=words.box(node))

    def _facts(self, node: Node) -> Iterator[str]:
        """What else is known of it, the first time that it is told of."""
        words = self.words
        if node.id in self.told:
            return
        self.told.add(node.id)
        if node.text:
            yield whole(node.text)
        drawbacks = [found for link in node.links if (found := self.graph.find(link.target).node)]
        drawbacks = [found for found in drawbacks if found.type in IN_GRAPH]
        if consequence := one_line(node.consequence):
            yield words.say("hindered", "consequence", what=whole(consequence))
        if drawbacks:
            yield words.say("hindered", "leads_to", what=words.boxes(drawbacks))
        if node.actions:
            yield words.say("hindered", "actions", actions=words.actions(node.actions))
        elif node.owner and node.type is not NodeType.PRECONDITION:
            yield words.say("hindered", "owner", owner=one_line(node.owner))
        if node.uncertain:
            yield words.say("hindered", "uncertain", what=whole(node.uncertain))


def _where(spot: Node | Arrow) -> Where:
    return spot.ends if isinstance(spot, Arrow) else spot.id


def pointed(node: Node, graph: Graph) -> Iterator[tuple[str, tuple[Node | Arrow, ...]]]:
    """What a box beside the chain is about, by the key that says so, as far as it is in the graph."""
    for key in ("needed_for", "hinders", "at"):
        spots = graph.resolve_all(getattr(node, key))
        yield key, tuple(spot for spot in spots if isinstance(spot, Arrow) or spot.type in IN_GRAPH)


def precondition_facts(node: Node, words: TwinWords) -> Iterator[str]:
    """Who sees to a precondition, by when, and whether it is met."""
    lines = words.picture
    yield one_line(node.who or node.owner)
    yield lines.say("lines", "due", due=node.due.written) if node.due else ""
    if node.met is not None:
        yield words.word("action", "met" if node.met else "unmet")


def place_of(spots: Iterable[Node | Arrow], words: TwinWords) -> str:
    """Where something stands, in brackets after its name: the titles of boxes, arrows between them."""
    said = [
        words.quoted(spot) if isinstance(spot, Node) else f"{title_of(spot.source)} → {title_of(spot.target)}"
        for spot in spots
    ]
    return "; ".join(said)
