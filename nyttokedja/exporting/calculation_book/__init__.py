"""A chain's calculation as a workbook (.xlsx) that computes: what factors and formulas say, live.

Content (chain, calculation, words) → sheets of rows of cells → the bytes of a workbook, with its memory
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from nyttokedja.calculating.model import Calculated
from nyttokedja.exporting.calculation_book.book import book_of
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.layout import sheets_of
from nyttokedja.model.chain import Chain

_NOTHING: Mapping[str, Decimal] = {}


def write_calculation(
    chain: Chain, calculated: Calculated, changed: Mapping[str, Decimal] = _NOTHING
) -> bytes:
    """The calculation of a chain as a workbook, in the chain's language.

    Args:
        chain: the chain.
        calculated: what it comes to.
        changed: full name of a factor → the value that was calculated with in place of its own.
    """
    content = Content(chain, calculated, changed)
    return book_of(sheets_of(content), chain.title, content.language)
