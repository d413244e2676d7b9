"""The seven questions → Markdown: a table a chain. What a chain says is shown as it is, and never markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.checking.questions.model import BenefitAnswers, completeness
from nyttokedja.checking.questions.outcome import Asked
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reports.findings.markdown import escaped, row
from nyttokedja.reports.locations import path
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import QuestionWords, failure, question_words, sign

_COLUMNS = ("benefit", "question", "answer")


def report(asked: Sequence[Asked], setting: ReportContext) -> str:
    """What could not be read, a table for each chain, and what is said of the whole run."""
    failures = [f"- ❌ {escaped(failure(each.outcome))}" for each in asked if each.failed]
    chains = ["\n".join(_chain(each, setting)) for each in asked if each.answers]
    parts = ["\n".join(failures), *chains, "\n".join(_total(asked, question_words(setting.language)))]
    return "\n\n".join(part for part in parts if part) + "\n" if any(parts) else ""


def _chain(asked: Asked, setting: ReportContext) -> Iterator[str]:
    chain, outcome = asked.answers, asked.outcome
    assert chain is not None
    words = question_words(outcome.language)
    yield f"### {escaped(words.title(chain.title))}"
    yield ""
    file = "" if outcome.name == STDIN else f"{escaped(path(outcome.name, setting))} · "
    yield file + words.heading(chain)
    for aside in words.asides(outcome, chain):
        yield ""
        yield escaped(aside)
    if chain.benefits:
        yield ""
        yield row(words.say("table", name) for name in _COLUMNS)
        yield row("---" for _ in _COLUMNS)
        for benefit in chain.benefits:
            yield from _rows(benefit, words)


def _rows(benefit: BenefitAnswers, words: QuestionWords) -> Iterator[str]:
    """A row a question; the benefit stands at the first."""
    complete = words.complete(completeness(benefit.answers))
    named = f"**{escaped(words.title(benefit.node.title))}** {complete}"
    for answer in benefit.answers:
        question = f"{answer.question.number} {words.word('question', answer.question)}"
        yield row((named, question, f"{sign(answer)} {escaped(words.answer(answer))}"))
        named = ""


def _total(asked: Sequence[Asked], words: QuestionWords) -> Iterator[str]:
    if total := words.total(asked):
        yield f"- {total}"
    if ranked := words.most_open(asked):
        said = (f"{question.number} {words.word('question', question)} {n}" for question, n in ranked)
        yield f"- {words.say('total', 'most_open')} {'; '.join(said)}"
