"""Answers to statements, as people give them back: every layout, every slip, and nobody's name."""

from io import BytesIO

import openpyxl
import pytest

from nyttokedja.exporting.tables.answer_book import form_book, table_book
from nyttokedja.exporting.tables.answer_rows import form_rows, table_heads
from nyttokedja.exporting.tables.delimited import with_cells
from nyttokedja.importing.tables.answers import column_name, read_answers
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.maturity.statements import our_statements

SETS = [our_statements(language) for language in LANGUAGES]
ASKED = our_statements("sv")
IDS = [one.id for one in ASKED.statements]


def read(text, encoding="utf-8-sig"):
    return read_answers(text.encode(encoding), "svar.csv", SETS)


def form(values, heading="Ditt svar", extra=""):
    rows = [f"Nr;Påstående;{heading};Kommentar"]
    rows += [
        f"{n};{one.title};{value};{extra}"
        for n, (one, value) in enumerate(zip(ASKED.statements, values, strict=False), 1)
    ]
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_form_is_read_back_as_it_was_filled_in(language):
    asked = our_statements(language)
    book = openpyxl.load_workbook(BytesIO(form_book(asked)))
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if row[0].value and row[2].value)
    column = next(cell.column for cell in head if cell.value in ("Ditt svar", "Your answer"))
    for n, level in enumerate([3, "3 ", "3.0", 3.0, asked.levels[2], f"3 {asked.levels[2]}", None]):
        sheet.cell(head[0].row + 1 + n, column).value = level
    held = BytesIO()
    book.save(held)
    (answers,) = read_answers(held.getvalue(), "a.xlsx", SETS).persons
    assert answers == dict.fromkeys(IDS[:6], 3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_table_is_read_back(language):
    asked = our_statements(language)
    book = openpyxl.load_workbook(BytesIO(table_book(asked)))
    for row, level in ((2, 1), (3, 5), (6, 2)):
        for column in range(2, 16):
            book.worksheets[0].cell(row, column).value = level
    held = BytesIO()
    book.save(held)
    table = read_answers(held.getvalue(), "a.xlsx", SETS)
    assert [set(answers.values()) for answers in table.persons] == [{1}, {5}, {2}]
    assert (table.faults, table.telling, table.unread) == ((), (), ())


@pytest.mark.parametrize("rows", [form_rows(ASKED), [table_heads(ASKED)]])
def test_an_empty_form_is_nobodys_answer(rows):
    table = read_answers(with_cells(rows, "sv"), "a.csv", SETS)
    assert (table.persons, table.faults) == ((), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_comes_in_every_encoding(encoding):
    (answers,) = read(form(["4 följs", "förbättras"]), encoding).persons
    assert answers == {IDS[0]: 4, IDS[1]: 5}


@pytest.mark.parametrize(
    ("written", "level"),
    [
        *(
            (written, 3)
            for written in ("3", " 3 ", "3.0", "3,0", "3 beskrivet", "3 – beskrivet", "3.", "BESKRIVET")
        ),
        ("3 (beskrivet)", 3),
        ("Nivå 3", 3),
        ("level 4", 4),
        (ASKED.statements[0].anchors[1], 2),
        ("av og til", 2),
        ("improved", 5),
        *((written, None) for written in ("", " ", "-", "?", "vet inte", "Vet ej", "vet ikke")),
    ],
)
def test_a_level_may_be_written_in_many_ways(written, level):
    table = read(form([written, "1"]))
    assert table.faults == ()
    assert table.persons[0].get(IDS[0]) == level


@pytest.mark.parametrize("written", ["0", "6", "2.5", "2,5", "2-3", "3 eller 4", "3 följs", "bra", "33", "x"])
def test_what_is_no_level_is_told_by_row_and_column_and_not_guessed(written):
    (fault,) = read(form(["1", written])).faults
    assert (fault.reason, fault.row, fault.column, fault.heading) == ("level", 3, "C", "Ditt svar")


def test_a_row_a_person_with_columns_that_nobody_reads():
    heads = ";".join(
        ["Svar nr", *(f"{n}. {one.title}" for n, one in enumerate(ASKED.statements, 1)), "Förvaltning"]
    )
    table = read(f"{heads}\n7;{';'.join('12345123451234')};Vård\n;;;\n8;{';'.join('3' * 14)};Skola\n")
    assert len(table.persons) == 2
    assert table.persons[0][IDS[4]] == 5
    assert table.unread == ("Förvaltning",)


@pytest.mark.parametrize("name", ["{}", "{}.", "Fråga {}", "P{}"])
def test_the_numbers_of_all_statements_may_be_headings(name):
    heads = ";".join(["Svar nr", *(name.format(n) for n in range(1, 15))])
    table = read(f"{heads}\n1;{';'.join('12345123451234')}\n2;{';'.join('3' * 14)}\n")
    assert [answers[IDS[6]] for answers in table.persons] == [2, 3]
    assert read(heads.replace(name.format(9), "x") + "\n1;2\n").faults[0].reason == "nothing"


def test_the_answers_heading_may_say_more_in_brackets():
    assert read(form(["2", "4"], heading="Ditt svar (1–5)")).persons == ({IDS[0]: 2, IDS[1]: 4},)


def test_the_statement_itself_may_be_the_heading():
    table = read(f"{ASKED.statements[0].text};{ASKED.statements[1].text}\n2;4\n")
    assert table.persons == ({IDS[0]: 2, IDS[1]: 4},)


@pytest.mark.parametrize(
    "heading", ["Namn", "E-post", "Förnamn och efternamn", "Personnummer", "Navn", "Name"]
)
def test_a_column_that_tells_who_somebody_is_is_refused(heading):
    heads = ";".join([heading, *(one.title for one in ASKED.statements)])
    table = read(f"{heads}\nKim;{';'.join('3' * 14)}\n")
    assert (table.persons, table.telling[0].heading, table.telling[0].column) == ((), heading, "A")


@pytest.mark.parametrize("told", ["kim@kommun.se", "811218-9876", "20811218-9876"])
def test_mail_and_birth_numbers_are_refused_wherever_they_stand(told):
    table = read(form(["3", "2"], extra=f"fråga {told}"))
    assert not table.persons
    assert {fault.reason for fault in table.telling} == {"identity"}
    assert told not in str(table)


def test_a_name_written_in_beside_the_form_is_refused():
    table = read("Namn: Kim;;;\n" + form(["3", "2"]))
    assert not table.persons
    assert table.telling
    assert "Kim" not in str(table)


def test_the_same_statement_twice_is_told():
    heads = ";".join([ASKED.statements[0].title, ASKED.statements[0].title, ASKED.statements[1].title])
    assert read(f"{heads}\n1;2;3\n").faults[0].reason == "two-columns"
    assert read(form(["1", "2"]) + f"9;{ASKED.statements[0].title};3;\n").faults[0].reason == "two-rows"


@pytest.mark.parametrize(
    ("text", "reason"), [("a;b\n1;2\n", "nothing"), (form(["1", "2"], heading="Tankar"), "no-answers")]
)
def test_a_table_without_statements_or_answers_is_told(text, reason):
    assert [fault.reason for fault in read(text).faults] == [reason]


def test_columns_are_named_as_sheets_name_them():
    assert [column_name(at) for at in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
