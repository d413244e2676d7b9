"""Chains as rows: every cell in its column, of its type, and what a table says is what the chain says."""

import json
from datetime import date
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.portfolio.cells import key
from nyttokedja.portfolio.schema import TABLES, Kind
from nyttokedja.portfolio.tables import Origin, rows_of

CHAINS = [*Path("chains").glob("*.yaml"), *Path("tests/cases").rglob("*.yaml")]
TYPES = {
    Kind.TEXT: str,
    Kind.WHOLE: int,
    Kind.NUMBER: (int, float),
    Kind.TRUTH: bool,
    Kind.DAY: date,
}


def made(text, today=None):
    return rows_of(check(text.encode(), "a.yaml", Config(today=today)), Origin("a", "a.yaml"))


def facts(rows, table):
    return [dict(zip(TABLES[table].names, row, strict=True)) for row in rows[table]]


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_every_cell_is_of_the_type_of_its_column_and_every_key_is_there_once(path):
    checked = check(path.read_bytes(), path.name, Config(today=date(2027, 6, 1)))
    rows = rows_of(checked, Origin(path.stem, path.name))
    boxes = {row["id"] for row in facts(rows, "node")} if "node" in rows else set()
    for name, held in rows.items():
        table = TABLES[name]
        keys = set()
        for row in held:
            assert len(row) == len(table.columns)
            for column, cell in zip(table.columns, row, strict=True):
                assert cell is None or (isinstance(cell, TYPES[column.kind]) and cell != "")
                if column.kind is Kind.WHOLE:
                    assert not isinstance(cell, bool)
            said = dict(zip(table.names, row, strict=True))
            keys.add(tuple(said[column] for column in table.key))
            assert all(said[column] is None or said[column] in boxes for column in table.boxes)
        assert len(keys) == len(held)
        assert all(None not in one for one in keys)


WHOLE = """
nyttokedja: 1
rubrik: Lås
språk: sv
skede: plan
om: {organisation: "Södra  Kommunen"}
förändringar:
  las: {rubrik: Digitala lås, när: 2027-Q1, leder_till: tid}
möjligheter:
  mer: {rubrik: Fler lås, kräver: Beslut, leder_till: ro}
effekter:
  tid: {rubrik: Kortare väg, leder_till: nytta}
nyttor:
  nytta:
    rubrik: Frigjord tid
    ägare: Enhetschef
    kategori: omfördelning
    åtgärder: [{vad: Ändra schemat, senast: 2027-03-01}, {vad: Utbilda, vem: Planerare, klart: 2027-02-01}]
    indikatorer:
      minuter:
        rubrik: Minuter
        enhet: min
        nollmätning: 30
        målvärde: {värde: 10, datum: 2027-12}
        mätningar: {2027-05-01: 20}
  ro: {rubrik: Ro}
hinder:
  tack: {rubrik: Dålig täckning, hindrar: las -> tid}
"""


def test_reach_is_told_in_columns():
    boxes = {row["id"]: row for row in facts(made(WHOLE), "node")}
    assert (boxes["nytta"]["possible"], boxes["nytta"]["expected"], boxes["nytta"]["hindered"]) == (True,) * 3
    assert (boxes["ro"]["possible"], boxes["ro"]["expected"]) == (True, False)
    assert boxes["tack"]["handled"] is False
    assert (boxes["las"]["comes"], boxes["las"]["comes_last"]) == ("2027-Q1", date(2027, 3, 31))


def test_a_pointer_at_an_arrow_names_both_its_ends():
    (pointer,) = [row for row in facts(made(WHOLE), "link") if row["kind"] == "hinders"]
    assert (pointer["source"], pointer["through"], pointer["target"]) == ("tack", "las", "tid")
    assert pointer["written"] == "las -> tid"


def test_actions_have_somebody_responsible_and_are_done_on_the_day():
    one, other = facts(made(WHOLE, date(2027, 1, 1)), "action")
    assert (one["who"], one["responsible"], one["done"], one["due_last"]) == (
        None,
        "Enhetschef",
        None,
        date(2027, 3, 1),
    )
    assert (other["responsible"], other["done"]) == ("Planerare", False)  # of a day to come
    assert facts(made(WHOLE, date(2027, 3, 1)), "action")[1]["done"] is True


def test_an_indicator_says_how_it_stands_on_the_day_alone():
    (without,) = facts(made(WHOLE), "indicator")
    assert (without["latest"], without["state"]) == (20, None)
    (late,) = facts(made(WHOLE, date(2028, 6, 1)), "indicator")
    assert (late["state"], late["latest_date"]) == ("unmeasured", "2027-05-01")
    (early,) = facts(made(WHOLE, date(2027, 4, 1)), "indicator")
    assert (early["state"], early["latest"]) == ("open", None)
    assert facts(made(WHOLE), "measurement")[0]["value"] == 20


