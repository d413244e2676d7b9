"""NK301–NK306: what a benefit, a goal or an arrow does not say of itself."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import ERROR, INFO, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.language.lexicon import lexicon
from nyttokedja.model.chain import NodeType

_VALUED = (NodeType.BENEFIT, NodeType.DRAWBACK)
_DEMANDED_BY_PLAN = by_stage(analysis=WARNING, plan=ERROR, follow_up=ERROR)
_ASKED_IN_A_PLAN = by_stage(plan=INFO, follow_up=INFO)


@rule("NK301", "missing-category", _DEMANDED_BY_PLAN)
def missing_category(review: Review) -> Iterator[Hit]:
    """A benefit or drawback that does not say what kind of value it is.

    Only money that really changes may be summed as money, and freed time only as time. A benefit without
    a category can be counted as anything, and sooner or later is.

    Bad:

        benefits:
          freed_time: {perspective: own}

    Good:

        benefits:
          freed_time: {category: redistribution, perspective: own}

    Source: Inera, nyttoanalys.
    """
    for node in review.chain.of(*_VALUED):
        if not node.category and not node.faulty:
            yield at(node)


@rule("NK302", "missing-perspective", _DEMANDED_BY_PLAN)
def missing_perspective(review: Review) -> Iterator[Hit]:
    """A benefit or drawback that does not say whose it is.

    The perspective is the one that receives the value, not the one that acts. Without it nobody sees
    that what one gains another pays, and benefits of different people are summed as if they were one's.

    Bad:

        benefits:
          better_sleep: {category: quality}

    Good:

        benefits:
          better_sleep: {category: quality, perspective: residents}

    Source: Inera, nyttoanalys.
    """
    for node in review.chain.of(*_VALUED):
        if not node.perspective and not node.faulty:
            yield at(node)


@rule("NK303", "compound-receiver", by_stage(analysis=INFO, plan=INFO, follow_up=INFO))
def compound_receiver(review: Review) -> Iterator[Hit]:
    """A benefit or drawback whose receivers belong to several perspectives.

    One benefit has one receiver: what it is worth to the residents is another thing than what it is
    worth to the municipality, and comes in another way. Several groups of one perspective are fine
    ("nurses and managers"). What the chain itself calls a perspective counts as that perspective.

    Bad:

        benefits:
          better_sleep: {perspective: residents, for: Residents and the municipality}

    Good:

        benefits:
          better_sleep: {perspective: residents, for: Residents with night visits}
          calmer_nights: {perspective: own, for: Nurses and managers}

    Source: Inera, nyttoanalys.
    """
    heard = lexicon(review.chain.language)
    for node in review.chain.of(*_VALUED):
        if node.receiver:
            found = heard.perspectives(node.receiver, review.chain.about.perspectives)
            if len(found) > 1:
                yield at(node, span=node.span_of("for"), receiver=node.receiver)


@rule("NK304", "missing-description", _ASKED_IN_A_PLAN, default=False)
def missing_description(review: Review) -> Iterator[Hit]:
    """A benefit that is only a title.

    The title is enough on the wall. Whoever is to bring the benefit home, or to follow it up two years
    later, needs a sentence or two about what is meant. Off unless selected.

    Bad:

        stage: plan
        benefits:
          better_sleep: Better sleep

    Good:

        stage: plan
        benefits:
          better_sleep: {title: Better sleep, text: Residents who are visited at night sleep through it.}

    Source: Inera's user forum: write the benefit descriptions.
    """
    benefits = tuple(review.chain.of(NodeType.BENEFIT))
    for node in benefits:
        if not node.text and not node.faulty:
            yield at(node, total=len(benefits))


@rule("NK305", "missing-goal-source", by_stage(analysis=INFO, plan=WARNING, follow_up=WARNING))
def missing_goal_source(review: Review) -> Iterator[Hit]:
    """A goal that does not say where it has been adopted.

    A goal in the chain is one that the organisation has already decided on, with its document: that is
    what makes it a reason. A goal that the group has set for this change is an effect or a benefit
    marked as a goal (effektmål) instead.

    Bad:

        stage: plan
        goals:
          live_at_home: More people live at home longer

    Good:

        stage: plan
        goals:
          live_at_home: {title: More people live at home longer, adopted_in: "Strategic plan, goal 2"}

    Source: Inera, nyttoanalys: verksamhetsmål.
    """
    goals = tuple(review.chain.of(NodeType.GOAL))
    for node in goals:
        if not node.adopted_in and not node.faulty:
            yield at(node, total=len(goals))


@rule("NK306", "missing-reason", _ASKED_IN_A_PLAN, default=False)
def missing_reason(review: Review) -> Iterator[Hit]:
    """An arrow into a benefit or a goal that does not say why it should hold.

    The chain need not prove that one thing leads to another, but the reasoning has to be possible to
    test, and the last steps are the ones that readers doubt. Off unless selected.

    Bad:

        stage: plan
        effects:
          fewer_falls: {leads_to: better_health}
        benefits:
          better_health:

    Good:

        stage: plan
        effects:
          fewer_falls:
            leads_to: {to: better_health, because: A hip fracture is what most often ends a life at home}
        benefits:
          better_health:

    Source: Inera's user forum: make the reasoning testable.
    """
    for arrow in review.graph.arrows:
        wanted = arrow.target.is_wanted
        if wanted and not arrow.link.because and not arrow.source.faulty:
            yield at(arrow.source, span=arrow.link.span, target=arrow.target)


RULES: tuple[Rule, ...] = (
    missing_category,
    missing_perspective,
    compound_receiver,
    missing_description,
    missing_goal_source,
    missing_reason,
)
