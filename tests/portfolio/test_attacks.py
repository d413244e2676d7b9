"""SQL from a person reads the portfolio, and nothing else whatever it asks for."""

import time
from contextlib import closing
from itertools import product

import pytest

from nyttokedja.portfolio.store import Limits, Unanswered, asked
from tests.portfolio.portfolios import ENGINES, built

pytest.importorskip("duckdb")

WRITES = [
    f"{verb}{end}"
    for verb, end in product(
        (
            "insert into chain (chain) values ('x')",
            "update chain set title = 'x'",
            "delete from chain",
            "drop table chain",
            "drop view benefit",
            "alter table chain add column x",
            "create table x (a)",
            "create temp table x as select 1 as a",
            "create view x as select 1 as a",
            "create index x on chain (title)",
            "begin",
            "commit",
            "rollback",
            "vacuum",
            "reindex",
            "analyze",
            "savepoint x",
            "truncate chain",
            "replace into chain (chain) values ('x')",
            "create trigger t after insert on chain begin select 1; end",
            "with x as (select 1 as a) insert into chain (chain) select a from x",
            "with x as (select 1 as a) delete from chain",
        ),
        ("", ";", " -- select", "; select 1", " /* select */"),
    )
]
OUT = [
    "attach 'x.db' as x",
    "attach database 'x.db' as x",
    "attach ':memory:' as x",
    "detach main",
    "vacuum into 'x.db'",
    "copy chain to 'x.csv'",
    "copy (select 1) to 'x.csv'",
    "copy chain from 'x.csv'",
    "export database 'x'",
    "import database 'x'",
    "install httpfs",
    "load httpfs",
    "load '/tmp/x.so'",
    "force install sqlite",
    "set enable_external_access=true",
    "set memory_limit='100GB'",
    "reset lock_configuration",
    "set global threads=100",
    "call pragma_version()",
    "pragma database_list",
    "pragma writable_schema=1",
    "pragma query_only=off",
    "pragma hard_heap_limit=0",
    "pragma enable_checkpoint_on_shutdown",
    "pragma database_size",
    "checkpoint",
    "use memory",
    "prepare x as select 1",
    "execute x",
    "deallocate x",
    "create secret x (type s3)",
    "create macro x() as table select 1",
    "create type x as enum ('a')",
    "create sequence x",
    "select load_extension('x')",
    "select writefile('x', 'y')",
    "select readfile('/etc/passwd')",
    "select edit('x')",
    "select fts3_tokenizer('simple')",
    "select * from 'x.csv'",
    'select * from "x.csv"',
    "select * from '/etc/passwd'",
    "select * from read_csv('x.csv')",
    "select * from read_csv_auto('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from read_blob('/etc/passwd')",
    "select * from read_json('x.json')",
    "select * from read_parquet('x.parquet')",
    "select * from parquet_metadata('x.parquet')",
    "select * from read_parquet('https://example.org/x.parquet')",
    "select * from 'https://example.org/x.csv'",
    "select * from 's3://x/y.csv'",
    "select * from glob('*')",
    "select * from glob('/etc/*')",
    "select * from sniff_csv('/etc/passwd')",
    "select * from sqlite_scan('x.db', 't')",
    "select * from postgres_scan('host=x', 'a', 'b')",
    "select getenv('HOME')",
    "select * from query('copy chain to ''x.csv''')",
    "select * from query_table('/etc/passwd')",
    "select (select * from read_text('/etc/passwd'))",
    "with x as (select * from read_text('/etc/passwd')) select * from x",
    "select * from chain where title in (select content from read_text('/etc/passwd'))",
    "select * from told",
    "select * from sys.modules",
    "",
    " ",
    ";",
    "--",
    "/*",
    "select",
    "select * from nowhere",
    "select nowhere from chain",
    "select * from chain where",
    "select ?",
    "select $x",
    "select \0",
    "\0select 1",
    "select '\ud800'",
    "select 1; select 2",
    "select 1; drop table chain",
    "select 1 union select",
    "selct 1",
    "(" * 5_000,
    "select " + "(" * 5_000 + "1" + ")" * 5_000,
]
HARMLESS = [
    "explain select 1",
    "explain analyze select 1",
    "select * from pragma_table_info('chain')",
    "select * from pragma_database_list",
    "select " + "+".join(["1"] * 50_000),
    "select randomblob(1000000000)",
    "select repeat('x', 1000000000000)",
    "select printf('%1000000000d', 1)",
    "select * from chain limit 1e9",
]
"""What an engine may answer, since nothing is written and nothing else is read; or else refuses."""
BOMBS = [
    "with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r",
    "with recursive r(n) as (select 1 union all select n + 1 from r) select n from r order by -n",
    "with recursive r(t) as (select 'x' union all select t || t from r) select max(t) from r",
    "select count(*) from node a, node b, node c, node d, node e, node f, node g",
    "select count(*) from finding a, node b, link c, link d, node e, link f where a.message < b.title",
]


@pytest.fixture(scope="module")
def databases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("asked")
    return {ending: built(folder / f"p{ending}", "chains") for ending in ENGINES}


def is_refused(path, sql):
    with closing(asked(path)) as store:
        try:
            store.ask(sql, {}, Limits(seconds=5))
        except Unanswered:
            return True
    return False


@pytest.mark.parametrize("ending", ENGINES)
def test_what_is_no_question_about_the_portfolio_is_refused_and_touches_nothing(
    databases, ending, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").write_text("a\n1\n", "utf-8")
    path = databases[ending]
    before, files = path.read_bytes(), sorted(tmp_path.iterdir())
    assert len(WRITES) + len(OUT) + len(HARMLESS) + len(BOMBS) >= 200
    answered = [sql for sql in (*WRITES, *OUT) if not is_refused(path, sql)]
    assert [sql[:100] for sql in answered] == []
    for sql in HARMLESS:
        is_refused(path, sql)
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == files
    assert sorted(path.parent.iterdir()) == sorted(databases.values())


@pytest.mark.parametrize("ending", ENGINES)
@pytest.mark.parametrize("sql", BOMBS)
def test_what_never_ends_is_stopped(databases, ending, sql):
    began = time.monotonic()
    with closing(asked(databases[ending])) as store, pytest.raises(Unanswered):
        store.ask(sql, {}, Limits(seconds=0.5))
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("ending", ENGINES)
def test_an_answer_ends_where_it_gets_too_long(databases, ending):
    with closing(asked(databases[ending])) as store:
        answer = store.ask("select a.id from node a, node b", {}, Limits(rows=10))
    assert (len(answer.rows), answer.is_cut) == (10, True)


@pytest.mark.parametrize("ending", ENGINES)
@pytest.mark.parametrize(
    ("sql", "place"),
    [
        ("select title,\n  nowhere from chain", "LINE 2:   nowhere from chain\n          ^"),
        ("selct 1", "LINE 1: selct 1\n        ^"),
        ("select count(*)\nfrom chian", "LINE 2: from chian\n             ^"),
    ],
)
def test_a_mistake_is_told_with_its_place(databases, ending, sql, place):
    with closing(asked(databases[ending])) as store, pytest.raises(Unanswered) as said:
        store.ask(sql, {}, Limits())
    assert place in str(said.value)
