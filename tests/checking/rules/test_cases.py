"""What must be found is written where it must be found: ``# expect: NK202`` on the line."""

import re
import string
from datetime import date
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import RULES
from nyttokedja.language.texts import texts

CASES = sorted((Path("tests/cases/rules")).glob("*.yaml"))
EXPECT = re.compile(r"# expect: ((?:NK\d{3} ?)+)")
BESIDE = re.compile(r"# beside the point: (.*)")
TODAY = re.compile(r"# today: (\d{4}-\d\d-\d\d)")
SELECT = re.compile(r"# select: (.*)")


def words(pattern, text):
    return frozenset(word for match in pattern.finditer(text) for word in match[1].split())


def findings(text):
    today = TODAY.search(text)
    config = Config(
        select=words(SELECT, text),
        ignore=words(BESIDE, text),
        today=date.fromisoformat(today[1]) if today else None,
    )
    return check(text.encode(), config=config).findings


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_marked_is_found_and_nothing_else(path):
    text = path.read_text("utf-8")
    found = sorted((finding.place.line, finding.code) for finding in findings(text))
    expected = sorted(
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        for match in EXPECT.finditer(line)
        for code in match[1].split()
    )
    assert found == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_name_in_a_message_is_a_particular_or_a_word_of_the_file(path):
    """``{date:key}`` is the file's word for ``date`` only where the finding has no ``date`` of its own."""
    for finding in findings(path.read_text("utf-8")):
        rule = texts(finding.language).group("findings/")[finding.code]
        parts = rule.get(finding.variant, rule)
        for part in ("message", "remedy"):
            template = parts.get(part) or rule[part]
            for _, name, spec, _ in string.Formatter().parse(template):
                if name and spec == "key":
                    assert name == "key" or name not in finding.particulars, (finding.code, name)
                elif name and not spec.startswith("value"):
                    assert name in finding.particulars, (finding.code, name)


def test_every_rule_that_a_comment_can_stand_beside_has_a_case():
    covered = frozenset().union(*(words(EXPECT, path.read_text("utf-8")) for path in CASES))
    # a comment would be part of the first two; the third is found in settings
    assert {rule.code for rule in RULES} - covered == {"NK001", "NK005", "NK007"}
