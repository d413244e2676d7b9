"""(Chain, Graph, findings) → what each benefit answers to E-delegationen's seven questions.

A question is expected where the rules that ask the same are asked of the chain at its stage; a draft owes
no answer, and a chain that calls itself an analysis only the first. Where a benefit has no action or
indicator of its own, the nearest on the way to it answers: in part, where it is about more than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from nyttokedja.checking.questions.doubts import Acting, found_doubts
from nyttokedja.checking.questions.model import (
    Answer,
    BenefitAnswers,
    ChainAnswers,
    Claim,
    Doubt,
    Question,
    Standing,
)
from nyttokedja.checking.rules.follow_up import (
    missing_data_source,
    missing_indicator,
    unmeasured_indicator,
)
from nyttokedja.checking.rules.model import Rule
from nyttokedja.checking.rules.ownership import missing_owner
from nyttokedja.checking.rules.realisation import missing_time, unrealised_benefit
from nyttokedja.checking.rules.usage import measured_by_use
from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.findings import Finding
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.progress import latest
from nyttokedja.model.propagation import nearest
from nyttokedja.model.stage import Stage
from nyttokedja.model.targets import TargetState, due, is_shown_as_reached, target_state

_MOST = 12
"""So many actions or indicators of one box are kept; the rest is counted."""

_RULES: Mapping[Question, Mapping[str, Rule]] = {
    Question.WHAT: {},
    Question.HOW: {"actions": unrealised_benefit},
    Question.WHO: {"owner": missing_owner},
    Question.WHEN: {"when": missing_time},
    Question.FOLLOW_UP: {"source": missing_data_source, "every": unmeasured_indicator},
    Question.RESPONSIBLE: {"judged_by": unmeasured_indicator, "measured_by": unmeasured_indicator},
    Question.MEASURES: {"title": missing_indicator},
}
"""Question → the keys that answer it, each with the rule that asks for it; no rule asks for a title."""

_LENIENT = Stage.ANALYSIS
"""The stage that, where a chain says that it is there, may leave owners and indicators to the plan."""

_OF_INDICATORS = (Question.FOLLOW_UP, Question.RESPONSIBLE, Question.MEASURES)


def ask(
    chain: Chain, graph: Graph, findings: Iterable[Finding] = (), today: date | None = None
) -> ChainAnswers:
    """Ask the seven questions of each benefit.

    Args:
        chain: what is asked.
        graph: the chain's graph.
        findings: what a check found; the accepted ones say which questions may stay open.
        today: the day on which it is said which targets are reached; without one it is not.
    """
    asking = _Asking(chain, graph, findings, today)
    benefits = tuple(BenefitAnswers(node, tuple(asking.answers(node))) for node in chain.of(NodeType.BENEFIT))
    return ChainAnswers(chain.title, chain.stage, chain.reference, asking.expected, benefits)


def _asked(chain: Chain) -> Iterator[Question]:
    """The questions that some rule asks of the chain; no rule asks what the benefit is, everybody does."""
    for question in Question:
        if question is Question.WHAT or any(r.is_asked_of(chain) for r in _RULES[question].values()):
            yield question


def _expected(chain: Chain) -> Iterable[Question]:
    """The questions whose answers count."""
    if chain.stage is Stage.DRAFT:
        return ()
    return (Question.WHAT,) if chain.said_stage is _LENIENT else _asked(chain)


class _Found(NamedTuple):
    """What there is of an answer, before anybody asks whether it is expected."""

    standing: Standing
    said: tuple[Mapping[str, str], ...] = ()
    n: int = 0
    lacks: tuple[str, ...] = ()
    at: Node | None = None
    doubts: tuple[Doubt, ...] = ()

    def doubted(self, doubts: tuple[Doubt, ...]) -> _Found:
        """The same as a part of an answer, where there is any doubt and any answer."""
        if not doubts or self.standing is Standing.OPEN:
            return self
        return self._replace(standing=Standing.PARTLY, doubts=(*self.doubts, *doubts))


_NOTHING = _Found(Standing.OPEN)


class _Asking:
    """What is worked out once for a chain: the questions expected, and which boxes answer for others."""

    def __init__(self, chain: Chain, graph: Graph, findings: Iterable[Finding], today: date | None) -> None:
        self.graph, self.today = graph, today
        self.expected = tuple(_expected(chain))
        self.not_counted = (
            frozenset(_asked(chain)) - {*self.expected} if chain.stage is _LENIENT else frozenset()
        )
        nodes = chain.nodes
        findings = tuple(findings)
        self.doubts = found_doubts(findings)
        self.acting = Acting(graph)
        measured = [node for node in chain.of(NodeType.EFFECT, NodeType.BENEFIT) if node.indicators]
        self.measured = nearest(((n.id, n) for n in measured if not n.behaviour), graph.carries_to)
        self.used = nearest(((node.id, node) for node in measured), graph.carries_to)
        self.unread = graph.reached_from(node.id for node in nodes if node.faulty)
        self.accepted: set[tuple[str, str]] = set()  # (node, code) of the findings
        self.open: set[tuple[str, str]] = set()
        for finding in findings:
            (self.accepted if finding.accepted else self.open).add((finding.node, finding.code))
        self.known: dict[tuple[str, Question], _Found] = {}

    def answers(self, node: Node) -> Iterator[Answer]:
        for question in Question:
            found = self._found(node, question)
            at = found.at or node
            found = found.doubted(self.doubts.get((at.id, question), ()))
            via = None if found.at is node else found.at
            claim = self._claim(node, question, found)
            yield Answer(question, found.standing, claim, found.said, found.n, found.lacks, found.doubts, via)

    def _found(self, node: Node, question: Question) -> _Found:
        if question in _OF_INDICATORS:
            if node.id in self.measured:
                return self._of_box(self.measured[node.id], question)
            settled = (node.id, measured_by_use.code) in self.accepted
            doubts: tuple[Doubt, ...] = () if settled else (Doubt.USE_ALONE,)
            return self._of_box(self.used.get(node.id), question).doubted(doubts)
        if question is Question.HOW:
            actor, doubts = self.acting.of(node)
            return self._of_box(actor, question).doubted(doubts)
        said = {
            Question.WHAT: {"text": node.text} if node.text else {"title": node.title},
            Question.WHO: {"owner": node.owner},
            Question.WHEN: {"when": node.when.written if node.when else ""},
        }[question]
        return _Found(Standing.ANSWERED, (said,), 1, at=node) if all(said.values()) else _NOTHING

    def _of_box(self, node: Node | None, question: Question) -> _Found:
        """What the actions or indicators of a box answer; made once, however many benefits it answers for."""
        if node is None:
            return _NOTHING
        if (node.id, question) not in self.known:
            found = _actions(node) if question is Question.HOW else self._indicators(node, question)
            self.known[node.id, question] = found
        return self.known[node.id, question]

    def _indicators(self, node: Node, question: Question) -> _Found:
        lacks = tuple(
            key for key in _RULES[question] if not all(getattr(each, key) for each in node.indicators)
        )
        said = [said for each in node.indicators if (said := self._said(node, each, question))]
        standing = Standing.ANSWERED if not lacks else Standing.PARTLY if said else Standing.OPEN
        return _Found(standing, tuple(said[:_MOST]), len(said), lacks, node)

    def _said(self, node: Node, indicator: Indicator, question: Question) -> Mapping[str, str]:
        if question is not Question.MEASURES:
            return _given({key: getattr(indicator, key) for key in _RULES[question]})
        stands = self._stands(node, indicator) if self.today else {}
        return _given({"title": indicator.title, "unit": indicator.unit, **stands})

    def _stands(self, node: Node, indicator: Indicator) -> Mapping[str, str]:
        """That a target is reached or missed, or that nobody has measured since it was due; and when."""
        assert self.today is not None
        last, by = latest(indicator, self.today), due(node, indicator, self.graph)
        made = last.date.written if last else ""
        if is_shown_as_reached(node, indicator, self.graph, self.today):
            return {"reached": made}
        state = target_state(node, indicator, self.graph, self.today, self.graph.tolerance)
        if state is TargetState.MISSED:
            return {"missed": made}
        return {"overdue": by.written} if by and state is TargetState.UNMEASURED else {}

    def _claim(self, node: Node, question: Question, found: _Found) -> Claim:
        if question in self.not_counted:
            return Claim.NOT_COUNTED
        if question not in self.expected or self._waits(node, question, found):
            return Claim.NOT_EXPECTED
        if found.standing is Standing.ANSWERED:
            return Claim.EXPECTED
        if node.faulty or (found.at and found.at.faulty):
            return Claim.UNREAD
        if question is Question.HOW and node.id in self.unread:
            return Claim.UNREAD
        asked = {((found.at or node).id, rule.code) for rule in _rules(question, found)}
        if asked & self.accepted and not asked & self.open:
            return Claim.ACCEPTED
        return Claim.EXPECTED

    def _waits(self, node: Node, question: Question, found: _Found) -> bool:
        """Whether nobody can say it yet, since the benefit hangs on a decision; what is measured is asked."""
        said = question is Question.WHAT or (question in _OF_INDICATORS and found.at is not None)
        return not said and self.graph.hangs(node.id)


def _rules(question: Question, found: _Found) -> Iterable[Rule]:
    """The rules that find a question open."""
    if question in _OF_INDICATORS and found.at is None:
        return (missing_indicator,)
    rules = _RULES[question]
    return [rules[key] for key in found.lacks] or rules.values()


def _actions(node: Node) -> _Found:
    said = [
        _given({"what": action.what, "who": action.who, "due": action.due.written if action.due else ""})
        for action in node.actions
    ]
    return _Found(Standing.ANSWERED, tuple(said[:_MOST]), len(said), at=node)


def _given(said: Mapping[str, str]) -> Mapping[str, str]:
    """What is said, without the keys that say nothing."""
    return {key: value for key, value in said.items() if value}
