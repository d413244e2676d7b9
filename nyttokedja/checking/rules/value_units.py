"""NK824: units that cannot be added, hours that are no hours, and values that are no money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from nyttokedja.checking.rules.model import WARNING, Hit, Review, Rule, always, rule
from nyttokedja.checking.rules.valued import FREEING, lost_parts, valued
from nyttokedja.model.units import MONEY, Unit

if TYPE_CHECKING:
    from nyttokedja.calculating.expression import Expression
    from nyttokedja.checking.rules.unit_hearing import Hearing


@rule("NK824", "wrong-unit", always(WARNING))
def wrong_unit(review: Review) -> Iterator[Hit]:
    """A sum of units that cannot be added, hours that come out as something else, a value that is no money.

    The units of a formula are found from those of its factors, where they are certain: kronor by the hour
    times hours are kronor, and minutes divided by 60 are hours. Where a factor has no unit, or a bare number
    stands in a product, nothing is known and nothing is said.

    Bad:

        calculation:
          horizon: 6
          factors:
            visits: {unit: visits, likely: 4368}
            minutes: {unit: minutes per visit, likely: 15}
        benefits:
          freed_time: {category: redistribution, value: {hours: visits * minutes}}

    Good:

        calculation:
          horizon: 6
          factors:
            visits: {unit: visits, likely: 4368}
            minutes: {unit: minutes per visit, likely: 15}
        benefits:
          freed_time: {category: redistribution, value: {hours: visits * minutes / 60}}

    Source: our own proposal.
    """
    if not review.has_values:
        return
    from nyttokedja.checking.rules.unit_hearing import Hearing

    hearing, scope = Hearing(review), review.scope
    for name, formula in () if lost_parts(review) else scope.formulas.items():
        box, factor = name.rpartition("/")[0], scope.factors[name]
        if not (box and review.graph.nodes[box].faulty):
            for said in _sums(hearing, formula):
                yield Hit(factor.span_of("formula"), box, "sum", particulars={**_node(review, box), **said})
    for node, value in valued(review):
        formulas = scope.boxes.get(node.id, {})
        for key in (*FREEING, "yearly"):
            if key in formulas and (text := getattr(value, key)):
                for variant, said in _faults(hearing, formulas[key], key):
                    told = {"node": node, **said, "formula": text}
                    yield Hit(value.span_of(key), node.id, variant, particulars=told)


def _node(review: Review, id: str) -> dict[str, Any]:
    return {"node": review.graph.nodes[id]} if id else {}


def _sums(hearing: Hearing, formula: Expression) -> Iterator[Mapping[str, Any]]:
    """The first sum in a formula of what cannot be added."""
    for clash in hearing.derived(formula)[1][:1]:
        yield {"left": hearing.shown(clash.left), "right": hearing.shown(clash.right)}


def _faults(hearing: Hearing, formula: Expression, key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What is wrong with the units of a formula of a box: the variant, and what is said of it."""
    from nyttokedja.calculating.units import wrong_hours, wrong_money

    for said in _sums(hearing, formula):
        yield "sum", said
    unit, _ = hearing.derived(formula)
    if unit is not None:
        variant = wrong_money(unit) if key == "yearly" else wrong_hours(unit)
        if variant:
            yield variant, {"unit": hearing.shown(unit), **_turning(hearing, unit, variant)}


def _turning(hearing: Hearing, unit: Unit, variant: str) -> Mapping[str, Any]:
    """What makes it right, where one number does."""
    from nyttokedja.calculating.units import mixed

    if (pair := mixed(unit)) is not None and variant.startswith("mixed"):
        one, other, by = pair
        return {"one": hearing.shown(Unit({one: 1})), "price": hearing.shown(Unit({other: 1})), "by": str(by)}
    if variant == "thousands":
        return {"by": next(str(by) for name, by in MONEY.items() if name != "money" and unit.power(name))}
    return {}


RULES: tuple[Rule, ...] = (wrong_unit,)
