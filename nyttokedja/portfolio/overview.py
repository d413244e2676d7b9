"""A portfolio → what it comes to by chain, goal, owner and year, and what is not in those sums.

Money is that of the likely run, of the organisation itself or of nobody named, never that of others. What
differs in currency or in the year of its prices is never added, nor are hours to money, nor what is freed of
time to what is gained. By goal and owner it is what a full year is worth, since chains are counted on
different numbers of years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from nyttokedja.portfolio.across import Kind, Said, same_words, spellings
from nyttokedja.portfolio.sums import (
    FIRST_YEAR,
    ChainSum,
    HourSum,
    Money,
    Overview,
    PoolSum,
    Same,
    Spot,
    Sum,
    Terms,
    YearSum,
)

_VALUED = "v.run = 'likely' and v.standing = 'summed' and v.amount is not null"
_OWN = "(n.perspective is null or n.perspective = 'own' or n.perspective = '')"
CHAINS = "select chain, readable, complete, currency, price_year, start, horizon from chain order by chain"
BENEFITS = f"""select n.chain, n.id, n.owner, n.owner_key, n.expected, n.hindered, n.category, {_OWN},
    max(case when v.standing = 'summed' then v.yearly end), max(case when v.counts_hours then v.hours end)
from node n left join value v on v.chain = n.chain and v.node = n.id and v.run = 'likely'
where n.type = 'benefit' group by n.chain, n.id order by n.chain, n.position"""  # noqa: S608 - words of ours
GOALS = """select n.chain, n.id, n.title, c.language from node n join chain c on c.chain = n.chain
where n.is_goal and n.title is not null order by n.chain, n.position"""
SERVING = """select distinct l.chain, l.target, l.source from link l
join node b on b.chain = l.chain and b.id = l.source and b.type = 'benefit'
where l.kind = 'leads_to' and l.target is not null
union select chain, id, id from node where is_goal and type = 'benefit' order by 1, 2, 3"""
AMOUNTS = f"""select v.chain, v.year, n.category, v.sign, sum(v.amount) from value v
join node n on n.chain = v.chain and n.id = v.node
where {_VALUED} and {_OWN} and v.year is not null group by v.chain, v.year, n.category, v.sign"""  # noqa: S608
HOURS = f"""select v.chain, v.year, v.sign, sum(v.hours) from value v
join node n on n.chain = v.chain and n.id = v.node
where v.run = 'likely' and v.counts_hours and {_OWN} and v.year is not null
group by v.chain, v.year, v.sign"""  # noqa: S608
OTHERS = f"""select count(distinct v.chain || ' ' || v.node) from value v
join node n on n.chain = v.chain and n.id = v.node where {_VALUED} and not {_OWN}"""  # noqa: S608
POOLS = """select n.pool_key, p.hours, coalesce(p.name, n.pool), v.year, n.chain, n.id, sum(v.hours)
from value v
join node n on n.chain = v.chain and n.id = v.node
left join pool p on p.chain = n.chain and p.pool_key = n.pool_key
where n.pool_key is not null and n.expected and v.run = 'likely' and v.sign > 0 and v.year > 1000
    and v.hours > 0
group by n.pool_key, p.hours, v.year, n.chain, n.id order by n.chain, n.position"""
SAME = """select n.type, n.title_key, n.title, n.chain, n.id from node n
where n.type in ('change', 'effect', 'benefit', 'drawback', 'cost') and n.title_key is not null
    and (n.type, n.title_key) in (
        select type, title_key from node group by type, title_key having min(chain) <> max(chain)
    ) order by n.type, n.title_key, n.chain, n.position"""


class Asked(Protocol):
    """A portfolio that answers questions of ours."""

    def look(self, sql: str) -> Iterator[Sequence[Any]]:
        """The rows of an answer."""


def overview(store: Asked) -> Overview:
    """What the chains of a portfolio come to."""
    chains = {row[0]: _chain(row) for row in store.look(CHAINS)}
    benefits = {Spot(*row[:2]): row for row in store.look(BENEFITS)}
    years = _amounts(store, chains)
    hours = _hours(store, chains)
    owners = _owners(benefits, chains)
    return Overview(
        tuple(chains.values()),
        _goals(store, benefits, chains),
        tuple(sorted((one for key, one in owners.items() if key), key=_most)),
        years,
        hours,
        tuple(sorted(_pools(store), key=lambda one: (-one.over, one.name))),
        tuple(_same(store)),
        next(iter(store.look(OTHERS)))[0],
        owners.get(""),
    )


def _most(one: Sum) -> tuple[int, str]:
    return -one.benefits, one.title.casefold()


def _chain(row: Sequence[Any]) -> ChainSum:
    chain, readable, complete, currency, price_year, start, horizon = row
    return ChainSum(chain, bool(readable), bool(complete), Terms(currency, price_year), start, horizon)


def _amounts(store: Asked, chains: Mapping[str, ChainSum]) -> Mapping[Terms, Sequence[YearSum]]:
    """Terms → year by year; each chain's own sum besides."""
    found: dict[Terms, dict[int, tuple[Money, set[str]]]] = defaultdict(dict)
    for chain, year, category, sign, amount in store.look(AMOUNTS):
        of_chain = chains[chain]
        of_chain.money = of_chain.money or Money()
        of_chain.money.add(category, sign, amount)
        if year > FIRST_YEAR:
            money, of = found[of_chain.terms].setdefault(year, (Money(), set()))
            money.add(category, sign, amount)
            of.add(chain)
    return {
        terms: [YearSum(year, money, len(of)) for year, (money, of) in sorted(years.items())]
        for terms, years in sorted(found.items(), key=lambda one: tuple(str(part or "~") for part in one[0]))
    }


