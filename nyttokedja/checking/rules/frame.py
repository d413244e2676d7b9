"""NK218–NK219: what a chain is about, and yet does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, by_stage, rule
from nyttokedja.model.chain import NodeType

_VALUED = (NodeType.BENEFIT, NodeType.DRAWBACK)
_OF_SOMEBODY = (*_VALUED, NodeType.COST)


@rule("NK218", "no-benefits", by_stage(analysis=INFO, plan=WARNING, follow_up=WARNING))
def no_benefits(review: Review) -> Iterator[Hit]:
    """Effects, and no benefit at all.

    A change is made for what somebody finds valuable. On the wall all notes are effects; those that are
    benefits are moved when the group asks of each: is this valuable in itself, and to whom? A chain whose
    effects lead to a goal, or are goals themselves, is left.

    Bad:

        stage: plan
        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: better_sleep}
          better_sleep:

    Good:

        stage: plan
        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: better_sleep}
        benefits:
          better_sleep:

    Source: Inera, nyttoanalys: a benefit is an effect that a stakeholder finds valuable.
    """
    chain = review.chain
    effects = tuple(chain.of(NodeType.EFFECT))
    told = NodeType.BENEFIT in chain.none or any(chain.of(NodeType.BENEFIT))
    serving = review.graph.leading_to(goal.id for goal in chain.goals)
    if effects and not (told or chain.reference or any(effect.id in serving for effect in effects)):
        yield Hit(effects[0].span, particulars={"n": len(effects)})


@rule("NK219", "idle-perspective", by_stage(analysis=INFO, plan=INFO, follow_up=INFO))
def idle_perspective(review: Review) -> Iterator[Hit]:
    """A perspective that the chain says it looks from, and that no benefit, drawback or cost has.

    `about.perspectives` promises the reader to say what the change means to each of them. One that
    nothing speaks of was forgotten, or has nothing to gain or lose and need not stand there. It is told
    when all benefits and drawbacks say whose they are.

    Bad:

        about: {perspectives: {own: The municipality, residents: Service users}}
        benefits:
          freed_time: {perspective: own}

    Good:

        about: {perspectives: {own: The municipality, residents: Service users}}
        benefits:
          freed_time: {perspective: own}
          better_sleep: {perspective: residents}

    Source: Inera, nyttoanalys: avgränsning.
    """
    chain = review.chain
    valued = tuple(chain.of(*_VALUED))
    used = {node.perspective for node in chain.of(*_OF_SOMEBODY)}
    idle = tuple(name for name in chain.about.perspectives if name not in used)
    if idle and valued and all(node.perspective for node in valued) and not chain.reference:
        yield Hit(chain.span_of("about"), particulars={"perspectives": idle, "n": len(idle)})


RULES: tuple[Rule, ...] = (no_benefits, idle_perspective)
