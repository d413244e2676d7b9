"""NK608–NK610: actions past their day, benefits behind what nobody handles, and goals on weak ties."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.model.chain import Action, NodeType
from nyttokedja.model.handling import is_late

_MOST_NAMED = 6
"""So many actions or obstacles are named at the most."""


@rule("NK608", "overdue-action", by_stage(follow_up=WARNING))
def overdue_action(review: Review) -> Iterator[Hit]:
    """An action whose last day has gone, and that is not said to be done.

    What should have been done and was not handles nothing: the obstacle that it was to remove still stands.
    Those that do not say whether they are done are one finding; each that says no is one.

    Bad (`today` = 2028-06-01):

        stage: follow-up
        changes:
          lock:
            actions: [{what: Fit the locks, who: Head of property, due: 2027-12-31}]

    Good (`today` = 2028-06-01):

        stage: follow-up
        changes:
          lock:
            actions: [{what: Fit the locks, who: Head of property, due: 2027-12-31, done: 2027-11}]

    Source: gevinstrealisering: tiltak.
    """
    unsaid: list[Action] = []
    for node in review.chain.nodes:
        for action in () if node.faulty else node.actions:
            if not is_late(action, review.config.today):
                continue
            if action.done is None:
                unsaid.append(action)
            elif action.due is not None:
                yield at(node, span=action.span, action=action.what, by=action.due.written)
    if unsaid:
        total = sum(len(node.actions) for node in review.chain.nodes)
        whats = tuple(action.what for action in unsaid[:_MOST_NAMED])
        places = tuple(action.span for action in unsaid)
        shown = {"actions": whats, "n": len(unsaid), "total": total, "places": places}
        yield Hit(unsaid[0].span, variant="unsaid", particulars=shown)


@rule("NK609", "exposed-benefit", by_stage(analysis=INFO, plan=WARNING, follow_up=WARNING))
def exposed_benefit(review: Review) -> Iterator[Hit]:
    """Benefits that do not come if the obstacles nobody handles do what they threaten.

    Every path to them passes something that an unhandled obstacle hinders, or a precondition that should be
    in place and is not. One finding names them all. Where the same obstacles already expose a goal, the goal
    is found in their place.

    Bad:

        stage: plan
        changes:
          lock: {leads_to: opens_remotely}
        effects:
          opens_remotely: {leads_to: calmer_nights}
        benefits:
          calmer_nights:
        obstacles:
          landlord: {title: The landlord says no, hinders: opens_remotely}

    Good:

        stage: plan
        changes:
          lock: {leads_to: opens_remotely}
        effects:
          opens_remotely: {leads_to: calmer_nights}
        benefits:
          calmer_nights:
        obstacles:
          landlord:
            title: The landlord says no
            hinders: opens_remotely
            actions: [{what: Sign an agreement, who: Head of property, due: 2027-02-01}]

    Source: Inera, nyttoanalys: hinder.
    """
    graph = review.graph
    threatened = graph.hindered | graph.weakened
    if not threatened:
        return
    named = 0
    for goal in review.chain.goals:
        if goal.id in threatened:
            named |= graph.threats.bits[goal.id]
    benefits = tuple(review.chain.of(NodeType.BENEFIT))
    exposed = tuple(
        node for node in benefits if node.id in threatened and graph.threats.bits[node.id] & ~named
    )
    if exposed:
        behind = 0
        for node in exposed:
            behind |= graph.threats.bits[node.id] & ~named
        obstacles = graph.threats.of(behind, _MOST_NAMED)
        shown = {"benefits": exposed, "obstacles": obstacles, "n": len(exposed), "total": len(benefits)}
        yield Hit(exposed[0].span, particulars=shown)


@rule("NK610", "weakly-tied-goal", by_stage(analysis=INFO, plan=INFO, follow_up=INFO), default=False)
def weakly_tied_goal(review: Review) -> Iterator[Hit]:
    """Goals that every path leads to by way of a limited arrow.

    A limited arrow says that one thing does little for the other. A goal that only such paths lead to is
    hardly served by the change. One finding names them all. Off unless selected.

    Bad:

        changes:
          lock: {leads_to: opens_remotely}
        effects:
          opens_remotely: {leads_to: [{to: live_at_home, link: limited}]}
        goals:
          live_at_home:

    Good:

        changes:
          lock: {leads_to: opens_remotely}
        effects:
          opens_remotely: {leads_to: live_at_home}
        goals:
          live_at_home:

    Source: Inera, nyttoanalys.
    """
    goals, loose = review.chain.goals, review.graph.expected - review.graph.firmly_expected
    weak = tuple(goal for goal in goals if goal.id in loose)
    if weak:
        yield Hit(weak[0].span, particulars={"goals": weak, "n": len(weak), "total": len(goals)})


RULES: tuple[Rule, ...] = (overdue_action, exposed_benefit, weakly_tied_goal)
