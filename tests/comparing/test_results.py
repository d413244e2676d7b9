"""What a change does to the calculation's result: nets, what leaves and joins the sum, its weight."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from nyttokedja.checking.check import check
from nyttokedja.comparing import Weight, compare
from nyttokedja.comparing.model import Compared
from nyttokedja.comparing.what_if import struck
from nyttokedja.reports.comparison import FORMATS, reporter
from nyttokedja.reports.model import ReportContext

DETAIL, REASONING = Weight.DETAIL, Weight.REASONING
CHAIN = """\
nyttokedja: 1
title: Digitala inköp
language: sv
changes:
  app: {leads_to: handlar}
  beslut: {leads_to: handlar}
effects:
  handlar: {leads_to: [tid, bensin]}
benefits:
  tid: {category: redistribution, perspective: own, value: {hours: antal * 2, yearly: hours * 300}}
  bensin: {category: financial, perspective: own, value: 50000}
costs:
  drift: {category: financial, perspective: own, value: 10000}
obstacles:
  vill_inte: {hinders: handlar}
calculation: {horizon: 1, rate: 0, factors: {antal: {likely: 100, source: Mätning}}}
"""


def result(old, new, text=CHAIN):
    assert old in text
    return compare(check(text.encode()), check(text.replace(old, new).encode())).result


@pytest.mark.parametrize(
    ("old", "new", "nets", "left", "joined", "weight"),
    [
        ("likely: 100", "likely: 101", [(100_000, 100_600)], [], [], DETAIL),
        ("likely: 100", "likely: 200", [(100_000, 160_000)], [], [], REASONING),
        ("value: 10000", "value: 120000", [(100_000, -10_000)], [], [], REASONING),
        ("[tid, bensin]", "tid", [(100_000, 50_000)], ["bensin"], [], REASONING),
        (", value: 50000", "", [(100_000, 50_000)], ["bensin"], [], REASONING),
        ("category: redistribution", "category: quality", [(100_000, 40_000)], ["tid"], [], REASONING),
        ("own, value: 50000", "society, value: 50000", [(100_000, 50_000)], [], [], REASONING),
        ("calculation:", "x-calculation:", [(100_000, None)], ["tid", "bensin", "drift"], [], REASONING),
        ("source: Mätning", "source: Register", None, None, None, None),
        ("vill_inte: {", "vill_inte: {owner: Chef, ", None, None, None, None),
    ],
)  # fmt: skip
def test_what_a_change_does_to_the_result(old, new, nets, left, joined, weight):
    found = result(old, new)
    if nets is None:
        assert found is None
        return
    assert [(net.before, net.after) for net in found.nets] == nets
    assert [node.id for node in found.left] == left
    assert [node.id for node in found.joined] == joined
    assert found.is_grave is (weight is REASONING)
    back = compare(check(CHAIN.replace(old, new).encode()), check(CHAIN.encode())).result
    assert [(net.after, net.before) for net in back.nets] == nets
    assert [node.id for node in back.joined] == left


def test_an_opportunity_that_is_decided_joins_the_sum():
    waiting = CHAIN.replace("  beslut: {leads_to: handlar}\n", "").replace(
        "app: {leads_to: handlar}", "app: {}"
    )
    waiting += "opportunities:\n  beslut: {leads_to: handlar}\n"
    found = compare(check(waiting.encode()), check(CHAIN.encode())).result
    assert [node.id for node in found.joined] == ["tid", "bensin"]
    assert [(net.before, net.after) for net in found.nets] == [(-10_000, 100_000)]


def test_a_box_that_is_struck_out_changes_the_result():
    found = struck(check(CHAIN.encode()), frozenset({"handlar"})).result
    assert [(net.before, net.after) for net in found.nets] == [(100_000, -10_000)]
    assert [node.id for node in found.left] == ["tid", "bensin"]


def test_a_box_with_another_id_stays_in_the_sum():
    assert result("bensin", "drivmedel") is None


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_what_becomes_of_the_net(format):
    sides = [check(text.encode()) for text in (CHAIN, CHAIN.replace("value: 50000", "value: 80000"))]
    told = reporter(format)([Compared("a.yaml", "a.yaml", compare(*sides))], ReportContext("sv"))
    assert "Nettonyttan för den egna organisationen: 100 tkr → 130 tkr." in told
    if format == "json":
        schema = json.loads(Path("schemas/comparison.schema.json").read_text("utf-8"))
        assert jsonschema_rs.validator_for(schema).is_valid(json.loads(told))


def test_small_changes_are_told_in_whole_money():
    sides = [check(text.encode()) for text in (CHAIN, CHAIN.replace("likely: 100", "likely: 100.1"))]
    told = reporter("text")([Compared("a.yaml", "a.yaml", compare(*sides))], ReportContext("sv"))
    assert "100\u202f000 kr → 100\u202f060 kr" in told
