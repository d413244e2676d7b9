"""Obstacles and risks → docks under what they hamper; a box with its docks is one `Unit`.

A risk that is at nothing but leads to a drawback has its dock there.

Lengths in px. A dock is `INSET` narrower than its host and stands `STEM` under what is above it. The
first of a box's own docks has its stem over it; the others have theirs side by side left of the docks,
which are as much narrower (`side_lanes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nyttokedja.drawing.boxes.box import CARD, Box, low_box_of, repeated_box_of
from nyttokedja.drawing.content.arrow_kinds import Flow
from nyttokedja.drawing.content.details import Detail, Subject, places, title_of, type_of
from nyttokedja.drawing.svg.elements import clean
from nyttokedja.model.chain import IN_GRAPH, Node, NodeType, Reference
from nyttokedja.model.graph import Arrow

INSET, STEM, BAY = 20.0, 13.0, 8.0
"""How much narrower a dock is than its host, the gap above it, and the ground that is seen around docks."""

SIDE_IN, SIDE_APART, SIDE_MOST, SIDE_FREE = 14.0, 14.0, 32.0, 12.0
"""Stems left of the docks: from the host's left edge to the first, from one to the next, from first to last
at most, and from the last to the docks.
"""

HAMPERING = (NodeType.OBSTACLE, NodeType.RISK)


@dataclass(frozen=True, slots=True)
class Dock:
    """A docked box. ``joint`` is bar (hinders) or ring (a risk at); ``top`` counts from its unit's top.

    ``end`` says where it is joined: at the ``node``, or on the ``arrow`` at its head or tail.
    """

    box: Box
    joint: str
    end: str  # "node", "head" or "tail"
    arrow: tuple[str, str] | None
    named: str  # how the reading begins: "Hinder vid …: …"
    shared: bool = False  # the arrow's head has others coming in
    top: float = 0.0
    repeated: bool = False  # the node is drawn in full elsewhere


@dataclass(frozen=True, slots=True)
class Unit:
    """A box and all that is docked under it, placed together. ``height`` takes in the docks' bay."""

    box: Box
    docks: tuple[Dock, ...] = ()

    @property
    def height(self) -> float:
        """From the top of the box to the foot of the last bay."""
        if not self.docks:
            return self.box.height
        last = self.docks[-1]
        return last.top + last.box.height + BAY

    @property
    def lanes(self) -> tuple[float, ...]:
        """How far in the stems left of the docks stand, that of the second dock first."""
        return side_lanes(sum(dock.end == "node" for dock in self.docks))

    def on_arrow(self, end: str) -> tuple[Dock, ...]:
        """The docks joined to an arrow at this end of it."""
        return tuple(dock for dock in self.docks if dock.end == end)


@dataclass(frozen=True, slots=True)
class _Spot:
    node: Node
    where: Node | Arrow
    joint: str
    leads_to: bool = False  # not said to be there: it leads there, and is nowhere else

    @property
    def key(self) -> object:
        return self.where.id if isinstance(self.where, Node) else self.where.ends


@dataclass(frozen=True, slots=True)
class _End:
    """Under which box a dock stands, at what, and whether words must tell which arrow is meant."""

    host: str
    at: str  # "node", "head" or "tail"
    shared: bool


def docks_of(subject: Subject, flow: Flow, width: float) -> Mapping[str, tuple[Dock, ...]]:
    """Host id → its docks from above: the node's own first, those of arrows last."""
    found: dict[str, list[tuple[_Spot, _Spot, _End]]] = {}
    for node in subject.chain.of(*HAMPERING):
        its = tuple(_spots(node, subject))
        for spot in its:
            end = _end(spot.where, subject, flow)
            found.setdefault(end.host, []).append((spot, its[0], end))
    return {host: _stacked(spots, subject, width) for host, spots in found.items()}


def side_lanes(own: int) -> tuple[float, ...]:
    """How far in from the left of a box with so many docks of its own the stems beside them stand.

    They stand closer the more they are, so that the docks keep room for their text.
    """
    many = max(0, own - 1)
    apart = min(SIDE_APART, SIDE_MOST / max(1, many - 1))
    return tuple(SIDE_IN + apart * (many - 1 - number) for number in range(many))


