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
