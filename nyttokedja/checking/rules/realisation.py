"""NK404–NK407: how a benefit is brought home — what for, by which actions, and when."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.model.chain import Node, NodeType

_ASKED_IN_A_PLAN = by_stage(plan=WARNING, follow_up=WARNING)
NOT_OURS = ("residents", "relatives", "society")
"""The perspectives whose freed time is theirs to use."""


@rule("NK404", "missing-use", _ASKED_IN_A_PLAN)
def missing_use(review: Review) -> Iterator[Hit]:
    """Freed time, or money that is no longer spent, without a word on what it is used for.

    Freed time shows in the work and not in the budget: unless somebody has said what it is for, it is
    gone by the time one looks for it. What becomes of money matters too, and is only asked. An arrow from
    the freed time to an effect or a benefit says its use, and so does how much of it goes where
    (`conversion`); the time of residents and relatives is their own; and a benefit that still hangs on a
    decision is not asked.

    Bad:

        stage: plan
        benefits:
          freed_time: {category: redistribution, perspective: own}

    Good:

        stage: plan
        benefits:
          freed_time: {category: redistribution, perspective: own, use: Time for newly enrolled residents}
          residents_time: {category: redistribution, perspective: residents}

    Source: Region Västerbotten, Hur uppnår man nytta?
    """
    for node in review.chain.of(NodeType.BENEFIT):
        if (
            node.use
            or node.conversion
            or node.faulty
            or node.perspective in NOT_OURS
            or review.graph.hangs(node.id)
        ):
            continue
        if node.category == "redistribution" and not is_used(review, node):
            yield at(node)
        elif node.category == "financial":
            yield at(node, "money", at_most=INFO)


def is_used(review: Review, node: Node) -> bool:
    """Whether an arrow from freed time says what it is used for."""
    arrows = review.graph.leaving[node.id]
    return any(arrow.target.type in (NodeType.EFFECT, NodeType.BENEFIT) for arrow in arrows)


@rule("NK405", "loose-action", _ASKED_IN_A_PLAN)
def loose_action(review: Review) -> Iterator[Hit]:
    """An action that does not say who does it, or by when.

    An action that is nobody's and has no day is an intention. In a plan each action has a role that does
    it and a latest time, so that one can ask for it.

    Bad:

        stage: plan
        changes:
          night_camera: {actions: [Inform everybody who has night visits]}

    Good:

        stage: plan
        changes:
          night_camera:
            actions: [{what: Inform everybody who has night visits, who: Care manager, due: 2027-03}]

    Source: gevinstrealisering: tiltak.
    """
    for node in review.chain.nodes:
        for action in () if node.faulty else node.actions:
            if not action.who or action.due is None:
                lacks = "both" if not (action.who or action.due) else "due" if action.who else "who"
                yield at(node, lacks, span=action.span, action=action.what)


@rule("NK406", "missing-time", _ASKED_IN_A_PLAN)
def missing_time(review: Review) -> Iterator[Hit]:
    """A benefit that does not say when it is to come.

    Benefits come later than changes, some by years. Who is to follow one up has to know from when it can
    be looked for, and a budget from when it counts. A benefit that still hangs on a decision is not asked.

    Bad:

        stage: plan
        benefits:
          freed_time: Freed time for night staff

    Good:

        stage: plan
        benefits:
          freed_time: {title: Freed time for night staff, when: 2027-Q4}

    Source: E-delegationen, question 4: when does the benefit arise?
    """
    for node in review.chain.of(NodeType.BENEFIT):
        if node.when is None and not node.faulty and not review.graph.hangs(node.id):
            yield at(node)


@rule("NK407", "unrealised-benefit", _ASKED_IN_A_PLAN)
def unrealised_benefit(review: Review) -> Iterator[Hit]:
    """A benefit that nobody does anything for, neither at the benefit nor anywhere on the way to it.

    To install something brings no benefit home. Somebody has to inform, train, change the rota, end the
    old contract: an action, at the benefit or at what leads to it. One at the change counts for all that
    follows. A benefit that nothing leads to is found as that (NK204).

    Bad:

        stage: plan
        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time:

    Good:

        stage: plan
        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: freed_time}
        benefits:
          freed_time: {actions: [{what: Change the routes, who: Night planner, due: 2027-08-31}]}

    Source: E-delegationen, question 2: how will the benefit be realised?
    """
    graph = review.graph
    prepared = graph.reached_from(node.id for node in review.chain.nodes if node.actions or node.faulty)
    for node in review.chain.of(NodeType.BENEFIT):
        if node.id in graph.expected and node.id not in prepared and not node.faulty:
            yield at(node)


RULES: tuple[Rule, ...] = (missing_use, loose_action, missing_time, unrealised_benefit)
