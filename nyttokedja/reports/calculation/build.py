"""A chain's calculation → its document, under the headings of a report on benefits, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nyttokedja.calculating.model import ALL
from nyttokedja.checking.calculated import CalculationOutcome, has_something
from nyttokedja.reports.calculation.brief import brief, changed_lines, frame_lines
from nyttokedja.reports.calculation.document import Block, Document, Listed, Section
from nyttokedja.reports.calculation.outcome import outcome as outcome_section
from nyttokedja.reports.calculation.sources import sources
from nyttokedja.reports.calculation.sums import apart, before_after, benefits, costs, summary, whose
from nyttokedja.reports.calculation.uncertainty import factors, standing, uncertainty
from nyttokedja.reports.calculation.valued import left_out, unvalued, valued
from nyttokedja.reports.calculation.wording import Telling
from nyttokedja.reports.calculation.years import hours

SECTIONS: Mapping[str, Callable[[Telling], Iterator[Block]]] = {
    "brief": brief,
    "valued": valued,
    "summary": summary,
    "apart": apart,
    "before_after": before_after,
    "benefits": benefits,
    "costs": costs,
    "whose": whose,
    "hours": hours,
    "unvalued": unvalued,
    "uncertainty": uncertainty,
    "factors": factors,
    "standing": standing,
    "outcome": outcome_section,
    "sources": sources,
}
"""The sections of a report, in their order; without measurements there is no outcome."""


def document(outcome: CalculationOutcome, party: str) -> Document:
    """What a chain is worth; where nothing can be summed, why, and what is lacking.

    Args:
        outcome: that of a chain that could be read.
        party: whose result is told first and by year; all parties' where nothing is valued for it.
    """
    told = telling(outcome, party)
    if not outcome.has_result:
        return _without_result(told)
    about = [*frame_lines(told), *changed_lines(told)]
    if told.party != party:
        about.append(told.say("note", "no_party", whose=told.whose(party)))
    made = ((name, tuple(blocks(told))) for name, blocks in SECTIONS.items())
    sections = tuple(Section(told.word("heading", name), blocks, name) for name, blocks in made if blocks)
    return Document(told.line(told.chain.title), tuple(about), sections)


def telling(outcome: CalculationOutcome, party: str) -> Telling:
    """The words for an outcome, of a party that it has a result of."""
    likely = outcome.calculated.likely if outcome.calculated else None
    result = likely.results.get(party) if likely else None
    return Telling(outcome, party if result is not None and has_something(result) else ALL)


def _without_result(told: Telling) -> Document:
    """Why there is no result, and what the chain has that could be valued."""
    chain = told.chain
    if not any(node.value for node in chain.nodes):
        why = "valueless"
    elif chain.calculation is None:
        why = "frameless"
    else:
        why = "unsummed" if told.calculated.frame else "horizonless"
    blocks: list[Block] = [told.word("nothing", why)]
    if left := left_out(told):
        blocks.append(Listed(left))
    if why == "valueless":
        blocks.append(told.word("nothing", "begin"))
    return Document(
        told.line(chain.title), (), (Section(told.word("heading", "brief"), tuple(blocks), "brief"),)
    )
