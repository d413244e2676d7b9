"""What a report says of plan and outcome: the result with what was measured, and what is realised."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import validate

from nyttokedja.calculating import calculate
from nyttokedja.checking.calculated import CalculationOutcome, Reckoning
from nyttokedja.checking.outcome import Outcome
from nyttokedja.model.graph import Graph
from nyttokedja.reports.calculation import reporter
from nyttokedja.reports.calculation.build import document
from nyttokedja.reports.calculation.document import Table
from tests.calculating.chains import benefit, chain, change, factor
from tests.calculating.purchases import boxes, measuring, purchases
from tests.reports.calculation.told import SETTING

LAST_DAY = "2027-12-31"
MEASURED = (("inkop", 2100.0), ("min_digitalt", 38.0), ("andel", 0.6))


def told(made):
    return CalculationOutcome(Outcome("a.yaml", language=made.language), made, calculate(Graph(made)))


def example():
    indicators = tuple(measuring(name, (LAST_DAY, value), id=name) for name, value in MEASURED)
    return purchases(start=2027, handlar=replace(boxes()["handlar"], indicators=indicators))


def section(made, heading="Plan och utfall"):
    found = {one.heading: one.blocks for one in document(told(made), "own").sections}
    return found.get(heading)


def tables(made):
    plain = str.maketrans("\u202f\xa0", "  ")
    found = [block for block in section(made) if isinstance(block, Table)]
    return [[tuple(str(cell).translate(plain) for cell in row) for row in table.rows] for table in found]


def test_plan_and_outcome_stand_side_by_side():
    nets, in_hours, in_money, _ = tables(example())
    assert nets[0] == ("Egen organisation", "1 736", "1 118", "−618", "−35,6 %")
    assert in_hours == [("N1 frigjord_tid", "2027", "546", "420", "76,92 %")]
    assert [row[-1] for row in in_money] == ["76,92 %", "96,15 %"]


def test_without_measurements_there_is_no_such_section():
    assert section(purchases(start=2027)) is None
    assert section(purchases(start=2027), "Om ett hinder står kvar")


def test_a_benefit_that_cannot_be_calculated_is_named():
    measured = (measuring("a", (LAST_DAY, 0.0)),)
    nodes = (change("n", "m"), benefit("n", "300 / a", indicators=measured), benefit("m", "5"))
    made = chain(*nodes, factors=(factor("a", 3),), start=2027, horizon=2, rate=0)
    assert any("N1 n" in block for block in section(made) if isinstance(block, str))
    assert not any("N2 m" in block for block in section(made) if isinstance(block, str))


def test_hours_alone_have_no_table_of_money():
    freed = {"category": "redistribution", "indicators": (measuring("a", (LAST_DAY, 6.0)),)}
    nodes = (change("n"), benefit("n", {"hours": "a * 10"}, **freed))
    made = chain(*nodes, factors=(factor("a", 3),), start=2027, horizon=2, rate=0)
    _, in_hours, _ = tables(made)
    assert in_hours == [("N1 n", "2027", "30", "60", "200 %")]


@pytest.mark.parametrize("made", [example(), purchases(start=2027)], ids=["measured", "not"])
def test_the_json_is_as_its_schema_says(made):
    data = json.loads(reporter("json")(Reckoning((told(made),)), SETTING))
    validate(data, json.loads(Path("schemas/calculation.schema.json").read_text("utf-8")))
    outcome = data["chains"][0]["outcome"]
    if made.nodes[1].indicators:
        assert outcome["results"]["own"]["net"] == 1118392.99
        assert outcome["realised"][0]["degree_in_hours"] == 0.7692
    else:
        assert outcome is None
