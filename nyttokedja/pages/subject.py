"""Checked → what the parts of a page are made of, looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from nyttokedja.checking.check import Checked
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.drawing.content.annotations import annotations_of
from nyttokedja.drawing.content.details import Subject, title_of, type_of
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.content.worth import worths_of
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.chain import Chain, Node
from nyttokedja.model.elsewhere import parted
from nyttokedja.model.findings import Finding
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.reports.chain_facts import ChainFacts
from nyttokedja.writing.html import Node as Markup
from nyttokedja.writing.html import Tag, joined, tag


@dataclass(frozen=True)
class PageSubject:
    """A chain that can be read, with its check and the words of its language.

    ``others`` are the addresses of pages of other chains, by their files as this one names them.
    """

    checked: Checked
    others: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def chain(self) -> Chain:
        """The chain."""
        assert self.checked.chain is not None
        return self.checked.chain

    @cached_property
    def graph(self) -> Graph:
        """Its graph."""
        assert self.checked.graph is not None
        return self.checked.graph

    @cached_property
    def whole(self) -> Graph:
        """The graph of the whole chain, where the page shows a part of it."""
        return self.checked.excerpt.whole if self.checked.excerpt else self.graph

    @cached_property
    def said(self) -> Texts:
        """The texts of its language."""
        return texts(self.pictured.words.language)

    @cached_property
    def outcome(self) -> Outcome:
        """What came of the check."""
        return summed_up(self.checked)

    @cached_property
    def pictured(self) -> Subject:
        """The same as pictures have it."""
        words = picture_words(self.chain.language)
        found = annotations_of(self.checked.findings, self.graph.nodes, words)
        worths = worths_of(self.whole, words)
        return Subject(self.chain, self.graph, words, found, None, worths, excerpt=self.checked.excerpt)

    @cached_property
    def facts(self) -> ChainFacts:
        """What the file says."""
        return ChainFacts(self.checked.source, self.said.language)

    @cached_property
    def beside(self) -> Mapping[str, Sequence[Node]]:
        """Id → what stands beside the chain and points at the box, or at an arrow out of or into it."""
        found: dict[str, dict[str, Node]] = {}
        for node in self.chain.nodes:
            for spot in self.graph.resolve_all(node.references):
                for id in spot.ends if isinstance(spot, Arrow) else (spot.id,):
                    found.setdefault(id, {})[node.id] = node
        return {id: tuple(nodes.values()) for id, nodes in found.items()}

    @cached_property
    def findings(self) -> Mapping[str, Sequence[Finding]]:
        """Id → the findings that nobody has accepted at the box; "" → those at none."""
        found: dict[str, list[Finding]] = {}
        for one in self.checked.findings:
            if not one.accepted:
                found.setdefault(one.node if one.node in self.graph.nodes else "", []).append(one)
        return found

    def word(self, group: str, name: str) -> str:
        """A word or a sentence of pages."""
        return self.said.word(f"page/{group}", name)

    def kind(self, node: Node) -> str:
        """What kind of box it is, in words."""
        return type_of(node, self.pictured.words)

    def link(self, node: Node) -> Tag:
        """A link to what the page says of a box."""
        return tag("a", title_of(node), href=f"#{node.id}", data_to=node.id)

    def elsewhere(self, written: str) -> Markup:
        """What names a box of another chain: a link to it, where its chain has a page."""
        file, id = parted(written)
        return tag("a", written, href=f"{self.others[file]}#{id}") if file in self.others else written

    def links(self, nodes: Iterable[Node]) -> Iterator[Markup]:
        """Links to several, with commas between."""
        yield from joined(map(self.link, nodes))
