"""A checked chain → what it shows by itself of how benefits are brought home; several of them → sums.

Only what a chain of its stage is expected to say is counted: of a draft and of a reference analysis nothing
is, and what only a follow-up can show is asked of no plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from nyttokedja.calculating import Options, calculate
from nyttokedja.checking.check import Checked
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.model import Answer, ChainAnswers, Claim, Question, Standing
from nyttokedja.model.agenda import TaskKind, agenda
from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.progress import latest
from nyttokedja.model.stage import Stage
from nyttokedja.model.targets import began

FACTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "benefit": (("receiver", "chains"),),
    "realisation": (("actions", "chains"),),
    "owner": (("owner", "chains"),),
    "timing": (("when", "chains"),),
    "follow_up": (("source", "chains"), ("baseline", "chains"), ("in_time", "chains")),
    "judgement": (("responsible", "chains"), ("followed", "benefits")),
    "measures": (("measures", "chains"),),
    "decision": (("calculated", "decisions"),),
    "priority": (("rated", "chains"),),
    "budget": (("used", "benefits"),),
    "leadership": (("judged", "indicators"),),
    "handover": (("handed_over", "chains"),),
    "learning": (("compared", "chains"), ("realised", "hours")),
    "competence": (),
}
"""Id of a statement of ours → what chains show beside it: the name of each fact, and what is counted."""
_BY_QUESTION = {
    "actions": Question.HOW, "owner": Question.WHO, "when": Question.WHEN, "source": Question.FOLLOW_UP,
    "responsible": Question.RESPONSIBLE, "measures": Question.MEASURES,
}  # fmt: skip
_FREED = "redistribution"


class Share(NamedTuple):
    """How many of how many."""

    n: int = 0
    of: int = 0

    def __add__(self, other: object) -> Share:
        assert isinstance(other, Share)
        return Share(self.n + other.n, self.of + other.of)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one chain or several show: how many chains are counted and left out, and a share a fact.

    ``hours`` are those planned and those that came, of the same benefits and years.
    """

    chains: int = 0
    left_out: int = 0
    unread: int = 0
    shares: Mapping[str, Share] = field(default_factory=dict)
    hours: tuple[Decimal, Decimal] | None = None


UNREAD = Evidence(unread=1)
"""What a chain shows that could not be read."""


def evidence_of(checked: Checked) -> Evidence:
    """What a chain shows on the day that it is judged on; without one, not whether it is measured in time."""
    if checked.chain is None or checked.graph is None:
        return UNREAD
    if checked.chain.reference or checked.chain.stage is Stage.DRAFT:
        return Evidence(left_out=1)
    shown = _Shown(checked.chain, checked.graph, checked)
    return Evidence(1, shares=dict(shown.shares()), hours=shown.hours())


def together(found: Iterable[Evidence]) -> Evidence:
    """What several chains show."""
    every = tuple(found)
    shares: dict[str, Share] = {}
    for one in every:
        for name, share in one.shares.items():
            shares[name] = shares.get(name, Share()) + share
    hours = [one.hours for one in every if one.hours]
    return Evidence(
        sum(one.chains for one in every),
        sum(one.left_out for one in every),
        sum(one.unread for one in every),
        shares,
        (sum((one[0] for one in hours), Decimal()), sum((one[1] for one in hours), Decimal()))
        if hours
        else None,
    )


