"""What the result is made of: factors with their sources, formulas, assumptions."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.calculating.model import Item
from nyttokedja.model.calculation import Factor, Value
from nyttokedja.model.chain import Node
from nyttokedja.reports.calculation.brief import changed_lines, frame_lines
from nyttokedja.reports.calculation.document import Block, Listed, Table
from nyttokedja.reports.calculation.wording import Telling

_TEMPLATE_YEARS = (6, 15, 25)
"""The horizons of Inera's template."""


def sources(told: Telling) -> Iterator[Block]:
    """Each factor with its source, each formula, and what is assumed."""
    numbers = [(node, factor) for node, factor in told.every_factor if not factor.formula]
    if numbers:
        columns = told.columns("factor", "lowest", "likely", "highest", "unit", "source")
        words = tuple(column._replace(is_number=1 <= n <= 3) for n, column in enumerate(columns))
        yield Table(words, tuple(_row(told, node, factor) for node, factor in numbers))
    made = [
        told.say("note", "formula", factor=_named(told, node, factor), formula=factor.formula)
        for node, factor in told.every_factor
        if factor.formula
    ]
    if lines := (*made, *(line for item in told.items for line in _formulas(told, item))):
        yield Listed(lines)
    yield from assumptions(told)


def assumptions(told: Telling) -> Iterator[Block]:
    """The frame, what of it nothing says, and what is not computed."""
    frame = told.frame
    lines = [*frame_lines(told), *changed_lines(told)]
    lines += _assumed(told)
    if told.chain.language == "sv" and frame.horizon not in _TEMPLATE_YEARS:
        lines.append(told.say("note", "horizon", years=told.years()))
    if told.chain.language == "nb" or frame.currency == "NOK":
        lines.append(told.word("note", "funding"))
    if said := told.chain.about.assumptions:
        lines.append(told.say("note", "assumptions", text=said))
    yield Listed(tuple(lines))


def _assumed(told: Telling) -> Iterator[str]:
    """What the chain does not say, and what holds in place of it."""
    frame, figures = told.frame, told.figures
    calculation = told.chain.calculation
    if "start" in frame.assumed:
        yield told.word("assumed", "start")
    if calculation is not None and calculation.horizon is None:
        yield told.word("assumed", "horizon")
    if "rate" in frame.assumed and frame.rate:
        yield told.say("assumed", "rate", rate=figures.rate(frame.rate))
    elif "rate" in frame.assumed:
        yield told.word("assumed", "rate_zero")
    if "discounts_first" in frame.assumed and frame.rate:
        yield told.word("assumed", "first_year")
    if not frame.currency:
        yield told.word("assumed", "currency")
    if "work_year" in frame.assumed and frame.work_year:
        yield told.say("assumed", "work_year", hours=figures.exact(frame.work_year))


def _named(told: Telling, node: Node | None, factor: Factor) -> str:
    """A factor's title, and what formulas and ``--with`` call it."""
    name = f"{node.id}/{factor.id}" if node else factor.id
    return f"{told.line(factor.title)} ({name})"


def _row(told: Telling, node: Node | None, factor: Factor) -> tuple[str, ...]:
    values = (factor.lowest, factor.likely, factor.highest)
    shown = [told.figures.exact(value) if value is not None else "" for value in values]
    kind = told.word("kind", factor.kind) if factor.kind else ""
    if factor.as_of is not None:
        written = factor.as_of.written
        kind = told.say("note", "as_of", kind=kind, date=written) if kind else written
    source = told.line(factor.source)
    told_source = f"{source} ({kind})" if source and kind else source or kind
    return (_named(told, node, factor), *shown, told.line(factor.unit), told_source)


def _formulas(told: Telling, item: Item) -> Iterator[str]:
    value = item.node.value
    if value is None:
        return
    parts = tuple(_parts(told, value))
    if parts:
        yield f"{told.short(item.node)}: {'; '.join(parts)}"


def _parts(told: Telling, value: Value) -> Iterator[str]:
    if value.hours:
        yield told.say("note", "hours_formula", formula=value.hours)
    elif value.before or value.after:
        yield told.say("note", "difference", before=value.before or "0", after=value.after or "0")
    if value.yearly:
        yield told.say("note", "yearly_formula", formula=value.yearly)
    shares: list[str] = [told.figures.exact(share) for share in value.profile]
    if value.profile_from:
        shares = [f"{year}: {told.figures.exact(share)}" for year, share in value.profile_from.items()]
    if shares:
        yield told.say("note", "profile", shares=tuple(shares))
    if value.evidence:
        yield told.say("note", "evidence", text=value.evidence)
