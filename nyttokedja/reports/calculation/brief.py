"""The result in a few sentences, and the frame that it holds for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.calculating.model import ALL, Run, Standing
from nyttokedja.checking.calculated import has_something
from nyttokedja.reports.calculation.document import Block, Listed
from nyttokedja.reports.calculation.wording import Telling

_LARGER_MARGIN = Decimal("0.5")


def frame_lines(told: Telling) -> Iterator[str]:
    """What the result holds for: years, rate and prices, and a rate that the chain does not say."""
    frame, figures = told.frame, told.figures
    prices = (
        told.say("brief", "prices", year=str(frame.price_year))
        if frame.price_year
        else told.word("brief", "no_prices")
    )
    years = told.years()
    if frame.start != 1:
        years = told.say("time", "from", years=years, start=str(frame.start))
    if frame.rate:
        first = told.word("brief", "discounted" if frame.discounts_first else "undiscounted")
        yield told.say(
            "brief", "frame", years=years, rate=figures.rate(frame.rate), first=first, prices=prices
        )
    else:
        yield told.say("brief", "frame_zero", years=years, prices=prices)
    said = told.chain.calculation.rate if told.chain.calculation else None
    if said is not None and said != frame.rate:
        yield told.say("brief", "rate", rate=figures.rate(said))


def changed_lines(told: Telling) -> Iterator[str]:
    """The factors that the run gave another value."""
    for name, value in told.outcome.changed.items():
        node, factor = told.factor(name)
        was = told.figures.exact(factor.likely) if factor.likely is not None else factor.formula
        called = told.factor_title(factor, node)
        yield told.say("brief", "with", factor=called, value=told.figures.exact(value), was=was)


def incomplete_lines(told: Telling) -> Iterator[str]:
    """That the result lacks something which should be in it."""
    items = told.items
    faulty = tuple(told.title(item.node) for item in items if item.standing is Standing.FAULTY)
    if faulty:
        yield told.say("brief", "incomplete", boxes=faulty)
    if not told.outcome.outcome.complete:
        yield told.word("brief", "unread")


def brief(told: Telling) -> Iterator[Block]:
    """What a person who reads nothing else has to know."""
    yield from incomplete_lines(told)
    yield Listed((*_own_points(told), *_other_points(told)))
    if told.is_of_several:
        yield told.word("brief", "adds_up")
    if told.redistributes:
        yield told.word("brief", "freed")


def _own_points(told: Telling) -> Iterator[str]:
    """The result of the party that is told first."""
    figures, result = told.figures, told.result
    sums = {name: figures.money(getattr(result, name)) for name in ("net", "benefits", "costs")}
    yield told.say("brief", "net", whose=told.whose(told.party), years=told.years(), **sums)
    if result.per_krona is None:
        yield told.say("brief", "no_costs", one=told.one)
    else:
        meaning = told.word("brief", _meaning(result.per_krona))
        yield told.say("brief", "per_unit", one=told.one, per=told.per_unit(result), meaning=meaning)
    if result.year is None:
        yield told.say("brief", "never", years=told.years())
    else:
        yield told.say("brief", "year", year=told.year(result.year))
    financial, redistribution = map(figures.money, (result.net_financial, result.net_redistribution))
    yield told.say("brief", "apart", financial=financial, redistribution=redistribution)


def _other_points(told: Telling) -> Iterator[str]:
    """Those of the other parties, how sure the result is, and what is not in it."""
    figures, results = told.figures, told.likely.results
    for other in told.parties[1:]:
        if other != ALL and has_something(results[other]):
            yield told.say("brief", "party", whose=told.whose(other), net=figures.money(results[other].net))
    if told.party != ALL and told.is_of_several:
        yield told.say("brief", "all", net=figures.money(results[ALL].net))
    lowest, highest = (told.calculated.runs[run].results[told.party].net for run in (Run.LOWEST, Run.HIGHEST))
    if lowest != highest:
        yield told.say("brief", "spread", lowest=figures.money(lowest), highest=figures.money(highest))
    if n := len(told.items) - len(told.summed) + len(told.calculated.unvalued):
        yield told.say("brief", "left_out", n=n)


def _meaning(per_krona: Decimal) -> str:
    """The name of what net by unit of cost means, which never says whether that is good."""
    if per_krona <= 0:
        return "below" if per_krona else "zero"
    return "small" if per_krona < _LARGER_MARGIN else "large"
