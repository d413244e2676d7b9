"""Several chains → a row each: never added up, since one benefit may stand in several."""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.checking.calculated import CalculationOutcome
from nyttokedja.language.texts import texts
from nyttokedja.reports.calculation.build import telling
from nyttokedja.reports.calculation.document import Column, Document, Section, Table


def overview(outcomes: Sequence[CalculationOutcome], party: str, language: str) -> Document:
    """The net of each chain, by its own frame."""
    said = texts(language)
    one = next((told.one for each in outcomes if (told := telling(each, party)).outcome.has_result), "")
    columns = tuple(
        Column(said.say("calculation/column", name, one=one), name not in ("chain", "frame"))
        for name in ("chain", "net_alone", "per_unit", "year", "frame")
    )
    blocks = (
        Table(columns, tuple(_row(each, party) for each in outcomes)),
        said.word("calculation/run", "not_added"),
    )
    return Document(said.word("calculation/run", "overview"), (), (Section("", blocks),))


def _row(outcome: CalculationOutcome, party: str) -> tuple[str, ...]:
    told = telling(outcome, party)
    title = told.line(told.chain.title)
    if not outcome.has_result:
        return (title, "", "", "", told.word("run", "no_result"))
    result = told.result
    return (
        title,
        told.figures.money(result.net),
        told.per_unit(result),
        told.year(result.year),
        f"{told.years()}, {told.figures.rate(told.frame.rate)}",
    )
