"""Comparisons → what a log says of them: each sentence with its part, its kind, its sign and its weight."""

import pytest

from nyttokedja.comparing import Weight
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.versions.log_sentences import said
from tests.comparing.sides import compared

BASE = "effekter:\n  a: {leder_till: m}\n  b: {rubrik: Bé, text: t}\nmål:\n  m: {ägare: A}\n"
WORDING, REASONING = Weight.WORDING, Weight.REASONING
NODE, ARROW = ("node", REASONING), ("arrow", REASONING)
CASES = {
    "nothing": ("", "", []),
    "a box comes": ("mål:", "  c: {text: x}\nmål:", [("node", "added", "+", False, ("c",))]),
    "a box goes": ("  b: {rubrik: Bé, text: t}\n", "", [("node", "removed", "−", False, ("b",))]),
    "a fact": ("ägare: A", "ägare: B", [("node", "changed", "Δ", False, ("m",))]),
    "a fact more": ("ägare: A", "ägare: A, när: 2027", [("node", "added", "+", False, ("m",))]),
    "another id": ("  b: {", "  bb: {", [("node", "changed", "Δ", False, ("bb", "b"))]),
    "an arrow": ("text: t", "text: t, leder_till: m", [("arrow", "added", "+", False, ("b", "m"))]),
    "a fact of an arrow": (
        "till: m",
        "till: {till: m, eftersom: x}",
        [("arrow", "changed", "+", False, ("a", "m"))],
    ),
    "the chain": ("effekter:", "notes: [x]\neffekter:", [("chain", "added", "+", False, ())]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_log_says(name):
    old, new, wanted = CASES[name]
    after = BASE.replace(old, new, 1) if old else BASE
    assert after != BASE or not old
    found = list(said(compared(BASE, after), ComparisonWords("sv")))
    told = [(one.part, one.kind, one.sign, one.inborn, one.nodes) for one in found]
    for one in wanted:
        assert one in told
    assert bool(told) == bool(wanted)
    assert all(one.text for one in found)


def test_a_box_that_comes_has_what_it_came_with():
    found = list(said(compared(BASE, BASE.replace("mål:", "  c: {text: x}\nmål:")), ComparisonWords("sv")))
    of_c = [(one.weight, one.inborn) for one in found if one.nodes == ("c",)]
    assert of_c[0] == (REASONING, False)
    assert [inborn for _, inborn in of_c[1:]] == [True] * (len(of_c) - 1) != []


def test_the_weights_of_a_rename_and_of_an_arrow():
    (renamed,) = said(compared(BASE, BASE.replace("  b: {", "  bb: {")), ComparisonWords("sv"))
    assert renamed.weight is WORDING
    arrow = list(
        said(compared(BASE, BASE.replace("text: t", "text: t, leder_till: m")), ComparisonWords("sv"))
    )
    assert [one.weight for one in arrow if one.part == "arrow"] == [REASONING]


def test_each_fact_is_said_once_and_the_gravest_first():
    after = BASE.replace("ägare: A", "ägare: B, text: x, etiketter: [y]")
    found = list(said(compared(BASE, after), ComparisonWords("sv")))
    assert len({one.text for one in found}) == len(found) >= 2
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    assert len({one.weight for one in found}) >= 2
