"""Telling → the blocks of its text: what it is about, read both ways, benefits, the rest, a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nyttokedja.drawing.content.details import Subject, head_of, in_words, title_of, type_of
from nyttokedja.drawing.content.elsewhere import OtherBox, other_boxes
from nyttokedja.drawing.page.aria import chain_title, contents
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import IN_GRAPH, Node, NodeType
from nyttokedja.reports.twin.benefits import Descriptions
from nyttokedja.reports.twin.hindrances import Hindrances, pointed
from nyttokedja.reports.twin.model import Telling, subject_of
from nyttokedja.reports.twin.passages import backwards, forwards
from nyttokedja.reports.twin.read import Reader
from nyttokedja.reports.twin.wording import TwinWords, twin_words, whole, with_facts
from nyttokedja.writing.blocks import Block, Heading, Item, Paragraph, Table

_DESCRIBED = (NodeType.BENEFIT, NodeType.DRAWBACK)
_ABOUT = ("purpose", "summary", "now", "new", "not_included", "assumptions", "contact")


def blocks_of(telling: Telling) -> tuple[Block, ...]:
    """The whole text.

    Raises:
        CannotDraw: the chain is too large for a picture, and so for its text.
    """
    return tuple(_Document(telling).blocks())


class _Document:
    """One chain's text."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._subject: Subject = subject_of(telling.checked)
        self._chain, self._graph = self._subject.chain, self._subject.graph
        self._words: TwinWords = twin_words(self._chain.language)
        excerpt = telling.checked.excerpt
        judged = excerpt.whole if excerpt else self._graph
        self._hindrances = Hindrances(self._graph, self._words)
        self._descriptions = Descriptions(self._subject, judged, self._words)

    def blocks(self) -> Iterator[Block]:
        if self._telling.node is not None:
            yield from self._of_box(self._telling.node)
            return
        yield Heading(chain_title(self._subject), 1)
        yield from self._about()
        yield from self._read()
        yield from self._described()
        yield from self._beside()
        if self._telling.table and self._chain.nodes:
            yield Heading(self._word("headings", "table"))
            yield self._table()

    def _say(self, group: str, name: str, **particulars: Any) -> str:
        return self._words.say(group, name, **particulars)

    def _word(self, group: str, name: str) -> str:
        return self._words.word(group, name)

    # -- what it is about ---------------------------------------------------------------------------------

    def _about(self) -> Iterator[Block]:
        chain, picture = self._chain, self._words.picture
        stage = picture.say("title", "stage", stage=picture.word("stages", chain.stage.value))
        parts = [picture.word("title", "kind"), one_line(chain.about.organisation), stage]
        parts += [self._word("about", "reference")] if chain.reference else []
        yield Paragraph(" · ".join(part for part in parts if part))
        for key in _ABOUT:
            if text := one_line(getattr(chain.about, key)):
                yield Paragraph(text, self._word("about", key))
        for name, text in chain.about.uncertainty.texts:
            of = words(chain.language).key(name, "uncertainty") if name else ""
            yield Paragraph(one_line(text), with_facts(self._word("about", "uncertainty"), of))
        if chain.about.horizon is not None:
            years = self._words.number(chain.about.horizon)
            yield Paragraph(self._say("about", "years", years=years), self._word("about", "horizon"))
        yield Paragraph(contents(self._subject))
        for note in self._subject.annotations.whole:
            yield Item(note.text)
        if not self._telling.checked.complete:
            yield Paragraph(self._word("about", "incomplete"))

    # -- the sentences ------------------------------------------------------------------------------------

    def _read(self) -> Iterator[Block]:
        if not any(self._chain.of(*IN_GRAPH)):
            return
        there = forwards(self._graph)
        yield Heading(self._word("headings", "forwards"))
        if there.passages:
            yield Paragraph(self._word("headings", "forwards_note"))
        yield from Reader(there, self._words, self._hindrances).blocks()
        back = backwards(self._graph, first=len(there.passages) + 1)
        if back.passages:
            yield Heading(self._word("headings", "backwards"))
            yield Paragraph(self._word("headings", "backwards_note"))
            yield from Reader(back, self._words).blocks()

    def _of_box(self, node: Node) -> Iterator[Block]:
        """One box: what leads to it, what it leads to, what stands in its way, and what it is."""
        yield Heading(self._words.at_start(node), 1)
        if node.type not in IN_GRAPH:
            spots = [spot for _, found in pointed(node, self._graph) for spot in found]
            said = list(self._hindrances.said_of(spots))
            mine = [one for one in said if self._words.quoted(node) in one]
            yield from map(Paragraph, mine or [self._hindrances.alone(node)])
            return
        there = forwards(self._graph, node)
        back = backwards(self._graph, node, first=len(there.passages) + 1)
        yield Heading(self._word("headings", "forwards"))
        yield from Reader(there, self._words, self._hindrances).blocks()
        if not there.passages and not there.alone:
            yield Paragraph(self._say("frames", "ends", box=self._words.at_start(node)))
        if back.passages:
            yield Heading(self._word("headings", "backwards"))
            yield from Reader(back, self._words, self._hindrances).blocks()
        if node.type in _DESCRIBED:
            yield Heading(self._word("headings", node.type.value))
            yield from self._descriptions.of(node)
        elif facts := self._facts(node):
            yield Heading(self._word("headings", "box"))
            yield from map(Paragraph, facts)

    # -- boxes --------------------------------------------------------------------------------------------

    def _described(self) -> Iterator[Block]:
        for type in _DESCRIBED:
            nodes = list(self._chain.of(type))
            if nodes:
                yield Heading(self._word("headings", type.value))
                for node in nodes:
                    yield from self._descriptions.of(node)
        others = [node for node in self._chain.of(*IN_GRAPH) if node.type not in _DESCRIBED]
        told = [(node, facts) for node in others if (facts := self._facts(node))]
        if told:
            yield Heading(self._word("headings", "others"))
        for node, facts in told:
            yield Item(" ".join(facts), f"{type_of(node, self._words.picture)}: {title_of(node)}")

    def _facts(self, node: Node) -> list[str]:
        """What is known of a change, an effect, a goal or an opportunity."""
        words = self._words
        facts = [whole(node.text)]
        for key, text in (("adopted", node.adopted_in), ("owner_of_other", node.owner)):
            facts.append(self._fact(key, one_line(text)))
        facts.append(self._fact("when", node.when.written if node.when else ""))
        facts.append(self._fact("requires", one_line(node.requires)))
        facts.append(self._fact("how", words.actions(node.actions)))
        facts.append(self._fact("measured", words.indicators(node, self._subject)))
        facts.append(self._fact("uncertain", one_line(node.uncertain)))
        facts.append(self._word("comes", "beside") if node.beside else "")
        missing = "; ".join(note.text for note in self._subject.annotations.at.get(node.id, ()))
        facts.append(self._fact("missing", missing))
        return [fact for fact in facts if fact]

    def _fact(self, label: str, text: str) -> str:
        return f"{self._word('labels', label)}: {whole(text)}" if text else ""

    # -- what stands beside it ------------------------------------------------------------------------------

    def _beside(self) -> Iterator[Block]:
        picture = self._words.picture
        if left := list(self._hindrances.left()):
            yield Heading(self._word("headings", "left"))
            yield from (Item(self._hindrances.alone(node)) for node in left)
        if costs := list(self._chain.of(NodeType.COST)):
            yield Heading(self._word("headings", "costs"))
            yield from (Item(self._cost(node), title_of(node)) for node in costs)
        if others := other_boxes(self._chain):
            yield Heading(picture.word("bands", "elsewhere"))
            yield from (Item(self._elsewhere(other)) for other in others)
        none = [picture.word("none", kind.value) for kind in NodeType if kind in self._chain.none]
        if none:
            yield Paragraph("; ".join(none), picture.word("bands", "none"))
        if self._chain.notes:
            yield Heading(picture.word("bands", "notes"))
            for note in self._chain.notes:
                yield Item(with_facts(one_line(note.text) or "…", one_line(note.origin)))

    def _elsewhere(self, other: OtherBox) -> str:
        tails = "; ".join(map(title_of, other.tails))
        return with_facts(f"{tails} → {one_line(other.title)}", one_line(other.file))

    def _cost(self, node: Node) -> str:
        words = self._words
        size = words.word("size", node.size) if node.size else ""
        worth = self._subject.worths.get(node.id, "") or size
        needed = in_words(self._graph.resolve_all(node.needed_for))
        parts = [head_of(node, self._subject), worth, one_line(node.text).rstrip(".")]
        parts += [words.picture.say("lines", "needed_for", places=needed)] if needed else []
        parts += [f"{self._word('labels', 'owner_of_other')}: {one_line(node.owner)}"] if node.owner else []
        parts += [f"{self._word('labels', 'when')}: {node.when.written}"] if node.when else []
        parts += [one_line(node.size_because), one_line(node.uncertain)]
        parts += [note.text for note in self._subject.annotations.at.get(node.id, ())]
        return "; ".join(part for part in parts if part) or "–"

    # -- the table ----------------------------------------------------------------------------------------

    def _table(self) -> Table:
        columns = ("type", "title", "from", "to", "about", "owner", "measured", "missing")
        rows = [self._row(node) for node in self._chain.nodes]
        used = [n for n, column in enumerate(columns) if n < 2 or any(row[n] for row in rows)]
        names = tuple(self._word("columns", columns[n]) for n in used)
        return Table(names, tuple(tuple(row[n] for n in used) for row in rows))

    def _row(self, node: Node) -> tuple[str, ...]:
        graph = self._graph
        missing = (note.text for note in self._subject.annotations.at.get(node.id, ()))
        spots = [spot for _, found in pointed(node, graph) for spot in found]
        return (
            type_of(node, self._words.picture),
            title_of(node),
            "; ".join(title_of(arrow.source) for arrow in graph.entering[node.id]),
            "; ".join(title_of(arrow.target) for arrow in graph.leaving[node.id]),
            in_words(spots),
            one_line(node.owner or node.who),
            "; ".join(one_line(one.title) or one_line(one.id) for one in node.indicators),
            "; ".join(missing),
        )
