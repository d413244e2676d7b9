"""A portfolio in either engine: the same content, whole, and open to other programs."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.errors import CannotRead, CannotWrite
from nyttokedja.model.pool import Pool
from nyttokedja.portfolio import duckdb_file
from nyttokedja.portfolio.schema import TABLES, VIEWS
from nyttokedja.portfolio.store import Limits, asked, changing, created, engine_of, must_be_ours
from nyttokedja.portfolio.tables import Origin, rows_of
from tests.portfolio.portfolios import ABOUT, ENGINES, built, dump

pytest.importorskip("duckdb")
FIELD = Path("tests/cases/field")


@pytest.fixture(params=ENGINES)
def ending(request):
    return request.param


def test_both_engines_hold_the_same(tmp_path):
    config = Config(pools=(Pool("hemtjanst_tid", 9000),))
    sources = ("chains", "docs/examples/norrsalvik", FIELD)
    one, other = (dump(built(tmp_path / f"p{ending}", *sources, config=config)) for ending in ENGINES)
    assert one == other
    assert all(one[name] for name in TABLES)


def test_taking_away_and_putting_back_is_no_change(tmp_path, ending):
    path = built(tmp_path / f"p{ending}", "chains")
    before = dump(path)
    source = Path("chains/digitala_las.yaml")
    with closing(changing(path, ENGINES[ending])) as store:
        known = store.known()["chains/digitala_las"]
        store.take_away(["chains/digitala_las"])
        checked = check(source.read_bytes(), str(source))
        origin = Origin("chains/digitala_las", str(source), "", known.read_as)
        store.put([rows_of(checked, origin)])
        store.finish(ABOUT)
    after = dump(path)
    digest = TABLES["chain"].names.index("digest")
    assert {name: rows for name, rows in after.items() if name != "chain"} == {
        name: rows for name, rows in before.items() if name != "chain"
    }
    without = ([row[:digest] for row in rows["chain"]] for rows in (before, after))
    assert next(without) == next(without)


TITLES = (
    "'; drop table chain; --", '"', "\\", "a,b\nc", "\N{GRINNING FACE}", "x" * 64_000, "NULL", "\\N", "=1+1",
    "''", "\r\n", "\N{RIGHT-TO-LEFT OVERRIDE}x", "%s", "?", "$organisation", "true",
)  # fmt: skip


def test_a_text_comes_back_as_it_was(tmp_path, ending):
    table = TABLES["node"]
    rows = [tuple({"chain": "a", "id": str(n), "title": title}.get(name) for name in table.names)
            for n, title in enumerate(TITLES)]  # fmt: skip
    chain = tuple({"chain": "a", "readable": True}.get(name) for name in TABLES["chain"].names)
    with closing(created(tmp_path / f"p{ending}", ENGINES[ending])) as store:
        store.put([{"chain": [chain], "node": rows}])
        store.finish(ABOUT)
    with closing(asked(tmp_path / f"p{ending}")) as store:
        answer = store.ask("select id, title from node", {}, Limits())
        assert {title: TITLES[int(id)] for id, title in answer.rows} == {title: title for title in TITLES}


def test_the_file_is_whole_by_sqlite_s_own_judgement(tmp_path):
    with closing(sqlite3.connect(built(tmp_path / "p.sqlite", "chains", FIELD))) as made:
        assert made.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert made.execute("pragma foreign_key_check").fetchall() == []
        keys = made.execute("select count(*) from pragma_foreign_key_list('measurement')").fetchone()
        assert keys[0] >= 3
        for name in (*TABLES, *VIEWS):
            assert made.execute(f"select count(*) from {name}").fetchone()[0] >= 0


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_answers(tmp_path, ending, view):
    with closing(asked(built(tmp_path / f"p{ending}", "chains"))) as store:
        assert store.ask(f"select * from {view}", {}, Limits()).rows


FOREIGN = {
    "empty": b"",
    "text": b"hello",
    "cut": b"SQLite format 3\0" + b"\1" * 200,
    "duck": b"\0" * 8 + b"DUCK" + b"\0" * 4000,
    "folderish": b"\0" * 100_000,
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_refused_in_a_sentence(tmp_path, ending, name):
    path = tmp_path / f"p{ending}"
    path.write_bytes(FOREIGN[name])
    with pytest.raises(CannotRead, match="no portfolio"):
        asked(path)
    with pytest.raises(CannotWrite, match="not touched"):
        must_be_ours(path, ENGINES[ending])
    assert path.read_bytes() == FOREIGN[name]


def test_another_program_s_database_is_foreign(tmp_path):
    import duckdb

    with closing(sqlite3.connect(tmp_path / "p.sqlite")) as made:
        made.execute("create table portfolio (name, value)")
    duckdb.connect(str(tmp_path / "p.duckdb")).close()
    for ending in ENGINES:
        with pytest.raises(CannotRead, match="no portfolio"):
            asked(tmp_path / f"p{ending}")


def test_one_made_with_other_tables_says_so(tmp_path, ending):
    path = tmp_path / f"p{ending}"
    with closing(created(path, ENGINES[ending])) as store:
        store.finish({**ABOUT, "tables": "0"})
    with pytest.raises(CannotRead, match="another version"):
        asked(path)


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(CannotRead, match="Cannot open"):
        asked(tmp_path / "gone.sqlite")


def test_the_ending_says_the_engine():
    assert engine_of(Path("a.DuckDB")) == "duckdb_file"
    assert engine_of(Path("a.db")) == engine_of(Path("a.sqlite3")) == "sqlite_file"
    assert engine_of(Path("a.yaml")) is None


def test_without_duckdb_a_sentence_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(CannotWrite, match=r"\[duckdb\]"):
        duckdb_file.created(tmp_path / "p.duckdb")
    assert built(tmp_path / "p.sqlite", "chains").exists()
