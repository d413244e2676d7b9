"""The seven questions → Markdown: a matrix and a table a chain. No text of a chain becomes markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.checking.questions.model import BenefitAnswers, Question
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.reports.findings.markdown import escaped, row
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import (
    QuestionWords,
    failure_message,
    question_words,
    shown_answers,
    sign,
)

_COLUMNS = ("benefit", "question", "answer")


def report(asked: Sequence[QuestionOutcome], context: ReportContext) -> str:
    """The files that could not be read, a table for each chain, and the totals of the run."""
    failures = [f"- ❌ {escaped(failure_message(each.outcome))}" for each in asked if each.failed]
    chains = ["\n".join(_chain_lines(each, context)) for each in asked if each.answers]
    parts = ["\n".join(failures), *chains, "\n".join(_total_lines(asked, question_words(context.language)))]
    return "\n\n".join(part for part in parts if part) + "\n" if any(parts) else ""


def _chain_lines(asked: QuestionOutcome, context: ReportContext) -> Iterator[str]:
    chain, outcome = asked.answers, asked.outcome
    assert chain is not None
    words = question_words(outcome.language)
    yield f"### {escaped(words.title(chain.title))}"
    yield ""
    yield words.heading(outcome, chain, lambda name: escaped(report_path(name, context)))
    for aside in words.asides(outcome, chain):
        yield ""
        yield escaped(aside)
    if len(chain.benefits) > 1:
        yield ""
        yield row((words.say("table", "benefit"), *(str(question.number) for question in Question)))
        yield row(("---", *(":-:" for _ in Question)))
        for benefit in chain.benefits:
            yield row((escaped(words.title(benefit.node.title)), *map(sign, benefit.answers)))
    if chain.benefits:
        yield ""
        yield row(words.say("table", name) for name in _COLUMNS)
        yield row("---" for _ in _COLUMNS)
        for benefit in chain.benefits:
            yield from _rows(benefit, words)


def _rows(benefit: BenefitAnswers, words: QuestionWords) -> Iterator[str]:
    """A row a question; the first one names the benefit."""
    named = f"**{escaped(words.title(benefit.node.title))}** {words.benefit(benefit)}"
    for answer in shown_answers(benefit):
        question = f"{answer.question.number} {words.word('question', answer.question)}"
        yield row((named, question, f"{sign(answer)} {escaped(words.answer(answer))}"))
        named = ""


def _total_lines(asked: Sequence[QuestionOutcome], words: QuestionWords) -> Iterator[str]:
    if total := words.total(asked):
        yield f"- {total}"
    if ranked := words.most_open(asked):
        said = (f"{question.number} {words.word('question', question)} {n}" for question, n in ranked)
        yield f"- {words.say('total', 'most_open')} {'; '.join(said)}"
