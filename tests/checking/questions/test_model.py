"""How complete answers are."""

import pytest

from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.questions.model import (
    Answer,
    Claim,
    Completeness,
    Question,
    Standing,
    by_question,
    completeness,
)
from nyttokedja.checking.questions.outcome import QuestionOutcome


def answer(standing, claim=Claim.EXPECTED, question=Question.WHO):
    return Answer(question, standing, claim)


def test_the_questions_are_numbered_from_one():
    assert [question.number for question in Question] == [1, 2, 3, 4, 5, 6, 7]


def test_only_what_is_expected_counts():
    answers = [
        answer(Standing.ANSWERED),
        answer(Standing.PARTLY),
        answer(Standing.OPEN, Claim.UNREAD),
        answer(Standing.OPEN, Claim.ACCEPTED),
        answer(Standing.PARTLY, Claim.ACCEPTED),
        answer(Standing.ANSWERED, Claim.NOT_EXPECTED),
        answer(Standing.OPEN, Claim.NOT_COUNTED),
    ]
    assert completeness(answers) == Completeness(1, 5, partly=1, accepted=2)
    assert completeness(answers).open == 2


@pytest.mark.parametrize(
    ("answered", "expected", "open", "percent"),
    [(2, 3, 1, 66), (3, 3, 0, 100), (199, 200, 1, 99), (0, 0, 0, None)],
)
def test_the_share_is_rounded_down(answered, expected, open, percent):
    assert (Completeness(answered, expected).open, Completeness(answered, expected).percent) == (
        open,
        percent,
    )


def test_every_question_is_counted_apart():
    counted = by_question([answer(Standing.ANSWERED), answer(Standing.OPEN, question=Question.WHEN)])
    assert counted[Question.WHO] == Completeness(1, 1)
    assert counted[Question.WHEN] == Completeness(0, 1)
    assert list(counted) == list(Question)
    assert counted[Question.HOW] == Completeness(0, 0)


@pytest.mark.parametrize(
    ("outcome", "unreadable", "failed"),
    [
        (Outcome("x"), True, True),
        (Outcome("x", is_chain=False), False, False),
        (Outcome("x", trouble="folder"), False, True),
    ],
)
def test_a_file_without_answers_is_unreadable_troubled_or_no_chain(outcome, unreadable, failed):
    assert (QuestionOutcome(outcome).unreadable, QuestionOutcome(outcome).failed) == (unreadable, failed)
