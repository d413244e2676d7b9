"""NK6: obstacles, risks, opportunities and preconditions, and the benefits that hang on them."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import ERROR, INFO, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.graph import Graph
from nyttokedja.model.handling import is_handled
from nyttokedja.model.periods import Period

_EXPECTED_BY_PLAN = by_stage(draft=INFO, analysis=WARNING, plan=ERROR, follow_up=ERROR)
_ASKED_BY_PLAN = by_stage(analysis=INFO, plan=WARNING, follow_up=WARNING)
_MOST_NAMED = 6
"""So many obstacles of an exposed goal are named at the most."""


@rule("NK601", "aimless-obstacle", _EXPECTED_BY_PLAN)
def aimless_obstacle(review: Review) -> Iterator[Hit]:
    """An obstacle that hinders nothing.

    An obstacle is drawn at what it hampers: that is how one sees which benefits are at stake. If it
    hampers nothing in the chain it is perhaps a risk, or belongs to another chain.

    Bad:

        effects:
          answers_remotely: {leads_to: fewer_visits}
          fewer_visits:
        obstacles:
          no_coverage: No coverage in the home

    Good:

        effects:
          answers_remotely: {leads_to: fewer_visits}
          fewer_visits:
        obstacles:
          no_coverage: {title: No coverage in the home, hinders: answers_remotely}

    Source: Inera, nyttoanalys.
    """
    for node in review.chain.of(NodeType.OBSTACLE):
        if not node.hinders and not node.faulty:
            yield at(node)


@rule("NK602", "unhandled-obstacle", _ASKED_BY_PLAN)
def unhandled_obstacle(review: Review) -> Iterator[Hit]:
    """An obstacle or risk that nobody deals with.

    It has been seen, but nobody does anything about it. Say what is done, and who does it. Before there is
    a plan it is enough to say whose it is; for a risk, which may never happen, it always is.

    Bad:

        stage: plan
        obstacles:
          unused: {title: Not used to the technique, hinders: takes_alone}
        effects:
          takes_alone:

    Good:

        stage: plan
        obstacles:
          unused:
            title: Not used to the technique
            hinders: takes_alone
            actions: [{what: Introduction in the home, who: Contact person, due: 2027-02-01}]
        effects:
          takes_alone:

    Source: gevinstrealisering practice.
    """
    nodes = tuple(review.chain.of(NodeType.OBSTACLE, NodeType.RISK))
    for node in nodes:
        if node.faulty or node.actions or is_handled(node, review.chain.stage, review.config.today):
            continue  # what is to be said of its actions, NK405 and NK608 say
        yield at(node, "action" if node.owner else "", total=len(nodes))


@rule("NK603", "unpriced-opportunity", _EXPECTED_BY_PLAN)
def unpriced_opportunity(review: Review) -> Iterator[Hit]:
    """An opportunity that does not say what decision or resource it needs.

    What makes it an opportunity and not a benefit is just that: something more must be decided or paid
    for. If nothing has to, it is a benefit.

    Bad:

        changes:
          dispenser: {leads_to: right_time}
        effects:
          right_time: {leads_to: safety}
        opportunities:
          alarm: {title: The dispenser raises the alarm, leads_to: safety}
        benefits:
          safety:

    Good:

        changes:
          dispenser: {leads_to: right_time}
        effects:
          right_time: {leads_to: safety}
        opportunities:
          alarm:
            title: The dispenser raises the alarm
            requires: A decision on an alarm centre
            leads_to: safety
        benefits:
          safety:

    Source: Inera, nyttoanalys.
    """
    for node in review.chain.of(NodeType.OPPORTUNITY):
        if not node.requires and not node.faulty:
            yield at(node)


@rule("NK604", "hanging-benefit", by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING))
def hanging_benefit(review: Review) -> Iterator[Hit]:
    """A benefit or goal that hangs on an opportunity alone.

    It can come, but only after a decision that this chain does not contain. It is not *expected*, and
    must stay out of every sum until the decision is taken.

    Bad:

        changes:
          dispenser: {leads_to: right_time}
        effects:
          right_time:
        opportunities:
          alarm: {requires: A decision on an alarm centre, leads_to: safety}
        benefits:
          safety:

    Good:

        changes:
          dispenser: {leads_to: right_time}
        effects:
          right_time: {leads_to: safety}
        opportunities:
          alarm: {requires: A decision on an alarm centre, leads_to: safety}
        benefits:
          safety:

    Source: Inera, nyttoanalys.
    """
    hanging = review.graph.possible - review.graph.expected
    for node in review.chain.nodes:
        if node.id in hanging and node.is_wanted:
            yield at(node)


@rule("NK605", "exposed-goal", _ASKED_BY_PLAN)
def exposed_goal(review: Review) -> Iterator[Hit]:
    """A goal that is out of reach if the obstacles nobody handles do what they threaten.

    Every path to the goal passes something that an unhandled obstacle hinders, or only a limited one does
    not. Handle the obstacle, or find another way. A precondition is in the way like an obstacle when its last
    day has gone and it is not met, or when the change has begun and it is said not to be met.

    Bad:

        stage: plan
        changes:
          lock: {leads_to: opens_remotely}
        effects:
          opens_remotely: {leads_to: live_at_home}
        goals:
          live_at_home:
        obstacles:
          landlord: {title: The landlord says no, hinders: opens_remotely}

    Good:

        stage: plan
        changes:
          lock: {leads_to: opens_remotely}
        effects:
          opens_remotely: {leads_to: live_at_home}
        goals:
          live_at_home:
        obstacles:
          landlord:
            title: The landlord says no
            hinders: opens_remotely
            actions: [{what: Sign an agreement, who: Head of property, due: 2027-02-01}]

    Source: Inera, nyttoanalys: hinder.
    """
    graph = review.graph
    for goal in review.chain.goals:
        if goal.id in graph.exposed or goal.id in graph.weakened:
            variant = "" if goal.id in graph.exposed else "limited"
            yield at(goal, variant, obstacles=graph.threats_to(goal.id, _MOST_NAMED))


@rule(
    "NK606",
    "risk-without-consequence",
    by_stage(draft=INFO, analysis=WARNING, plan=WARNING, follow_up=WARNING),
)
def risk_without_consequence(review: Review) -> Iterator[Hit]:
    """A risk that does not say what would happen.

    A risk is an event with a possible consequence: a drawback in the chain, something that is hindered,
    or plain words. Without one nobody can judge how much it matters.

    Bad:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:
        risks:
          loneliness: Too few visits

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:
        risks:
          loneliness: {title: Too few visits, consequence: Failing health is noticed later}

    Source: Inera, nyttoanalys.
    """
    for node in review.chain.of(NodeType.RISK):
        if not (node.consequence or node.links or node.hinders or node.faulty):
            yield at(node)


@rule("NK607", "loose-precondition", by_stage(plan=WARNING, follow_up=WARNING))
def loose_precondition(review: Review) -> Iterator[Hit]:
    """A precondition that is nobody's, that has no day, or that was not met in time.

    What has to be in place first is somebody's to see to, before a certain day. One that is met needs
    neither any more. That its day has passed is seen from the chain itself, not from the calendar: it is
    still not met although something has been measured since.

    Bad:

        stage: plan
        changes:
          dispenser:
        preconditions:
          coverage: {title: Mobile coverage in the home, needed_for: dispenser}

    Good:

        stage: plan
        changes:
          dispenser:
        preconditions:
          coverage: {title: Coverage in the home, needed_for: dispenser, who: Installer, due: 2027-01-15}

    Source: gevinstrealisering: forutsetninger.
    """
    for node in review.chain.of(NodeType.PRECONDITION):
        if node.met or node.faulty:
            continue
        who = node.who or node.owner
        if not who or node.due is None:
            yield at(node, "both" if not (who or node.due) else "due" if who else "who")
        elif since := measured_unmet(node, review.graph):
            yield at(node, "unmet", span=node.span_of("due"), by=node.due.written, since=since.written)


def measured_unmet(node: Node, graph: Graph) -> Period | None:
    """When something was measured after a precondition was due that is not met, and is somebody's."""
    reached = graph.times.last_measured
    if node.met is not False or not (node.who or node.owner) or node.due is None or reached is None:
        return None
    return reached if reached.after(node.due) else None


RULES: tuple[Rule, ...] = (
    aimless_obstacle,
    unhandled_obstacle,
    unpriced_opportunity,
    hanging_benefit,
    exposed_goal,
    risk_without_consequence,
    loose_precondition,
)
