"""The command prioritise: the order and what it rests on, in every format, and what cannot be read."""

import json

import pytest
from jsonschema import Draft202012Validator

from nyttokedja.cli.commands.prioritise import FORMATS
from tests.conftest import ROOT
from tests.prioritising.chains import judged, purchases

SETTINGS = """\
[prioritising]
currency = "SEK"
[[prioritising.criteria]]
id = "nytta"
title = "Nytta"
kind = "benefit"
[[prioritising.criteria]]
id = "realiserbarhet"
title = "Realiserbarhet"
kind = "realisability"
"""


@pytest.fixture
def chains(write):
    write("chains/nyttokedja.toml", SETTINGS)
    write("chains/a.yaml", judged("Alfa", nytta=3, realiserbarhet=1))
    write("chains/b.yaml", judged("Beta", nytta=2, realiserbarhet=3))
    write("chains/c.yaml", purchases("Gamma"))
    return "chains"


def test_the_order_and_where_it_turns_are_said(run, chains):
    done = run("prioritise", chains)
    assert done.code == 0
    assert done.out.index("2,50  Beta") < done.out.index("2,00  Alfa") < done.out.index("–        Gamma")
    assert "Alfa går före Beta när Nytta väger mer än 66,7 % (nu 50 %)." in done.out
    assert "Beta står kvar på första plats när Nytta väger högst 66,7 % (nu 50 %)." in done.out
    assert "finansiellt netto −36 tkr" in done.out
    assert done.out.count("finansiellt netto") == 1
    assert "värde i pengar eller timmar" in done.out


def test_without_criteria_there_is_a_table_and_no_order(run, write):
    write("chains/a.yaml", judged("Alfa", nytta=3))
    done = run("prioritise", "chains")
    assert done.code == 0
    assert "inga kriterier" in done.out


def test_chains_of_different_settings_are_not_put_in_order(run, chains, write):
    write("other/d.yaml", judged("Delta", nytta=3))
    done = run("prioritise", chains, "other")
    assert done.code == 0
    assert "olika kriterier i sina inställningar" in done.out
    assert (
        run("prioritise", "--config", "chains/nyttokedja.toml", chains, "other").out.count("olika kriterier")
        == 0
    )


def test_a_chain_that_cannot_be_read_is_told_and_counted(run, chains, write):
    write("chains/trasig.yaml", "nyttokedja: 1\nrubrik: [")
    done = run("prioritise", chains)
    assert done.code == 1
    assert "1 kedja gick inte att läsa" in done.out
    assert "trasig.yaml" in done.out
    assert json.loads(run("prioritise", "--format", "json", chains).out)["unread"] == ["chains/trasig.yaml"]
    write("bara/trasig.yaml", "nyttokedja: 1\nrubrik: [")
    assert run("prioritise", "bara").code == 2
    assert run("prioritise", "saknas").code == 2


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written_the_same_twice(run, chains, tmp_path, format):
    ending = {"text": "txt", "markdown": "md"}.get(format, format)
    for name in ("en", "två"):
        assert run("prioritise", "--today", "2027-06-01", chains, "-o", f"{name}.{ending}").code == 0
    once, twice = ((tmp_path / f"{name}.{ending}").read_bytes() for name in ("en", "två"))
    assert once
    assert once == twice


def test_without_levels_there_is_no_picture_to_write(run, write):
    write("chains/a.yaml", judged("Alfa"))
    done = run("prioritise", "chains", "-o", "bild.svg")
    assert done.code == 2
    assert "There is no picture to be drawn" in done.err


def test_json_has_it_exactly(run, chains):
    made = json.loads(run("prioritise", "--format", "json", chains).out)
    (order,) = made["orders"]
    assert [(one["chain"], one["place"], one["score"]) for one in order["places"]] == [
        ("chains/b.yaml", 1, 2.5),
        ("chains/a.yaml", 2, 2.0),
    ]
    assert order["without_place"] == ["chains/c.yaml"]
    assert {turn["criterion"]: turn["at"] for turn in order["turns"]} == {
        "nytta": pytest.approx(2 / 3),
        "realiserbarhet": pytest.approx(1 / 3),
    }
    by_file = {one["file"]: one for one in made["chains"]}
    assert by_file["chains/a.yaml"]["figures"]["net_financial"]["value"] is None
    assert by_file["chains/c.yaml"]["figures"]["net_financial"]["value"] == pytest.approx(-35734.05, abs=0.01)


def test_json_tells_the_hours_of_pools_by_year(run):
    made = json.loads(run("prioritise", "--format", "json", ROOT / "docs/examples/norrsalvik").out)
    schema = json.loads((ROOT / "schemas/prioritising.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(made)
    assert made["terms"]["currency"] == "SEK"
    assert [one["id"] for one in made["criteria"]] == ["nytta", "realiserbarhet", "beskriven"]
    pools = [one["pools"]["hemtjanst_tid"] for one in made["chains"] if "hemtjanst_tid" in one["pools"]]
    assert len(pools) == 3
    assert sum(by_year["2028"] for by_year in pools) > 9000
