"""Every rule has its step in a workshop, and what is merely not there yet is known as such."""

import pytest

from nyttokedja.checking.rules import RULES
from nyttokedja.checking.steps import LACKING, STEPS, WorkshopStep
from nyttokedja.language.texts import texts

NAMES = {rule.name for rule in RULES}


def test_every_rule_is_talked_about_at_one_step():
    assert STEPS.keys() == NAMES
    assert set(STEPS.values()) == set(WorkshopStep)


def test_what_is_lacking_are_rules_and_all_that_pictures_call_missing():
    assert LACKING <= NAMES
    missing = {word.partition("_")[0] for word in texts("sv").group("picture/missing")}
    assert {rule.name for rule in RULES if rule.code in missing} <= LACKING


@pytest.mark.parametrize("name", ["unreadable-file", "circular-chain", "same-words", "personal-owner"])
def test_a_fault_is_not_lacking(name):
    assert name not in LACKING


def test_what_cannot_be_read_is_told_at_every_step():
    assert {STEPS[rule.name] for rule in RULES if rule.code.startswith("NK0")} == {WorkshopStep.ALWAYS}
