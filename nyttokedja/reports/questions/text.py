"""The seven questions → lines for a terminal: seven a benefit, each with its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from nyttokedja.checking.questions.model import (
    Answer,
    BenefitAnswers,
    Claim,
    Question,
    Standing,
)
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions.wording import (
    QuestionWords,
    failure_message,
    question_words,
    shown_answers,
    sign,
)
from nyttokedja.reports.text_style import TextStyle

_NARROWEST = 60


def report(asked: Sequence[QuestionOutcome], context: ReportContext) -> str:
    """The text of a run, without colours."""
    failures = [clean(failure_message(each.outcome)) for each in asked if each.failed]
    parts = (failures, list(answer_lines(asked, context.language, TextStyle(width=80))))
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts if part)


def answer_lines(asked: Sequence[QuestionOutcome], language: str, style: TextStyle) -> Iterator[str]:
    """The lines of the chains that could be read, each in its own language, and of the run."""
    parts = [list(_chain_lines(each, style)) for each in asked if each.answers]
    parts.append(list(_total_lines(asked, question_words(language), style)))
    for n, part in enumerate(part for part in parts if part):
        yield from ([""] if n else [])
        yield from part


def _total_lines(asked: Sequence[QuestionOutcome], words: QuestionWords, style: TextStyle) -> Iterator[str]:
    if total := words.total(asked):
        yield style.paint(total, "place")
    ranked = words.most_open(asked)
    if ranked:
        yield words.say("total", "most_open")
    for question, n in ranked:
        yield f"  {question.number} {_padded(question, words)}  {n}"


def _chain_lines(asked: QuestionOutcome, style: TextStyle) -> Iterator[str]:
    chain, outcome = asked.answers, asked.outcome
    assert chain is not None
    words = question_words(outcome.language)
    width = max(style.width, _NARROWEST)
    for line in _wrapped(words.title(chain.title), width):
        yield style.paint(line, "place")
    yield from _wrapped(words.heading(outcome, chain), width)
    for aside in words.asides(outcome, chain):
        yield from (style.paint(line, "soft") for line in _wrapped(aside, width))
    for benefit in chain.benefits:
        yield ""
        yield from _benefit_lines(benefit, words, style, width)


def _benefit_lines(
    benefit: BenefitAnswers, words: QuestionWords, style: TextStyle, width: int
) -> Iterator[str]:
    for line in _wrapped(f"{words.title(benefit.node.title)} – {words.benefit(benefit)}", width - 2):
        yield f"  {style.paint(line, 'place')}"
    for answer in shown_answers(benefit):
        yield from _answer_line(answer, words, style, width)


def _answer_line(answer: Answer, words: QuestionWords, style: TextStyle, width: int) -> Iterator[str]:
    head = f"{answer.question.number} {_padded(answer.question, words)}  "
    first, *rest = _wrapped(words.answer(answer), width - len(head) - 6)
    counted = answer.claim is Claim.EXPECTED
    role = "soft" if not counted else "good" if answer.standing is Standing.ANSWERED else "warning"
    tint = style.paint if not counted else lambda text, role: text
    yield f"    {style.paint(sign(answer), role)} {tint(head + first, role)}"
    for line in rest:
        yield " " * (len(head) + 6) + tint(line, role)


def _padded(question: Question, words: QuestionWords) -> str:
    return words.word("question", question).ljust(words.column)


def _wrapped(text: str, width: int) -> list[str]:
    """A text wrapped to a width in characters; no line is a command to GitHub."""
    text = clean(text)
    if len(text) <= width and text == text.strip() and text:  # as most are
        return [clean_line(text)]
    lines = wrap(text, width, break_on_hyphens=False)
    return [clean_line(line) for line in lines] or [""]
