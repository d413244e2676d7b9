"""``nyttokedja portfolio``: build again and again, export, ask."""

import csv
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from nyttokedja.batch import portfolio
from nyttokedja.portfolio.schema import TABLES
from tests.cli.edited_chain import CHAIN
from tests.conftest import ROOT
from tests.portfolio.portfolios import ENGINES, dump

pytest.importorskip("duckdb")
OTHER = CHAIN.replace("rubrik: ", "rubrik: Annan ", 1)


@pytest.fixture(params=ENGINES)
def database(request):
    return f"p{request.param}"


@pytest.fixture
def readings(monkeypatch):
    """The names of the files that are checked."""
    read = []

    def noted(data, name, config):
        read.append(name)
        return check(data, name, config)

    check = portfolio.check
    monkeypatch.setattr(portfolio, "check", noted)
    return read


def test_only_what_has_changed_is_read_again(run, write, chain, readings, database, monkeypatch):
    other = write("chains/annan.yaml", OTHER)
    build = ("portfolio", "build", "chains", "-o", database)

    def read_again(*arguments):
        readings.clear()
        ran = run(*build, *arguments)
        assert ran.code == 0, ran.err
        return sorted(readings)

    both = ["chains/annan.yaml", "chains/lista.yaml"]
    assert read_again() == both
    assert read_again() == []
    # bytes, and not the time
    seen = chain.stat()
    chain.write_text(CHAIN.replace("rubrik: ", "rubrik: Ny ", 1), "utf-8")
    os.utime(chain, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert read_again() == ["chains/lista.yaml"]
    # the time, and not the bytes
    os.utime(other, (1, 1))
    assert read_again() == []
    # the settings, and what says nothing of what is found
    write("chains/nyttokedja.toml", 'ignore = ["NK5", "NK4", "NK2", "NK3"]\n')
    assert read_again() == both
    assert read_again() == []
    write("chains/nyttokedja.toml", 'ignore = ["NK2", "NK3", "NK4", "NK5"]\nfail-on = "warning"\n')
    assert read_again() == []
    # the day
    assert read_again("--today", "2027-06-01") == both
    assert read_again("--today", "2027-06-01") == []
    assert read_again() == both
    # the version
    monkeypatch.setattr(portfolio, "__version__", "99")
    assert read_again() == both
    # a new file, and one that is gone
    write("chains/tredje.yaml", OTHER)
    assert read_again() == ["chains/tredje.yaml"]
    other.unlink()
    readings.clear()
    ran = run(*build)
    assert (readings, "gone 1" in ran.err) == ([], True)
    assert [row[0] for row in dump(database)["chain"]] == ["chains/lista", "chains/tredje"]


def test_whatever_was_there_before_the_content_is_that_of_a_new_one(run, write, chain, database):
    steps = [
        lambda: write("chains/a.yaml", OTHER),
        lambda: write("chains/a.yml", OTHER),  # of the same name without its ending
        lambda: write("chains/b.yaml", "nyttokedja: 1\nrubrik: ["),
        lambda: write("chains/a.yaml", CHAIN),
        lambda: (Path("chains/a.yml")).unlink(),
        lambda: write("chains/b.yaml", CHAIN),
        lambda: write("chains/c.yaml", "a: 1\n"),  # no chain
        lambda: write("chains/b.yaml", "a: 1\n"),
    ]
    for n, step in enumerate(steps):
        step()
        run("portfolio", "build", "chains", "-o", database)
        run("portfolio", "build", "chains", "-o", f"{n}{database}")
        assert dump(database) == dump(f"{n}{database}"), n


def test_two_processes_make_the_same(run, write, database):
    for n in range(45):
        write(f"chains/{n}.yaml", OTHER.replace("Annan", f"Annan {n}"))
    assert run("portfolio", "build", "chains", "-o", database, "--jobs", 2).code == 0
    assert run("portfolio", "build", "chains", "-o", f"1{database}", "--jobs", 1).code == 0
    assert dump(database) == dump(f"1{database}")
    assert len(dump(database)["chain"]) == 45


def test_a_file_that_cannot_be_read_is_a_row_and_a_sentence(run, write, chain, database):
    write("chains/b.yaml", "nyttokedja: 1\nrubrik: [")
    ran = run("portfolio", "build", "chains", "-o", database)
    assert (ran.code, ran.out) == (1, "")
    assert "chains/b: " in ran.err
    assert "Files that could not be read: 1." in ran.err
    assert run("portfolio", "build", "chains", "-o", database).code == 1  # though it is as it was
    ran = run("portfolio", "ask", "owners", "--database", database)
    assert "1 file is not in it" in ran.out
    assert "chains/b.yaml" in run("portfolio", "ask", "unread", "--database", database).out


@pytest.mark.parametrize("arguments", [["gone.yaml"], ["chains", "gone"]])
def test_where_something_is_not_there_nothing_is_written(run, chain, arguments, database):
    ran = run("portfolio", "build", *arguments, "-o", database)
    assert (ran.code, ran.out) == (2, "")
    assert "gone" in ran.err
    assert not Path(database).exists()


def test_wrong_settings_leave_the_database_as_it_is(run, write, chain, database):
    run("portfolio", "build", "chains", "-o", database)
    before = Path(database).read_bytes()
    write("chains/nyttokedja.toml", "stage = 7\n")
    assert run("portfolio", "build", "chains", "-o", database).code == 2
    assert Path(database).read_bytes() == before


def test_a_file_of_another_kind_is_not_touched(run, write, chain, database):
    write(database, "hello")
    ran = run("portfolio", "build", "chains", "-o", database)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "not touched" in ran.err
    assert Path(database).read_text("utf-8") == "hello"
    assert tables_of(".") == ["chains", database]


def test_a_database_that_is_cut_short_is_not_touched(run, write, chain, database):
    for n in range(30):
        write(f"chains/{n}.yaml", OTHER)
    run("portfolio", "build", "chains", "-o", database)
    whole = Path(database).read_bytes()
    for cut in (len(whole) // 2, 20_000):
        Path(database).write_bytes(whole[:cut])
        write("chains/0.yaml", CHAIN)
        ran = run("portfolio", "build", "chains", "-o", database)
        assert (ran.code, ran.err.count("\n"), "is damaged" in ran.err) == (2, 1, True), ran.err
        assert Path(database).read_bytes() == whole[:cut]
        assert tables_of(".") == ["chains", database]
        ran = run("portfolio", "ask", "owners", "--database", database)
        assert (ran.code, "bug" in ran.err) == (2, False), ran.err


def test_a_database_that_is_damaged_inside_is_not_touched(run, write, chain):
    for n in range(30):
        write(f"chains/{n}.yaml", OTHER)
    run("portfolio", "build", "chains", "-o", "p.sqlite")
    damaged = bytearray(Path("p.sqlite").read_bytes())
    damaged[40_000:-40_000] = b"\xaa" * (len(damaged) - 80_000)
    Path("p.sqlite").write_bytes(damaged)
    write("chains/0.yaml", CHAIN)
    ran = run("portfolio", "build", "chains", "-o", "p.sqlite")
    assert (ran.code, "not touched" in ran.err, "bug" in ran.err) == (2, True, False), ran.err
    assert Path("p.sqlite").read_bytes() == damaged
    ran = run("portfolio", "ask", "findings", "--database", "p.sqlite")
    assert (ran.code, "bug" in ran.err) == (2, False), ran.err


def test_a_build_that_stops_leaves_what_was_there(run, write, chain, database, monkeypatch):
    run("portfolio", "build", "chains", "-o", database)
    before = Path(database).read_bytes()

    def stopped(order):
        raise KeyboardInterrupt

    monkeypatch.setattr("nyttokedja.cli.runs.portfolio.made", stopped)
    write("chains/b.yaml", OTHER)
    assert run("portfolio", "build", "chains", "-o", database).code == 130
    assert Path(database).read_bytes() == before
    assert tables_of(".") == ["chains", database]


def test_the_ending_must_be_that_of_a_database(run, chain):
    ran = run("portfolio", "build", "chains", "-o", "p.xlsx")
    assert (ran.code, "does not end with" in ran.err) == (2, True)


def test_without_chains_nothing_is_written(run, database):
    ran = run("portfolio", "build", "-o", database)
    assert (ran.code, Path(database).exists()) == (2, False)
    assert ran.err


def test_questions_are_listed_in_the_language_of_the_person(run):
    listed = run("portfolio", "ask", "--language", "nb").out
    assert "owners" in listed
    assert "Hvem som har ansvar for gevinster" in listed


def test_a_typo_in_a_question_is_told_the_nearest(run, chain):
    run("portfolio", "build", "chains", "-o", "p.sqlite")
    ran = run("portfolio", "ask", "onwers", "--database", "p.sqlite")
    assert (ran.code, "is owners meant?" in ran.err) == (2, True)
    assert "there are chains, owners" in run("portfolio", "ask", "xyz", "--database", "p.sqlite").err
    assert run("portfolio", "ask", "freed_time", "--database", "p.sqlite").code == 0


def test_what_is_asked_must_be_whole(run, chain, database):
    run("portfolio", "build", "chains", "-o", database)
    for arguments, said in (
        (["due", "--database", database], "--today"),
        (["owners"], "--database"),
        (["owners", "--sql", "select 1", "--database", database], "--sql"),
        (["--sql", "select 1", "--organisation", "x", "--database", database], "--organisation"),
        (["owners", "--database", "gone.sqlite"], "gone.sqlite"),
        (["--sql", "selct 1", "--database", database], "LINE 1: selct 1"),
        (["--sql", "drop table chain", "--database", database], ""),
    ):
        ran = run("portfolio", "ask", *arguments)
        assert (ran.code, ran.out, said in ran.err) == (2, "", True), arguments


@pytest.mark.parametrize("format", ["text", "markdown", "json", "csv", "html"])
def test_an_answer_is_printed_in_a_format(run, write, chain, database, format):
    write("chains/b.yaml", "nyttokedja: 1\nrubrik: [")
    run("portfolio", "build", "chains", "-o", database)
    ran = run("portfolio", "ask", "chains", "--database", database, "--format", format)
    assert ran.code == 0
    assert "chains/lista.yaml" in ran.out
    assert ("1 file is not in it" in ran.err) is (format == "csv")
    if format == "json":
        assert json.loads(ran.out)["left_out"] == {"unread": 1}


def tables_of(folder):
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize("source", ["p.sqlite", "p.duckdb", "chains"])
def test_tables_are_exported_from_databases_and_from_chains(run, write, chain, source):
    import duckdb
    from openpyxl import load_workbook

    write("chains/b.yaml", OTHER.replace("Annan", "=Annan"))
    for ending in ENGINES:
        run("portfolio", "build", "chains", "-o", f"p{ending}")
    for format, place in (("csv", "c"), ("parquet", "q"), ("xlsx", "p.xlsx"), ("sqlite", "x.db")):
        ran = run("portfolio", "export", source, "--format", format, "-o", place)
        assert (ran.code, ran.out) == (0, ""), ran.err
    assert len(tables_of("c")) == len(tables_of("q")) == len(TABLES)
    held = dump("p.sqlite")
    assert dump("x.db") == held
    with Path("c/node.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == len(held["node"]) + 1
    assert ",'=Annan" in Path("c/chain.csv").read_text("utf-8-sig")
    assert duckdb.sql("select count(*) from 'q/node.parquet'").fetchall() == [(len(held["node"]),)]
    book = load_workbook("p.xlsx")
    assert "node" in book.sheetnames
    titles = {cell.value for row in book["chain"].iter_rows() for cell in row}
    assert any(str(title).startswith("=Annan") for title in titles)
    assert all(cell.data_type != "f" for row in book["chain"].iter_rows() for cell in row)


def test_what_cannot_be_exported_is_said(run, write, chain):
    write("there", "x")
    assert run("portfolio", "export", "chains", "--format", "csv", "-o", "there").code == 2
    assert run("portfolio", "export", "gone.sqlite", "--format", "csv", "-o", "c").code == 2
    assert run("portfolio", "export", "gone", "--format", "csv", "-o", "c").code == 2
    write("chains/b.yaml", "nyttokedja: 1\nrubrik: [")
    assert run("portfolio", "export", "chains", "--format", "csv", "-o", "c").code == 1


def test_a_portfolio_opens_in_sqlite_with_its_views(run, chain):
    run("portfolio", "build", "chains", "-o", "p.db")
    with closing(sqlite3.connect("p.db")) as made:
        assert made.execute("select count(*) from benefit").fetchone()[0] >= 1


def test_settings_are_told_the_same_in_every_process(run, write, chain):
    """A set has another order in another process; the site and portfolios know pages and rows by it."""
    import subprocess
    import sys

    code = (
        "from nyttokedja.checking.config import Config, as_told;"
        "print(as_told(Config(ignore=frozenset({'NK2', 'NK3', 'NK4', 'a', 'b', 'c'}))))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True,
            check=True, cwd=ROOT,
        ).stdout
        for seed in "123"
    }  # fmt: skip
    assert len(said) == 1


def test_a_mistake_in_sql_is_shown_below_the_sentence_and_begins_no_line(run, chain, database):
    run("portfolio", "build", "chains", "-o", database)
    said = run("portfolio", "ask", "--database", database, "--sql", "select title,\n  nowhere from chain").err
    assert "\n    LINE 2:   nowhere from chain\n              ^" in said
    assert "u000a" not in said
    said = run(
        "portfolio", "ask", "--database", database, "--sql", "select nowhere,\n::error::x from chain"
    ).err
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())
