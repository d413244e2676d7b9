"""What must be found is written where it must be found: ``# expect: NK202`` on the line."""

import re
from pathlib import Path

import pytest

from nyttokedja.checking import check
from nyttokedja.config import Config
from nyttokedja.rules import RULES

CASES = sorted((Path(__file__).parent.parent / "cases" / "rules").glob("*.yaml"))
EXPECT = re.compile(r"# expect: ((?:NK\d{3} ?)+)")
BESIDE = re.compile(r"# beside the point: (.*)")
SELECT = re.compile(r"# select: (.*)")


def words(pattern, text):
    return frozenset(word for match in pattern.finditer(text) for word in match[1].split())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_marked_is_found_and_nothing_else(path):
    text = path.read_text("utf-8")
    config = Config(select=words(SELECT, text), ignore=words(BESIDE, text))
    found = sorted((f.place.line, f.code) for f in check(text.encode(), config=config).findings)
    expected = sorted(
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        for match in EXPECT.finditer(line)
        for code in match[1].split()
    )
    assert found == expected


def test_every_rule_that_a_comment_can_stand_beside_has_a_case():
    covered = frozenset().union(*(words(EXPECT, path.read_text("utf-8")) for path in CASES))
    assert {rule.code for rule in RULES} - covered == {"NK001", "NK005"}  # a comment would be part of them
