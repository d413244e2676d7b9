"""NK202–NK207: what nothing leads to, and what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import ERROR, INFO, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Graph
from nyttokedja.model.needs import unmet_need

_EXPECTED_BY_PLAN = by_stage(draft=INFO, analysis=WARNING, plan=ERROR, follow_up=ERROR)
_MOST_NAMED = 3
"""So many drawbacks that stand between are named at the most."""
_NEVER_MORE_THAN_WARNING = by_stage(draft=INFO, analysis=WARNING, plan=WARNING, follow_up=WARNING)


def _lonely(graph: Graph, node: Node) -> bool:
    return not graph.leaving[node.id] and not graph.entering[node.id] and not node.links


def _placed_beside(graph: Graph, node: Node) -> bool:
    """Whether it stands beside the chain at something that leads to it: no more is asked of it."""
    return node.beside and bool(graph.entering[node.id])


def _caused_by_risk(review: Review) -> frozenset[str]:
    """What a risk leads to: its cause is the risk, which stands beside the graph."""
    risks = review.chain.of(NodeType.RISK)
    targets = (review.graph.find(link.target).node for risk in risks for link in risk.links)
    return frozenset(target.id for target in targets if target is not None)


@rule("NK202", "unreached-goal", _EXPECTED_BY_PLAN)
def unreached_goal(review: Review) -> Iterator[Hit]:
    """A goal that nothing in the chain leads to.

    A goal is in the chain to show that the change serves it. If no path of arrows leads to it from a
    change or an opportunity, the chain does not say how it would be reached. A drawback leads to no goal. An
    effect or benefit that is marked as a goal (effektmål) is one.

    Bad:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:
        goals:
          sustainable_staffing:

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: sustainable_staffing}
        goals:
          sustainable_staffing:

    Source: E-delegationen, Vägledning för nyttorealisering.
    """
    for goal in review.chain.goals:
        if goal.id not in review.graph.possible:
            yield _unreached(review, goal)


def _unreached(review: Review, node: Node) -> Hit:
    """The hit at a node that no change reaches, with where the path to it begins, if it has one."""
    if not review.graph.entering[node.id]:
        return at(node)
    if node.id in review.graph.caused:
        return at(node, "drawback", drawbacks=review.graph.drawbacks_before(node.id, _MOST_NAMED))
    if unmet := unmet_need(review.graph, review.graph.possible, node.id):
        needs, missing = (review.graph.nodes[id] for id in unmet)
        return at(node, "needs", needs=needs, missing=missing)
    begins = review.graph.beginning(node.id)
    return at(node, "upstream", begins=begins) if begins else at(node, "detached")


@rule("NK203", "uncaused-effect", _NEVER_MORE_THAN_WARNING)
def uncaused_effect(review: Review) -> Iterator[Hit]:
    """An effect that no change or opportunity leads to.

    An effect is the consequence of something. Either the arrow to it is missing, or the chain has a
    change that nobody wrote down. What a drawback leads to in its turn follows from the change too.

    Bad:

        changes:
          night_camera:
        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time:

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time:

    Source: Inera, nyttoanalys.
    """
    for effect in review.chain.of(NodeType.EFFECT):
        if effect.id in review.graph.caused or effect.is_goal:
            continue
        if not (_lonely(review.graph, effect) or _placed_beside(review.graph, effect)):
            yield _unreached(review, effect)


@rule("NK204", "uncaused-benefit", _EXPECTED_BY_PLAN)
def uncaused_benefit(review: Review) -> Iterator[Hit]:
    """A benefit or drawback that no change or opportunity leads to.

    A benefit that does not follow from the change is a hope. Read the chain backwards from it: what has
    to happen first? A drawback that a risk leads to has its cause there. What is bad may lead to effects
    and further drawbacks, but a benefit needs a path with no drawback on it. Beside the chain it is a
    warning, and only where no arrow leads to it.

    Bad:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:
        benefits:
          better_sleep:

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: better_sleep}
        benefits:
          better_sleep:

    Source: Inera, nyttoanalys.
    """
    by_risk, graph = _caused_by_risk(review), review.graph
    for node in review.chain.of(NodeType.BENEFIT, NodeType.DRAWBACK):
        caused = graph.caused if node.type is NodeType.DRAWBACK else graph.possible
        if node.id in caused or node.id in by_risk or node.is_goal or _placed_beside(graph, node):
            continue
        yield _unreached(review, node)._replace(at_most=WARNING if node.beside else ERROR)


@rule("NK205", "idle-change", _EXPECTED_BY_PLAN)
def idle_change(review: Review) -> Iterator[Hit]:
    """A change that reaches no benefit and no goal.

    Read the chain forwards from it: what becomes better, and for whom? If nothing does, the change has
    no reason, or the chain is not finished.

    Bad:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: better_sleep}
        benefits:
          better_sleep:

    Source: Inera, nyttoanalys.
    """
    wanted = [n.id for n in review.chain.nodes if n.is_wanted]
    useful = review.graph.leading_to(wanted)
    for change in review.chain.of(NodeType.CHANGE):
        if change.id not in useful and not change.faulty:
            yield at(change, "" if review.graph.leaving[change.id] else "no-arrow")


@rule("NK206", "dead-end-effect", _NEVER_MORE_THAN_WARNING)
def dead_end_effect(review: Review) -> Iterator[Hit]:
    """An effect that leads nowhere.

    An effect is a step on the way. If it ends here, either somebody finds it valuable, and it is a
    benefit, or the next step is missing. An effect chosen as a goal may end the chain, and one beside
    the chain need lead nowhere.

    Bad:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: better_sleep}
        benefits:
          better_sleep:

    Source: theory of change practice.
    """
    for effect in review.chain.of(NodeType.EFFECT):
        ends = not review.graph.leaving[effect.id] and not effect.links
        if ends and not (effect.beside or effect.is_goal or effect.faulty or _lonely(review.graph, effect)):
            yield at(effect)


@rule("NK207", "lonely-effect", _NEVER_MORE_THAN_WARNING)
def lonely_effect(review: Review) -> Iterator[Hit]:
    """An effect without any arrow.

    It was moved from the wall but never placed: nothing says what causes it or what it leads to. If it
    is still only a thought, keep it among the notes. One beside the chain needs only an arrow to it.

    Bad:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: better_sleep}
          calmer_nights:
        benefits:
          better_sleep:

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: calmer_nights}
          calmer_nights: {leads_to: better_sleep}
        benefits:
          better_sleep:

    Source: workshop practice, Inera's user forum.
    """
    for effect in review.chain.of(NodeType.EFFECT):
        if _lonely(review.graph, effect) and not (effect.is_goal or effect.faulty):
            yield at(effect, "beside" if effect.beside else "")


RULES: tuple[Rule, ...] = (
    unreached_goal,
    uncaused_effect,
    uncaused_benefit,
    idle_change,
    dead_end_effect,
    lonely_effect,
)
