"""The command calculate, into a workbook."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.importing.calculation.sheets import EXAMPLE, LIKELY, LOWEST, Sheets, workbook

TEXT = EXAMPLE.read_text("utf-8")
BOOK = workbook()


@pytest.fixture
def chain():
    Path("kedja.yaml").write_text(TEXT, "utf-8")


def test_a_workbook_is_written_by_its_ending_and_comes_back_unchanged(run, chain):
    ran = run("calculate", "-o", "kalkyl.xlsx", "kedja.yaml")
    assert (ran.code, ran.out) == (0, "")
    assert Path("kalkyl.xlsx").read_bytes() == BOOK
    ran = run("import", "kalkyl.xlsx", "-o", "kedja.yaml", "--strict")
    assert (ran.code, Path("kedja.yaml").read_text("utf-8")) == (0, TEXT)


def test_a_what_if_stands_in_the_workbook_and_not_in_the_chain(run, chain):
    run("calculate", "--with", "andel=0.6", "--rate", "4%", "--format", "xlsx=hur.xlsx", "kedja.yaml")
    sheets = Sheets(Path("hur.xlsx").read_bytes())
    assert sheets.book["Faktorer"].cell(sheets.place("Faktorer", "factor|andel"), LIKELY).value == 0.6
    assert sheets.book["Start"].cell(sheets.place("Start", "frame|rate"), 3).value == 0.04
    ran = run("import", "hur.xlsx", "-o", "kedja.yaml", "--strict")
    assert (ran.code, Path("kedja.yaml").read_text("utf-8")) == (0, TEXT)


def test_one_that_nobody_has_worked_in_is_written_anew(run, chain):
    run("calculate", "-o", "kalkyl.xlsx", "kedja.yaml")
    Path("kedja.yaml").write_text(TEXT.replace("likely: 120", "likely: 60"), "utf-8")
    assert run("calculate", "-o", "kalkyl.xlsx", "kedja.yaml").code == 0
    sheet = load_workbook(BytesIO(Path("kalkyl.xlsx").read_bytes()))["Faktorer"]
    assert 60 in [cell.value for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (Sheets().put("Faktorer", "factor|andel", LOWEST, 0.4).data, "has changes that somebody made"),
        (b"Viktigt", "no calculation of ours"),
    ],
)
def test_what_people_have_worked_in_is_not_overwritten(run, chain, data, said):
    Path("kalkyl.xlsx").write_bytes(data)
    ran = run("calculate", "-o", "kalkyl.xlsx", "kedja.yaml")
    assert (ran.code, Path("kalkyl.xlsx").read_bytes()) == (2, data)
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_workbook_holds_one_chain(run, chain):
    Path("andra.yaml").write_text(TEXT, "utf-8")
    ran = run("calculate", "-o", "kalkyl.xlsx", "kedja.yaml", "andra.yaml")
    assert ran.code == 2
    assert "one chain, and there are 2" in ran.err
    assert not Path("kalkyl.xlsx").exists()


def test_one_whose_changes_are_in_the_chain_is_written_anew(run, chain):
    Path("kalkyl.xlsx").write_bytes(Sheets(BOOK).put("Faktorer", "factor|andel", LOWEST, 0.4).data)
    assert run("calculate", "-o", "kalkyl.xlsx", "kedja.yaml").code == 2
    assert run("import", "kalkyl.xlsx", "-o", "kedja.yaml").code == 0
    assert run("calculate", "-o", "kalkyl.xlsx", "kedja.yaml").code == 0
    assert Path("kalkyl.xlsx").read_bytes() == workbook(Path("kedja.yaml").read_text("utf-8"))
