"""A rule's docstring is its manual: its bad chain fires, its good chain is silent."""

import re
import textwrap
from dataclasses import replace
from datetime import date

import pytest

from nyttokedja.checking import check
from nyttokedja.config import Config
from nyttokedja.rules import BY_NAME, FAMILIES, RULES, Rule, known_names
from nyttokedja.settings.fit import findings
from nyttokedja.settings.written import parse

EXAMPLE = re.compile(r"^{}(?: \(`(\w+)` = ([\d-]+)\))?:\n\n((?:    .*\n|\n)+)", re.MULTILINE)
CHOICES = {"most_nodes": int, "today": date.fromisoformat}


def example(rule, heading):
    manual = textwrap.dedent("    " + rule.manual)
    (found,) = re.findall(EXAMPLE.pattern.replace("{}", heading), manual, re.MULTILINE)
    choice, value, text = found
    config = Config(select=frozenset([rule.code]))
    return textwrap.dedent(text), replace(config, **{choice: CHOICES[choice](value)}) if choice else config


def fired(rule, heading):
    text, config = example(rule, heading)
    if rule.code == "NK007":  # found in settings, not in chains
        return [finding.code for finding in findings(parse(text.encode()), "nyttokedja.toml", "en")]
    checked = check(("nyttokedja: 1\ntitle: Example\n" + text).encode(), config=config)
    return [finding.code for finding in checked.findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_bad_chain_fires(rule):
    assert rule.code in fired(rule, "Bad")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_good_chain_is_silent(rule):
    assert rule.code not in fired(rule, "Good")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_has_a_summary_a_reason_and_a_source(rule):
    summary, reason, *rest = textwrap.dedent("    " + rule.manual).strip().split("\n\n")
    assert summary.endswith((".", ":"))
    assert len(reason) > 80
    assert rest[-1].startswith("Source: ")


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
    assert len(known_names(name)) == count
