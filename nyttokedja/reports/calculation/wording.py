"""What every section says alike: parties, years, boxes by number and title, money in one unit a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from nyttokedja.calculating.frame import currency_of
from nyttokedja.calculating.model import (
    ALL,
    OWN,
    Calculated,
    Frame,
    Item,
    Result,
    Run,
    RunResult,
    Standing,
)
from nyttokedja.checking.calculated import CalculationOutcome
from nyttokedja.language.figures import Figures, Scale, Written
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.calculation import Factor
from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.reports.calculation.document import Column

ZERO = Decimal(0)
_LETTERS = {NodeType.BENEFIT: "N", NodeType.DRAWBACK: "D", NodeType.COST: "K"}
_EACH = 15
"""So many years are shown one by one; of more, the first and then spans."""
_FIRST = 5
_SHORT = 40


@dataclass(frozen=True)
class Telling:
    """A chain's calculation, and the words and figures that it is told in."""

    outcome: CalculationOutcome
    party: str = OWN

    @cached_property
    def texts(self) -> Texts:
        """The texts of the language that is spoken."""
        return texts(self.outcome.outcome.language)

    @cached_property
    def figures(self) -> Figures:
        """How numbers and money are written."""
        return Figures(self.texts.language, currency_of(self.chain))

    @property
    def chain(self) -> Chain:
        """The chain."""
        assert self.outcome.chain is not None
        return self.outcome.chain

    @property
    def _calculated(self) -> Calculated:
        assert self.outcome.calculated is not None
        return self.outcome.calculated

    @property
    def frame(self) -> Frame:
        """The frame of the result."""
        assert self._calculated.frame is not None
        return self._calculated.frame

    @property
    def calculated(self) -> Calculated:
        """All that was calculated."""
        return self._calculated

    @property
    def likely(self) -> RunResult:
        """The likely run."""
        return self._calculated.runs[Run.LIKELY]

    @property
    def result(self) -> Result:
        """The likely result of the party that is told by year."""
        return self.likely.results[self.party]

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The one that is told by year, all, and the others, in this order."""
        return tuple(dict.fromkeys((self.party, ALL, OWN, *self.likely.results)))

    @property
    def is_of_several(self) -> bool:
        """Whether the sum of all is more than that of one party."""
        results = self.likely.results
        return all(results[ALL] != result for party, result in results.items() if party != ALL)

    @property
    def told_parties(self) -> tuple[str, ...]:
        """The parties that each part is told of: the first one, and all where theirs is another result."""
        return (self.party, ALL) if self.party != ALL and self.is_of_several else (self.party,)

    # -- words ------------------------------------------------------------------------------------

    def say(self, group: str, name: str, **particulars: Any) -> str:
        """A sentence, filled."""
        return self.texts.say(f"calculation/{group}", name, **particulars)

    def word(self, group: str, name: str) -> str:
        """A text as it stands."""
        return self.texts.word(f"calculation/{group}", name)

    def title(self, node: Node) -> str:
        """A box's title on one line, after its number where it is one of those valued."""
        title = self.texts.fill("{title:bare}", {"title": node.title}, self.texts.language)
        number = self.numbers.get(node.id)
        return f"{number} {title}" if number else title

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Id of a valued box → what tables call it: N1, D1, K1, in the order of the file."""
        return numbers(self.items)

    def short(self, node: Node) -> str:
        """The same, cut in tables where the number says which box it is."""
        title = self.title(node)
        return title if len(title) <= _SHORT else f"{title[: _SHORT - 1].rstrip()}…"

    def whose(self, party: str) -> str:
        """A party within a sentence."""
        return self.chain.about.perspectives.get(party) or self.word("whose", party)

    def party_name(self, party: str) -> str:
        """A party as the name of a row."""
        if party == ALL:
            return self.word("row", "all")
        own = self.chain.about.perspectives.get(party)
        return own or (self.texts.word("picture/perspective", party) if party else self.word("row", "nobody"))

    def category(self, node: Node) -> str:
        """A box's category; "" where it has none."""
        return self.texts.word("picture/category", node.category) if node.category else ""

    def columns(self, *names: str, text: int = 1, **particulars: Any) -> tuple[Column, ...]:
        """Columns by their names, of which the first so many hold words."""
        return tuple(
            Column(self.say("column", name, **particulars).strip(), n >= text) for n, name in enumerate(names)
        )

    # -- years ------------------------------------------------------------------------------------

    def years(self, n: int | None = None) -> str:
        """A number of years; the horizon where nothing else is said."""
        return self.say("time", "years", n=self.frame.horizon if n is None else n)

    def calendar(self, t: int) -> str:
        """The name of year t as rows have it: ``2027``, or ``år 1`` where the start does not matter."""
        if self.frame.start == 1:
            return self.say("time", "year", n=t)
        return str(self.frame.start + t - 1)

    def year(self, t: int | None) -> str:
        """When something comes true, by year t; for None never."""
        if t is None:
            return self.word("time", "never")
        if self.frame.start == 1:
            return self.calendar(t)
        return self.say("time", "calendar", year=self.calendar(t), n=t)

    def spans(self) -> Iterator[tuple[str, slice]]:
        """The years of a table, one by one or several together: the name of the row, and which they are."""
        horizon = self.frame.horizon
        first = horizon if horizon <= _EACH else _FIRST
        for t in range(1, first + 1):
            yield self.calendar(t), slice(t - 1, t)
        step = 5 if horizon <= 50 else 10
        for begin in range(first, horizon, step):
            end = min(begin + step, horizon)
            name = self.calendar(begin + 1)
            last = self.calendar(end).rpartition(" ")[2]
            yield (f"{name}–{last}" if end > begin + 1 else name), slice(begin, end)

    # -- factors ----------------------------------------------------------------------------------

    @cached_property
    def every_factor(self) -> tuple[tuple[Node | None, Factor], ...]:
        """The shared factors, then the boxes' own with their box."""
        shared = self.chain.calculation.factors if self.chain.calculation else ()
        valued = [node for node in self.chain.nodes if node.value]
        own = [(node, one) for node in valued for one in (node.value.factors if node.value else ())]
        return (*((None, one) for one in shared), *own)

    def factor(self, name: str) -> tuple[Node | None, Factor]:
        """A factor by its name: its id, after that of its box where it is the box's own."""
        called = {(f"{node.id}/{one.id}" if node else one.id): (node, one) for node, one in self.every_factor}
        return called[name]

    def factor_title(self, factor: Factor, node: Node | None = None) -> str:
        """A factor by its title; a box's own with the box."""
        title = self.line(factor.title)
        return self.say("note", "own_factor", factor=title, box=self.title(node)) if node else title

    def factor_called(self, name: str) -> str:
        """The same of the one with a name."""
        node, factor = self.factor(name)
        return self.factor_title(factor, node)

    def line(self, text: str) -> str:
        """A text of the chain on one line, shortened."""
        return self.texts.fill("{text:bare}", {"text": text}, self.texts.language)

    # -- items and money --------------------------------------------------------------------------

    @property
    def items(self) -> tuple[Item, ...]:
        """The valued boxes in the likely run."""
        return self._calculated.items

    @cached_property
    def summed(self) -> tuple[Item, ...]:
        """Those that are in the sum."""
        return tuple(item for item in self.items if item.standing is Standing.SUMMED)

    def of(self, *types: NodeType) -> tuple[Item, ...]:
        """Those in the sum of these types."""
        return tuple(item for item in self.summed if item.node.type in types)

    @property
    def redistributes(self) -> bool:
        """Whether time or other means that are freed or spent are in the result."""
        redistributed = any(item.node.category == "redistribution" for item in self.summed)
        return redistributed or any(any(result.hours_freed) for result in self.likely.results.values())

    def cells(self, values: Iterable[Decimal], scale: Scale) -> tuple[Written, ...]:
        """Money as the cells of a row."""
        return tuple(self.figures.in_scale(value, scale) for value in values)

    def rounded(self, scale: Scale, *sums: tuple[Decimal, Sequence[Decimal]]) -> tuple[str, ...]:
        """The note that a table needs whose sums are not those of what it shows; none where they are."""
        right = all(scale.adds_up(total, parts) for total, parts in sums)
        return () if right else (self.word("note", "rounded"),)

    def per_unit(self, result: Result) -> str:
        """Net by unit of cost, or that it cannot be calculated."""
        if result.per_krona is None:
            return self.word("time", "cannot")
        return self.figures.number(result.per_krona, 2)

    def caption(self, scale: Scale, party: str = "") -> str:
        """In which unit a table is, and whose."""
        if not party:
            return self.say("note", "amounts", unit=scale.unit)
        return self.say("note", "party", whose=self.party_name(party), unit=scale.unit)

    @property
    def one(self) -> str:
        """The unit of money that a result is said for each of: ``krona``."""
        return self.figures.one


def numbers(items: Sequence[Item]) -> Mapping[str, str]:
    """Id of a valued box → its number by its kind, in order: N1, D1, K1."""
    said: dict[str, str] = {}
    counts = dict.fromkeys(_LETTERS.values(), 0)
    for item in items:
        letter = _LETTERS.get(item.node.type)
        if letter:
            counts[letter] += 1
            said[item.node.id] = f"{letter}{counts[letter]}"
    return said
