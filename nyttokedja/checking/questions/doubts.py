"""Which answers are no more than a part of one: as the rules say, and by how far an action is from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nyttokedja.checking.questions.model import Doubt, Question
from nyttokedja.checking.rules.model import Rule
from nyttokedja.checking.rules.ownership import personal_owner, project_leader_owner
from nyttokedja.checking.rules.wording import compound_title
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.findings import Finding
from nyttokedja.model.graph import Graph
from nyttokedja.model.propagation import nearest

_FOUND: tuple[tuple[Question, Rule, frozenset[str], Doubt], ...] = (
    (Question.WHAT, compound_title, frozenset(), Doubt.TWO_BENEFITS),
    (Question.WHO, project_leader_owner, frozenset(), Doubt.PROJECT),
    (Question.WHO, personal_owner, frozenset({"owner"}), Doubt.ADDRESS),
    (Question.RESPONSIBLE, personal_owner, frozenset({"judged_by", "measured_by"}), Doubt.ADDRESS),
)
"""Question, the rule that doubts its answer, the keys that it must be about (any, if none), the doubt."""


def found_doubts(findings: Iterable[Finding]) -> Mapping[tuple[str, Question], tuple[Doubt, ...]]:
    """(Node, question) → what a check doubts of the answer there; what the chain has accepted is no doubt."""
    doubts: dict[tuple[str, Question], tuple[Doubt, ...]] = {}
    for finding in findings:
        for question, rule, keys, doubt in _FOUND:
            about = not keys or finding.particulars.get("key") in keys
            if finding.code == rule.code and about and not finding.accepted:
                there = doubts.get((finding.node, question), ())
                doubts[finding.node, question] = (*there, *({doubt} - set(there)))
    return doubts


class Acting:
    """Whose actions bring a benefit: those at it or on steps that lead to no other, else the nearest."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._only = _only_benefit(graph)
        actors = [(node.id, node) for node in graph.chain.nodes if node.actions]
        own = [(id, node) for id, node in actors if self._only.get(id)]
        self._own = nearest(own, self._steps_to_the_same)
        self._any = nearest(actors, graph.carries_to)

    def of(self, benefit: Node) -> tuple[Node | None, tuple[Doubt, ...]]:
        """The node whose actions answer how a benefit is realised, and why they are only a part of it."""
        own = benefit if benefit.actions else self._own.get(benefit.id)
        if own:
            return own, ()
        node = self._any.get(benefit.id)
        if node is None:
            return None, ()
        return node, (Doubt.CHANGE_ALONE if node.type is NodeType.CHANGE else Doubt.SHARED_STEP,)

    def _steps_to_the_same(self, id: str) -> Iterator[str]:
        return (next for next in self._graph.carries_to(id) if self._only.get(next) == self._only[id])


def _only_benefit(graph: Graph) -> Mapping[str, str]:
    """Id → the one benefit that every way on meets first; "" where ways meet several, absent where none."""
    only: dict[str, str] = {benefit.id: benefit.id for benefit in graph.chain.of(NodeType.BENEFIT)}
    benefits = frozenset(only)
    waiting = list(only)
    while waiting:
        here = waiting.pop()
        for id in graph.carried_from(here):
            if id in benefits:
                continue
            meets = only[here] if only.get(id, only[here]) == only[here] else ""
            if only.get(id) != meets:
                only[id] = meets
                waiting.append(id)
    return only