def unit_of(box: Box, docks: Iterable[Dock]) -> Unit:
    """The unit of a box, its docks laid out under it."""
    top, laid = box.height, []
    for dock in docks:
        laid.append(replace(dock, top=top + STEM))
        top += STEM + dock.box.height
    return Unit(box, tuple(laid))


def unplaced_of(subject: Subject) -> tuple[Box, ...]:
    """Cards of the obstacles and risks that hamper nothing which could have a dock."""
    loose = (node for node in subject.chain.of(*HAMPERING) if not any(_spots(node, subject)))
    return tuple(low_box_of(node, subject, CARD, _written(node, subject)) for node in loose)


def _spots(node: Node, subject: Subject) -> Iterator[_Spot]:
    seen: set[object] = set()
    for joint, references in (("bar", node.hinders), ("ring", node.at)):
        for where in subject.graph.resolve_all(references):
            spot = _Spot(node, where, joint)
            in_graph = isinstance(where, Arrow) or where.type in IN_GRAPH
            if in_graph and spot.key not in seen:
                seen.add(spot.key)
                yield spot
    if not seen:
        found = (subject.graph.find(link.target).node for link in node.links)
        heads = {head.id: head for head in found if head is not None and head.type in IN_GRAPH}
        yield from (_Spot(node, head, "ring", leads_to=True) for head in heads.values())


def _stacked(found: list[tuple[_Spot, _Spot, _End]], subject: Subject, width: float) -> tuple[Dock, ...]:
    lanes = side_lanes(sum(end.at == "node" for _, _, end in found))
    inset = max(lanes) + SIDE_FREE if lanes else INSET
    docks = [_docked(spot, first, end, subject, width - inset) for spot, first, end in found]
    order = {"node": 0, "head": 1, "tail": 2}
    return tuple(sorted(docks, key=lambda dock: (order[dock.end], dock.joint)))


def _docked(spot: _Spot, first: _Spot, end: _End, subject: Subject, width: float) -> Dock:
    extra, words = [], subject.words
    if isinstance(spot.where, Node) and spot.leads_to:
        arrow, named = None, words.say("aria", "node", **_names(spot, subject))
        named = f"{named}. {words.say('aria', 'to', titles=title_of(spot.where))}"
    elif isinstance(spot.where, Node):
        arrow = None
        named = words.say("aria", "at_node", **_names(spot, subject), place=title_of(spot.where))
    else:
        arrow, tail, head = spot.where.ends, title_of(spot.where.source), title_of(spot.where.target)
        if end.shared:
            extra.append(Detail(words.say("lines", "at_arrow", tail=tail)))
        named = words.say("aria", "at_arrow", **_names(spot, subject), tail=tail, head=head)
    if spot is first:
        box = low_box_of(spot.node, subject, width, extra)
    else:
        extra.append(Detail(words.say("lines", "elsewhere", place=places([first.where]))))
        box = repeated_box_of(spot.node, subject, width, extra)
    return Dock(box, spot.joint, end.at, arrow, named, end.shared, repeated=spot is not first)


def _names(spot: _Spot, subject: Subject) -> dict[str, str]:
    return {"type": type_of(spot.node, subject.words), "title": title_of(spot.node)}


def _end(where: Node | Arrow, subject: Subject, flow: Flow) -> _End:
    if isinstance(where, Node):
        return _End(where.id, "node", shared=False)
    tail, head = where.ends
    if where in flow.backward:
        return _End(head, "node", shared=True)
    if where in flow.band:
        return _End(tail if where.target.type is NodeType.OPPORTUNITY else head, "node", shared=True)
    only_in = len(subject.graph.entering[head]) == 1
    if only_in or len(subject.graph.leaving[tail]) > 1:
        return _End(head, "head", shared=not only_in)
    return _End(tail, "tail", shared=False)


def _written(node: Node, subject: Subject) -> Iterator[Detail]:
    for key, references in (("hinders", node.hinders), ("at", node.at)):
        if references:
            names = "; ".join(_name(reference, subject) for reference in references)
            yield Detail(subject.words.say("lines", key, places=names))


def _name(reference: Reference, subject: Subject) -> str:
    spot = subject.graph.resolve(reference)
    return places([spot]) if spot is not None else clean(reference.written)
