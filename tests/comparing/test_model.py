"""What a comparison yields, and how much each part of it weighs."""

from dataclasses import replace

import pytest

from nyttokedja.checking.check import check
from nyttokedja.comparing.model import (
    ArrowChange,
    Compared,
    Comparison,
    Consequence,
    Effect,
    FieldChange,
    FindingChanges,
    Kind,
    NodeChange,
    Weight,
)
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.severity import Severity
from tests.comparing.sides import HEAD, side
from tests.reports.findings.told import finding

NODE = Node("a", NodeType.BENEFIT, "A", NOWHERE)
GOAL = Node("m", NodeType.GOAL, "M", NOWHERE)
SIDE = side("nyttor: {a: A}\n")
BROKEN = check((HEAD + "nyttor: [").encode(), "a.yaml")
SAME = Comparison(SIDE, SIDE, {})


def field(weight, *path):
    return FieldChange(path or ("title",), "x", "y", weight)


def arrow(kind, fields=(), *, loose=False):
    return ArrowChange(kind, ("a", "b"), loose, None, None, fields)


DETAIL, WORDING = field(Weight.DETAIL), field(Weight.WORDING)


@pytest.mark.parametrize(
    ("change", "weight"),
    [
        (NodeChange(Kind.ADDED, None, NODE), Weight.REASONING),
        (NodeChange(Kind.REMOVED, NODE, None), Weight.REASONING),
        (NodeChange(Kind.CHANGED, NODE, NODE, (WORDING, DETAIL)), Weight.DETAIL),
        (NodeChange(Kind.CHANGED, NODE, replace(NODE, id="b")), Weight.WORDING),
        (arrow(Kind.ADDED), Weight.REASONING),
        (arrow(Kind.CHANGED, fields=(WORDING,)), Weight.WORDING),
        (arrow(Kind.CHANGED), Weight.NONE),
    ],
)
def test_a_change_weighs_as_much_as_its_gravest_fact_and_all_where_it_comes_or_goes(change, weight):
    assert change.weight is weight


def test_a_changed_node_is_the_later_one_and_may_have_another_id():
    other = replace(NODE, id="b")
    assert NodeChange(Kind.CHANGED, NODE, other).node is other
    assert NodeChange(Kind.REMOVED, NODE, None).node is NODE
    assert NodeChange(Kind.CHANGED, NODE, other).renamed
    assert not NodeChange(Kind.CHANGED, NODE, NODE).renamed
    assert not NodeChange(Kind.ADDED, None, NODE).renamed
    assert not NodeChange(Kind.REMOVED, NODE, None).renamed


def test_the_weights_rise_from_nothing_to_the_reasoning():
    assert [weight.word for weight in sorted(Weight)] == ["none", "wording", "detail", "reasoning"]


def test_what_is_for_the_worse_comes_first_and_goals_before_benefits():
    ranked = [
        Consequence(Effect.GONE, GOAL),
        Consequence(Effect.GONE, NODE),
        Consequence(Effect.NEW, GOAL),
        Consequence(Effect.NEW, NODE),
    ]
    assert sorted((ranked[n] for n in (2, 3, 1, 0)), key=lambda one: one.rank) == ranked
    good = {effect.value for effect in Effect if effect.good}
    assert good == {"new", "possible", "expected", "safe", "several"}


ERROR = replace(finding(), code="NK101")


@pytest.mark.parametrize(
    ("comparison", "weight"),
    [
        (SAME, Weight.NONE),
        (replace(SAME, before=None), Weight.REASONING),
        (replace(SAME, after=None), Weight.REASONING),
        (replace(SAME, after=BROKEN), Weight.REASONING),
        (replace(SAME, fields=(WORDING,)), Weight.WORDING),
        (
            replace(SAME, fields=(WORDING,), nodes=(NodeChange(Kind.CHANGED, NODE, NODE, (DETAIL,)),)),
            Weight.DETAIL,
        ),
        (replace(SAME, arrows=(arrow(Kind.ADDED, loose=True),)), Weight.REASONING),
        (replace(SAME, consequences=(Consequence(Effect.SAFE, NODE),)), Weight.REASONING),
        (replace(SAME, consequences=(Consequence(Effect.OWNER_LOST, NODE),)), Weight.NONE),
        (replace(SAME, findings=FindingChanges(new=(ERROR,))), Weight.REASONING),
        (replace(SAME, findings=FindingChanges(gone=(ERROR,))), Weight.NONE),
        (replace(SAME, findings=FindingChanges(new=(finding(),))), Weight.NONE),
        (
            replace(SAME, findings=FindingChanges(new=(replace(ERROR, severity=Severity.WARNING),))),
            Weight.NONE,
        ),
    ],
)
def test_a_comparison_weighs_as_much_as_its_gravest_part(comparison, weight):
    assert comparison.weight is weight


def test_a_comparison_speaks_the_language_of_its_later_side():
    english = check(b"nyttokedja: 1\ntitle: T\nbenefits: {a: A}\n")
    assert Comparison(SIDE, english, {}).language == "en"
    assert Comparison(english, None, {}).language == "en"
    assert Comparison(None, None, {}).language == "sv"


def test_the_sides_that_cannot_be_read_are_named():
    assert Comparison(BROKEN, SIDE, {}).unread == (BROKEN,)
    assert Comparison(None, BROKEN, {}).unread == (BROKEN,)
    assert SAME.unread == Comparison(None, None, {}).unread == ()


@pytest.mark.parametrize(
    ("compared", "changed"),
    [
        (Compared("a", "a", SAME), False),
        (Compared("b", "a", SAME), True),
        (Compared("a", "a", replace(SAME, fields=(WORDING,))), True),
        (Compared("a", "a", replace(SAME, findings=FindingChanges(gone=(finding(),)))), True),
        (Compared("a", "a", replace(SAME, findings=FindingChanges(moved=((finding(), finding()),)))), True),
    ],
)
def test_a_chain_has_changed_by_its_name_its_facts_or_its_findings(compared, changed):
    assert compared.changed is changed
