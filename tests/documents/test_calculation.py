"""The document of a calculation: what `calculate` says, under its headings, with numbers for sheets."""

from decimal import Decimal
from pathlib import Path

import pytest

from nyttokedja.calculating.model import OWN
from nyttokedja.checking.check import check
from nyttokedja.documents.calculation import document
from nyttokedja.documents.model import Table
from nyttokedja.documents.source import Source
from nyttokedja.reports.calculation.build import document as report
from tests.documents.holding import assert_nothing_is_empty, blocks_of, said, sections_of
from tests.documents.purchases import BARE, PURCHASES, source

HOURS = "      hours: {{before: inkop * min_fysiskt / 60, after: inkop * min_digitalt / 60}}\n"
FREED = {
    "sv": "Frigjord tid syns i verksamheten, inte i budgeten. Den följs upp i timmar och i vad tiden används "
    "till, inte i kronor.",
    "nb": "Frigjort tid",
    "en": "Freed time",
}


@pytest.mark.parametrize("language", FREED)
def test_it_is_what_calculate_says_in_its_order(language):
    made = source(PURCHASES, language)
    told = report(made.calculation, OWN)
    document_of = document(made)
    assert [section.heading for section in document_of.sections] == [one.heading for one in told.sections]
    rows = [
        row
        for section in told.sections
        for block in section.blocks
        if hasattr(block, "rows")
        for row in block.rows
    ]
    shown = [
        tuple(cell.text for cell in row)
        for block in blocks_of(document_of)
        if isinstance(block, Table)
        for row in block.rows
    ]
    assert shown == rows


@pytest.mark.parametrize("language", FREED)
def test_where_time_is_freed_the_sentence_about_it_stands_there(language):
    assert FREED[language] in said(document(source(PURCHASES, language)))
    without = PURCHASES.replace("category: redistribution", "category: financial")
    without = without.replace(HOURS, "").replace("hours: 60 * 1.5, ", "")
    without = without.replace("yearly: hours *", "yearly: 60 *")
    assert FREED[language] not in said(document(source(without, language)))


def test_numbers_are_numbers_for_a_sheet_in_the_unit_of_their_table():
    made = document(source(PURCHASES))
    ((hours,),) = [
        [block for block in section.blocks if isinstance(block, Table)]
        for section in made.sections
        if section.name == "hours"
    ]
    assert hours.rows[0][1].value == Decimal(546)
    for table in (block for block in blocks_of(made) if isinstance(block, Table)):
        for cell in (cell for row in table.rows for cell in row):
            assert cell.value is None or str(cell.text).strip("\u2212")[0].isdigit()


@pytest.mark.parametrize("text", [BARE, PURCHASES.replace("horizon: 6", "")])
def test_without_a_result_it_says_why(text):
    made = document(source(text))
    assert_nothing_is_empty(made)
    assert len(made.sections) == 1


@pytest.mark.parametrize("path", sorted(Path("chains").glob("*.yaml")), ids=lambda path: path.stem)
def test_no_chain_gives_an_empty_part(path):
    made = document(Source(check(path.read_bytes(), path.name)))
    assert_nothing_is_empty(made)
    assert len({section.name for section in sections_of(made)}) == len(made.sections)
