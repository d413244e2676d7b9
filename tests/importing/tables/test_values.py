"""A cell's text as numbers, dates and listed values, as people in three countries write them."""

import pytest

from nyttokedja.importing.tables.sheets import Cell
from nyttokedja.importing.tables.values import amount, day, lines_of, listed, value_of


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("12", (12, "")),
        ("1 250,5 tim", (1250.5, "tim")),
        ("1 250 000 kr", (1_250_000, "kr")),
        ("1.250.000", (1_250_000, "")),
        ("1,250,000.75 kr", (1_250_000.75, "kr")),
        ("1.250.000,75kr", (1_250_000.75, "kr")),
        ("−3", (-3, "")),
        ("- 3", (-3, "")),
        ("0.5 h", (0.5, "h")),
        ("12 34", None),
        ("1.234", None),
        ("1,234", None),
        ("1.2.3", None),
        ("12.", None),
        ("12 kr 2026", None),
        ("tolv", None),
        ("", None),
        ("1e6", None),
        ("9999999999999999", (9999999999999999.0, "")),
    ],
)
def test_an_amount_as_people_write_it(text, held):
    assert amount(Cell(text)) == held


def test_a_number_of_a_sheet_is_taken_as_it_is():
    assert amount(Cell("x", number=2.0)) == (2, "")
    assert isinstance(amount(Cell("x", number=2.0))[0], int)
    assert isinstance(amount(Cell("x", number=1e15))[0], float)
    assert amount(Cell("", number=0.25, percent=True)) == (0.25, "%")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2027", 2027),
        ("2027-Q3", "2027-Q3"),
        ("2027-06", "2027-06"),
        ("2027-06-30", "2027-06-30"),
        ("30.6.2027", "2027-06-30"),
        ("1/6 2027", "2027-06-01"),
        ("kvartal 3 2027", "2027-Q3"),
        ("Q1 2027", "2027-Q1"),
        ("2027 kv 2", "2027-Q2"),
        ("januari 2027", "2027-01"),
        ("Mai 2027", "2027-05"),
        ("des. 2027", "2027-12"),
        ("11/2027", "2027-11"),
        ("1900", 1900),
        ("2999", 2999),
        ("1899", None),
        ("3000", None),
        ("31.6.2027", None),
        ("13/2027", None),
        ("Snart 2027", None),
        ("snart", None),
    ],
)
def test_a_date_as_a_chain_writes_it(text, written):
    assert day(text) == written


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("- en\n- två", ("en", "två")),
        ("1. en\n\n2) två", ("en", "två")),
        ("- en", ("- en",)),
        ("en\ntvå", ("en två",)),
        ("- en\ntvå", ("- en två",)),
        ("- - en\n- två", ("- en", "två")),
    ],
)
def test_a_cell_with_a_bullet_a_line_holds_several_things(text, things):
    assert tuple(" ".join(one.split()) for one in listed(text)) == things


def test_lines_stay_lines():
    assert lines_of("\r\nen \x0btvå\u2028tre\n") == "en\ntvå\ntre"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Omfördelning", "category", "redistribution"),
        ("FINANCIAL", "category", "financial"),
        ("egen", "perspective", "own"),
        ("i dag", "category", None),
        ("kvalitet", "perspective", None),
    ],
)
def test_a_word_of_any_language_is_a_value_of_its_key(text, key, value):
    assert value_of(text, key) == value
