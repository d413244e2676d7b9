"""What a chain lacks for a decision, in sentences."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nyttokedja.documents.prioritising.lacks import missing
from nyttokedja.documents.prioritising.told import Told
from nyttokedja.model.priorities import Criterion, Priorities
from nyttokedja.prioritising.prioritised import prioritised
from tests.prioritising.chains import row

ALL = {
    "benefits": 3,
    "owned": 3,
    "hours_freed": (),
    "hours_spent": (),
    "money": None,
    "completeness": 100,
    "errors": 0,
    "exposed": (),
}


@pytest.mark.parametrize(
    ("changed", "lacking"),
    [
        ({}, ["a value in money or hours"]),
        ({"owned": 1}, ["owners of 2 benefits", "a value in money or hours"]),
        ({"owned": 2, "hours_freed": (Decimal(7),)}, ["an owner of 1 benefit"]),
        ({"benefits": 0, "owned": 0, "hours_freed": (Decimal(7),)}, ["benefits"]),
        ({"hours_freed": (Decimal(7),), "completeness": 99}, ["99% of the seven questions are answered"]),
        ({"hours_freed": (Decimal(7),), "completeness": None}, []),
        ({"hours_freed": (Decimal(7),), "errors": 2}, ["2 open errors"]),
        ({"hours_freed": (Decimal(7),), "exposed": ("Calm",)}, ["handling of what is in the way of Calm"]),
    ],
)
def test_what_a_chain_lacks_is_told_and_nothing_else(changed, lacking):
    one = replace(row("nyttokedja: 1\ntitle: Alfa\nlanguage: en\n"), **{**ALL, **changed})
    assert list(missing(Told(prioritised([one], Priorities()), "en"), 0)) == lacking


LEVELS = (Criterion("calm", "Calm"), Criterion("cost", "Cost"))


def test_levels_are_judged_with_a_reason_and_by_a_role():
    text = "nyttokedja: 1\ntitle: Alfa\nlanguage: en\nprioritising: {calm: {level: 2, because: Seen}}\n"
    told = list(missing(Told(prioritised([row(text)], Priorities(LEVELS)), "en"), 0))
    assert told[:2] == ["a level by Cost", "a role that has judged Calm"]
