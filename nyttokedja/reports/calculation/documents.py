"""A run's calculations → their documents: one a chain, or one of two chains side by side."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.calculated import CalculationOutcome, Reckoning
from nyttokedja.reports.calculation.build import document
from nyttokedja.reports.calculation.compared import compared
from nyttokedja.reports.calculation.document import Document
from nyttokedja.reports.calculation.overview import overview


def documents(
    reckoning: Reckoning, language: str
) -> Iterator[tuple[Document, tuple[CalculationOutcome, ...]]]:
    """Each document, with the outcomes that it tells of; those that could not be read have none.

    Args:
        reckoning: the run.
        language: that of the run as a whole.
    """
    read = tuple(each for each in reckoning.outcomes if each.calculated is not None)
    if reckoning.side_by_side and len(read) == 2:
        yield compared(read[0], read[1], reckoning.party), read
        return
    for each in read:
        yield document(each, reckoning.party), (each,)
    if len(read) > 1:
        yield overview(read, reckoning.party, language), ()
