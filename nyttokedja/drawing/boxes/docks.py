"""Obstacles and risks → docks: boxes under the one that they hinder or are a risk at.

A box with its docks is a `Unit`, which is placed as a whole. A risk that is at nothing but leads to a
drawback has its dock there. A dock is `INSET` narrower than its host; the first is `STEM` below it, the
others `JOINED` below the one before. The docks at a box that are of one kind and mark share one stem: that of
the first runs straight up; others run side by side left of the docks, which are narrower by as much
(`side_stems`).

An obstacle or a risk at several places is drawn in full at the first of them, in the order of the columns and
of what leads to what, and has a number, by which it is known at the others. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from nyttokedja.drawing.boxes.box import CARD, TypesetBox, typeset_card, typeset_dock
from nyttokedja.drawing.content.arrow_kinds import COLUMNS, ArrowGroups, longest_paths
from nyttokedja.drawing.content.details import DetailLine, Subject, in_words, title_of, type_of
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import IN_GRAPH, Node, NodeType
from nyttokedja.model.graph import Arrow
from nyttokedja.model.pointers import Reference

INSET, STEM, JOINED, BAY = 20.0, 13.0, 5.0, 8.0
"""How much narrower a dock is than its host, the gap above the first and above the others, and the margin of
the bay around docks.
"""

SIDE_IN, SIDE_APART, SIDE_MOST, SIDE_FREE = 14.0, 14.0, 32.0, 12.0
"""Stems left of the docks: from the host's left edge to the first, from one to the next, from first to last
at most, and from the last to the docks.
"""

HAMPERING = (NodeType.OBSTACLE, NodeType.RISK)
"""The types of nodes that are drawn as docks."""


@dataclass(frozen=True, slots=True)
class Dock:
    """A docked box. ``mark`` is what ends its stem: a ``bar`` (hinders) or a ``ring`` (a risk at).

    The stem ends at the host (``end`` is ``node``), or on the ``arrow``, near its head or tail.
    """

    box: TypesetBox
    mark: str
    end: str  # "node", "head" or "tail"
    arrow: tuple[str, str] | None
    aria_start: str  # the beginning of its label for screen readers: "Hinder vid …: …"
    shared: bool = False  # other arrows enter the same head
    top: float = 0.0  # from the top of its unit
    repeated: bool = False  # the node is drawn in full elsewhere
    joined: bool = False  # it hangs on the stem of the dock above


@dataclass(frozen=True, slots=True)
class Unit:
    """A box with its docks below it, which are placed together."""

    box: TypesetBox
    docks: tuple[Dock, ...] = ()
    turned: bool = False  # it is laid out for a picture that is read downwards

    @property
    def height(self) -> float:
        """From the top of the box to the foot of the bay of its docks."""
        if not self.docks:
            return self.box.height
        last = self.docks[-1]
        return last.top + last.box.height + BAY

    @property
    def stem_insets(self) -> tuple[float, ...]:
        """The x of the stems left of the docks, from the left edge of the box, from the second dock on."""
        return side_stems(sum(dock.end == "node" and not dock.joined for dock in self.docks))

    def on_arrow(self, end: str) -> tuple[Dock, ...]:
        """The docks whose stems end on an arrow, near this end of it."""
        return tuple(dock for dock in self.docks if dock.end == end)


@dataclass(frozen=True, slots=True)
class _Target:
    """Something that an obstacle or a risk points at."""

    node: Node
    where: Node | Arrow
    mark: str
    leads_to: bool = False  # it does not point there, but leads there and points at nothing
    number: str = ""  # where the node is at several places
    again: bool = False  # it is drawn in full at another

    @property
    def key(self) -> object:
        """What it is known by: the id of a node, or the ends of an arrow."""
        return self.where.id if isinstance(self.where, Node) else self.where.ends


@dataclass(frozen=True, slots=True)
class _Docking:
    """The host of a dock, where its stem ends, and whether a text must say which arrow is meant."""

    host: str
    at: str  # "node", "head" or "tail"
    shared: bool


def docks_of(subject: Subject, arrow_groups: ArrowGroups, width: float) -> Mapping[str, tuple[Dock, ...]]:
    """Id of the host → its docks from above: first those at the node, then those at arrows."""
    found: dict[str, list[tuple[_Target, _Docking]]] = {}
    order = _reading_order(subject, arrow_groups)
    for node in subject.chain.of(*HAMPERING):
        its = [(target, _docking(target.where, subject, arrow_groups)) for target in _targets(node, subject)]
        its.sort(key=lambda one: order[one[1].host])
        number = _number(node, subject) if len(its) > 1 else ""
        for place, (target, docking) in enumerate(its):
            marked = replace(target, number=number, again=place > 0)
            found.setdefault(docking.host, []).append((marked, docking))
    return {host: _stacked(targets, subject, width) for host, targets in found.items()}


def _reading_order(subject: Subject, arrow_groups: ArrowGroups) -> Mapping[str, tuple[int, int, int]]:
    """Id → (column, how many arrows of the column lead to it, place in the file)."""
    nodes = [node for node in subject.chain.nodes if node.type in IN_GRAPH]
    depth = longest_paths([node.id for node in nodes], arrow_groups.forward)
    last = max(COLUMNS.values()) + 1
    return {
        node.id: (COLUMNS.get(node.type, last), depth[node.id], number) for number, node in enumerate(nodes)
    }


def _number(node: Node, subject: Subject) -> str:
    """The number of an obstacle or a risk among those of its type that are at several places."""
    alike = (one for one in subject.chain.of(node.type) if sum(1 for _ in _targets(one, subject)) > 1)
    return str([one.id for one in alike].index(node.id) + 1)


def side_stems(own: int) -> tuple[float, ...]:
    """The x of the stems left of the docks, for a box with so many ``own`` docks, from its left edge.

    The more there are, the closer they stand, so that the docks keep room for their text.
    """
    many = max(0, own - 1)
    apart = min(SIDE_APART, SIDE_MOST / max(1, many - 1))
    return tuple(SIDE_IN + apart * (many - 1 - number) for number in range(many))


def unit_of(box: TypesetBox, docks: Iterable[Dock]) -> Unit:
    """The unit of a box and its docks, each below the one before."""
    top, stacked = box.height, list[Dock]()
    for dock in docks:
        gap = JOINED if stacked else STEM
        stacked.append(replace(dock, top=top + gap))
        top += gap + dock.box.height
    return Unit(box, tuple(stacked))


def unplaced_of(subject: Subject, width: float = CARD) -> tuple[TypesetBox, ...]:
    """Cards of the obstacles and risks that point at nothing under which a dock could stand."""
    unplaced = (node for node in subject.chain.of(*HAMPERING) if not any(_targets(node, subject)))
    return tuple(typeset_card(node, subject, width, _pointers(node, subject)) for node in unplaced)


def _targets(node: Node, subject: Subject) -> Iterator[_Target]:
    """What an obstacle or a risk points at, each once."""
    seen: set[object] = set()
    for mark, references in (("bar", node.hinders), ("ring", node.at)):
        for where in subject.graph.resolve_all(references):
            target = _Target(node, where, mark)
            in_graph = isinstance(where, Arrow) or where.type in IN_GRAPH
            if in_graph and target.key not in seen:
                seen.add(target.key)
                yield target
    if not seen:
        found = (subject.graph.find(link.target).node for link in node.links)
        heads = {head.id: head for head in found if head is not None and head.type in IN_GRAPH}
        yield from (_Target(node, head, "ring", leads_to=True) for head in heads.values())


def _stacked(found: list[tuple[_Target, _Docking]], subject: Subject, width: float) -> tuple[Dock, ...]:
    stems = {(target.node.type, target.mark) for target, docking in found if docking.at == "node"}
    stem_insets = side_stems(len(stems))
    inset = max(stem_insets) + SIDE_FREE if stem_insets else INSET
    docks = [_docked(target, docking, subject, width - inset) for target, docking in found]
    order = {"node": 0, "head": 1, "tail": 2}
    docks.sort(key=lambda dock: (order[dock.end], dock.mark, dock.box.kind))
    before = [None, *docks]
    return tuple(
        replace(dock, joined=above is not None and _share_stem(above, dock))
        for above, dock in zip(before, docks, strict=False)
    )


def _share_stem(above: Dock, dock: Dock) -> bool:
    alike = (above.mark, above.box.kind) == (dock.mark, dock.box.kind)
    return alike and above.end == dock.end == "node"


def _docked(target: _Target, docking: _Docking, subject: Subject, width: float) -> Dock:
    extra, words = [], subject.words
    if isinstance(target.where, Node) and target.leads_to:
        arrow, aria_start = None, words.say("aria", "node", **_names(target, subject))
        aria_start = f"{aria_start}. {words.say('aria', 'to', titles=title_of(target.where))}"
    elif isinstance(target.where, Node):
        arrow = None
        aria_start = words.say("aria", "at_node", **_names(target, subject), place=title_of(target.where))
    else:
        arrow, tail, head = target.where.ends, title_of(target.where.source), title_of(target.where.target)
        if docking.shared:
            extra.append(DetailLine(words.say("lines", "at_arrow", tail=tail)))
        aria_start = words.say("aria", "at_arrow", **_names(target, subject), tail=tail, head=head)
    box = typeset_dock(target.node, subject, width, extra, target.number, again=target.again)
    return Dock(box, target.mark, docking.at, arrow, aria_start, docking.shared, repeated=target.again)


def _names(target: _Target, subject: Subject) -> dict[str, str]:
    type_word = type_of(target.node, subject.words)
    if target.number:
        type_word = subject.words.say("lines", "numbered", type=type_word, n=target.number)
    return {"type": type_word, "title": title_of(target.node)}


def _docking(where: Node | Arrow, subject: Subject, arrow_groups: ArrowGroups) -> _Docking:
    if isinstance(where, Node):
        return _Docking(where.id, "node", shared=False)
    tail, head = where.ends
    if where in arrow_groups.backward:
        into = sum(arrow.target.id == head for arrow in arrow_groups.backward)
        return _Docking(head, "head", shared=into > 1)
    if where in arrow_groups.band:
        return _Docking(tail if where.target.type is NodeType.OPPORTUNITY else head, "node", shared=True)
    only_in = len(subject.graph.entering[head]) == 1
    if only_in or len(subject.graph.leaving[tail]) > 1:
        return _Docking(head, "head", shared=not only_in)
    return _Docking(tail, "tail", shared=False)


def _pointers(node: Node, subject: Subject) -> Iterator[DetailLine]:
    """Lines with what the node points at, as it is written where it is not found."""
    for key, references in (("hinders", node.hinders), ("at", node.at)):
        if references:
            names = "; ".join(_name(reference, subject) for reference in references)
            yield DetailLine(subject.words.say("lines", key, places=names))


def _name(reference: Reference, subject: Subject) -> str:
    target = subject.graph.resolve(reference)
    return in_words([target]) if target is not None else one_line(reference.written)
