"""NK408–NK412: where what is freed goes, who has decided and approved it, and what is handed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from math import ceil

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.checking.rules.realisation import NOT_OURS, is_used
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.plan import Conversion

_ASKED_IN_A_PLAN = by_stage(plan=WARNING, follow_up=WARNING)
_ONE = Decimal(1)


@rule("NK408", "missing-conversion", _ASKED_IN_A_PLAN)
def missing_conversion(review: Review) -> Iterator[Hit]:
    """Freed time of the own organisation that says what it is for, but not how much of it goes where.

    That the time is to be used for more visits is a wish until somebody has said how many hours leave the
    budget, need not be hired or stay in the unit, and who has decided it. A benefit that leads to an effect
    or a benefit says its use by that; one that still hangs on a decision is not asked, nor is the time of
    others. One that does not even say what it is for is found as that (NK404).

    Bad:

        stage: plan
        benefits:
          freed_time: {category: redistribution, perspective: own, use: Time for newly enrolled residents}

    Good:

        stage: plan
        benefits:
          freed_time:
            category: redistribution
            perspective: own
            use: Time for newly enrolled residents
            conversion: [{kind: avoided_hiring, amount: 1800, unit: hours, decided_by: Head of home care}]

    Source: gevinstrealisering practice.
    """
    for node in review.chain.of(NodeType.BENEFIT):
        ours = node.category == "redistribution" and node.perspective not in (*NOT_OURS, "others")
        if not ours or node.conversion or node.faulty or review.graph.hangs(node.id):
            continue
        if node.use and not is_used(review, node):
            yield at(node)


@rule("NK409", "excessive-conversion", _ASKED_IN_A_PLAN)
def excessive_conversion(review: Review) -> Iterator[Hit]:
    """More hours or money taken out of a benefit than it frees in a full year.

    Hours that have been promised to two purposes come to none of them. The amounts that hold in one year are
    added; a later one of the same kind comes in the place of an earlier. They are compared with what the
    benefit is worth in a full year by its formula; a benefit without one is not asked.

    Bad:

        stage: plan
        benefits:
          freed_time:
            category: redistribution
            value: {hours: 1800}
            conversion:
              - {kind: avoided_hiring, amount: 1500, unit: hours}
              - {kind: kept, amount: 600, unit: hours, decided_by: Head of home care}

    Good:

        stage: plan
        benefits:
          freed_time:
            category: redistribution
            value: {hours: 1800}
            conversion:
              - {kind: avoided_hiring, amount: 1200, unit: hours}
              - {kind: kept, amount: 600, unit: hours, decided_by: Head of home care}

    Source: arithmetic.
    """
    asked = [n for n in review.chain.of(NodeType.BENEFIT) if n.conversion and n.value and not n.faulty]
    if not asked:
        return
    items = {item.node.id: item for item in review.calculated.items}
    for node in asked:
        if (item := items.get(node.id)) is not None:
            whole = {"hours": item.hours, "money": item.yearly}
            yield from _excess(node, {unit: Decimal(ceil(most)) for unit, most in whole.items() if most})


def _excess(node: Node, whole: Mapping[str, Decimal]) -> Iterator[Hit]:
    """The hit at a benefit whose conversion is more than it frees, by unit or by their shares together."""
    span = node.conversion[0].span
    whole = {unit: most for unit, most in whole.items() if most > 0}
    most = {unit: max(_sums(node, unit)) for unit in whole}
    for unit, taken in most.items():
        if taken > whole[unit]:
            yield at(node, unit, span=span, taken=float(taken), whole=float(whole[unit]))
            return
    shares = zip(*(_sums(node, unit) for unit in whole), strict=True)
    share = max((sum(map(_part, each, whole.values())) for each in shares), default=Decimal(0))
    if share > _ONE:
        yield at(node, "both", span=span, percent=ceil(share * 100))


def _part(taken: Decimal, whole: Decimal) -> Decimal:
    return taken / whole


def _sums(node: Node, unit: str) -> tuple[Decimal, ...]:
    """What is taken out in a unit in each of the years that the conversion speaks of."""
    years = sorted({one.year for one in node.conversion if one.year is not None}) or [0]
    return tuple(_sum_in(node.conversion, unit, year) for year in years)


def _sum_in(conversion: tuple[Conversion, ...], unit: str, year: int) -> Decimal:
    begun = [one for one in conversion if one.unit == unit and (one.year is None or one.year <= year)]
    last: dict[str, int] = {}
    for one in begun:
        last[one.kind] = max(last.get(one.kind, 0), one.year or 0)
    holding = (one for one in begun if one.year in (None, last[one.kind]))
    return sum((one.amount for one in holding if one.amount is not None), Decimal(0))


@rule("NK410", "undecided-conversion", by_stage(plan=INFO, follow_up=INFO))
def undecided_conversion(review: Review) -> Iterator[Hit]:
    """What is freed stays in the unit, and nobody is said to have decided that.

    To let freed time stay where it is freed may be wise, but it is a decision like any other. Without one it
    is what happens when nobody decides.

    Bad:

        stage: plan
        benefits:
          freed_time: {conversion: [{kind: kept, amount: 600, unit: hours}]}

    Good:

        stage: plan
        benefits:
          freed_time: {conversion: [{kind: kept, amount: 600, unit: hours, decided_by: Head of home care}]}

    Source: gevinstrealisering practice.
    """
    for node in review.chain.of(NodeType.BENEFIT):
        for one in () if node.faulty else node.conversion:
            if one.kind == "kept" and not one.decided_by:
                yield at(node, span=one.span)


@rule("NK411", "unprepared-handover", by_stage(follow_up=INFO))
def unprepared_handover(review: Review) -> Iterator[Hit]:
    """A handover that does not say what has been prepared for those who take over.

    Those who take over need to know how it is measured, where the figures are and who does it when somebody
    is away. What nobody has prepared stops when the project does.

    Bad:

        stage: follow-up
        handover: {date: 2028-01-31, to: Head of night care}

    Good:

        stage: follow-up
        handover: {date: 2028-01-31, to: Head of night care, ready: Routine for measuring}

    Source: gevinstrealisering practice.
    """
    handover = review.chain.handover
    lost = any(fault.path[:1] == ("handover",) for fault in review.faults)
    if handover is not None and not handover.ready and not lost:
        yield Hit(handover.span)


@rule("NK412", "missing-approval", by_stage(plan=INFO))
def missing_approval(review: Review) -> Iterator[Hit]:
    """A plan that nobody is said to have approved.

    A plan binds those who have said yes to it. Write which roles have approved it, and when.

    Bad:

        stage: plan
        changes:
          night_camera: Camera in the home

    Good:

        stage: plan
        changes:
          night_camera: Camera in the home
        approved: [{role: Head of home care, date: 2026-11-20}]

    Source: gevinstrealisering practice.
    """
    lost = any(fault.path[:1] == ("approved",) for fault in review.faults)
    if review.chain.nodes and not review.chain.approved and not lost:
        yield Hit(review.chain.span)


RULES: tuple[Rule, ...] = (
    missing_conversion,
    excessive_conversion,
    undecided_conversion,
    unprepared_handover,
    missing_approval,
)
