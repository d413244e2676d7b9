"""NK823: hours that several chains count as freed, and that there are not so many of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from nyttokedja.checking.rules.model import ERROR, WARNING, Hit, Rule, by_stage, rule
from nyttokedja.checking.rules.together import Claimed, Overclaimed, Together
from nyttokedja.model.findings import NOWHERE


@rule(
    "NK823",
    "overclaimed-pool",
    by_stage(draft=WARNING, analysis=ERROR, plan=ERROR, follow_up=ERROR),
    over_files=True,
)
def overclaimed_pool(together: Together) -> Iterator[Hit]:
    """More hours freed of a pool in a calendar year than the pool has.

    How many hours there are of a pool stands in the settings (`pools`), and a benefit says which pool its
    hours are of. The same hour cannot be freed twice: what the chains count together is held against the
    pool's size, year by year. It is told at the chain that counts most in the gravest year, with the others
    and their hours. Only benefits that are expected count, and only where the calculation says in which year
    it begins.

    Bad (`pools` = home_care:9000):

        changes: {routes: {leads_to: freed_time}}
        benefits: {freed_time: {category: redistribution, value: {hours: 6000, pool: home_care}}}
        calculation: {start: 2027, horizon: 2}
        # other.yaml
        changes: {signing: {leads_to: freed_time}}
        benefits: {freed_time: {category: redistribution, value: {hours: 4000, pool: home_care}}}
        calculation: {start: 2027, horizon: 2}

    Good (`pools` = home_care:9000):

        changes: {routes: {leads_to: freed_time}}
        benefits: {freed_time: {category: redistribution, value: {hours: 6000, pool: home_care}}}
        calculation: {start: 2027, horizon: 2}
        # other.yaml
        changes: {signing: {leads_to: freed_time}}
        benefits: {freed_time: {category: redistribution, value: {hours: 3000, pool: home_care}}}
        calculation: {start: 2027, horizon: 2}

    Source: our own proposal.
    """
    for one in together.run.overclaimed:
        if one.by[0].subject.facts is together.own.facts:
            yield _hit(one)


def _hit(one: Overclaimed) -> Hit:
    most = one.by[0]
    particulars = {
        "node": most.claim.node,
        "pool": one.pool.name,
        "year": one.year,
        "claimed": _whole(one.hours),
        "hours": _whole(Decimal(str(one.pool.hours))),
        "chains": tuple(_called(each) for each in one.by),
        "n": len(one.by),
    }
    variant = "" if len(one.by) > 1 else "alone"
    return Hit(NOWHERE, most.claim.node.id, variant, ERROR, particulars, most.claim.place)


def _called(each: Claimed) -> str:
    """A chain and the hours that it counts on."""
    facts = each.subject.facts
    return f"{facts.title or facts.name} ({_whole(each.hours)})"


def _whole(hours: Decimal) -> int:
    return int(hours.to_integral_value(ROUND_HALF_UP))


RULES: tuple[Rule, ...] = (overclaimed_pool,)
