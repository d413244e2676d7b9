"""What is reached is said in a picture that is drawn with a day, and in no other."""

from datetime import date
from pathlib import Path

import pytest

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.drawing.content.annotations import Annotations
from nyttokedja.drawing.content.reached import with_reached
from nyttokedja.drawing.content.wording import picture_words

LOCKS = Path("chains/digitala_las.yaml").read_bytes()
CHAIN = """nyttokedja: 1
title: A
benefits:
  b:
    indicators:
      one: {title: Days, baseline: 9, target: 3, measurements: {2028-06: %s}}
      other: {title: Calls, baseline: 9, target: 3, measurements: {2028-06: %s}}
"""


def said(one, other, language, today=date(2028, 12, 31)):
    graph = check((CHAIN % (one, other)).encode()).graph
    words = picture_words(language)
    return [a.text for a in with_reached(Annotations({}), graph, words, today).at.get("b", ())]


@pytest.mark.parametrize(
    ("language", "one", "both", "some"),
    [
        ("sv", "Målvärdet är nått", "Målvärdena är nådda", "Målvärdet är nått: Days"),
        ("nb", "Målverdien er nådd", "Målverdiene er nådd", "Målverdien er nådd: Days"),
        ("en", "Target reached", "Targets reached", "Target reached: Days"),
    ],
)
def test_what_is_reached_is_said_in_words(language, one, both, some):
    assert said(3, 2, language) == [both]
    assert said(3, 4, language) == [some]
    assert said(4, 4, language) == []
    assert said(3, 3, language, date(2028, 5, 31)) == []
    assert one in some


def test_a_picture_says_it_with_a_mark_on_a_day_alone():
    """At follow-up each indicator says it, and with or without a day."""
    plan = LOCKS.replace("skede: uppföljning".encode(), b"skede: plan")
    assert plan != LOCKS
    plain, on_a_day = (
        FORMATS["svg"]([check(plan, config=Config(today=today))], "auto")[0]
        for today in (None, date(2026, 11, 30))
    )
    assert on_a_day.count(">Målvärdet är nått<") == 2
    assert on_a_day.count(">målvärdet är nått<") == 1  # what the mark means
    assert "reached" not in plain


@pytest.mark.parametrize("today", [None, date(2026, 11, 30)])
def test_it_is_never_a_finding(today):
    found = check(LOCKS, config=Config(today=today)).findings
    assert [f for f in found if f.code in {"NK508", "NK509", "NK511", "NK512"}] == []
