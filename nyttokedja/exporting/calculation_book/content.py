"""What a workbook is made of: a chain, its calculation, and the words of its language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from nyttokedja.calculating.frame import currency_of
from nyttokedja.calculating.model import Calculated, Frame, Item, Run, Standing
from nyttokedja.calculating.results import counts_hours
from nyttokedja.calculating.scope import Scope
from nyttokedja.calculating.values import values_of
from nyttokedja.exporting.calculation_book.fallible import can_fail, fallible_factors
from nyttokedja.exporting.calculation_book.plan import Cell
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.chain import Chain, NodeType

SIDES: Mapping[str, frozenset[NodeType]] = {
    "benefits": frozenset({NodeType.BENEFIT}),
    "costs": frozenset({NodeType.COST, NodeType.DRAWBACK}),
}
"""The sheets with values → the types of the boxes on them."""

_OF_NUMBERS = frozenset(
    {"lowest", "likely", "highest", "full_year", "sum", "total", "baseline", "target", "latest", "reached"}
    | {"hours_lowest", "hours_likely", "hours_highest"}
)
"""The headings of columns with numbers."""


@dataclass(frozen=True)
class Content:
    """A chain with its calculation; ``changed`` are factors that were given another value for it."""

    chain: Chain
    calculated: Calculated
    changed: Mapping[str, Decimal] = field(default_factory=dict)

    @cached_property
    def language(self) -> str:
        """That of the chain."""
        return self.chain.language if self.chain.language in LANGUAGES else LANGUAGES[0]

    @cached_property
    def texts(self) -> Texts:
        """The texts of its language."""
        return texts(self.language)

    def say(self, group: str, name: str, **particulars: object) -> str:
        """A text of ``workbook.toml``."""
        return self.texts.say(f"workbook/{group}", name, **particulars)

    @cached_property
    def scope(self) -> Scope:
        """Its factors and formulas."""
        return Scope(self.chain)

    @cached_property
    def values(self) -> Mapping[Run, Mapping[str, Decimal]]:
        """Run → full name of a factor → its value, where it has one."""
        return {run: values_of(self.scope, run, self.changed).numbers for run in Run}

    @cached_property
    def fallible(self) -> frozenset[str]:
        """The full names of factors whose formulas can fail for their numbers."""
        return fallible_factors(self.scope)

    def can_fail(self, box: str, *keys: str) -> bool:
        """Whether one of these formulas of a box, or of all, can fail for the numbers of its factors."""
        formulas = self.scope.boxes.get(box, {})
        return any(can_fail(formulas[key], self.fallible) for key in keys or formulas if key in formulas)

    @property
    def cannot(self) -> str:
        """What stands where something cannot be calculated."""
        return self.say("items", "cannot")

    @cached_property
    def sheets(self) -> Mapping[str, str]:
        """Id of a box that may have a value → the key of its sheet."""
        return {
            node.id: side for side, types in SIDES.items() for node in self.chain.nodes if node.type in types
        }

    @property
    def frame(self) -> Frame:
        """What the result holds for."""
        assert self.calculated.frame is not None
        return self.calculated.frame

    @property
    def has_sums(self) -> bool:
        """Whether anything can be summed."""
        return self.calculated.frame is not None and len(self.calculated.runs) == len(Run)

    def items(self, side: str) -> tuple[Item, ...]:
        """The valued boxes of a sheet, in the likely run."""
        items = self.calculated.runs[Run.LIKELY].items if self.has_sums else ()
        return tuple(item for item in items if item.node.type in SIDES[side])

    def summed(self, side: str, run: Run) -> tuple[Item, ...]:
        """The boxes of a sheet that are in the sum, in this run or in another."""
        return self._where(side, run, lambda item: item.standing is Standing.SUMMED)

    def timed(self, side: str, run: Run) -> tuple[Item, ...]:
        """The boxes of a sheet whose hours are counted, in this run or in another."""
        return self._where(side, run, counts_hours)

    def _where(self, side: str, run: Run, holds: Callable[[Item], bool]) -> tuple[Item, ...]:
        runs = self.calculated.runs if self.has_sums else {}
        counted = {item.node.id for made in runs.values() for item in made.items if holds(item)}
        items = runs[run].items if runs else ()
        return tuple(item for item in items if item.node.type in SIDES[side] and item.node.id in counted)

    @cached_property
    def by_run(self) -> Mapping[tuple[Run, str], Item]:
        """Run and id of a box → what it is worth."""
        return {
            (run, item.node.id): item for run, made in self.calculated.runs.items() for item in made.items
        }

    @property
    def money(self) -> str:
        """What the currency is called."""
        return self.say("currencies", currency_of(self.chain) or "none")

    def category(self, name: str) -> str:
        """What a category is called; "" for none."""
        return self.texts.word("picture/category", name) if name else ""

    def party(self, name: str) -> str:
        """What the chain calls a perspective; "" for none."""
        return self.chain.about.perspectives.get(name) or self.perspective(name)

    def perspective(self, name: str) -> str:
        """What a perspective is called everywhere, two never the same; "" for none."""
        return self.texts.word("picture/perspective", name) if name else ""

    def listed(self, value: str, key: str) -> str:
        """One of the listed values of a key, as people write it; "" for none."""
        return words(self.language).value(value, key).replace("_", " ") if value else ""

    def heads(self, *names: str) -> tuple[Cell, ...]:
        """A row of headings, by their names in ``workbook.toml``'s ``columns``."""
        return tuple(
            Cell(column, self.say("columns", name), "head_number" if name in _OF_NUMBERS else "head")
            for column, name in enumerate(names, 1)
        )
