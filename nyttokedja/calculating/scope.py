"""A chain's factors and formulas, each formula read once → what names mean, and what comes after what.

A factor's full name is its id, and ``box/id`` where it is a box's own. The names in expressions here are full
names; the hours of a box are ``box/hours``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from nyttokedja.calculating import formula
from nyttokedja.calculating.circles import circles_among
from nyttokedja.calculating.formula import Expression, FormulaError, Number, Operation, names_in, renamed
from nyttokedja.calculating.model import Fault
from nyttokedja.model.calculation import Factor, Value
from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.spelling import Vocabulary

HOURS = frozenset({"hours", "timmar", "timer"})
"""What a formula of a year's value calls the hours of its box, whatever the language of the file."""

_NOTHING = Number(Decimal(0))
_HYPHENED = re.compile(r"[^\W\d_]\w*(?:-\w+)+")
_MOST_GUESSES = 100


def full_name(node: str, id: str) -> str:
    """What a factor is called among all factors of its chain; ``node`` is "" for a shared one."""
    return f"{node}/{id}" if node else id


def short_name(name: str) -> str:
    """What formulas call a factor."""
    return name.rpartition("/")[2]


class Scope:
    """All that the formulas of a chain are made of.

    Attributes:
        factors: full name → factor, shared ones first, in file order.
        formulas: full name → its formula, of the factors whose formula can be read.
        boxes: id of a box with a value → its formulas that can be read, by their keys; ``hours`` is the
            difference where the box says ``before`` and ``after``.
        faults: what is wrong whatever numbers the factors have.
        broken: full names of the factors that cannot have a number.
        faulty: ids of the boxes of which some formula cannot be read.
        order: the full names of factors, each after those that its formula uses.
        valued: the boxes with a value, in file order.
    """

    def __init__(self, chain: Chain) -> None:
        self.faults: list[Fault] = []
        self.broken: set[str] = set()
        self.faulty: set[str] = set()
        self.valued: tuple[Node, ...] = tuple(node for node in chain.nodes if node.value is not None)
        shared = chain.calculation.factors if chain.calculation else ()
        self.factors: dict[str, Factor] = {factor.id: factor for factor in shared}
        self._own: dict[str, dict[str, Factor]] = {
            node.id: {factor.id: factor for factor in node.value.factors}
            for node in self.valued
            if node.value
        }
        for id, own in self._own.items():
            self.factors |= {full_name(id, factor.id): factor for factor in own.values()}
        self._shared = {factor.id for factor in shared}
        self._guesses = 0
        self.formulas: dict[str, Expression] = {}
        for factor in shared:
            self._add_factor("", factor)
        self.boxes: dict[str, Mapping[str, Expression]] = {}
        for node in self.valued:
            for factor in self._own[node.id].values():
                self._add_factor(node.id, factor)
            assert node.value is not None
            self.boxes[node.id] = self._formulas_of(node, node.value)
        self.order, circles = circles_among(
            {name: names_in(self.formulas[name]) if name in self.formulas else () for name in self.factors}
        )
        for circle in circles:
            self.broken |= set(circle)
            self._fault("circle", circle[0], "formula", circle=tuple(map(short_name, circle)))

    def resolve(self, node: str, id: str) -> str | None:
        """The full name of the factor that a formula of a box ("" for a shared factor's) means by an id."""
        if id in self._own.get(node, ()):
            return full_name(node, id)
        return id if id in self._shared else None

    # -- factors ----------------------------------------------------------------------------------

    def _add_factor(self, node: str, factor: Factor) -> None:
        name = full_name(node, factor.id)
        if factor.id in HOURS:
            self._fault("reserved", name, "")
        elif "-" in factor.id:
            self._fault("hyphen", name, "", wrong=factor.id, right=factor.id.replace("-", "_"))
        elif factor.formula and any(n is not None for n in (factor.likely, factor.lowest, factor.highest)):
            self._fault("both", name, "formula")
        elif factor.formula:
            if (expression := self._read(factor.formula, node, factor.id, "formula")) is not None:
                self.formulas[name] = expression
                return
        elif factor.likely is not None:
            return
        else:
            self._fault("neither", name, "")
        self.broken.add(name)

    def _fault(self, variant: str, name: str, where: str, **particulars: object) -> None:
        """Note what is wrong with a factor."""
        node, _, id = name.rpartition("/")
        self.faults.append(Fault(variant, node, id, where, particulars))

    # -- formulas ---------------------------------------------------------------------------------

    def _formulas_of(self, node: Node, value: Value) -> Mapping[str, Expression]:
        """The formulas of a box, each after those that it may use."""
        found: dict[str, Expression] = {}
        for key in ("before", "after", "hours"):
            self._add_formula(node.id, value, key, found)
        if ("before" in found or "after" in found) and node.id not in self.faulty:
            before, after = found.get("before", _NOTHING), found.get("after", _NOTHING)
            freed = node.type is NodeType.BENEFIT
            found["hours"] = Operation("-", before, after) if freed else Operation("-", after, before)
        self._add_formula(node.id, value, "yearly", found)
        return found

    def _add_formula(self, node: str, value: Value, key: str, found: dict[str, Expression]) -> None:
        if text := getattr(value, key):
            hours = value.counts_hours if key == "yearly" else None
            if (expression := self._read(text, node, "", key, hours)) is not None:
                found[key] = expression
            else:
                self.faulty.add(node)

    def _read(
        self, text: str, node: str, factor: str, where: str, hours: bool | None = None
    ) -> Expression | None:
        """A formula with full names; None where it cannot be read, or uses what cannot be had.

        Args:
            text: as it is written.
            node: the box that it belongs to, "" for a shared factor's.
            factor: the id of the factor whose formula it is, "" for a box's own.
            where: the key it stands under.
            hours: whether the box has hours; None where a formula may not use them.
        """
        try:
            expression = formula.parse(text)
        except FormulaError as error:
            self.faults.append(
                Fault(error.variant, node, factor, where, {"formula": text, **error.particulars})
            )
            return None
        meant: dict[str, str] = {}
        for id in names_in(expression):
            if id in HOURS and hours:
                meant[id] = full_name(node, "hours")
            elif (name := self.resolve(node, id)) is not None:
                meant[id] = name
            elif id in HOURS:
                variant = "no-hours" if hours is not None else "hours-here"
                self.faults.append(Fault(variant, node, factor, where, {"formula": text, "name": id}))
                return None
            else:
                if not self._names_hyphened(text, node):
                    particulars = {"formula": text, "name": id, "near": self._near(node, id)}
                    self.faults.append(Fault("unknown", node, factor, where, particulars))
                return None
        return renamed(expression, meant.__getitem__)

    def _names_hyphened(self, text: str, node: str) -> bool:
        """Whether a formula has the id of a factor that is at fault for its hyphen."""
        ids = _HYPHENED.findall(unicodedata.normalize("NFC", text))
        return any(self.resolve(node, id) is not None for id in ids)

    def _near(self, node: str, id: str) -> str:
        """The factor that an unknown name may be a slip of, "" where there is none."""
        self._guesses += 1
        if self._guesses > _MOST_GUESSES:
            return ""
        own = Vocabulary(self._own.get(node, ())).nearest(id)
        return own or self._vocabulary.nearest(id) or ""

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._shared)
