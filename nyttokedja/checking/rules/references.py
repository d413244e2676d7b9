"""NK1: arrows and pointers that name what is not there, or what they may not name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nyttokedja.checking.rules.elsewhere import names_box_elsewhere
from nyttokedja.checking.rules.model import ERROR, WARNING, Hit, Review, Rule, always, at, rule
from nyttokedja.model.chain import IN_GRAPH, Link, Node, NodeType
from nyttokedja.model.findings import Span
from nyttokedja.model.graph import Graph
from nyttokedja.model.ids import ARROW, as_id, is_id
from nyttokedja.model.pointers import Reference
from nyttokedja.writing.quoting import scalar

# what stands between the ids of a list that YAML does not see: bullets, commas, words, spaces
_BETWEEN = re.compile(r"(?:^|[\s,;/+&()\[\]]|(?<!\w)(?:och|og|and|samt|[-*•–]|\d+[.)])(?!\w))+")
_SIGNS = re.compile(r"\s*[,;\n]\s*")
_MOST_LISTED = 20
_NEW = ("", "words")
"""The variants that ask for a new box, which is no end of an arrow that is there."""


@rule("NK101", "unknown-target", always(ERROR))
def unknown_target(review: Review) -> Iterator[Hit]:
    """An arrow or pointer to something that is not in the chain.

    The id is misspelt, or the box was never written or was renamed. Where one id of the chain is clearly
    the one that was meant, the rest of the checks go on as if it had been written.
    Where the arrow says what the title of that box says, and the box's own id has a letter or two wrong,
    the id is what to mend.

    Bad:

        effects:
          fewer_visits: {leads_to: fred_time}
        benefits:
          freed_time:

    Good:

        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time:

    Source: the chain format.
    """
    for node in review.chain.nodes:
        for link in node.links:
            yield from _unknown(review.graph, node, link.target, link.span)
        for pointer in node.references:
            yield from _unknown_pointer(review.graph, node, pointer)
    for reference in review.chain.told_of:
        ends = (end for end in (reference.source, reference.target) if end is not None)
        if not all(review.graph.find(end).exact for end in ends):
            yield Hit(reference.span, variant="whole", particulars={"written": reference.written})


def _unknown(graph: Graph, node: Node, written: str, span: Span) -> Iterator[Hit]:
    found = graph.find(written)
    if found.exact:
        return
    named = _listed(graph, written, _SIGNS)
    if found.node is not None and found.node is not node and not named:
        if is_id(found.node.id):  # a bad id has been spoken of already, and cannot be written here
            yield at(node, _slip(graph, found.node, written), span=span, written=written, meant=found.node)
    elif ARROW.search(written) and (end := graph.find(ARROW.split(written)[-1]).node) is not None:
        yield at(node, "end", span=span, written=written, meant=end)
    elif ids := named or _listed(graph, written, _BETWEEN):
        yield at(node, "several", span=span, written=written, items=f"[{', '.join(ids)}]")
    elif ARROW.search(written):
        yield at(node, "arrow", span=span, written=written)
    elif is_id(written):
        yield at(node, span=span, written=written, suggestion=written)
    else:
        line = f"{as_id(written)}: {scalar(written)}"
        yield at(node, "words", span=span, written=written, suggestion=as_id(written), line=line)


def _slip(graph: Graph, meant: Node, written: str) -> str:
    """What is wrong where the node that is meant is clear: what is written, or the node's own id."""
    if graph.is_misspelt(meant, written):
        return "id"
    return "space" if "\u00a0" in written else "meant"


def _listed(graph: Graph, written: str, between: re.Pattern[str]) -> list[str]:
    """The ids of the boxes that a text names in another way than as a list, where every part of it is one."""
    parts = [part for part in between.split(written) if part]
    found = [graph.find(part).node for part in parts[:_MOST_LISTED]] if len(parts) > 1 else [None]
    return [node.id for node in found if node is not None] if all(found) else []


