"""Two alternatives side by side: their results, the difference, and whether they are calculated alike."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nyttokedja.calculating.model import ALL, OWN, Frame, Run
from nyttokedja.checking.calculated import CalculationOutcome
from nyttokedja.language.figures import Scale
from nyttokedja.reports.calculation.brief import changed_lines, frame_lines, incomplete_lines
from nyttokedja.reports.calculation.build import telling
from nyttokedja.reports.calculation.document import Block, Column, Document, Listed, Section, Table
from nyttokedja.reports.calculation.valued import left_out
from nyttokedja.reports.calculation.wording import Telling

_MONEY = ("benefits", "costs", "net", "net_financial", "net_redistribution")


def compared(a: CalculationOutcome, b: CalculationOutcome, party: str) -> Document:
    """The first and the second, in the language of the first."""
    first, second = telling(a, party), telling(b, party)
    names = [told.line(told.chain.title) for told in (first, second)]
    if names[0] == names[1]:
        names = [a.outcome.name, b.outcome.name]
    heading = first.word("heading", "compared")
    title = f"{names[0]} ↔ {names[1]}"
    missing = [told for told in (first, second) if not told.outcome.has_result]
    if missing:
        lines = tuple(first.say("compare", "only", file=told.outcome.outcome.name) for told in missing)
        return Document(title, (), (Section(heading, lines),))
    sections = [Section(heading, tuple(_blocks(first, second, names)))]
    for told, name in zip((first, second), names, strict=True):
        lines = (*frame_lines(told), *changed_lines(told), *incomplete_lines(told))
        out = left_out(told)
        said: list[Block] = [Listed(lines)]
        if out:
            said += [told.word("valued", "out"), Listed(out)]
        sections.append(Section(name, tuple(said)))
    return Document(title, (), tuple(sections))


def _blocks(first: Telling, second: Telling, names: list[str]) -> Iterator[Block]:
    differing = tuple(_frame_differences(first, second))
    if differing:
        yield first.say("compare", "frames", what="; ".join(differing))
    else:
        yield first.word("compare", "alike")
    same_money = first.frame.currency == second.frame.currency
    parties = tuple(dict.fromkeys((first.party, OWN, ALL)))
    shown = [party for party in parties if party in first.likely.results and party in second.likely.results]
    every = [value for told in (first, second) for party in shown for value in _money(told, party).values()]
    scale = first.figures.scale(every)
    columns = (Column("", is_number=False), *map(Column, names))
    if same_money:
        columns = (*columns, Column(first.word("compare", "difference")))
    for party in shown:
        rows = tuple(row[: len(columns)] for row in _rows(first, second, party, scale))
        yield Table(columns, rows, caption=first.caption(scale, party))
        if same_money:
            a, b = _money(first, party), _money(second, party)
            yield from first.rounded(scale, *((b[name] - a[name], (b[name], -a[name])) for name in a))
    if first.redistributes or second.redistributes:
        yield first.word("brief", "freed")


def _money(told: Telling, party: str) -> dict[str, Decimal]:
    """The sums of money of a party, by the name of their row."""
    sums = {name: getattr(told.likely.results[party], name) for name in _MONEY}
    nets = {run.value: told.calculated.runs[run].results[party].net for run in (Run.LOWEST, Run.HIGHEST)}
    return {**sums, **nets}


def _rows(first: Telling, second: Telling, party: str, scale: Scale) -> Iterator[tuple[str, ...]]:
    a, b = _money(first, party), _money(second, party)
    for name in a:
        yield (
            first.word("compare", name),
            *first.cells((a[name], b[name], b[name] - a[name]), scale),
        )
    results = [told.likely.results[party] for told in (first, second)]
    per = [told.per_unit(result) for told, result in zip((first, second), results, strict=True)]
    yield (first.say("compare", "per_unit", one=first.one), *per, "")
    years = [told.year(result.year) for told, result in zip((first, second), results, strict=True)]
    yield (first.word("compare", "year"), *years, "")


def _frame_differences(first: Telling, second: Telling) -> Iterator[str]:
    """What of the two frames is not the same, each as a part of a sentence."""
    a, b = first.frame, second.frame
    said = {
        "horizon": (first.years(a.horizon), first.years(b.horizon)),
        "rate": (first.figures.rate(a.rate), first.figures.rate(b.rate)),
        "first_year": (_first(first, a), _first(first, b)),
        "price_year": (_or_unsaid(first, a.price_year), _or_unsaid(first, b.price_year)),
        "currency": (_currency(first, a), _currency(first, b)),
        "start": (str(a.start), str(b.start)),
    }
    for name, (one, other) in said.items():
        if one != other and not (name == "first_year" and not (a.rate and b.rate)):
            yield first.say("compare", name, a=one, b=other)


def _first(told: Telling, frame: Frame) -> str:
    return told.word("brief", "discounted" if frame.discounts_first else "undiscounted")


def _or_unsaid(told: Telling, year: int | None) -> str:
    return str(year) if year else told.word("compare", "unsaid")


def _currency(told: Telling, frame: Frame) -> str:
    return frame.currency or told.word("compare", "no_currency")
