"""Answers → texts in the language of their chain, not yet escaped for any format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.questions.model import (
    Answer,
    BenefitAnswers,
    ChainAnswers,
    Claim,
    Completeness,
    Question,
    Standing,
    by_question,
    completeness,
)
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.language.texts import Texts, mention, texts
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reports.findings.text import failure_sentence, file_sentence, safe_file_name

_MAX_NAMED = 3
"""Actions or indicators that are named at most."""
_MAX_NEXT = 2
"""Questions that are named at most as what to talk about next."""

SIGNS = {Standing.ANSWERED: "●", Standing.PARTLY: "◐", Standing.OPEN: "○"}
NOT_ASKED = "·"


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The texts about the questions in one language."""

    texts: Texts

    def say(self, group: str, name: str, **particulars: Any) -> str:
        """A sentence, filled."""
        return self.texts.say(f"questions/{group}", name, **particulars)

    def word(self, group: str, name: str) -> str:
        """A text as it stands."""
        return self.texts.word(f"questions/{group}", name)

    @property
    def column(self) -> int:
        """The width of the longest name of a question."""
        return _column(self.texts.language)

    def answer(self, answer: Answer) -> str:
        """The answer to a question, what it lacks, and why it does not count."""
        said = self._known(answer) if answer.standing is not Standing.OPEN else self.say("answer", "open")
        if answer.standing is Standing.ANSWERED or answer.claim is Claim.EXPECTED:
            return said
        return f"{said} ({self.say('claim', answer.claim)})"

    def _known(self, answer: Answer) -> str:
        said = "; ".join(dict.fromkeys(self._one(each) for each in answer.said[:_MAX_NAMED]))
        if answer.n > _MAX_NAMED:
            said = self.say("answer", "many", answer=said, n=answer.n - _MAX_NAMED)
        if answer.via:
            via = mention(answer.via)
            said = self.say("answer", "via", answer=said, node=via)
        if answer.lacks:
            lacks = self.texts.listed(self.word("lacks", key) for key in answer.lacks)
            said = self.say("answer", "partly", answer=said, lacks=lacks)
        if answer.doubts:
            doubts = self.texts.listed(self.word("doubt", doubt) for doubt in answer.doubts)
            said = self.say("answer", "doubtful", answer=said, doubts=doubts)
        return said

    def _one(self, said: Mapping[str, str]) -> str:
        first, *rest = (self._particular(key, value) for key, value in said.items())
        return f"{first} ({', '.join(rest)})" if rest else first

    def _particular(self, key: str, value: str) -> str:
        if key == "every":
            return self.word("every", value)
        template = self.texts.group("questions/said").get(key, "{value:bare}")
        return self.texts.fill(template, {"value": value}, self.texts.language)

    def title(self, title: str) -> str:
        """A title, shortened and on one line."""
        return self.texts.fill("{title:bare}", {"title": title}, self.texts.language)

    def complete(self, complete: Completeness) -> str:
        """A completeness as a percentage, and of how many answers."""
        if complete.percent is None:
            return self.say("chain", "nothing")
        counts = [self.say("chain", "answered", **complete._asdict())]
        counts += [self.say("chain", "partly", n=complete.partly)] if complete.partly else []
        counts += [self.say("chain", "accepted", n=complete.accepted)] if complete.accepted else []
        return self.say("chain", "complete", percent=complete.percent, counts=", ".join(counts))

    def benefit(self, benefit: BenefitAnswers) -> str:
        """How complete the answers of a benefit are; where none is owed yet, what to talk about next."""
        complete = completeness(benefit.answers)
        if complete.expected:
            return self.complete(complete)
        answered = [a for a in benefit.answers if a.standing is Standing.ANSWERED]
        said = self.say("chain", "draft", n=len(answered))
        following = [a.question for a in benefit.answers if a.standing is not Standing.ANSWERED][:_MAX_NEXT]
        if not following:
            return said
        questions = " ".join(self.word("question", question) for question in following)
        return self.say("chain", "next", answered=said, questions=questions)

    def total(self, asked: Sequence[QuestionOutcome]) -> str:
        """The completeness of all the chains; "" where there are fewer than two."""
        chains = [each.answers for each in asked if each.answers]
        if len(chains) < 2:
            return ""
        complete = self.complete(completeness(all_answers(asked)))  # drafts owe no answer
        return self.say("total", "complete", chains=self.texts.count("chain", len(chains)), complete=complete)

    def most_open(self, asked: Sequence[QuestionOutcome]) -> list[tuple[Question, str]]:
        """The open questions, the most often open first, and at how many benefits; [] for one benefit."""
        if sum(len(each.answers.benefits) for each in asked if each.answers) < 2:
            return []
        counted = by_question(all_answers(asked))
        ranked = sorted((q for q in Question if counted[q].open), key=lambda q: -counted[q].open)
        return [
            (q, self.say("total", "of_benefits", open=counted[q].open, expected=counted[q].expected))
            for q in ranked
        ]

    def asides(self, outcome: Outcome, chain: ChainAnswers) -> list[str]:
        """Notes about a chain that its answers depend on."""
        asides = []
        if not outcome.stage_said:
            asides.append(file_sentence(self.texts, "no_stage", outcome.name, n=1))
        if not outcome.complete:
            asides.append(self.say("chain", "incomplete"))
        if not chain.benefits:
            asides.append(self.say("chain", "no_benefits"))
        elif 0 < len(chain.expected) < len(Question):
            numbers = self.texts.listed(str(question.number) for question in chain.expected)
            asides.append(self.say("chain", "expected", numbers=(numbers,)))
        return asides

    def heading(
        self, outcome: Outcome, chain: ChainAnswers, called: Callable[[str], str] = safe_file_name
    ) -> str:
        """The chain's file, its stage, and the completeness of its answers.

        Args:
            outcome: that of the file; one that was piped has no name.
            chain: its answers.
            called: the name of a file → how it is written in a format.
        """
        stage = self.say("chain", "reference") if chain.reference else self.texts.word("stage", chain.stage)
        complete = completeness(chain.answers)
        file = "" if outcome.name == STDIN else called(outcome.name)
        answered = self.complete(complete) if complete.expected else ""
        return " · ".join(part for part in (file, stage, answered) if part)


@cache
def question_words(language: str) -> QuestionWords:
    """The words of a language."""
    return QuestionWords(texts(language))


@cache
def _column(language: str) -> int:
    return max(len(question_words(language).word("question", each)) for each in Question)


def all_answers(asked: Iterable[QuestionOutcome]) -> Iterable[Answer]:
    """The answers of all chains."""
    return chain.from_iterable(each.answers.answers for each in asked if each.answers)


def shown_answers(benefit: BenefitAnswers) -> Iterable[Answer]:
    """All seven; where none is owed yet, those that have something to say."""
    owed = completeness(benefit.answers).expected
    return [answer for answer in benefit.answers if owed or answer.standing is not Standing.OPEN]


def sign(answer: Answer) -> str:
    """The sign of a question's standing."""
    hidden = answer.standing is Standing.OPEN and answer.claim is Claim.NOT_EXPECTED
    return NOT_ASKED if hidden else SIGNS[answer.standing]


def failure_message(outcome: Outcome) -> str:
    """The sentence that says why a file could not be opened, or read as a chain."""
    if outcome.trouble:
        return failure_sentence(outcome)
    finding = outcome.findings[0]
    message = texts(finding.language).message(finding)
    return (
        f"{safe_file_name(finding.file)}:{finding.place.line}:{finding.place.column} {finding.code} {message}"
    )
