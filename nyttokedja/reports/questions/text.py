"""The seven questions → lines for a terminal: seven a benefit, each with what answers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from nyttokedja.checking.questions.model import (
    Answer,
    BenefitAnswers,
    Claim,
    Question,
    Standing,
    completeness,
)
from nyttokedja.checking.questions.outcome import Asked
from nyttokedja.language.safe_text import clean
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reports.findings.text import shown
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import QuestionWords, failure, question_words, sign
from nyttokedja.reports.text_style import TextStyle

_NARROWEST = 60


def report(asked: Sequence[Asked], setting: ReportContext) -> str:
    """All that is said of a run, without colours."""
    failures = [clean(failure(each.outcome)) for each in asked if each.failed]
    parts = (failures, list(lines(asked, setting.language, TextStyle(width=80))))
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts if part)


def lines(asked: Sequence[Asked], language: str, look: TextStyle) -> Iterator[str]:
    """What is said of the chains that could be read, each in its own language, and of all of them."""
    parts = [list(_chain(each, look)) for each in asked if each.answers]
    parts.append(list(_total(asked, question_words(language), look)))
    for n, part in enumerate(part for part in parts if part):
        yield from ([""] if n else [])
        yield from part


def _total(asked: Sequence[Asked], words: QuestionWords, look: TextStyle) -> Iterator[str]:
    if total := words.total(asked):
        yield look.paint(total, "place")
    ranked = words.most_open(asked)
    if ranked:
        yield words.say("total", "most_open")
    for question, n in ranked:
        yield f"  {question.number} {_padded(question, words)}  {n}"


def _chain(asked: Asked, look: TextStyle) -> Iterator[str]:
    chain, outcome = asked.answers, asked.outcome
    assert chain is not None
    words = question_words(outcome.language)
    width = max(look.width, _NARROWEST)
    for line in _wrapped(words.title(chain.title), width):
        yield look.paint(line, "place")
    file = "" if outcome.name == STDIN else f"{shown(outcome.name)} · "
    yield from _wrapped(file + words.heading(chain), width)
    for aside in words.asides(outcome, chain):
        yield from (look.paint(line, "soft") for line in _wrapped(aside, width))
    for benefit in chain.benefits:
        yield ""
        yield from _benefit(benefit, words, look, width)


def _benefit(benefit: BenefitAnswers, words: QuestionWords, look: TextStyle, width: int) -> Iterator[str]:
    complete = words.complete(completeness(benefit.answers))
    for line in _wrapped(f"{words.title(benefit.node.title)} – {complete}", width - 2):
        yield f"  {look.paint(line, 'place')}"
    for answer in benefit.answers:
        yield from _answer(answer, words, look, width)


def _answer(answer: Answer, words: QuestionWords, look: TextStyle, width: int) -> Iterator[str]:
    head = f"{answer.question.number} {_padded(answer.question, words)}  "
    first, *rest = _wrapped(words.answer(answer), width - len(head) - 6)
    counted = answer.claim is Claim.EXPECTED
    role = "soft" if not counted else "good" if answer.standing is Standing.ANSWERED else "warning"
    tint = look.paint if not counted else lambda text, role: text
    yield f"    {look.paint(sign(answer), role)} {tint(head + first, role)}"
    for line in rest:
        yield " " * (len(head) + 6) + tint(line, role)


def _padded(question: Question, words: QuestionWords) -> str:
    column = max(len(words.word("question", each)) for each in Question)
    return words.word("question", question).ljust(column)


def _wrapped(text: str, width: int) -> list[str]:
    """A text on lines of at most a width, none of which is a command to GitHub."""
    lines = wrap(clean(text), width, break_on_hyphens=False)
    return [f":\\u003a{line[2:]}" if line.startswith("::") else line for line in lines] or [""]
