"""The seven questions → a matrix a chain, for a meeting's screen: a line a benefit, a sign a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.checking.questions.model import ChainAnswers, Question, completeness
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import (
    NOT_ASKED,
    SIGNS,
    QuestionWords,
    failure_message,
    question_words,
    sign,
)

_LONGEST = 44
"""Characters of a title; what comes after is cut off, so that the signs stand under each other."""


def report(asked: Sequence[QuestionOutcome], context: ReportContext) -> str:
    """The files that could not be read, a matrix for each chain, and what the signs mean."""
    parts = ["\n".join(clean(failure_message(each.outcome)) for each in asked if each.failed)]
    parts += ["\n".join(_chain_lines(each, each.answers)) for each in asked if each.answers]
    if any(each.answers and each.answers.benefits for each in asked):
        parts.append("\n".join(_key_lines(question_words(context.language))))
    return "\n\n".join(part for part in parts if part) + "\n" if any(parts) else ""


def _chain_lines(asked: QuestionOutcome, chain: ChainAnswers) -> Iterator[str]:
    words = question_words(asked.outcome.language)
    yield clean_line(words.title(chain.title))
    yield words.heading(asked.outcome, chain)
    yield from (clean(aside) for aside in words.asides(asked.outcome, chain))
    if not chain.benefits:
        return
    titles = [clean_line(words.title(benefit.node.title)) for benefit in chain.benefits]
    column = min(max(map(len, titles)), _LONGEST)
    yield ""
    yield " " * column + "  " + " ".join(str(question.number) for question in Question)
    for title, benefit in zip(titles, chain.benefits, strict=True):
        shown = title if len(title) <= column else title[: column - 1] + "…"
        percent = completeness(benefit.answers).percent
        signs = " ".join(sign(answer) for answer in benefit.answers)
        share = "" if percent is None else words.say("chain", "share", percent=percent)
        yield f"{shown:{column}}  {signs}  {share:>5}".rstrip()


def _key_lines(words: QuestionWords) -> Iterator[str]:
    """The questions by their numbers, and what each sign means."""
    for question in Question:
        yield f"{question.number} {words.word('question', question)}"
    meanings = {sign: words.word("sign", standing) for standing, sign in SIGNS.items()}
    meanings[NOT_ASKED] = words.word("sign", "not-expected")
    yield "  ".join(f"{sign} {meaning}" for sign, meaning in meanings.items())
