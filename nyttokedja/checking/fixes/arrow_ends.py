"""Ends: a graph's arrows and pointers by where they stand and what they name, each looked up once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from nyttokedja.model.chain import Link, Node
from nyttokedja.model.findings import Span
from nyttokedja.model.graph import Graph
from nyttokedja.model.ids import is_id
from nyttokedja.model.pointers import Reference


@dataclass(frozen=True)
class Ends:
    """What the arrows and pointers of a graph begin and end in."""

    graph: Graph

    @cached_property
    def links(self) -> Mapping[Span, Link]:
        """All arrows, by where their target is written."""
        return {link.span: link for node in self.graph.chain.nodes for link in node.links}

    @cached_property
    def pointers(self) -> Mapping[Span, Reference]:
        """All that nodes point with and is no arrow, by where it is written."""
        nodes = self.graph.chain.nodes
        return {ref.span: ref for node in nodes for ref in node.references}

    def is_loose(self, span: Span) -> bool:
        """Whether a pointer names the ends of an arrow that is not there."""
        pointer = self.pointers.get(span)
        return pointer is not None and pointer.source is not None and self.graph.resolve(pointer) is None

    def is_repeated(self, node: Node, span: Span, target: Node) -> bool:
        """Whether an arrow to a node is there, once the one in a span leads to it, more surely or before."""
        return span in self.links and self._surest.get((node.id, target.id), span) != span

    @cached_property
    def _surest(self) -> Mapping[tuple[str, str], Span]:
        """(tail id, head id) → where the arrow is written right, or else the first of its slips."""
        surest: dict[tuple[str, str], Span] = {}
        for exact in (True, False):
            for node in self.graph.chain.nodes:
                for link in node.links:
                    found = self.graph.find(link.target)
                    if found.node is not None and found.exact is exact:
                        surest.setdefault((node.id, found.node.id), link.span)
        return surest

    @cached_property
    def bad_ids(self) -> Mapping[str, list[tuple[Span, str]]]:
        """The ids of nodes that can be none, each with where it is named, and as what."""
        bad: dict[str, list[tuple[Span, str]]] = {id: [] for id in self.graph.nodes if not is_id(id)}
        for pointer in _pointers(self.graph) if bad else ():
            for end in _written(pointer):
                named = self.graph.find(end).node
                if named is not None and named.id in bad:
                    bad[named.id].append((pointer.span, end))
        return bad


def _pointers(graph: Graph) -> Iterator[Link | Reference]:
    """Everything in a chain that names a node: arrows, pointers, and decisions about findings."""
    for node in graph.chain.nodes:
        yield from node.links
        yield from node.references
    for acceptance in graph.chain.accepted:
        yield from acceptance.at


def _written(pointer: Link | Reference) -> tuple[str, ...]:
    """The ids that are written in it: a link's source is the box that it stands in."""
    if isinstance(pointer, Link) or pointer.source is None:
        return (pointer.target,)
    return pointer.target, pointer.source
