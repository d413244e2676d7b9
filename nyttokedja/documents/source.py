"""A chain that has been checked → what its documents are made of, looked up once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.model import OWN, Calculated
from nyttokedja.checking.calculated import CalculationOutcome, factor_names
from nyttokedja.checking.check import Checked
from nyttokedja.checking.outcome import summed_up
from nyttokedja.drawing.content.annotations import annotations_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.wording import PictureWords, picture_words
from nyttokedja.drawing.content.worth import worths_of
from nyttokedja.drawing.page.compose import LaidOutPicture
from nyttokedja.errors import CannotDraw
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from nyttokedja.reports.calculation.build import telling
from nyttokedja.reports.calculation.wording import Telling
from nyttokedja.reports.chain_facts import ChainFacts


@dataclass(frozen=True)
class Source:
    """A file that could be read as a chain, with its check, and its picture or why there is none.

    Without a picture, none has been asked for: the document or its format has no place for it.
    """

    checked: Checked
    picture: LaidOutPicture | CannotDraw | None = None

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

    @property
    def today(self) -> date | None:
        """The day that it is judged on; None where nobody has said one."""
        return self.checked.today

    @cached_property
    def said(self) -> Texts:
        """The texts of the chain's language."""
        return texts(self.words.language)

    @cached_property
    def words(self) -> PictureWords:
        """The words that pictures have for it."""
        return picture_words(self.chain.language)

    @cached_property
    def subject(self) -> Subject:
        """The chain as pictures have it: its boxes with what is missing and what they are worth."""
        found = annotations_of(self.checked.findings, self.graph.nodes, self.words)
        return Subject(self.chain, self.graph, self.words, found, None, worths_of(self.graph, self.words))

    @cached_property
    def calculated(self) -> Calculated:
        """What it is worth."""
        return calculate(self.graph, Options())

    @cached_property
    def calculation(self) -> CalculationOutcome:
        """The same as the reports on calculations have it."""
        names = factor_names(self.chain)
        return CalculationOutcome(summed_up(self.checked), self.chain, self.calculated, {}, names)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Id → the number of each box, in the order of the file: names of sections are made of it."""
        return {node.id: n for n, node in enumerate(self.chain.nodes, 1)}

    @cached_property
    def left_open(self) -> frozenset[str]:
        """The ids of boxes of which something is left open: on purpose, or until a decision is taken."""
        decided = (id for one in self.chain.accepted if one.holds(self.today) for id in one.nodes)
        waiting = (node.id for node in self.chain.nodes if self.graph.hangs(node.id))
        return frozenset((*decided, *waiting))

    @cached_property
    def facts(self) -> ChainFacts:
        """All that the file says, under labels in the chain's words."""
        return ChainFacts(self.checked.source, self.said.language)

    @cached_property
    def worth(self) -> Telling:
        """The words and figures in which it is told what the chain is worth."""
        return telling(self.calculation, OWN)

    def word(self, group: str, name: str) -> str:
        """A word or a sentence of documents."""
        return self.said.word(f"documents/{group}", name)

    def say(self, group: str, name: str, /, **particulars: Any) -> str:
        """A sentence of documents, filled."""
        return self.said.say(f"documents/{group}", name, **particulars)
