"""The named questions: each has its help, and answers the same in both engines."""

import csv
import io
import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from nyttokedja.documents import FORMATS as DOCUMENTS
from nyttokedja.documents.answers import answer_document
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.portfolio.asking import ORDER, asked_by_name, asked_in_sql, question
from nyttokedja.portfolio.delimited import guarded
from nyttokedja.portfolio.store import Limits, asked
from nyttokedja.portfolio.telling import FORMATS
from tests.portfolio.portfolios import ENGINES, built

pytest.importorskip("duckdb")
DAY = date(2027, 6, 1)


@pytest.fixture(scope="module")
def databases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("asked")
    (folder / "broken.yaml").write_text("nyttokedja: 1\nrubrik: [", "utf-8")
    (folder / "partly.yaml").write_text("nyttokedja: 1\nrubrik: A\neffekter: 7\n", "utf-8")
    (folder / "doubled.yaml").write_bytes(Path("chains/lakemedelsautomat.yaml").read_bytes())
    sources = ("chains", "tests/cases/field", "tests/cases/rules", folder)
    return {ending: built(folder / f"p{ending}", *sources) for ending in ENGINES}


def told(path, name, organisation=""):
    with closing(asked(path)) as store:
        return asked_by_name(store, name, organisation, DAY, Limits())


def test_every_file_is_a_question_in_the_list():
    files = {path.stem for path in Path("nyttokedja/portfolio/questions").iterdir()}
    assert files == set(ORDER)
    assert len(set(ORDER)) == len(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_a_question_has_its_help_in_every_language(name):
    helps = question(name).helps
    assert set(helps) == set(LANGUAGES)
    assert all(help.endswith(".") and len(help) < 120 for help in helps.values())
    assert len(set(helps.values())) == len(LANGUAGES)


@pytest.mark.parametrize("name", ORDER)
@pytest.mark.parametrize("organisation", ["", "EXEMPELKOMMUN", "nobody's; --"])
def test_both_engines_answer_the_same(databases, name, organisation):
    one, other = (told(path, name, organisation) for path in databases.values())
    assert one == other
    assert one.answer.rows or organisation or name == "pools"
    known = texts("sv").group("portfolio/columns")
    assert set(one.answer.columns) <= set(known)
    assert not any(isinstance(cell, bool) for row in one.answer.rows for cell in row)


@pytest.mark.parametrize("name", [one for one in ORDER if one != "unread"])
def test_an_answer_says_how_many_chains_are_not_in_it(databases, name):
    left_out = told(databases[".sqlite"], name).left_out
    assert left_out["unread"] >= 1
    assert left_out["partly"] >= 1


def test_an_organisation_is_found_however_it_is_written(databases):
    rows = told(databases[".sqlite"], "chains", "exempel-KOMMUN").answer.rows
    assert {row[1] for row in rows} == {"Exempelkommun", "Eksempel kommune"} - {"Eksempel kommune"}
    assert told(databases[".sqlite"], "owners", "nowhere").answer.rows == ()


def test_money_of_different_currencies_stands_apart(databases):
    answer = told(databases[".sqlite"], "years").answer
    currency, year = answer.columns.index("currency"), answer.columns.index("year")
    keys = [(row[currency], row[year]) for row in answer.rows]
    assert len(set(keys)) == len(keys)
    assert {"SEK", "NOK"} <= {currency for currency, _ in keys}


def test_shares_in_per_cent_are_not_added_up(databases):
    answer = told(databases[".sqlite"], "indicators").answer
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert {row["baseline"] for row in rows if row["unit"] in ("procent", "prosent")} == {None}
    assert any(row["baseline"] for row in rows)


def test_the_same_title_in_two_chains_is_told_once(databases):
    answer = told(databases[".sqlite"], "overlaps").answer
    titles = [(row[0], row[1]) for row in answer.rows]
    assert len(set(titles)) == len(titles)
    assert all(row[2] > 1 and row[3] < row[4] for row in answer.rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ORDER)
def test_people_read_every_answer_in_their_language(databases, name, language):
    answer = told(databases[".sqlite"], name)
    said = FORMATS["text"](answer, language)
    assert "None" not in said
    page = DOCUMENTS["html"](answer_document(answer, language))
    assert f'lang="{language}"' in page
    assert DOCUMENTS["markdown"](answer_document(answer, language)).count("|") > 2 or not answer.answer.rows


@pytest.mark.parametrize("name", ORDER)
def test_programs_read_back_what_was_answered(databases, name):
    answer = told(databases[".sqlite"], name)
    read = json.loads(FORMATS["json"](answer, "sv"))
    assert tuple(read["columns"]) == answer.answer.columns
    assert [tuple(row) for row in read["rows"]] == list(answer.answer.rows)
    assert read["left_out"] == answer.left_out
    table = list(csv.reader(io.StringIO(FORMATS["csv"](answer, "sv"))))
    assert tuple(table[0]) == answer.answer.columns
    assert len(table) == len(answer.answer.rows) + 1


@pytest.mark.parametrize("begun", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_no_sheet_calculates_what_somebody_wrote(begun):
    assert guarded(begun) == f"'{begun}"
    assert guarded("a=1") == "a=1"


def test_sql_of_one_s_own_says_too_what_could_not_be_read(databases):
    for path in databases.values():
        with closing(asked(path)) as store:
            answer = asked_in_sql(store, "select count(*) as n, null as x, '=1' as y from node", Limits())
        assert answer.left_out["unread"] >= 1
        assert "n,x,y\n" in FORMATS["csv"](answer, "sv")
        assert ",,'=1\n" in FORMATS["csv"](answer, "sv")
        assert FORMATS["text"](answer, "sv").startswith(" ")
