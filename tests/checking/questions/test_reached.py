"""What is reached is said with the measure, on the day of the run, and counts for nothing."""

from datetime import date
from pathlib import Path

import pytest

from nyttokedja.batch.questions import question_outcome
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.model import Question, completeness
from nyttokedja.reading.discovery import Candidate
from nyttokedja.reports.questions.wording import question_words

LOCKS = Path("chains/digitala_las.yaml")


def answers(today):
    checked = check(LOCKS.read_bytes(), config=Config(today=today))
    return ask(checked.chain, checked.graph, checked.findings, today)


def measured(today, benefit="ökad_säkerhet"):
    (found,) = (b for b in answers(today).benefits if b.node.id == benefit)
    return found.answers[Question.MEASURES.number - 1]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "✓ målvärdet nått vid mätningen 2026-06-30"),
        ("nb", "✓ målverdien nådd ved målingen 2026-06-30"),
        ("en", "✓ target reached when measured 2026-06-30"),
    ],
)
def test_it_is_said_in_words_and_with_a_mark(language, words):
    assert words in question_words(language).answer(measured(date(2026, 11, 30)))


@pytest.mark.parametrize("today", [None, date(2026, 6, 29)])
def test_without_a_day_or_before_it_was_measured_nothing_is_said(today):
    assert "✓" not in question_words("sv").answer(measured(today))


def test_what_is_not_reached_has_no_mark():
    assert "✓" not in question_words("sv").answer(measured(date(2026, 11, 30), "ökad_trygghet"))


def test_nothing_is_counted_otherwise_for_it():
    assert completeness(answers(None).answers) == completeness(answers(date(2026, 11, 30)).answers)


def test_the_day_of_the_run_is_that_of_the_questions():
    candidate = Candidate(LOCKS, LOCKS.name, named=True)
    told = question_outcome(candidate, Config(today=date(2026, 11, 30))).answers
    assert any("reached" in said for answer in told.answers for said in answer.said)


LATE = """
nyttokedja: 1
title: Decisions
language: {language}
stage: follow-up
changes: {{c: {{title: Form, when: 2027-01, leads_to: b}}}}
benefits:
  b:
    title: Faster decisions
    when: 2028
    indicators:
      days:
        title: Days
        better: lower
        baseline: {{value: 21, date: 2026-12-31}}
        target: {{value: 10, date: 2028-12-31}}
        measurements: {measured}
"""


def said(measured, today, language="en"):
    text = LATE.format(measured=measured, language=language).encode()
    checked = check(text, config=Config(today=today))
    (benefit,) = ask(checked.chain, checked.graph, checked.findings, today).benefits
    return question_words(language).answer(benefit.answers[Question.MEASURES.number - 1])


@pytest.mark.parametrize(
    ("measured", "today", "words"),
    [
        ("{2028-12-31: 14}", date(2029, 3, 1), "Days (✗ target missed when measured 2028-12-31)"),
        ("{2028-12-31: 14}", date(2028, 12, 31), "Days"),
        ("{2028-12-31: 14}", None, "Days"),
        ("{2028-12-31: 11}", date(2029, 3, 1), "Days"),  # within the tolerance
        ("{2028-06-30: 14}", date(2029, 4, 1), "Days (✗ not measured since the target was due 2028-12-31)"),
        ("{}", date(2029, 4, 1), "Days (✗ not measured since the target was due 2028-12-31)"),
        ("{2028-06-30: 14}", date(2029, 3, 31), "Days"),
    ],
)
def test_a_target_that_is_missed_or_not_measured_in_time_is_said_too(measured, today, words):
    assert said(measured, today) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "✗ målvärdet missat vid mätningen 2028-12-31"),
        ("nb", "✗ målverdien ikke nådd ved målingen 2028-12-31"),
    ],
)
def test_that_is_said_in_the_language_of_the_chain(language, words):
    assert words in said("{2028-12-31: 14}", date(2029, 3, 1), language)
