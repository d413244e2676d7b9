"""Which findings a chain's decisions mark, and until when."""

from dataclasses import replace
from datetime import date

import pytest

from nyttokedja.checking.accepted import marked
from nyttokedja.model.chain import Acceptance
from nyttokedja.model.findings import NOWHERE, Finding, Place
from nyttokedja.model.periods import parse
from nyttokedja.model.pointers import Reference
from nyttokedja.model.severity import Severity


def finding(code, node):
    return Finding(code, "name", Severity.ERROR, "x", Place(), {}, node=node)


def decision(rule, *at, until=None):
    references = tuple(Reference(target, NOWHERE) for target in at)
    return Acceptance(rule, references, NOWHERE, "Since", "Head", parse(until) if until else None)


def test_a_finding_is_marked_at_the_box_and_by_the_rule_that_the_decision_names():
    found = [finding("NK401", "a"), finding("NK401", "b"), finding("NK402", "a")]
    made = list(marked(found, [decision("NK401", "a")]))
    assert made == [replace(found[0], accepted=True, why="Since"), found[1], found[2]]


@pytest.mark.parametrize("code", ["NK001", "NK101"])
def test_what_is_wrong_with_the_file_cannot_be_accepted(code):
    found = [finding(code, "a")]
    assert list(marked(found, [decision(code, "a")])) == found


def test_what_is_about_an_arrow_stands_at_its_tail():
    about = Acceptance("NK306", (Reference("b", NOWHERE, source="a"),), NOWHERE, "Since")
    one, other = marked([finding("NK306", "a"), finding("NK306", "b")], [about])
    assert (one.accepted, other.accepted) == (True, False)


def test_of_two_decisions_the_last_says_why():
    later = replace(decision("NK401", "a"), why="Again")
    (one,) = marked([finding("NK401", "a")], [decision("NK401", "a"), later])
    assert one.why == "Again"


@pytest.mark.parametrize(
    ("today", "holds"), [(None, True), (date(2027, 6, 30), True), (date(2027, 7, 1), False)]
)
def test_a_decision_holds_through_its_last_day(today, holds):
    (one,) = marked([finding("NK401", "a")], [decision("NK401", "a", until="2027-06")], today)
    assert one.accepted is holds
