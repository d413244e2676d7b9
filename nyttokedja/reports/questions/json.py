"""The seven questions → JSON, as schemas/questions.schema.json describes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from nyttokedja.checking.questions.model import (
    Answer,
    BenefitAnswers,
    ChainAnswers,
    Completeness,
    by_question,
    completeness,
)
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.reports.markup import json_text
from nyttokedja.reports.model import CANNOT_OPEN, CRASHED, ReportContext
from nyttokedja.reports.questions.wording import all_answers, failure_message

SCHEMA = "questions.schema.json"


def report(asked: Sequence[QuestionOutcome], context: ReportContext) -> str:
    """Every file that was looked at, every answer of its chain, and how complete all of them are."""
    chains = [each.answers for each in asked if each.answers]
    return json_text(
        {
            "version": 1,
            "tool": {"name": "nyttokedja", "version": context.version},
            "files": [_file(each) for each in asked],
            "summary": {
                "chains": len(chains),
                "benefits": sum(len(chain.benefits) for chain in chains),
                **_counts(all_answers(asked)),
            },
        }
    )


def _file(asked: QuestionOutcome) -> dict[str, Any]:
    outcome = asked.outcome
    return {
        "file": outcome.name,
        "status": _status(asked),
        "language": outcome.language,
        "complete": asked.answers is not None and outcome.complete,
        "message": failure_message(outcome) if asked.failed else None,
        "chain": _chain(asked.answers, stage_said=outcome.stage_said) if asked.answers else None,
    }


def _status(asked: QuestionOutcome) -> str:
    if asked.outcome.trouble:
        return CRASHED if asked.outcome.crashed else CANNOT_OPEN
    if not asked.outcome.is_chain:
        return "skipped"
    return "unreadable" if asked.unreadable else "asked"


def _chain(chain: ChainAnswers, *, stage_said: bool) -> dict[str, Any]:
    return {
        "title": chain.title,
        "stage": chain.stage,
        "stage_said": stage_said,
        "reference": chain.reference,
        "expected": list(chain.expected),
        **_counts(chain.answers),
        "benefits": [_benefit(benefit) for benefit in chain.benefits],
    }


def _counts(answers: Iterable[Answer]) -> dict[str, Any]:
    listed = list(answers)
    per_question = by_question(listed)
    return {
        "completeness": _completeness(completeness(listed)),
        "questions": {question: _completeness(complete) for question, complete in per_question.items()},
    }


def _completeness(complete: Completeness) -> dict[str, Any]:
    return {**complete._asdict(), "percent": complete.percent}


def _benefit(benefit: BenefitAnswers) -> dict[str, Any]:
    return {
        "id": benefit.node.id,
        "title": benefit.node.title,
        "completeness": _completeness(completeness(benefit.answers)),
        "answers": [_answer(answer) for answer in benefit.answers],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    via = answer.via and {"id": answer.via.id, "type": answer.via.type, "title": answer.via.title}
    return {
        "question": answer.question,
        "number": answer.question.number,
        "standing": answer.standing,
        "claim": answer.claim,
        "said": list(answer.said),
        "count": answer.n,
        "lacks": list(answer.lacks),
        "doubts": list(answer.doubts),
        "via": via,
    }
