"""Measured against target at follow-up: was → is → is to be, and how it stands, in words with a mark."""

from dataclasses import replace
from datetime import date

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.drawing.boxes.box import Sign
from nyttokedja.drawing.content.annotations import Annotations, annotations_of
from nyttokedja.drawing.content.details import Subject, details_of
from nyttokedja.drawing.content.standing import standing_of
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.page.boxes import draw_sign
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.model.standings import Verdict
from tests.drawing.laid import drawn, labels, texts

CHAIN = """nyttokedja: 1
title: A
stage: {stage}
changes: {{c: {{title: Locks, when: 2026-01, leads_to: b}}}}
benefits:
  b:
    title: Time
    when: 2026-02
    uncertain: {uncertain}
    indicators:
      i:
        title: Days
        unit: days a year
        baseline: {{value: 9, date: 2025-12}}
        target: {{value: 3, date: 2027-12}}
        measurements: {measured}
"""


def checked(measured, stage="follow-up", uncertain="''"):
    return check(CHAIN.format(stage=stage, measured=measured, uncertain=uncertain).encode())


def told(measured, language="en", today=None, **options):
    graph = checked(measured, **options).graph
    subject = Subject(graph.chain, graph, picture_words(language), Annotations({}), today=today)
    return [(line.text, line.kind) for line in details_of(graph.nodes["b"], subject)]


@pytest.mark.parametrize(
    ("measured", "course", "standing", "mark"),
    [
        ("{2026-12: 3}", "Days: 9 → 3 now → target 3 days a year", "target reached", "reached"),
        ("{2026-12: 5.5}", "Days: 9 → 5.5 now → target 3 days a year", "on course", "on_course"),
        ("{2026-12: 8.9}", "Days: 9 → 8.9 now → target 3 days a year", "off the plan", "behind"),
        ("{2026-12: 12}", "Days: 9 → 12 now → target 3 days a year", "worse than the baseline", "behind"),
        ("{2026-06: 12, 2026-12: 3}", "Days: 9 → 3 now → target 3 days a year", "target reached", "reached"),
        ("{}", "Days: 9 → target 3 days a year", "not measured yet", ""),
    ],
)
def test_what_was_is_and_is_to_be(measured, course, standing, mark):
    assert told(measured) == [(course, ""), (standing, mark)]


def test_words_of_a_scale_are_shown_as_they_are():
    level = {"value": 2.0, "word": "often"}
    graph = checked("{2026-12: 3}").graph
    (indicator,) = graph.nodes["b"].indicators
    (made,) = indicator.measurements
    judged = replace(
        indicator,
        unit="",
        scale=("never", "seldom", "often"),
        baseline=replace(indicator.baseline, value=0.0, word="never"),
        target=replace(indicator.target, **level),
        measurements=(replace(made, value=1.0, word="seldom"),),
    )
    node = replace(graph.nodes["b"], indicators=(judged,))
    lines = standing_of(node, graph, picture_words("en"), None)
    assert next(lines) == ("Days: never → seldom now → target often", "")


def test_with_a_day_it_is_the_last_measurement_by_then():
    assert told("{2026-06: 12, 2026-12: 3}", today=date(2026, 7, 1))[1][0] == "worse than the baseline"


@pytest.mark.parametrize("stage", ["draft", "analysis", "plan"])
def test_before_follow_up_a_box_names_its_indicators(stage):
    assert told("{2026-12: 3}", stage=stage) == [("Indicator: Days", "")]


def test_it_is_in_the_picture_and_read_out():
    result = checked("{2026-12: 3}")
    svg = drawn(result.chain)
    assert "target reached" in texts(svg)
    assert any("Days: 9 → 3 now → target 3 days a year. target reached." in label for label in labels(svg))


def test_what_is_uncertain_is_seen():
    assert told("{}", stage="plan", uncertain="The region decides")[-1] == (
        "Uncertain: The region decides",
        "uncertain",
    )


def test_the_marks_differ_by_more_than_colour():
    marks = [draw_sign(Sign(kind, 0, 0), 0, 0, "#FFF", LIGHT)[0].attributes["d"]
             for kind in ("reached", "on_course", "behind", "uncertain")]  # fmt: skip
    assert len(set(marks)) == 4


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_every_verdict_has_words(language):
    assert picture_words(language).table["standing"].keys() == {*Verdict, "unmeasured"}


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (None, "behind the plan: follow closely"),
        (date(2028, 3, 31), "behind the plan: follow closely"),
        (date(2028, 4, 1), "not measured since the target was due"),
    ],
)
def test_on_a_day_nobody_is_told_that_all_is_well_since_nobody_has_looked(today, standing):
    assert told("{2027-06: 5.5}", today=today)[1] == (standing, "behind")


def test_it_is_judged_by_the_tolerance_that_the_check_has():
    text = CHAIN.format(stage="follow-up", measured="{2027-06: 5.5}", uncertain="''").encode()
    graph = check(text, config=Config(tolerance=0.5)).graph
    lines = [line for line, _ in standing_of(graph.nodes["b"], graph, picture_words("en"), None)]
    assert lines[1] == "on course"


def test_one_fault_is_said_once():
    text = CHAIN.format(stage="follow-up", measured="{2028-01: 8.9}", uncertain="Staff").encode()
    found = check(text, config=Config(today=date(2028, 3, 1)))
    assert "NK511" in {finding.code for finding in found.findings}
    words = picture_words("en")
    subject = Subject(
        found.chain, found.graph, words, annotations_of(found.findings, found.graph.nodes, words),
        today=date(2028, 3, 1),
    )  # fmt: skip
    lines = [line.text.lower() for line in details_of(found.graph.nodes["b"], subject)]
    assert sum("missed" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2028, 3, 31), ("not measured yet", "")),
        (date(2028, 4, 1), ("not measured since the target was due", "behind")),
    ],
)
def test_what_was_never_measured_is_late_when_its_target_was_due_long_ago(today, standing):
    assert told("{}", today=today)[1] == standing
