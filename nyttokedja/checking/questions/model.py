"""What E-delegationen's seven questions are answered by: values, and how complete several of them are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from nyttokedja.model.chain import Node
from nyttokedja.model.stage import Stage


class Question(StrEnum):
    """The seven questions, in their order."""

    WHAT = "what"
    HOW = "how"
    WHO = "who"
    WHEN = "when"
    FOLLOW_UP = "follow-up"
    RESPONSIBLE = "responsible"
    MEASURES = "measures"

    @property
    def number(self) -> int:
        """Which one of the seven it is."""
        return _NUMBERS[self]


_NUMBERS = {question: n for n, question in enumerate(Question, 1)}


class Standing(StrEnum):
    """How far a question is answered."""

    ANSWERED = "answered"
    PARTLY = "partly"
    OPEN = "open"


class Doubt(StrEnum):
    """Why what is there is no more than a part of an answer."""

    TWO_BENEFITS = "two-benefits"  # the title says two
    PROJECT = "project"  # owned by a project, which ends
    ADDRESS = "address"  # an e-mail address in the place of a role
    CHANGE_ALONE = "change-alone"  # only the change has actions, and it leads to other benefits too
    SHARED_STEP = "shared-step"  # only a step that leads to other benefits too has actions
    USE_ALONE = "use-alone"  # only how much something is used is measured


class Claim(StrEnum):
    """Whether an answer is expected, and why not if it is not."""

    EXPECTED = "expected"
    NOT_EXPECTED = "not-expected"  # at this stage, or since the benefit hangs on a decision
    NOT_COUNTED = "not-counted"  # an analysis may leave it open, and had better not forget it
    ACCEPTED = "accepted"  # it is open, and the chain has decided that it may be
    UNREAD = "unread"  # the answer may stand in what could not be read


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers one question of one benefit.

    `said` has, for each action or indicator, what it says by canonical key; of `n`, the first ones.
    `lacks` holds the keys that some indicator does not have, `doubts` why the rest is no whole answer.
    `via` is the other box that it stands at.
    """

    question: Question
    standing: Standing
    claim: Claim
    said: tuple[Mapping[str, str], ...] = ()
    n: int = 0
    lacks: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    via: Node | None = None


@dataclass(frozen=True, slots=True)
class BenefitAnswers:
    """A benefit and its seven answers."""

    node: Node
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class ChainAnswers:
    """The benefits of a chain with their answers, and which questions are expected at its stage."""

    title: str
    stage: Stage
    reference: bool
    expected: tuple[Question, ...]
    benefits: tuple[BenefitAnswers, ...]

    @property
    def answers(self) -> Iterator[Answer]:
        """All answers of all benefits."""
        return (answer for benefit in self.benefits for answer in benefit.answers)


class Completeness(NamedTuple):
    """How many of the expected answers are there, in full and in part, and how many may be left out."""

    answered: int
    expected: int
    partly: int = 0
    accepted: int = 0

    @property
    def open(self) -> int:
        """How many are not there, or not in full, though nobody has decided that they may be left out."""
        return self.expected - self.answered - self.accepted

    @property
    def percent(self) -> int | None:
        """The share answered, rounded down: 100 says that nothing is open; None where nothing is expected."""
        return 100 * self.answered // self.expected if self.expected else None


def completeness(answers: Iterable[Answer]) -> Completeness:
    """How complete some answers are: those of a benefit, a chain, or many chains."""
    uncounted = (Claim.NOT_EXPECTED, Claim.NOT_COUNTED)
    expected = [answer for answer in answers if answer.claim not in uncounted]
    accepted = sum(answer.claim is Claim.ACCEPTED for answer in expected)
    standings = [answer.standing for answer in expected if answer.claim is not Claim.ACCEPTED]
    whole, partly = standings.count(Standing.ANSWERED), standings.count(Standing.PARTLY)
    return Completeness(whole, len(expected), partly, accepted)


def by_question(answers: Iterable[Answer]) -> Mapping[Question, Completeness]:
    """How complete the answers to each question are."""
    of: dict[Question, list[Answer]] = {question: [] for question in Question}
    for answer in answers:
        of[answer.question].append(answer)
    return {question: completeness(answers) for question, answers in of.items()}
