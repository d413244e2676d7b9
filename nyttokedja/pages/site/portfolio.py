"""All chains together: what they come to by chain, goal, owner and year, and what is not in the sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nyttokedja.language.figures import Figures
from nyttokedja.pages.parts.tables import Cell, table
from nyttokedja.pages.site.frame import box_link, chain_link, framed, role_link
from nyttokedja.pages.site.model import Site, Summary
from nyttokedja.portfolio.across import Kind, Said, same_words, spellings
from nyttokedja.portfolio.sums import FIRST_YEAR, ChainSum, Money, PoolSum, Same, Spot, Sum, Terms, YearSum
from nyttokedja.writing.html import Node, joined, tag

_MOST_LINKS = 12
"""So many chains are named in a cell; of more, it is said how many."""


def portfolio_page(site: Site) -> str:
    """The page."""
    return framed(site, site.word("portfolio"), _Page(site).parts(), here="portfolio")


class _Page:
    def __init__(self, site: Site) -> None:
        self.site, self.held = site, site.overview
        self.by_file: Mapping[str, Summary] = {chain.file: chain for chain in site.chains}
        self.titles = {(chain.file, box.id): box.title for chain in site.chains for box in chain.boxes}
        self.figures = Figures(site.language)

    def parts(self) -> Iterator[Node]:
        yield tag("p", self.word("lead"))
        if not self.held.chains:
            yield tag("p", self.site.word("nothing"))
            return
        yield from self._missing()
        yield from self._section("chains", self._chains())
        yield from self._section("goals", self._sums("goal", self.held.goals))
        yield from self._section("owners", self._sums("owner", self._owners()))
        yield from self._section("years", self._years())
        yield from self._section("hours", self._hours())
        yield from self._section("pools", self._pools())
        yield from self._section("indicators", self._indicators())
        yield from self._section("same", self._same())

    def word(self, name: str) -> str:
        return self.site.said.word("site/sums", name)

    def _section(self, name: str, parts: Iterator[Node]) -> Iterator[Node]:
        made = list(parts)
        yield tag("h2", self.word(f"{name}_heading"))
        yield tag("p", self.word(f"{name}_lead" if made else f"no_{name}"))
        yield tag("div", *made, class_="sums")

    def _missing(self) -> Iterator[Node]:
        """What none of the sums below holds."""
        held = self.held
        read = [one for one in held.chains if one.is_readable]
        counts = {
            "unread": len(held.chains) - len(read),
            "partly": sum(not one.is_complete for one in read),
            "unvalued": sum(one.money is None and one.hours is None for one in read),
            "undated": sum(
                bool(one.money or one.hours is not None) and (one.first or 0) < FIRST_YEAR for one in read
            ),
            "others": held.others,
            "ownerless": held.ownerless.benefits if held.ownerless else 0,
        }
        told = [self.site.said.count(name, n, "site/left") for name, n in counts.items() if n]
        if len({one.terms for one in read if one.money}) > 1:
            told.append(self.word("apart"))
        yield tag("h2", self.word("missing_heading"))
        if told:
            yield tag("ul", *(tag("li", line) for line in told), class_="missing")
        else:
            yield tag("p", self.word("none_missing"))

    def _chains(self) -> Iterator[Node]:
        columns = ("chain", "terms", "time", "gained", "freed", "paid", "net", "hours_freed")
        order = {chain.file: n for n, chain in enumerate(self.site.chains)}
        rows = [self._chain(one) for one in sorted(self.held.chains, key=lambda one: order[one.chain])]
        yield self._table(columns, rows, "chains", numbers=range(3, 8))

    def _chain(self, one: ChainSum) -> Sequence[Cell]:
        first: Cell = (chain_link(self.site, self.by_file[one.chain]),)
        if not one.is_readable or (one.money is None and one.hours is None):
            why = self.word("not_read" if not one.is_readable else "not_valued")
            return (first, (tag("span", why, class_="soft"),), *((),) * 6)
        money = self._money_cells(one.money, one.terms) if one.money else ((),) * 4
        terms: Cell = (self._called(one.terms),) if one.money else ()
        return (first, terms, self._time(one), *money, self._number(one.hours))

    def _time(self, one: ChainSum) -> Cell:
        if not one.years or one.first is None:
            return ()
        if one.first < FIRST_YEAR:
            return (self.site.said.count("years", one.years, "site/left"),)
        last = one.first + one.years - 1
        return (str(one.first) if one.years == 1 else f"{one.first}–{last}",)

    def _owners(self) -> Sequence[Sum]:
        held = self.held
        return [*held.owners, *([held.ownerless] if held.ownerless else [])]

    def _sums(self, kind: str, sums: Sequence[Sum]) -> Iterator[Node]:
        if not sums:
            return
        worth = ("yearly_gained", "yearly_freed", "yearly_hours", "unvalued")
        columns = (kind, "in_chains", "benefits", "expected", "exposed", *worth)
        rows = [self._sum(kind, one) for one in sums]
        yield self._table(columns, rows, f"{kind}s", numbers=range(2, 9))

    def _sum(self, kind: str, one: Sum) -> Sequence[Cell]:
        name: Node = one.title or tag("span", self.word("nobody"), class_="warning")
        if kind == "owner" and one.title:
            name = role_link(self.site, one.title)
        elif kind == "goal":
            name = self._text(one.spots[0], one.title)
        worth = (self._lines(one.worth, part) for part in ("gained", "freed"))
        counts = ((str(n),) if n else () for n in (one.benefits, one.expected, one.exposed))
        unvalued: Cell = (str(one.unvalued),) if one.unvalued else ()
        spots = self._spots(one.spots) if kind == "goal" else self._in_chains(one.spots)
        return ((name,), spots, *counts, *worth, self._number(one.hours), unvalued)

    def _lines(self, worth: Mapping[Terms, Money], part: str) -> Cell:
        """Amounts of different terms, a line each: they are not to be added."""
        told: list[Node] = []
        for terms, money in sorted(worth.items(), key=lambda one: str(one[0])):
            if amount := getattr(money, part):
                said = Figures(self.site.language, terms.currency or "").whole(amount)
                shown = f"{said} ({terms.price_year})" if terms.price_year else str(said)
                told += [tag("br"), shown] if told else [shown]
        return tuple(told)

    def _years(self) -> Iterator[Node]:
        columns = ("year", "gained", "freed", "paid", "net", "n_chains")
        for terms, years in self.held.years.items():
            rows: list[Sequence[Cell]] = [self._year(terms, one) for one in years]
            whole = Money(
                *(sum(getattr(one.money, name) for one in years) for name in ("gained", "freed", "paid"))
            )
            rows.append(((self.word("all_years"),), *self._money_cells(whole, terms), ()))
            caption = self.site.said.say("site/sums", "years_of", terms=self._called(terms))
            headings = [self.word(name) for name in columns]
            yield table(headings, rows, caption=caption, numbers=frozenset(range(1, 6)), totals=1)

    def _year(self, terms: Terms, one: YearSum) -> Sequence[Cell]:
        return ((str(one.year),), *self._money_cells(one.money, terms), (str(one.chains),))

    def _hours(self) -> Iterator[Node]:
        if self.held.hours:
            rows = [
                ((str(one.year),), self._number(one.freed), self._number(one.spent), (str(one.chains),))
                for one in self.held.hours
            ]
            yield self._table(("year", "hours_of", "spent", "n_chains"), rows, "hours", numbers=range(1, 4))

    def _pools(self) -> Iterator[Node]:
        if self.held.pools:
            columns = ("pool", "year", "taken", "size", "over", "by")
            rows = [self._pool(one) for one in self.held.pools]
            yield self._table(columns, rows, "pools", numbers=range(1, 5))

    def _pool(self, one: PoolSum) -> Sequence[Cell]:
        over: Cell = (tag("span", *self._number(one.over), class_="error"),) if one.over else ()
        taken = ((self._spot(spot), f" ({self.figures.number(hours)})") for spot, hours in one.taken)
        by = joined(tag("span", *nodes) for nodes in taken)
        return (
            (one.name,),
            (str(one.year),),
            self._number(one.hours),
            self._number(one.size),
            over,
            tuple(by),
        )

    def _indicators(self) -> Iterator[Node]:
        """What several chains measure, however they write it."""
        said = [
            Said(Kind.INDICATOR, chain.file, chain.language, one.title, one.box)
            for chain in self.site.chains
            for one in chain.indicators
        ]
        shared = [held for held in same_words(said).values() if len({one.file for one in held}) > 1]
        rows = [
            ((spellings(held)[0],), self._spots([Spot(one.file, one.box) for one in held]))
            for held in sorted(shared, key=lambda held: spellings(held)[0].casefold())
        ]
        if rows:
            yield self._table(("indicator", "boxes"), rows, "indicators")

    def _same(self) -> Iterator[Node]:
        if self.held.same:
            rows = [self._same_row(one) for one in self.held.same]
            yield self._table(("title", "kind", "in_chains"), rows, "same")

    def _same_row(self, one: Same) -> Sequence[Cell]:
        kind = self.site.said.word("type", one.type)
        return ((self._text(one.spots[0], one.title),), (kind,), self._spots(one.spots))

    def _table(
        self, columns: Sequence[str], rows: Sequence[Sequence[Cell]], name: str, numbers: range = range(0)
    ) -> Node:
        caption = self.word(f"{name}_caption")
        return table([self.word(one) for one in columns], rows, caption=caption, numbers=frozenset(numbers))

    def _text(self, spot: Spot, said: str) -> Node:
        language = self.by_file[spot.chain].language
        return said if language == self.site.language else tag("span", said, lang=language)

    def _spot(self, spot: Spot) -> Node:
        chain = self.by_file[spot.chain]
        return box_link(self.site, chain, spot.box, self.site.called(chain))

    def _spots(self, spots: Sequence[Spot]) -> Cell:
        """The boxes, each under the title of its chain."""
        return self._shortened([self._spot(spot) for spot in spots])

    def _in_chains(self, spots: Sequence[Spot]) -> Cell:
        files = dict.fromkeys(spot.chain for spot in spots)
        return self._shortened([chain_link(self.site, self.by_file[file]) for file in files])

    def _shortened(self, links: list[Node]) -> Cell:
        if (left := len(links) - _MOST_LINKS) > 0:
            links = [*links[:_MOST_LINKS], self.site.said.count("more", left, "site/left")]
        return tuple(joined(links))

    def _called(self, terms: Terms) -> str:
        currency = terms.currency or self.word("no_currency")
        if terms.price_year is None:
            return currency
        return str(self.site.said.say("site/sums", "of_year", currency=currency, year=terms.price_year))

    def _money_cells(self, money: Money, terms: Terms) -> tuple[Cell, Cell, Cell, Cell]:
        amounts = (money.gained, money.freed, money.paid)
        figures = Figures(self.site.language, terms.currency or "")
        gained, freed, paid = ((figures.number(one),) if one else () for one in amounts)
        return gained, freed, paid, (figures.number(money.net),)

    def _number(self, number: float | None) -> Cell:
        return () if number is None else (self.figures.number(number),)
