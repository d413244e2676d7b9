"""What chains say of each other stands in their findings, as a check of all of them tells it."""

import json
from pathlib import Path

import pytest

from nyttokedja.checking.across import OVER_FILES
from nyttokedja.portfolio.schema import TABLES
from tests.conftest import ROOT
from tests.portfolio.portfolios import ENGINES, dump

pytest.importorskip("duckdb")
CODES = {rule.code for rule in OVER_FILES}
SETTINGS = '[[pools]]\nname = "Hemtjänst"\nhours = 9000\nsource = "Budget"\n'


def claiming(title, hours, more=""):
    return f"""nyttokedja: 1
rubrik: {title}
språk: sv
skede: analys
förändringar: {{a: {{rubrik: Slingor {title}, leder_till: [t, {more or "t"}]}}}}
nyttor:
  t: {{rubrik: Frigjord tid för vård, kategori: omfördelning, värde: {{timmar: {hours}, pott: hemtjänst}}}}
kalkyl: {{start: 2027, horisont: 2}}
"""


ACCEPTING = (
    claiming("Tredje", 10)
    + """
accepterat:
  - {regel: NK709, vid: t, varför: De är två}
"""
)


@pytest.fixture(params=ENGINES)
def database(request):
    return f"p{request.param}"


def told(run, database):
    """What is found across chains: by check, and in the portfolio; and how many errors each chain has."""
    found = json.loads(run("check", "chains", "--format", "json").out)
    by_check = sorted(
        (one["file"].rpartition(".")[0], one["code"], one["message"], one["place"]["line"], one["accepted"])
        for one in found["findings"]
        if one["code"] in CODES
    )
    rows = [dict(zip(TABLES["finding"].names, row, strict=True)) for row in dump(database)["finding"]]
    by_portfolio = sorted(
        (row["chain"], row["code"], row["message"], row["line"], row["accepted"])
        for row in rows
        if row["code"] in CODES
    )
    chains = [dict(zip(TABLES["chain"].names, row, strict=True)) for row in dump(database)["chain"]]
    for one in chains:
        own = [row for row in rows if row["chain"] == one["chain"] and not row["accepted"]]
        if one["readable"]:
            assert one["errors"] == sum(row["severity"] == "error" for row in own)
            assert one["warnings"] == sum(row["severity"] == "warning" for row in own)
            assert [row["position"] for row in rows if row["chain"] == one["chain"]] == list(
                range(1, 1 + sum(row["chain"] == one["chain"] for row in rows))
            )
    return by_check, by_portfolio


def test_a_portfolio_finds_across_chains_what_a_check_of_them_does_however_it_was_built(run, write, database):
    write("nyttokedja.toml", SETTINGS)
    steps = [
        (lambda: write("chains/b.yaml", claiming("Första", 5000)), set()),
        (lambda: write("chains/c.yaml", claiming("Andra", 6000, '"b.yaml#tt"')), {"NK107", "NK709", "NK823"}),
        (lambda: write("chains/a.yaml", ACCEPTING), {"NK107", "NK709", "NK823"}),
        (lambda: write("chains/d.yaml", "nyttokedja: 1\nrubrik: ["), {"NK107", "NK709", "NK823"}),
        (lambda: write("chains/c.yaml", claiming("Andra", 600, "b.yaml#t")), {"NK709"}),
        (lambda: write("nyttokedja.toml", SETTINGS.replace("9000", "500")), {"NK709", "NK823"}),
        (lambda: Path("chains/b.yaml").unlink(), {"NK107", "NK709", "NK823"}),
        (lambda: (Path("chains/a.yaml").unlink(), write("nyttokedja.toml", SETTINGS)), {"NK107"}),
    ]
    for n, (step, codes) in enumerate(steps):
        step()
        assert run("portfolio", "build", "chains", "-o", database).code in (0, 1)
        by_check, by_portfolio = told(run, database)
        assert by_portfolio == by_check, n
        assert {code for _, code, *_ in by_portfolio} == codes, n
        run("portfolio", "build", "chains", "-o", f"{n}{database}")
        assert dump(database) == dump(f"{n}{database}"), n


def test_letters_that_only_look_otherwise_make_no_other_title(run, write, database):
    write("chains/a.yaml", claiming("Första", 1).replace("Frigjord tid", "Frigjord Ⅳ tid"))
    write("chains/b.yaml", claiming("Andra", 1).replace("Frigjord tid", "FRIGJORD iv-𝐓id"))
    run("portfolio", "build", "chains", "-o", database)
    by_check, by_portfolio = told(run, database)
    assert by_check == by_portfolio
    assert len(by_check) == 1


def test_the_example_tells_of_the_pool_that_is_claimed_too_much(run, database):
    run("portfolio", "build", str(ROOT / "docs/examples/norrsalvik"), "-o", database)
    assert {row[2] for row in dump(database)["finding"]} >= {"NK709", "NK823"}
    said = run("portfolio", "ask", "pools", "--database", database, "--format", "csv").out
    assert "hemtjanst_tid,2028,10900.0,9000.0,1900.0,3" in said