def _unknown_pointer(graph: Graph, node: Node, pointer: Reference) -> Iterator[Hit]:
    if names_box_elsewhere(pointer):
        return  # NK106 says so
    found = list(_unknown(graph, node, pointer.target, pointer.span))
    if pointer.source is not None:
        found += _unknown(graph, node, pointer.source, pointer.span)
        found = [hit for hit in found if hit.variant not in _NEW]
        if not found and graph.resolve(pointer) is None:
            found = [at(node, "arrow", span=pointer.span, written=pointer.written)]
    yield from found[:1]


@rule("NK102", "duplicate-id", always(ERROR))
def duplicate_id(review: Review) -> Iterator[Hit]:
    """The same id in two sections.

    An arrow names an id, so that it would not be known which of the two it leads to. The first one
    counts until one of them has another name.

    Bad:

        effects:
          freed_time: {title: Less time spent driving}
        benefits:
          freed_time:

    Good:

        effects:
          less_driving: {title: Less time spent driving}
        benefits:
          freed_time:

    Source: the chain format.
    """
    for node in review.chain.doubled:
        first = review.graph.nodes[node.id]
        yield at(node, id=node.id, first=first)


@rule("NK103", "self-link", always(ERROR))
def self_link(review: Review) -> Iterator[Hit]:
    """A box that leads to itself.

    Nothing causes itself: an arrow says that one thing leads to another. Most often the id of another
    box was meant.

    Bad:

        effects:
          fewer_visits: {leads_to: fewer_visits}
        benefits:
          freed_time:

    Good:

        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time:

    Source: the chain format.
    """
    for node, link, target in _found(review):
        if target is node and link.target == node.id:
            yield at(node, span=link.span)


@rule("NK104", "repeated-link", always(WARNING))
def repeated_link(review: Review) -> Iterator[Hit]:
    """The same arrow twice.

    It changes nothing in the picture, but one of the two may have been meant for another box.

    Bad:

        effects:
          fewer_visits: {leads_to: [freed_time, freed_time]}
        benefits:
          freed_time:

    Good:

        effects:
          fewer_visits: {leads_to: [freed_time, less_driving]}
          less_driving: {leads_to: freed_time}
        benefits:
          freed_time:

    Source: the chain format.
    """
    seen: dict[tuple[str, str], Link] = {}
    for node, link, target in _found(review):
        first = seen.setdefault((node.id, target.id), link)
        if first is not link and target is not node and link.target == target.id:
            yield at(node, span=link.span, target=target, first=first.span)


@rule("NK105", "wrong-target", always(ERROR))
def wrong_target(review: Review) -> Iterator[Hit]:
    """An arrow to, or something hindering, what no arrow can lead to.

    Obstacles, risks, costs, preconditions and notes stand beside the chain: they point at its boxes,
    and the chain's arrows run between changes, effects, benefits, drawbacks, goals and opportunities.
    A risk leads only to a drawback.

    Bad:

        effects:
          fewer_visits: {leads_to: no_coverage}
        obstacles:
          no_coverage: {hinders: fewer_visits}

    Good:

        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time:
        obstacles:
          no_coverage: {hinders: fewer_visits}

    Source: E-delegationen; Inera.
    """
    for node, link, target in _found(review):
        if target.type not in IN_GRAPH:
            turned = target.type in (NodeType.OBSTACLE, NodeType.RISK, NodeType.PRECONDITION)
            yield at(node, "turned" if turned else "", span=link.span, target=target)
        elif node.type is NodeType.RISK and target.type is not NodeType.DRAWBACK:
            yield at(node, "from-risk", span=link.span, target=target)
    for node in review.chain.nodes:
        for pointer in node.references:
            spot = review.graph.find(pointer.target).node
            if pointer.source is None and spot is not None and spot.type not in IN_GRAPH:
                yield at(node, "pointer", span=pointer.span, target=spot)


def _found(review: Review) -> Iterator[tuple[Node, Link, Node]]:
    """Every arrow whose target is there, a slip of one's id included."""
    for node in review.chain.nodes:
        for link in node.links:
            if (target := review.graph.find(link.target).node) is not None:
                yield node, link, target


RULES: tuple[Rule, ...] = (unknown_target, duplicate_id, self_link, repeated_link, wrong_target)