def _hours(store: Asked, chains: Mapping[str, ChainSum]) -> Sequence[HourSum]:
    found: dict[int, tuple[dict[int, float], set[str]]] = {}
    for chain, year, sign, hours in store.look(HOURS):
        chains[chain].hours = (chains[chain].hours or 0) + sign * hours
        if year > FIRST_YEAR:
            by_sign, of = found.setdefault(year, ({1: 0.0, -1: 0.0}, set()))
            by_sign[sign] += hours
            of.add(chain)
    return tuple(HourSum(year, held[1], held[-1], len(of)) for year, (held, of) in sorted(found.items()))


def _owners(benefits: Mapping[Spot, Sequence[Any]], chains: Mapping[str, ChainSum]) -> Mapping[str, Sum]:
    """Owner → what is theirs; "" → what is nobody's."""
    found: dict[str, Sum] = {}
    for spot, row in benefits.items():
        one = found.setdefault(row[3] or "", Sum(row[2] or ""))
        one.spots.append(spot)
        one.add(row, chains[spot.chain].terms)
    return found


def _goals(
    store: Asked, benefits: Mapping[Spot, Sequence[Any]], chains: Mapping[str, ChainSum]
) -> Sequence[Sum]:
    """Goals by what they are called, however they write it, with the benefits that lead straight to them."""
    serving: dict[Spot, list[Spot]] = defaultdict(list)
    for chain, goal, benefit in store.look(SERVING):
        serving[Spot(chain, goal)].append(Spot(chain, benefit))
    said = (Said(Kind.GOAL, chain, language, title, id) for chain, id, title, language in store.look(GOALS))
    found = []
    for held in same_words(said).values():
        one = Sum(spellings(held)[0], [Spot(goal.file, goal.box) for goal in held])
        for benefit in dict.fromkeys(benefit for spot in one.spots for benefit in serving.get(spot, ())):
            one.add(benefits[benefit], chains[benefit.chain].terms)
        found.append(one)
    return tuple(
        sorted(found, key=lambda one: (-len({spot.chain for spot in one.spots}), one.title.casefold()))
    )


def _pools(store: Asked) -> Iterator[PoolSum]:
    """Each pool, in the year in which most is taken of it."""
    taken: dict[tuple[str, float | None], dict[int, list[tuple[Spot, float]]]] = {}
    names: dict[tuple[str, float | None], str] = {}
    for key, size, name, year, chain, box, hours in store.look(POOLS):
        names.setdefault((key, size), name)
        taken.setdefault((key, size), {}).setdefault(year, []).append((Spot(chain, box), hours))
    for (key, size), years in taken.items():
        year = min(years, key=lambda one: (-_sum(years[one]), one))
        yield PoolSum(names[key, size], size, year, _sum(years[year]), tuple(years[year]))


def _sum(taken: Iterable[tuple[Spot, float]]) -> float:
    return sum(hours for _, hours in taken)


def _same(store: Asked) -> Iterator[Same]:
    found: dict[tuple[str, str], list[Sequence[Any]]] = {}
    for row in store.look(SAME):
        found.setdefault((row[0], row[1]), []).append(row)
    for (type, _), rows in found.items():
        yield Same(type, rows[0][2], tuple(Spot(row[3], row[4]) for row in rows))
