"""A rule's docstring is its manual: its bad chain fires, its good chain is silent."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.rules import BY_NAME, FAMILIES, RULES, Rule, rules_named
from nyttokedja.checking.rules.manual import manual
from nyttokedja.reports.rule_pages.examples import checked_examples


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_bad_chain_fires_and_the_good_one_is_silent(rule):
    bad, good = checked_examples(rule)
    assert {finding.code for finding in bad.found} == {rule.code}
    assert good.found == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_nothing_else_is_broken_in_the_chains_of_a_manual(rule):
    for shown in checked_examples(rule) if rule.name != "wrong-setting" else ():
        found = {finding.code for finding in check(shown.text.encode()).findings}
        assert {code for code in found if code < "NK2"} <= ({rule.code} if shown.kind == "bad" else set())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_has_a_summary_a_reason_and_a_source(rule):
    said = rule.manual
    assert said.summary.endswith((".", ":"))
    assert len(said.why) > 80
    assert said.source.endswith((".", "?"))


def test_the_parts_of_a_manual():
    said = manual(
        """A bad thing.

        It is bad, since
        it is.

        Bad (`today` = 2027-01-01):

            a:
              b: c

        Good:

            a:

        Source: us.
        """
    )
    assert (said.summary, said.why, said.source) == ("A bad thing.", "It is bad, since\nit is.", "us.")
    assert (said.bad.text, said.bad.choice, said.bad.value) == ("a:\n  b: c\n", "today", "2027-01-01")
    assert (said.good.text, said.good.choice) == ("a:\n", "")


@pytest.mark.parametrize(
    "text",
    ["", "x", "A.\n\nB.\n\nGood:\n\n    a:\n\nBad:\n\n    a:\n\nSource: c.", "A.\n\nB.\n\nBad:\n\n    a:"],
)
def test_what_has_no_bad_and_good_chain_is_no_manual(text):
    with pytest.raises(ValueError, match="not a manual"):
        manual(text)


def test_every_rule_stands_in_the_table_of_its_family():
    for family in FAMILIES:
        made = [value.code for value in vars(family).values() if isinstance(value, Rule)]
        assert sorted(made) == [rule.code for rule in family.RULES], family.__name__


def test_codes_and_names_are_used_once_and_in_order():
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert BY_NAME["NK501"] is BY_NAME["missing-indicator"]


@pytest.mark.parametrize(
    ("name", "count"),
    [("NK501", 1), ("missing-indicator", 1), ("NK0", 7), ("NK", 0), ("NK9", 3), ("other", 0)],
)
def test_rules_are_known_by_code_family_and_name(name, count):
    assert len(rules_named(name)) == count
