import re
from dataclasses import replace

import pytest

from nyttokedja.editing.edits import Set, Unset
from tests.exporting.calculation_book.books import book, needs_office, recalculated, worked
from tests.importing.calculation.sheets import (
    AS_OF,
    COMMENT,
    EXAMPLE,
    HIGHEST,
    KIND,
    LIKELY,
    LOWEST,
    NAME,
    SOURCE,
    TITLE,
    UNIT,
    Sheets,
    compared,
    workbook,
)

TEXT = EXAMPLE.read_text("utf-8")
ANDEL = ("calculation", "factors", "andel")


def nothing_but(result, **lists):
    """That what came of it is in these lists alone, so many in each."""
    assert {name: len(held) for name, held in vars(result).items() if held} == lists


def test_nothing_changed_is_nothing():
    nothing_but(compared(workbook()))
    nothing_but(compared(Sheets().data))


class TestSavedByAnotherProgram:
    pytestmark = needs_office

    def test_what_libreoffice_saves_unchanged_is_unchanged(self, tmp_path):
        path = tmp_path / "kalkyl.xlsx"
        path.write_bytes(workbook())
        (again,) = recalculated(tmp_path, path)
        nothing_but(compared(again.read_bytes()))


@pytest.mark.parametrize(
    ("column", "value", "edit"),
    [
        (LOWEST, 0.4, Set("", (*ANDEL, "lowest"), 0.4)),
        (LIKELY, 1, Set("", (*ANDEL, "likely"), 1)),
        (HIGHEST, "0,9", Set("", (*ANDEL, "highest"), 0.9)),
        (HIGHEST, None, Unset("", (*ANDEL, "highest"))),
        (TITLE, "Andel med avtal", Set("", (*ANDEL, "title"), "Andel med avtal")),
        (SOURCE, "=1+1 är ingen formel", Set("", (*ANDEL, "source"), "=1+1 är ingen formel")),
        (SOURCE, None, Unset("", (*ANDEL, "source"))),
        (UNIT, "andel", Set("", (*ANDEL, "unit"), "andel")),
        (KIND, "Egen uppgift", Set("", (*ANDEL, "kind"), "local")),
        (AS_OF, 2026, Set("", (*ANDEL, "as_of"), "2026")),
        (AS_OF, "2026-06", Set("", (*ANDEL, "as_of"), "2026-06")),
        (COMMENT, "Rad 1\nRad 2", Set("", (*ANDEL, "comment"), "Rad 1\nRad 2")),
    ],
)
def test_what_the_sheet_alone_changed_becomes_an_edit(column, value, edit):
    sheets = Sheets()
    cell = sheets.book["Faktorer"].cell(sheets.place("Faktorer", "factor|andel"), column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    result = compared(sheets.data)
    assert result.edits == (edit,)
    nothing_but(result, changes=1)


def test_a_limit_that_the_chain_does_not_have_is_added():
    result = compared(Sheets().put("Faktorer", "factor|personer", HIGHEST, 150).data)
    assert result.edits == (Set("", ("calculation", "factors", "personer", "highest"), 150),)


def test_the_shares_of_years_are_one_change_and_end_where_they_go_on_by_themselves():
    sheets = Sheets()
    for n, share in enumerate((0.2, 0.6, 1, 1, 1, 1)):
        sheets.put("Värde nyttor", "profile|frigjord_tid", 7 + n, share)
    sheets.put("Värde kostnader", "profile|utbildning", 8, 0.5)
    assert compared(sheets.data).edits == (
        Set("frigjord_tid", ("value", "profile"), [0.2, 0.6, 1]),
        Set("utbildning", ("value", "profile"), [1, 0.5, 0]),
    )


def test_what_both_changed_is_told_and_not_made():
    data = (
        Sheets()
        .put("Faktorer", "factor|andel", LOWEST, 0.4)
        .put("Faktorer", "factor|andel", HIGHEST, 0.9)
        .data
    )
    text = TEXT.replace("lowest: 0.5", "lowest: 0.45").replace("likely: 0.7", "likely: 0.71")
    result = compared(data, text)
    assert [(one.path[-1], one.before, one.after, one.chain) for one in result.clashes] == [
        ("lowest", "0.5", 0.4, "0.45")
    ]
    assert result.edits == (Set("", (*ANDEL, "highest"), 0.9),)


def test_what_both_changed_to_the_same_is_nothing():
    data = Sheets().put("Faktorer", "factor|andel", LOWEST, 0.4).data
    nothing_but(compared(data, TEXT.replace("lowest: 0.5", "lowest: 0.4")))


def test_what_only_the_chain_changed_stands():
    nothing_but(compared(Sheets().data, TEXT.replace("likely: 120", "likely: 130")))


def test_a_factor_that_is_no_longer_in_the_chain_is_told():
    data = Sheets().put("Faktorer", "factor|andel", LOWEST, 0.4).data
    nothing_but(compared(data, TEXT.replace("    andel:", "    andelen:")), gone=1)


def test_a_formula_that_became_a_number_is_told_wherever_it_stands():
    sheets = Sheets().put("Faktorer", "factor|brukare", LIKELY, 80)
    sheets.put("Värde nyttor", "yearly|frigjord_tid", LIKELY, 400000)
    sheets.put("Resultat", "sum|own|net", 4, None)
    nothing_but(compared(sheets.data), overwritten=3)


@pytest.mark.parametrize("value", ["femtio", None, "=1/0", "1e400"])
def test_what_is_no_number_is_told(value):
    nothing_but(compared(Sheets().put("Faktorer", "factor|min_fysiskt", LIKELY, value).data), unfit=1)


@pytest.mark.parametrize(("column", "value"), [(KIND, "gissning"), (AS_OF, "i våras")])
def test_a_word_that_is_none_of_those_is_told(column, value):
    nothing_but(compared(Sheets().put("Faktorer", "factor|andel", column, value).data), unfit=1)


def test_what_the_chain_alone_changes_is_told():
    sheets = Sheets().put("Start", "frame|horizon", 3, 10).put("Faktorer", "factor|andel", NAME, "andelen")
    nothing_but(compared(sheets.data), fixed=2)


def test_rows_that_were_added_removed_copied_and_moved():
    sheets = Sheets()
    sheet = sheets.book["Faktorer"]
    copied = [cell.value for cell in sheet[sheets.place("Faktorer", "factor|andel")]]
    sheet.delete_rows(sheets.place("Faktorer", "factor|timkostnad_usk"))
    sheet.insert_rows(4, 2)
    for column, value in enumerate(copied, 1):
        sheet.cell(4, column).value = value
    sheet.cell(4, NAME).value = "andel_barn"
    sheet.cell(5, TITLE).value = "En rad till"
    sheets.put("Faktorer", "factor|personer", COMMENT + 3, "kom ihåg!")
    result = compared(sheets.data)
    nothing_but(result, added=3, removed=1)
    assert [one.text.split(",")[0] for one in result.added] == ["andel_barn", "En rad till", "kom ihåg!"]
    assert result.removed[0].row == "timkostnad_usk"


def test_columns_that_were_moved_and_sheets_that_were_renamed_are_found():
    sheets = Sheets()
    sheets.book["Faktorer"].insert_cols(LOWEST)
    sheets.book["Faktorer"].title = "Antaganden"
    sheets.put("Antaganden", "factor|andel", LOWEST + 1, 0.4)
    assert compared(sheets.data).edits == (Set("", (*ANDEL, "lowest"), 0.4),)


def test_sheets_that_were_added_and_removed_are_told():
    sheets = Sheets()
    sheets.book.create_sheet("Egna anteckningar")["B2"] = "Hej"
    del sheets.book["Uppföljning"]
    result = compared(sheets.data)
    nothing_but(result, added=1, lost=1)
    assert (result.added[0].sheet, result.added[0].text, result.lost) == (
        "Egna anteckningar",
        "Hej",
        ["Uppföljning"],
    )


def test_a_what_if_keeps_what_the_chain_says():
    from decimal import Decimal

    data = workbook(changed={"andel": Decimal("0.6"), "brukare": Decimal(70)})
    nothing_but(compared(data))
    result = compared(Sheets(data).put("Faktorer", "factor|andel", LIKELY, 0.65).data)
    assert result.edits == (Set("", (*ANDEL, "likely"), 0.65),)


def test_profiles_by_year_are_known_for_unchanged():
    text = re.sub(r"profile: \[0.5, 1\]", "profile: {1: 0.5, 2: 1}", TEXT)
    data = workbook(text)
    nothing_but(compared(data, text))
    result = compared(Sheets(data).put("Värde nyttor", "profile|frigjord_tid", 7, 0.1).data, text)
    assert result.edits == (Set("frigjord_tid", ("value", "profile"), [0.1, 1]),)


def test_a_value_that_is_no_longer_in_the_chain_is_told():
    data = Sheets().put("Värde nyttor", "evidence|lagre_drivmedel", 4, "Räknat på nytt").data
    text = re.sub(r"(lagre_drivmedel: \{category: financial, perspective: own), value: .*\}\}", r"\1}", TEXT)
    assert text != TEXT
    nothing_but(compared(data, text), gone=1)


def test_a_text_that_is_longer_than_a_cell_is_not_cut_in_the_chain():
    chain = worked()
    personer, *others = chain.calculation.factors
    factors = (replace(personer, source=" ".join(["mycket"] * 6_000)), *others)
    data = book(replace(chain, calculation=replace(chain.calculation, factors=factors)))
    nothing_but(compared(data))
    nothing_but(compared(Sheets(data).put("Faktorer", "factor|andel", LOWEST, 0.4).data), changes=1)
    heights = [row.height for row in Sheets(data).book["Faktorer"].row_dimensions.values() if row.height]
    assert max(heights) <= 409
