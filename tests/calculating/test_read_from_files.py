"""The worked example as a file, with what a person adds to it: obstacles, shares, measurements."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.model import ALL, OWN
from nyttokedja.model.graph import Graph
from nyttokedja.reading.building import build
from nyttokedja.reading.parsed import Parsed

FILE = Path("tests/cases/calculation/digitala_inkop.yaml")
HANDLED = ", owner: Enhetschef, actions: [{what: Visa i lugn och ro}]"
INDICATORS = """, indicators: {
    inkop: {title: Inköp, measures: inkop, measurements: {2027-12-31: {value: 2100}}},
    minuter: {title: Minuter, measures: min_digitalt, measurements: {2027-12-31: {value: 38}}},
    andel: {title: Andel, measures: andel, measurements: {2027-12-31: {value: 0.60}}}}"""


def calculated(*changes, **options):
    text = FILE.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    valid = Parsed(text.encode(), "a.yaml").validated
    assert not valid.faults
    return calculate(Graph(build(valid.root, "sv", set()), date(2027, 1, 1)), Options(**options))


def kr(number):
    return pytest.approx(Decimal(number), abs=Decimal("0.01"))


def test_tornado_break_even_and_simulation():
    made = calculated(simulates=True)
    assert [one.name for one in made.effects[OWN]] == [
        "min_fysiskt", "min_digitalt", "andel", "timkostnad_usk", "personer",
    ]  # fmt: skip
    assert made.effects[OWN][1].break_even == pytest.approx(Decimal("48.0798"), abs=Decimal("0.0001"))
    assert made.simulation.spreads[ALL].p10 == pytest.approx(256676.25, abs=0.01)


def test_an_obstacle_that_nobody_sees_to_and_one_that_takes_a_part():
    (found,) = calculated((HANDLED, "")).if_standing
    assert found.net == {OWN: kr("-319622.81"), ALL: kr("-319622.81"), "residents": kr("0")}
    (found,) = calculated((HANDLED, ", share: 0.25")).if_standing
    assert found.net[OWN] == kr(Decimal("1736465.32") - Decimal("2056088.13") / 4)


def test_what_was_measured():
    title = "title: Brukaren handlar på nätet"
    made = calculated(("  start: 1", "  start: 2027"), (title, title + INDICATORS))
    own = made.outcome.run.results[OWN]
    assert (own.net, own.benefits, own.costs) == (kr("1118392.99"), kr("1438015.79"), kr("319622.81"))
    assert made.likely.results[OWN].net == kr("1736465.32")
    assert made.outcome.realised[0].degree_in_hours == pytest.approx(Decimal("0.7692"), abs=Decimal("0.0001"))
