"""A portfolio in SQLite: what a question may do, and how much it gets."""

import sqlite3
from contextlib import closing

import pytest

from nyttokedja.portfolio.sqlite_file import created, opened
from nyttokedja.portfolio.store import Foreign, Limits, Unanswered
from tests.portfolio.portfolios import ABOUT

COUNTED = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select i from n"


@pytest.fixture
def path(tmp_path):
    made = created(tmp_path / "p.sqlite")
    made.finish(ABOUT)
    return tmp_path / "p.sqlite"


@pytest.fixture
def store(path):
    with closing(opened(path, writes=False)) as made:
        yield made


@pytest.mark.parametrize(("most", "rows", "is_cut"), [(4, 4, True), (5, 5, False), (6, 5, False)])
def test_an_answer_is_cut_where_there_is_more_than_was_asked_for(store, most, rows, is_cut):
    answer = store.ask(COUNTED, {}, Limits(rows=most))
    assert answer.columns == ("i",)
    assert answer.rows == tuple((n,) for n in range(1, rows + 1))
    assert answer.is_cut is is_cut


def test_bytes_are_shown_as_text(store):
    assert store.ask("select x'6cc3a573' as a", {}, Limits()).rows == (("lås",),)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("delete from node", "Only reading"),
        ("attach ':memory:' as other", "Only reading"),
        ("select load_extension('x')", "Only reading"),
        ("pragma user_version", "Only reading"),
        ("select 1; select 2", "one question"),
        ("-- nothing", "one question"),
        ("select a from node", "LINE 1: select a from node"),
    ],
)
def test_nothing_but_one_question_is_answered(store, sql, said):
    with pytest.raises(Unanswered) as refused:
        store.ask(sql, {}, Limits())
    assert said in str(refused.value)


def test_a_question_without_end_is_stopped(store):
    with pytest.raises(Unanswered, match="too long"):
        store.ask(
            "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n",
            {},
            Limits(seconds=0),
        )


@pytest.mark.parametrize(
    "changed",
    ["pragma application_id=7", "update portfolio set value = 'other' where name = 'product'"],
)
def test_a_file_is_ours_by_its_head_and_by_what_it_says(path, changed):
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.execute(changed)
    with pytest.raises(Foreign):
        opened(path, writes=False)


def test_indexes_are_made_once_with_the_file(path):
    def indexes():
        with closing(sqlite3.connect(path)) as made:
            return {row[0] for row in made.execute("select name from sqlite_master where type = 'index'")}

    before = {name for name in indexes() if not name.startswith("sqlite_")}
    assert "node_1" in before
    assert not any(name.endswith("_0") for name in before)
    opened(path, writes=True).finish(ABOUT)
    assert before <= indexes()
