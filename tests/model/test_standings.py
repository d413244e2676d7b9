"""How a measurement stands: attainment, course, deviation and verdict."""

from datetime import date

import pytest

from nyttokedja.checking.check import check
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.standings import Verdict, stands

VISITS = """\
nyttokedja: 1
language: en
title: T
changes:
  camera: {when: 2027-03-01, leads_to: fewer}
effects:
  fewer:
    leads_to: time
    indicators:
      visits:
        better: lower
        baseline: {value: 420, date: 2026-10-01}
        target: {value: 250, date: 2027-12-31}
        measurements: {2027-09-30: 330}
benefits:
  time: {when: 2028}
"""


def standing(text, node="fewer", tolerance=0.1):
    graph = check(text.encode()).graph
    found = graph.nodes[node]
    indicator = found.indicators[0]
    return stands(found, indicator, indicator.measurements[-1], graph, tolerance)


def test_the_example():
    found = standing(VISITS)
    assert round(found.course, 2) == 301.28
    assert round(found.attainment * 100, 2) == 52.94
    assert round(found.deviation * 100, 1) == 16.9
    assert found.verdict is Verdict.CLOSELY
    assert standing(VISITS, tolerance=0.17).verdict is Verdict.ON_COURSE
    assert standing(VISITS, tolerance=0.08).verdict is Verdict.BEHIND


def test_the_deviation_is_positive_where_it_is_behind_whichever_way_is_better():
    higher = (VISITS.replace("lower", "higher").replace("value: 420", "value: 80")).replace("330", "170")
    found = standing(higher)
    assert found.deviation == pytest.approx((80 + 170 * 213 / 305 - 170) / 170)
    assert found.deviation > 0
    ahead = standing(VISITS.replace("330", "280"))
    assert ahead.deviation < 0
    assert ahead.verdict is Verdict.ON_COURSE


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("2027-09-30: 330", "2027-09-30: 250", Verdict.REACHED),
        ("2027-09-30: 330", "2027-12-31: 330", Verdict.MISSED),
        ("2027-09-30: 330", "2027-12-31: 260", Verdict.ON_COURSE),
        ("2027-09-30: 330", "2027-09-30: 430", Verdict.WORSE),
        ("2027-09-30: 330", "2027-02-01: 330", Verdict.BEFORE),
        ("        target: {value: 250, date: 2027-12-31}\n", "", Verdict.NO_TARGET),
        ("value: 250", "value: 500", Verdict.CONTRARY),
        ("        baseline: {value: 420, date: 2026-10-01}\n", "", Verdict.UNDATED),
    ],
)
def test_the_verdict(old, new, verdict):
    found = standing(VISITS.replace(old, new, 1))
    assert found.verdict is verdict
    if verdict in (Verdict.NO_TARGET, Verdict.CONTRARY, Verdict.BEFORE):
        assert (found.attainment, found.course, found.deviation) == (None, None, None)


def test_it_is_too_early_for_a_benefit_before_its_time_but_not_for_what_leads_to_it():
    indicators = VISITS[VISITS.index("    indicators:") : VISITS.index("benefits:")]
    early = VISITS.replace(indicators, "").replace("{when: 2028}", "\n    when: 2028\n" + indicators)
    found = standing(early.replace("\n\n", "\n"), "time")
    assert found.verdict is Verdict.EARLY
    assert round(found.course, 2) == 301.28
    assert standing(early.replace("330", "250"), "time").verdict is Verdict.REACHED
    assert standing(early.replace("when: 2028", "when: 2027-Q3"), "time").verdict is Verdict.CLOSELY


def test_where_target_and_baseline_are_alike_it_is_only_reached_or_not():
    found = standing(VISITS.replace("420", "250"))
    assert (found.attainment, found.course, found.deviation) == (None, None, None)
    assert found.verdict is Verdict.NOT_REACHED
    same = VISITS.replace("420", "250")
    for unsaid in (same, same.replace("        better: lower\n", "")):
        assert standing(unsaid.replace("330", "250")).verdict is Verdict.REACHED
        assert standing(unsaid).verdict is Verdict.NOT_REACHED


def test_every_verdict_has_its_sentence_in_every_language():
    for language in LANGUAGES:
        assert texts(language).group("follow_up/verdict").keys() == {verdict.value for verdict in Verdict}


@pytest.mark.parametrize(
    ("target", "measured", "today", "verdict"),
    [
        ("2027", "2027-11-30: 260", None, Verdict.ON_COURSE),
        ("2027", "2027-11-30: 280", None, Verdict.ON_COURSE),
        ("2027", "2027-11-30: 280", "2027-12-31", Verdict.ON_COURSE),
        ("2027", "2027-11-30: 280", "2028-01-01", Verdict.MISSED),
        ("2027", "2027-11-30: 250", "2028-01-01", Verdict.REACHED),
        ("2027-12-31", "2027-09-30: 330", "2028-03-31", Verdict.CLOSELY),
        ("2027-12-31", "2027-09-30: 330", "2028-04-01", Verdict.OVERDUE),
        ("2027-12-31", "2027-09-30: 250", "2028-04-01", Verdict.REACHED),
        ("2027-12-31", "2027-09-30: 430", "2028-04-01", Verdict.OVERDUE),
        ("2027-12-31", "2027-02-01: 400", "2028-04-01", Verdict.BEFORE),
    ],
)
def test_on_a_day_it_is_known_whether_the_target_was_missed(target, measured, today, verdict):
    text = VISITS.replace("date: 2027-12-31", f"date: {target}").replace("2027-09-30: 330", measured)
    graph = check(text.encode()).graph
    node = graph.nodes["fewer"]
    indicator = node.indicators[0]
    day = date.fromisoformat(today) if today else None
    assert stands(node, indicator, indicator.measurements[0], graph, 0.1, day).verdict is verdict
