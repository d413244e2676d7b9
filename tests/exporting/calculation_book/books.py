"""Chains with calculations, their workbooks, and what a spreadsheet program makes of those."""

import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal

import pytest

from nyttokedja.calculating import calculate
from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.exporting.calculation_book import write_calculation
from nyttokedja.model.graph import Graph
from nyttokedja.reading.parsed import Parsed
from tests.calculating.chains import example as worked

__all__ = ["book", "chain_of", "needs_office", "of_text", "recalculated", "with_factor", "worked"]

needs_office = [
    pytest.mark.program,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def book(chain, **options):
    return write_calculation(chain, calculate(Graph(chain)), **options)


def with_factor(chain, id, **numbers):
    """The chain with other numbers of a shared factor."""
    said = {key: Decimal(str(number)) for key, number in numbers.items()}
    factors = tuple(replace(one, **said) if one.id == id else one for one in chain.calculation.factors)
    return replace(chain, calculation=replace(chain.calculation, factors=factors))


def recalculated(folder, *paths):
    """The workbooks as LibreOffice saves them again, each cell worked out anew."""
    out = folder / "out"
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, *paths],
        check=True,
        capture_output=True,
        timeout=110,
    )
    return [out / path.name for path in paths]


def chain_of(text):
    return check_parsed(Parsed(text.encode(), "x.yaml"), Config()).chain


def of_text(text):
    """The workbook of a chain as a file says it."""
    return book(chain_of(text))