class _Shown:
    def __init__(self, chain: Chain, graph: Graph, checked: Checked) -> None:
        self._chain, self._graph, self._today = chain, graph, checked.today
        self._asked: ChainAnswers = ask(chain, graph, checked.findings, checked.today)
        self._benefits = tuple(chain.of(NodeType.BENEFIT))
        self._planned = chain.stage is not Stage.ANALYSIS
        self._followed = chain.stage is Stage.FOLLOW_UP

    def shares(self) -> Iterator[tuple[str, Share]]:
        """Each fact that this chain can show."""
        has = [bool(one.category and (one.perspective or one.receiver)) for one in self._benefits]
        yield from _of_all("receiver", has)
        for name, question in _BY_QUESTION.items():
            if self._planned and question in self._asked.expected:
                yield from _of_all(name, list(self._settled(question)))
        if self._planned:
            yield from _of_all("baseline", list(self._baselines()))
            freed = [one for one in self._benefits if one.category == _FREED]
            yield "used", Share(sum(bool(one.use or one.conversion) for one in freed), len(freed))
        yield "rated", Share(int(bool(self._chain.prioritising)), 1)
        if self._chain.decision or self._chain.approved:
            yield "calculated", Share(int(any(node.value for node in self._chain.nodes)), 1)
        if self._followed:
            yield from self._afterwards()

    def _settled(self, question: Question) -> Iterator[bool]:
        """Whether each benefit of which an answer is expected has it, or has decided to have none."""
        for benefit in self._asked.benefits:
            answer = next(one for one in benefit.answers if one.question is question)
            if answer.claim in (Claim.EXPECTED, Claim.ACCEPTED):
                part = question is Question.HOW and answer.standing is Standing.PARTLY  # actions on the way
                yield part or answer.claim is Claim.ACCEPTED or answer.standing is Standing.ANSWERED

    def _baselines(self) -> Iterator[bool]:
        """Whether each baseline surely was measured before the change began, where that is said."""
        for node, indicator in self._indicators():
            if start := began(node, self._graph):
                dated = indicator.baseline.date if indicator.baseline else None
                yield dated is not None and start.after(dated)

    def _indicators(self) -> Iterator[tuple[Node, Indicator]]:
        for node in self._chain.nodes:
            for indicator in node.indicators:
                yield node, indicator

    def _afterwards(self) -> Iterator[tuple[str, Share]]:
        """What only a chain that is followed up can show."""
        made = [last for _, one in self._indicators() if (last := latest(one, self._today))]
        if self._today:
            yield from _of_all("in_time", list(self._in_time(self._today)))
        measured = [
            self._is_measured(benefit.node, benefit.answers)
            for benefit in self._asked.benefits
            if self._is_to_be_seen(benefit.node)
        ]
        yield "followed", Share(sum(measured), len(measured))
        yield "judged", Share(sum(bool(one.judgement) for one in made), len(made))
        to = self._chain.handover.to if self._chain.handover else ""
        yield "handed_over", Share(int(bool(to)), 1)
        if self._chain.calculation:
            yield "compared", Share(int(bool(self._realised())), 1)

    def _in_time(self, today: date) -> Iterator[bool]:
        late = {
            (task.node, task.item)
            for task in agenda(self._graph, today)
            if task.kind is TaskKind.MEASURE and task.is_overdue(today)
        }
        for node, indicator in self._indicators():
            yield (node.id, indicator.id) not in late

    def _is_to_be_seen(self, node: Node) -> bool:
        """Whether a benefit hangs on no decision, and the change that brings it has begun by the day."""
        start = began(node, self._graph)
        waits = self._today is not None and start is not None and start.first > self._today
        return not waits and not self._graph.hangs(node.id)

    def _is_measured(self, node: Node, answers: Iterable[Answer]) -> bool:
        """Whether a benefit, or the box that is measured for it, has a value since the change began."""
        via = next((one.via for one in answers if one.question is Question.MEASURES and one.via), None)
        start = began(node, self._graph)
        made = (latest(one, self._today) for one in (via or node).indicators)
        return any(last and not (start and start.after(last.date)) for last in made)

    def _realised(self) -> tuple[tuple[Decimal | None, Decimal | None], ...]:
        outcome = calculate(self._graph, Options()).outcome
        return tuple((one.planned_hours, one.hours) for one in outcome.realised) if outcome else ()

    def hours(self) -> tuple[Decimal, Decimal] | None:
        """The hours planned and those that came, where any can be set side by side."""
        if not (self._followed and self._chain.calculation):
            return None
        pairs = [(plan, came) for plan, came in self._realised() if plan is not None and came is not None]
        if not pairs:
            return None
        return sum((plan for plan, _ in pairs), Decimal()), sum((came for _, came in pairs), Decimal())


def _of_all(name: str, held: list[bool]) -> Iterator[tuple[str, Share]]:
    """One chain, and whether all of something in it is as it should be; nothing where there is none."""
    if held:
        yield name, Share(int(all(held)), 1)
