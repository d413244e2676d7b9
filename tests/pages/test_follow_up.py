"""What is measured, on the page of a chain and in the lists of a site."""

import re
from datetime import date

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.errors import CannotDraw
from nyttokedja.pages.chain_page import chain_page
from nyttokedja.pages.site.summary import summary

MEASURED = "{2027-06-30: 14, 2028-12-31: {value: 14, comment: Two were ill, action: Hire one more}}"
CHAIN = """
nyttokedja: 1
title: Decisions
language: en
stage: follow-up
changes: {{c: {{title: Form, when: 2027-01, leads_to: b}}}}
benefits:
  b:
    title: Faster decisions
    when: 2028
    indicators:
      days:
        title: Days to decision
        unit: days
        better: lower
        baseline: {{value: 21, date: 2026-12-31}}
        target: {{value: 10, date: 2028-12-31}}
        measurements: {measured}
"""


def checked(measured=MEASURED, today=date(2029, 3, 1)):
    return check(CHAIN.format(measured=measured).encode(), "c.yaml", Config(today=today))


def section(page):
    return re.search(r'<section class="follow_up".*?</section>', page, re.DOTALL)[0]


def test_a_page_shows_the_baseline_the_last_value_and_the_target_in_this_order_and_how_it_stands():
    made = section(chain_page(checked(), CannotDraw("no")))
    said = re.sub(r"<[^>]+>", " ", made)
    places = [
        said.index(text) for text in ("21 days (2026-12-31)", "14 days (2028-12-31)", "10 days (2028-12-31)")
    ]
    assert places == sorted(places)
    assert "The target 10 (2028-12-31) is missed" in said


def test_a_page_has_the_curve_and_below_it_all_measurements():
    made = section(chain_page(checked(), CannotDraw("no")))
    assert made.count("<svg") == 1
    assert "Days to decision: measured, course and target" in made
    rows = made[made.index("<details>") :]
    assert rows.count("<tr") == 3  # the headings, and two measurements
    assert "Hire one more" in rows
    assert "Two were ill" in rows


def test_without_measurements_a_page_says_so_and_its_curve_has_no_table():
    made = section(chain_page(checked("{}", None), CannotDraw("no")))
    assert "Not measured yet." in made
    assert "<svg" in made
    assert "<details>" not in made


@pytest.mark.parametrize(
    ("measured", "today", "standing"),
    [
        (MEASURED, date(2029, 3, 1), "The target 10 (2028-12-31) is missed."),
        (MEASURED, None, "The target 10 (2028-12-31) is missed."),
        ("{2028-06-30: 14}", date(2028, 7, 1), "behind the plan"),
        ("{2028-06-30: 14}", date(2029, 4, 1), "nobody has measured since"),
        ("{}", date(2028, 7, 1), "Not measured yet."),
    ],
)
def test_a_site_lists_how_each_indicator_stands(measured, today, standing):
    (one,) = summary(checked(measured, today), "c").indicators
    assert standing in one.standing
    assert (one.baseline, one.target) == ("21 days (2026-12-31)", "10 days (2028-12-31)")
