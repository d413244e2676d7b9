"""NK818–NK822: what a calculation lacks: its other side, evidence, one way of counting, its years."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules import benefits
from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, always, at, by_stage, rule
from nyttokedja.checking.rules.valued import MONEY_KINDS, lost_parts, plain, valued
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.units import FUELS, LENGTHS, Unit

_ONCE_ANALYSED = by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING)


@rule("NK818", "one-sided-value", _ONCE_ANALYSED)
def one_sided_value(review: Review) -> Iterator[Hit]:
    """Benefits that are valued where no cost is, or the reverse.

    The result is then all benefit or all cost, and says nothing of whether the change is worth what it takes.
    A chain that says there are no costs has looked. Costs against benefits of quality or environment alone
    are right: those have a size in place of a value.

    Bad:

        calculation: {price_year: 2026, horizon: 6}
        benefits:
          freed_time: {category: redistribution, value: 90000}
        costs:
          training: {category: redistribution, timing: once}

    Good:

        calculation: {price_year: 2026, horizon: 6}
        benefits:
          freed_time: {category: redistribution, value: 90000}
        costs:
          training: {category: redistribution, timing: once, value: 32000}

    Source: Inera, nyttoanalys: nyttor och kostnader vägs mot varandra.
    """
    sides = {kind: [node for node in review.chain.of(kind) if node.value] for kind in _SIDES}
    gains, costs = sides[NodeType.BENEFIT], sides[NodeType.COST]
    if any(node.faulty for node in review.chain.of(*_SIDES)):
        return
    if gains and not costs and NodeType.COST not in review.chain.none:
        yield Hit(gains[0].span_of("value"), variant="no-cost", particulars={"n": len(gains)})
    elif costs and not gains:
        unpriced = [node for node in review.chain.of(NodeType.BENEFIT) if node.category in MONEY_KINDS]
        if unpriced:
            said = {"n": len(costs), "benefits": tuple(unpriced)}
            yield Hit(costs[0].span_of("value"), variant="no-benefit", particulars=said)


_SIDES = (NodeType.BENEFIT, NodeType.COST)


@rule("NK819", "saving-without-evidence", _ONCE_ANALYSED)
def saving_without_evidence(review: Review) -> Iterator[Hit]:
    """A financial benefit with a value, of which nothing shows that an expense really falls.

    What is called financial is to be seen in the accounts. Say under `evidence` which expense falls, or which
    would have come; an arrow to the benefit may say it too. NK308 asks the same of time that is freed.

    Bad:

        calculation: {price_year: 2026, horizon: 6}
        benefits:
          less_fuel: {category: financial, value: {yearly: 12700}}
        costs:
          tablets: {category: financial, value: 9000}

    Good:

        calculation: {price_year: 2026, horizon: 6}
        benefits:
          less_fuel: {category: financial, value: {yearly: 12700, evidence: The driving log}}
        costs:
          tablets: {category: financial, value: 9000}

    Source: Inera, nyttoanalys: finansiell nytta.
    """
    asked = None
    for node, value in valued(review, NodeType.BENEFIT):
        arrows = review.graph.entering[node.id]
        if node.category != "financial" or not value.yearly or value.evidence:
            continue
        if any(arrow.link.evidence for arrow in arrows):
            continue
        if asked is None:
            asked = {hit.node for hit in benefits.unsupported_saving.find(review)}
        if node.id not in asked:
            yield at(node, span=node.span_of("value"))


@rule("NK821", "fuel-twice", always(WARNING))
def fuel_twice(review: Review) -> Iterator[Hit]:
    """Two boxes of one kind, one that counts driving by the distance and one that counts the fuel.

    A price by the mil has the fuel in it. Count either the distance or the fuel. What is counted in kWh is
    held against it only where it is about a distance too.

    Bad:

        calculation:
          horizon: 6
          factors:
            distance: {unit: mil, likely: 1180}
            price: {unit: kr/mil, likely: 10.8}
            diesel: {unit: kr/liter, likely: 18}
        benefits:
          less_driving: {category: financial, value: {yearly: distance * price, evidence: The driving log}}
          less_diesel: {category: financial, value: {yearly: distance * 0.6 * diesel, evidence: Fuel card}}

    Good:

        calculation:
          horizon: 6
          factors:
            distance: {unit: mil, likely: 1180}
            price: {unit: kr/mil, likely: 10.8}
        benefits:
          less_driving: {category: financial, value: {yearly: distance * price, evidence: The driving log}}

    Source: Inera, nyttoanalys: kr per mil eller förbrukning gånger pris, inte båda.
    """
    if not review.has_values:
        return
    from nyttokedja.calculating.uses import Uses
    from nyttokedja.checking.rules.unit_hearing import Hearing

    hearing = Hearing(review)
    units = {name: unit for name in review.scope.factors if (unit := hearing.unit(name)) is not None}
    by_length = [name for name, unit in units.items() if _is_price_by(unit, LENGTHS)]
    by_fuel = [name for name, unit in units.items() if _is_price_by(unit, FUELS)]
    if not by_length or not by_fuel:
        return
    uses = Uses(review.scope)
    driving, about_length = (
        uses.boxes(by_length),
        uses.boxes(n for n, unit in units.items() if _has_length(unit)),
    )
    litres = uses.boxes(name for name in by_fuel if units[name].power("litre"))
    fuelled = {id for id in uses.boxes(by_fuel) if id in litres or id in about_length}
    boxes = [node for node, _ in valued(review)]
    for node in boxes:
        if node.id in fuelled:
            other = next(
                (one for one in boxes if one.id in driving and one.type is node.type and one is not node),
                None,
            )
            if other is not None:
                yield at(node, span=node.span_of("value"), other=other)


def _is_price_by(unit: Unit, measures: frozenset[str]) -> bool:
    return unit.power("money") == 1 and any(unit.power(name) == -1 for name in measures)


def _has_length(unit: Unit) -> bool:
    return not LENGTHS.isdisjoint(unit.powers)


@rule("NK822", "no-price-year", _ONCE_ANALYSED)
def no_price_year(review: Review) -> Iterator[Hit]:
    """A calculation that does not say over how many years it goes, or which year's prices it is in.

    Without a number of years nothing can be summed. Without a price year nobody can compare it with another,
    or see how old its numbers are.

    Bad:

        calculation: {price_year: 2026}
        benefits:
          freed_time: {category: redistribution, value: 90000}
        costs:
          training: {category: redistribution, value: 32000}

    Good:

        calculation: {price_year: 2026, horizon: 6}
        benefits:
          freed_time: {category: redistribution, value: 90000}
        costs:
          training: {category: redistribution, value: 32000}

    Source: Inera, nyttoanalys: tidshorisont och fasta priser.
    """
    boxes: list[Node] = [node for node in review.chain.nodes if node.value]
    calculation = review.chain.calculation
    if not boxes or lost_parts(review):
        return
    if calculation is None:
        yield Hit(boxes[0].span_of("value"), variant="no-section", particulars={"n": len(boxes)})
        return
    if calculation.horizon is None and review.chain.about.horizon is None:
        yield Hit(calculation.span, variant="horizon")
    from nyttokedja.calculating.frame import MOST_YEARS

    years = review.calculated.frame.horizon if review.calculated.frame else 0
    if calculation.horizon is not None and not 1 <= calculation.horizon <= MOST_YEARS:
        said = {"said": plain(calculation.horizon), "years": years}
        yield Hit(calculation.span_of("horizon"), variant="range", particulars=said)
    if calculation.price_year is None:
        yield Hit(calculation.span, at_most=INFO)


RULES: tuple[Rule, ...] = (one_sided_value, saving_without_evidence, fuel_twice, no_price_year)
