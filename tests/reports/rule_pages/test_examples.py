"""A rule's examples as whole chains, checked for that rule alone."""

from dataclasses import replace
from datetime import date

import pytest

from nyttokedja.checking.rules import RULES
from nyttokedja.reports.rule_pages.examples import _config, checked_examples

BY_CODE = {rule.code: rule for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_has_findings_of_its_rule_and_the_good_one_has_none(rule):
    bad, good = checked_examples(rule)
    assert (bad.kind, good.kind) == ("bad", "good")
    assert {finding.code for finding in bad.found} == {rule.code}
    assert not [finding for finding in good.found if finding.code == rule.code]


def test_a_chain_gets_a_head_with_the_stage_where_the_rule_is_gravest():
    for rule in RULES:
        for shown in checked_examples(rule) if rule.name != "wrong-setting" else ():
            staged = "stage: " in shown.example.text
            stage = "" if staged else f"stage: {rule.gravest}\n"
            head = f"nyttokedja: 1\ntitle: A {shown.kind} chain ({rule.code})\n{stage}"
            second = head.replace(" chain (", " chain 2 (")
            rest = "".join(f"# {name}\n{text.removeprefix(second)}" for name, text in shown.others.items())
            assert shown.text + rest == head + shown.example.text
    stages = {rule.gravest for rule in RULES if "stage: " not in rule.manual.bad.text}
    assert len(stages) > 1


def test_an_example_is_checked_for_its_rule_alone_with_what_it_chooses():
    rule = BY_CODE["NK401"]
    example = rule.manual.bad
    plain = _config(rule, replace(example, choice="", value=""))
    assert (plain.select, plain.ignore) == ({"NK401"}, {other.code for other in RULES} - {"NK401"})
    assert plain.today is None
    chosen = _config(rule, replace(example, choice="today", value="2027-01-02"))
    assert (chosen.today, chosen.select) == (date(2027, 1, 2), plain.select)
    assert _config(rule, replace(example, choice="most_nodes", value="3")).most_nodes == 3


def test_the_examples_about_settings_are_no_chains():
    rule = next(rule for rule in RULES if rule.name == "wrong-setting")
    for shown in checked_examples(rule):
        assert shown.text == shown.example.text
        assert (shown.checked, shown.can_be_drawn) == (None, False)


def test_only_a_chain_that_can_be_read_can_be_drawn():
    bad, good = checked_examples(BY_CODE["NK001"])
    assert (bad.can_be_drawn, good.can_be_drawn) == (False, True)


def test_findings_are_told_in_a_language_with_its_keys_unless_the_file_is_broken():
    bad, _ = checked_examples(BY_CODE["NK401"])
    assert {(f.language, f.keys) for f in bad.findings("nb")} == {("nb", "nb")}
    broken, _ = checked_examples(BY_CODE["NK004"])
    assert {(f.language, f.keys) for f in broken.findings("nb")} == {("nb", "en")}
