"""The kinds of file that tables come in: encodings, workbooks, and files made to harm."""

import time
from zipfile import ZIP_DEFLATED

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.tables import delimited, sheets, xlsx
from nyttokedja.importing.tables.table import read_workbook
from tests.importing.packages.making import zipped
from tests.importing.tables.tables import collected, keys, workbook

SHEET = "<worksheet><sheetData>{}</sheetData></worksheet>"
RELS = (
    '<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/>'
    '<Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/></Relationships>'
)
BOOK = '<workbook xmlns:r="r"><sheets><sheet name="B" r:id="a"/></sheets></workbook>'


def book(rows, strings="<sst/>"):
    parts = {"xl/workbook.xml": BOOK, "xl/_rels/workbook.xml.rels": RELS}
    return zipped({**parts, "xl/s.xml": SHEET.format(rows), "xl/t.xml": strings}, ZIP_DEFLATED)


def cell(at, text):
    return f'<row r="{at[-1]}"><c r="{at}" t="inlineStr"><is><t>{text}</t></is></c></row>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_swedish_and_norwegian_letters_in_any_encoding(encoding):
    text = "Sort;Rubrik\nNytta;Ökad trygghet för äldre på Ålön\nNytta;Færre feil på sykehjemmet\n"
    assert [one.title for one in collected(text.encode(encoding)).boxes] == [
        "Ökad trygghet för äldre på Ålön",
        "Færre feil på sykehjemmet",
    ]


def test_what_parts_the_cells_is_found_and_a_sentence_has_nothing_that_does():
    assert delimited.delimiter_of("a;b\n1,5;2,5\n") == ";"
    assert delimited.delimiter_of("a,b\n1,2\n") == ","
    assert delimited.delimiter_of("En mening om samordning\nEn till\n") == ""
    assert collected("sep=|\nSort|Rubrik\nNytta|A;B\n").boxes[0].title == "A;B"


def test_a_quotation_mark_that_is_never_closed_is_a_word():
    found = collected('Sort;Rubrik\nNytta;"Snabba besked\nNytta;Tid\n')
    assert [one.title for one in found.boxes] == ['"Snabba besked', "Tid"]


def test_two_cells_at_the_corners_of_a_sheet_are_two_cells():
    data = book(
        cell("A1", "Rubrik") + '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    )
    began = time.process_time()
    assert len(read_workbook(data, ImportOptions()).sheets[0].rows) == 2
    assert time.process_time() - began < 0.1


def test_a_dimension_is_not_trusted():
    rows = cell("A1", "Rubrik") + cell("A2", "Ett") + cell("A3", "Två")
    data = book(rows.replace("<row", '<row spans="1:1"'))
    assert [note.text for note in collected(data).notes] == ["Ett", "Två"]


def test_entities_among_the_texts_are_refused():
    bomb = '<!DOCTYPE sst [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><sst><si><t>&y;</t></si></sst>'
    with pytest.raises(CannotRead, match="DOCTYPE"):
        read_workbook(book(cell("A1", "x"), bomb), ImportOptions())


def test_more_cells_than_anybody_writes_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_CELLS", 5)
    with pytest.raises(CannotRead, match="filled cells"):
        read_workbook(workbook({"A": [["x", "y"]] * 3}), ImportOptions())
    monkeypatch.setattr(delimited, "MOST_CELLS", 5)
    with pytest.raises(CannotRead, match="filled cells"):
        collected("a;b\n" * 3)
    assert sheets.MOST_CELLS == 400_000


def test_formulas_have_the_value_that_was_last_seen_and_errors_are_said():
    row = '<row r="2"><c r="A2" t="str"><f>A1</f><v>Tid</v></c></row><row r="3"><c r="A3"><f>B1</f></c></row>'
    row += '<row r="4"><c r="A4" t="e"><v>#REF!</v></c></row>'
    found = collected(book(cell("A1", "Nytta") + row))
    assert [one.title for one in found.boxes] == ["Tid"]
    assert keys(found) == ["formula-without-value", "cell-error"]


def test_dates_shares_and_numbers_are_as_they_are_seen():
    def dated(made, sheet):
        from datetime import date

        sheet.write_datetime(1, 1, date(2027, 6, 30), made.add_format({"num_format": "d mmm yyyy"}))
        sheet.write_number(1, 2, 0.22, made.add_format({"num_format": "0 %"}))

    data = workbook(
        {"A": [["Nytta", "När", "Nuläge", "Mått", "Målvärde"], ["Tid", "", "", "Andel", 10]]}, dated
    )
    fields = collected(data).boxes[0].fields
    assert fields["when"] == "2027-06-30"
    assert fields["indicators"]["andel"] == {"title": "Andel", "baseline": 22, "unit": "%", "target": 10}


ODS = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:dc="d"><office:body>
<office:spreadsheet><table:table table:name="Blad1"><table:table-row><table:table-cell><text:p>Sort</text:p>
</table:table-cell><table:table-cell><text:p>Rubrik</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="collapse"><table:table-cell><text:p>Risk</text:p></table:table-cell>
<table:table-cell><text:p>Dold</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Nytta</text:p></table:table-cell><table:table-cell>
<office:annotation><dc:creator>Anna</dc:creator><text:p>Se bilaga</text:p></office:annotation>
<text:p>Frigjord<text:s text:c="1"/>tid</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048568">
<table:table-cell table:number-columns-repeated="16384"/>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def test_a_spreadsheet_of_libreoffice():
    found = collected(zipped({"content.xml": ODS}), "a.ods")
    assert [(one.type, one.title, one.fields) for one in found.boxes] == [
        ("benefit", "Frigjord tid", {"text": "Se bilaga"})
    ]
    assert keys(found) == ["hidden-rows"]
    assert "Anna" not in repr(found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html><table><tr><td>x</td></tr></table></html>", "web page"),
        (zipped({"word/document.xml": "<d/>"}), "no sheets"),
    ],
)
def test_what_is_no_table_is_said(data, said):
    with pytest.raises(CannotRead, match=said):
        collected(data)