def test_what_cannot_be_read_is_a_row_that_says_so():
    rows = made("nyttokedja: 1\nrubrik: [")
    assert set(rows) == {"chain"}
    (row,) = facts(rows, "chain")
    assert (row["readable"], row["errors"], row["title"]) == (False, 1, None)
    assert row["problem"]


def test_names_are_compared_without_what_people_write_otherwise():
    assert facts(made(WHOLE), "chain")[0]["organisation_key"] == key("SÖDRA kommunen")
    assert key("\N{GRINNING FACE}") != key("\N{CRYING FACE}")
    assert key("") == ""


@pytest.mark.parametrize(
    "title", ["'; drop table chain; --", '"', "a\N{GRINNING FACE}b", "x" * 19_999, "=1+1"]
)
def test_a_title_stays_what_it_is(title):
    box = f"{{rubrik: {json.dumps(title, ensure_ascii=False)}}}"
    text = f"nyttokedja: 1\nrubrik: A\nspråk: sv\neffekter:\n  e: {box}\n"
    assert facts(made(text), "node")[0]["title"] == title


def test_values_stand_by_run_and_year_and_add_up_to_the_calculation():
    from nyttokedja.calculating import calculate

    path = Path("chains/lakemedelsautomat.yaml")
    checked = check(path.read_bytes(), path.name)
    calculated = calculate(checked.graph)
    values = facts(rows_of(checked, Origin("a", "a.yaml")), "value")
    for run, result in calculated.runs.items():
        net = sum(
            row["sign"] * row["discounted"]
            for row in values
            if row["run"] == run.value and row["standing"] == "summed"
        )
        assert net == pytest.approx(float(result.results["all"].net))
        freed = sum(
            row["hours"]
            for row in values
            if row["run"] == run.value and row["counts_hours"] and row["sign"] > 0
        )
        assert freed == pytest.approx(float(sum(result.results["all"].hours_freed)))


TOLD = """
nyttokedja: 1
rubrik: "Digitala \\n lås"
språk: sv
skede: plan
överlämning: {till: Enhetschefen, datum: 2028-02-29}
nyttor:
  ro: {rubrik: Ro}
effekter:
  tid: {rubrik: Kortare väg, leder_till: ro}
undantag:
  - {regel: NK401, gäller: [ro, tid -> ro, borta], varför: Den är liten, beslutat_av: Styrgruppen}
  - {regel: NK412, gäller: [], varför: Det är ett prov}
"""


def test_a_chain_says_in_its_row_what_stands_in_its_head():
    (row,) = facts(made(TOLD), "chain")
    assert {name: row[name] for name in ("title", "stage", "boxes", "readable", "complete", "currency")} == {
        "title": "Digitala lås",
        "stage": "plan",
        "boxes": 2,
        "readable": True,
        "complete": True,
        "currency": "SEK",
    }
    assert (row["handover_to"], row["handover_first"]) == ("Enhetschefen", date(2028, 2, 29))
    assert (row["start"], row["horizon"], row["rate"], row["work_year"]) == (None,) * 4


def test_a_frame_is_told_as_numbers():
    made_of = check(Path("chains/lakemedelsautomat.yaml").read_bytes(), "a.yaml")
    (row,) = facts(rows_of(made_of, Origin("a", "a.yaml")), "chain")
    assert (row["start"], row["horizon"], row["rate"], row["work_year"]) == (2027, 6, 0.03, 1700)


def test_findings_stand_in_rows_in_the_order_of_the_file_and_are_counted():
    rows = made(TOLD)
    (chain,) = facts(rows, "chain")
    found = facts(rows, "finding")
    assert [row["position"] for row in found] == list(range(1, len(found) + 1))
    standing = [row["severity"] for row in found if not row["accepted"]]
    assert (chain["errors"], chain["warnings"]) == (standing.count("error"), standing.count("warning"))
    nodes = {row["code"]: row["node"] for row in found}
    assert (nodes["NK401"], nodes["NK412"], nodes["NK203"]) == ("ro", None, "tid")
    assert {row["code"]: row["why"] for row in found if row["accepted"]} == {"NK401": "Den är liten"}


def test_what_is_accepted_has_a_row_for_every_place_it_is_accepted_at():
    assert [
        (row["rule"], row["written"], row["node"], row["decided_by"])
        for row in facts(made(TOLD), "acceptance")
    ] == [
        ("NK401", "ro", "ro", "Styrgruppen"),
        ("NK401", "tid -> ro", "tid", "Styrgruppen"),
        ("NK401", "borta", None, "Styrgruppen"),
        ("NK412", None, None, None),
    ]
