"""An answer as text, JSON and CSV: what a person sees in a terminal, and what programs get."""

import json
from datetime import date

import pytest

from nyttokedja.language.figures import Figures
from nyttokedja.language.texts import texts
from nyttokedja.portfolio.asking import Told
from nyttokedja.portfolio.store import Answer
from nyttokedja.portfolio.telling import as_csv, as_json, shown, text

PLACES = Told(
    "",
    Answer(
        ("title", "n", "sure", "year"),
        (
            ("Läkare", 1234.5, None, 2027),
            ("京都 kvarter", 12, True, 2028),
            ("e\N{COMBINING ACUTE ACCENT}tat", -3, False, None),
        ),
    ),
    {},
)


def test_columns_stand_under_each_other_by_the_room_that_signs_take():
    assert text(PLACES, "en").replace("\N{NO-BREAK SPACE}", " ").replace(
        "\N{NARROW NO-BREAK SPACE}", " "
    ) == (
        "title                n   sure  year\n"
        "────────────  ────────  ─────  ────\n"
        "Läkare        1 234.50         2027\n"
        "京都 kvarter        12   True  2028\n"
        "e\N{COMBINING ACUTE ACCENT}tat                −3  False\n"
    )


@pytest.mark.parametrize(("n", "ends"), [(48, "x"), (49, "…")])
def test_a_long_cell_is_cut_to_48_signs(n, ends):
    line = text(Told("", Answer(("a",), (("x" * n,),)), {}), "en").splitlines()[2]
    assert (len(line), line[-1]) == (48, ends)


def test_a_column_of_nothing_is_no_column_of_numbers():
    lines = text(
        Told(
            "",
            Answer(
                ("wide", "b"),
                ((None, "x"), (None, "y")),
            ),
            {},
        ),
        "en",
    ).splitlines()
    assert lines[2] == "      x"


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("n", None, ""),
        ("n", 12.0, "12"),
        ("n", 12.25, "12,25"),
        ("year", 2027, "2027"),
        ("price_year", 1999, "1999"),
        ("day", date(2027, 3, 1), "2027-03-01"),
        ("title", "Lås\n  och bom", "Lås och bom"),
        ("title", "benefit", "benefit"),
        ("type", "benefit", "nytta"),
        ("standing", "overdue", "försenat"),
    ],
)
def test_a_cell_is_said_as_people_read_it(column, cell, said):
    assert shown(column, cell, texts("sv"), Figures("sv")).lower() == said.lower()


def test_headings_are_those_of_people_for_a_question_of_ours_and_of_the_sql_otherwise():
    answer = Answer(("stage", "x"), (("plan", 1),))
    assert text(Told("chains", answer, {}), "sv").splitlines()[0] == "Skede  x"
    assert text(Told("", answer, {}), "sv").splitlines()[0] == "stage  x"


def test_an_answer_without_rows_says_so_and_what_is_not_in_it():
    said = text(Told("", Answer(("a",), ()), {"unread": 2}), "en").splitlines()
    assert said[0] == "There is nothing to tell."
    assert len(said) == 2
    assert said[1].startswith("2 ")


def test_rows_that_were_cut_off_are_said():
    cut = Told("", Answer(("a",), (("x",),), is_cut=True), {})
    assert len(text(cut, "en").splitlines()) == 4
    assert json.loads(as_json(cut, "en"))["cut"] is True


def test_programs_get_days_as_they_are_written_and_truth_as_truth():
    told = Told("due", Answer(("due", "done"), ((date(2027, 3, 1), False), (None, True))), {"partly": 1})
    assert json.loads(as_json(told, "sv")) == {
        "question": "due",
        "columns": ["due", "done"],
        "rows": [["2027-03-01", False], [None, True]],
        "cut": False,
        "left_out": {"partly": 1},
    }
    assert json.loads(as_json(PLACES, "sv"))["question"] is None
    assert as_csv(told, "sv") == "due,done\n2027-03-01,false\n,true\n"


def test_signs_that_people_write_stand_as_such_in_json():
    assert '"京都 kvarter"' in as_json(PLACES, "sv")
