"""The table ``prioritising``: what it comes to, and what is wrong between its parts."""

import tomllib
from decimal import Decimal
from fractions import Fraction

import pytest

from nyttokedja.checking.settings.priorities import faults_between, priorities_of

CRITERIA = """
[[prioritising.criteria]]
id = "nytta"
weight = 0.1
kind = "benefit"
[[prioritising.criteria]]
id = "år"
title = "Snabb återbetalning"
from = "year"
limits = [6, 4, 2]
"""


def faults(text):
    return [(variant, path[1:]) for variant, path, _ in faults_between(tomllib.loads(text))]


def test_what_is_said_is_exact_and_has_a_title():
    nytta, year = priorities_of(tomllib.loads(CRITERIA)["prioritising"]).criteria
    assert (nytta.title, nytta.weight, nytta.kind, nytta.figure) == ("Nytta", Fraction(1, 10), "benefit", "")
    assert (year.title, year.weight, year.limits) == ("Snabb återbetalning", 1, (6, 4, 2))


@pytest.mark.parametrize(
    ("limits", "levels"),
    [
        ((0, 500_000, 2_000_000), {-1: 0, 0: 1, 499_999: 1, 500_000: 2, 2_000_000: 3, 9_000_000: 3}),
        ((6, 4, 2), {7: 0, 6: 1, 5: 1, 4: 2, 3: 2, 2: 3, 1: 3}),
    ],
)
def test_a_level_is_the_number_of_limits_that_are_reached(limits, levels):
    said = {"criteria": [{"id": "a", "from": "net", "limits": list(limits)}]}
    (criterion,) = priorities_of(said).criteria
    assert {value: criterion.level(Decimal(value)) for value in levels} == levels


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("", []),
        ('[[prioritising.criteria]]\nid = "nytta"', [("criterion-twice", ("criteria", 2, "id"))]),
        (
            '[[prioritising.criteria]]\nid = "b"\nfrom = "net"',
            [("no-limits", ("criteria", 2, "from"))],
        ),
        (
            '[[prioritising.criteria]]\nid = "b"\nlimits = [1, 2, 3]',
            [("no-from", ("criteria", 2, "limits"))],
        ),
        *(
            (
                f'[[prioritising.criteria]]\nid = "b"\nfrom = "net"\nlimits = {limits}',
                [("limits-order", ("criteria", 2, "limits"))],
            )
            for limits in ("[1, 3, 2]", "[1, 1, 2]", "[1, 2]", "[]")
        ),
        (
            '[[prioritising.weightings]]\ntitle = "Lika"\nweights = {nyta = 1, x = 2}',
            [
                ("meant-criterion", ("weightings", 0, "weights", "nyta")),
                ("no-criterion", ("weightings", 0, "weights", "x")),
            ],
        ),
    ],
)
def test_what_is_wrong_between_parts_is_told(added, expected):
    assert faults(CRITERIA + added) == expected


@pytest.mark.parametrize(
    "text",
    [
        "prioritising = 3",
        "prioritising = {criteria = 3}",
        "prioritising = {criteria = [3]}",
        "prioritising = {weightings = [3]}",
        "prioritising = {weightings = 3}",
        "prioritising = {criteria = [{id = 3, limits = 'a'}], weightings = [{weights = 3}]}",
    ],
)
def test_what_is_of_the_wrong_type_never_raises(text):
    assert {variant for variant, _ in faults(text)} <= {"no-from"}
