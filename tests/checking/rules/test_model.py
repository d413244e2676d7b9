"""When a rule is asked, what it weighs, and which names mean it."""

from dataclasses import replace

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import BY_NAME, can_be_ignored, rules_named
from nyttokedja.checking.rules.model import Review, at, by_stage, indicators
from nyttokedja.model.chain import Chain, Indicator, Node, NodeType
from nyttokedja.model.findings import NOWHERE, Span
from nyttokedja.model.graph import Graph
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage

NODE = Node("a", NodeType.BENEFIT, "A", Span(3, 4))


@pytest.mark.parametrize(
    ("name", "exactness"),
    [
        ("missing-owner", 6),
        ("NK401", 5),
        ("NK40", 4),
        ("NK4", 3),
        ("N", 1),
        ("", 0),
        ("NK402", 0),
        ("missing", 0),
    ],
)
def test_a_name_means_a_rule_the_more_exactly_the_longer_it_is(name, exactness):
    assert BY_NAME["NK401"].exactness(name) == exactness


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("NK90", ["NK901", "NK902", "NK903"]),
        ("nk90", ["NK901", "NK902", "NK903"]),
        ("missing-owner", ["NK401"]),
        ("Missing-owner", []),
        ("NK", []),
        ("N", []),
        ("", []),
        ("\0", []),
    ],
)
def test_which_rules_a_name_stands_for(name, codes):
    assert [rule.code for rule in rules_named(name)] == codes


def test_only_what_says_that_a_file_is_broken_cannot_be_ignored():
    assert [can_be_ignored(BY_NAME[code]) for code in ("NK001", "NK105", "NK201", "NK903")] == [
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("code", "plain", "reference"),
    [("NK401", True, False), ("NK501", True, False), ("NK602", True, False), ("NK601", True, True)],
)
def test_a_reference_analysis_is_not_asked_for_what_it_never_has(code, plain, reference):
    chain = Chain("A", said_stage=Stage.ANALYSIS)
    assert BY_NAME[code].is_asked_of(chain) is plain
    assert BY_NAME[code].is_asked_of(replace(chain, reference=True)) is reference


def test_severities_by_stage():
    assert by_stage(plan=Severity.ERROR) == {Stage.PLAN: Severity.ERROR}
    assert by_stage(draft=Severity.INFO, follow_up=Severity.INFO) == {
        Stage.DRAFT: Severity.INFO,
        Stage.FOLLOW_UP: Severity.INFO,
    }
    gravest = BY_NAME["NK401"]._replace(severities=by_stage(draft=Severity.INFO, plan=Severity.ERROR))
    assert gravest.gravest is Stage.PLAN


def test_a_hit_stands_at_the_id_of_its_node_or_where_it_says():
    assert at(NODE).span == Span(3, 4)
    assert at(NODE, span=NOWHERE).span == NOWHERE
    assert at(NODE, "x", n=1).particulars == {"node": NODE, "n": 1}


def test_the_indicators_of_a_faulty_node_are_not_judged():
    one = Indicator("i", "I", NOWHERE)
    sound, faulty = replace(NODE, indicators=(one,)), replace(NODE, id="b", indicators=(one,), faulty=True)
    chain = Chain("A", nodes=(faulty, sound))
    assert list(indicators(Review(chain, Graph(chain), Config()))) == [(sound, one)]
