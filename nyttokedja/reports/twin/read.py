"""The sentences that arrows are read in → their words, forwards and backwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Arrow
from nyttokedja.reports.twin.hindrances import Hindrances
from nyttokedja.reports.twin.passages import Passage, Reading
from nyttokedja.reports.twin.wording import TwinWords, capitalised, whole
from nyttokedja.writing.blocks import Block, Heading, Item, Paragraph, Sentence

_MOST_IN_LINE = 4
"""So many boxes are named inside a sentence; more are listed below it."""
_SEVERAL, _MANY = 3, 8
"""More sentences than this have a heading: those from one start, and those from one box after its parting."""


class Reader:
    """Puts one reading into words.

    Args:
        reading: its sentences.
        words: those of the language.
        hindrances: what is said at the boxes and arrows as they come; None where nothing is.
    """

    def __init__(self, reading: Reading, words: TwinWords, hindrances: Hindrances | None = None) -> None:
        self._reading = reading
        self._words = words
        self._hindrances = hindrances
        self._met: set[str] = set()
        self._left = dict(reading.needs)
        self._way = "backwards" if reading.backwards else "forwards"

    def blocks(self) -> Iterator[Block]:
        """The sentences, under headings where there are many."""
        roots = [list(held) for _, held in groupby(self._reading.passages, key=lambda one: one.root.id)]
        for passages in roots:
            if len(roots) > 1 and len(passages) > _SEVERAL:
                yield Heading(self._words.at_start(passages[0].root), 3)
            branch = ""
            lengths = Counter(passage.branch.id for passage in passages if passage.branch)
            for passage in passages:
                begins = passage.branch is not None and passage.branch.id != branch
                if passage.branch and begins and len(passages) > _MANY and lengths[passage.branch.id] > 1:
                    branch = passage.branch.id
                    name = self._words.box(passage.branch)
                    yield Heading(self._words.say(self._way, "branch", box=name), 3)
                yield self.sentence(passage)
        if self._reading.alone and not self._reading.backwards:
            yield Paragraph(self._words.say("frames", "alone", boxes=self._words.boxes(self._reading.alone)))
            yield from map(Item, self._beside(self._reading.alone))

    def sentence(self, passage: Passage) -> Sentence:
        """One sentence in words, with what belongs to it; they are asked for in their order."""
        listed = self._listed(passage)
        text = self._text(passage, listed=bool(listed))
        items = (*listed, *self._needs(passage), *self._reasons(passage), *self._beside(self._spots(passage)))
        closed = any(arrow.ends in self._reading.returning for arrow in passage.arrows)
        circle = self._words.word("frames", "circle")
        if closed and listed:
            items = (*items, circle)
        elif closed:
            text = f"{text} {circle}"
        return Sentence(passage.number, text, items)

    # -- the sentence -----------------------------------------------------------------------------------

    def _text(self, passage: Passage, *, listed: bool) -> str:
        words, steps = self._words, passage.steps
        parts = []
        for n, step in enumerate(steps):
            last = n == len(steps) - 1
            if last and listed:
                to = words.word(self._way, "then_listed" if n else "listed")
            else:
                to = self._to(step, first=not n)
            if n:
                parts.append(words.say(self._way, "then", to=to))
            elif not self._reading.backwards:
                box = words.box(passage.start)
                parts.append(capitalised(words.say("if", passage.start.kind, box=box, to=to)))
            else:
                parts.append(self._presupposed(passage.start, step, to, listed=last and listed))
        return "".join(parts) + (":" if listed else ".")

    def _presupposed(self, start: Node, step: Sequence[Arrow], to: str, *, listed: bool) -> str:
        words = self._words
        if len(step) > 1 or listed:
            return words.say(self._way, "several", box=words.at_start(start), to=to)
        return words.say(self._way, "one", box=words.at_start(start), cause=self._named(step))

    def _to(self, step: Sequence[Arrow], *, first: bool) -> str:
        """Where a step leads: boxes of one kind with one strength together, drawbacks last."""
        ordered = sorted(step, key=lambda arrow: self._onward(arrow).type is NodeType.DRAWBACK)
        groups = [list(held) for _, held in groupby(ordered, key=self._likeness)]
        on = self._reading.backwards and first
        parts = [
            self._words.say(self._way, "on" if on else self._manner(held[0]), boxes=self._named(held))
            for held in groups
        ]
        if len(parts) == 1:
            return parts[0]
        names = ("first", *("next" for _ in parts[2:]), "last")
        said = zip(names, parts, strict=True)
        return "".join(self._words.say("several", name, part=part) for name, part in said)

    def _named(self, arrows: Sequence[Arrow]) -> str:
        nodes = [self._onward(arrow) for arrow in arrows]
        noted = {node.id: self._reference(arrow) for node, arrow in zip(nodes, arrows, strict=True)}
        return self._words.alike(nodes[0].kind, nodes, noted)

    def _reference(self, arrow: Arrow) -> str:
        """Where it is read on from a box, unless that is what comes next or is said already."""
        number = self._reading.number_of.get(self._onward(arrow).id)
        behind = arrow.target if self._reading.backwards else arrow.source
        here = self._reading.number_of[behind.id]
        return "" if number in (None, here, here + 1) else self._words.say("frames", "see", number=number)

    def _likeness(self, arrow: Arrow) -> tuple[str, str]:
        return self._onward(arrow).kind, self._manner(arrow)

    def _manner(self, arrow: Arrow) -> str:
        """Which words the arrow is read with: by its strength, and whether it comes back."""
        if arrow.ends in self._reading.returning:
            return "back"
        return arrow.link.strength or "to" if not self._reading.backwards else "to"

    def _onward(self, arrow: Arrow) -> Node:
        return self._reading.onward(arrow)

    # -- what belongs to it -----------------------------------------------------------------------------

    def _listed(self, passage: Passage) -> tuple[str, ...]:
        step = passage.steps[-1]
        if len(step) <= _MOST_IN_LINE:
            return ()
        words = self._words
        return tuple(
            words.say("frames", f"item_{arrow.link.strength or 'plain'}", box=words.box(self._onward(arrow)))
            + self._reference(arrow)
            for arrow in step
        )

    def _needs(self, passage: Passage) -> Iterator[str]:
        """What comes only when all that leads to it does, where it is met first."""
        for node in (passage.start, *map(self._onward, passage.arrows)):
            if arrows := self._left.pop(node.id, ()):
                yield self._words.needs(node, arrows)

    def _reasons(self, passage: Passage) -> Iterator[str]:
        """Why each arrow is drawn, and what that is known from; they are read once, forwards."""
        words = self._words
        for arrow in () if self._reading.backwards else passage.arrows:
            because, evidence = whole(arrow.link.because), one_line(arrow.link.evidence)
            ends = {"source": words.quoted(arrow.source), "target": words.quoted(arrow.target)}
            known = words.say("frames", "evidence", evidence=whole(evidence)) if evidence else ""
            if because:
                yield f"{words.say('frames', 'because', because=because, **ends)} {known}".rstrip()
            elif known:
                yield words.say("frames", "only_evidence", evidence=whole(evidence), **ends)

    def _spots(self, passage: Passage) -> Iterator[Node | Arrow]:
        """The boxes that come for the first time, and the arrows."""
        yield from self._new(passage.start)
        for arrow in passage.arrows:
            yield arrow
            yield from self._new(self._onward(arrow))

    def _new(self, node: Node) -> Iterator[Node]:
        if node.id not in self._met:
            self._met.add(node.id)
            yield node

    def _beside(self, spots: Iterator[Node | Arrow] | Sequence[Node]) -> Iterator[str]:
        return self._hindrances.said_of(spots) if self._hindrances else iter(())
