"""NK211–NK216: what a whole chain has and lacks."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, always, at, by_stage, rule
from nyttokedja.model.chain import NodeType
from nyttokedja.model.stage import Stage

_ASKED_BY_PLAN = by_stage(analysis=INFO, plan=WARNING, follow_up=WARNING)
_DARK = (NodeType.DRAWBACK, NodeType.OBSTACLE, NodeType.RISK)
_ONLY_SAID = by_stage(analysis=INFO, plan=INFO, follow_up=INFO)


@rule("NK211", "unaligned-benefits", _ONLY_SAID)
def unaligned_benefits(review: Review) -> Iterator[Hit]:
    """The chain has goals, and benefits that lead to none of them.

    Not every benefit needs a goal. But when goals are written down it is worth knowing which benefits
    they do not speak of: one finding names them all.

    Bad:

        changes:
          night_camera: {leads_to: calmer_nights}
        effects:
          calmer_nights: {leads_to: [better_sleep, cleaner_air]}
        benefits:
          better_sleep: {leads_to: live_at_home}
          cleaner_air:
        goals:
          live_at_home:

    Good:

        changes:
          night_camera: {leads_to: calmer_nights}
        effects:
          calmer_nights: {leads_to: better_sleep}
        benefits:
          better_sleep: {leads_to: live_at_home}
        goals:
          live_at_home:

    Source: value and benefit realisation practice; not demanded by Inera.
    """
    goals = review.chain.goals
    serving = review.graph.leading_to([goal.id for goal in goals])
    benefits = tuple(review.chain.of(NodeType.BENEFIT))
    beside = tuple(benefit for benefit in benefits if benefit.id not in serving)
    if goals and beside:
        shown = {"benefits": beside, "n": len(beside), "total": len(benefits)}
        yield Hit(beside[0].span, particulars=shown)


@rule("NK212", "no-behaviour", _ONLY_SAID, default=False)
def no_behaviour(review: Review) -> Iterator[Hit]:
    """Benefits that are reached without anyone doing anything differently.

    New technique gives benefit when it is used. If no path to a benefit passes a behaviour, the chain
    does not say who has to do what. Off unless selected.

    Bad:

        changes:
          digital_list: {leads_to: fewer_errors}
        effects:
          fewer_errors: {leads_to: patient_safety}
        benefits:
          patient_safety:

    Good:

        changes:
          digital_list: {leads_to: signs_digitally}
        effects:
          signs_digitally: {behaviour: true, leads_to: fewer_errors}
          fewer_errors: {leads_to: patient_safety}
        benefits:
          patient_safety:

    Source: KS, gevinstrealisering: atferd.
    """
    graph = review.graph
    acted = graph.reached_from(node.id for node in review.chain.nodes if node.behaviour)
    for benefit in review.chain.of(NodeType.BENEFIT):
        if benefit.id in graph.possible - acted:
            yield at(benefit)


@rule("NK213", "only-bright-side", _ASKED_BY_PLAN)
def only_bright_side(review: Review) -> Iterator[Hit]:
    """No drawback, no obstacle and no risk, and none said to have been looked for.

    Hardly any change has only good sides. If you have looked and found none, say so: write `none` in one
    of the sections, and the picture shows that the question was asked. Where a plan does so, an info names
    those of the three that it says nothing of.

    Bad:

        stage: plan
        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:

    Good:

        stage: plan
        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:
        drawbacks: none
        obstacles: none
        risks: {no_signal: {at: fewer_visits}}

    Source: Inera, nyttoanalys.
    """
    there = {node.type for node in review.chain.of(*_DARK)}
    sought = review.chain.none.intersection(_DARK)
    missing = tuple(kind for kind in _DARK if kind not in there | sought)
    if len(missing) == len(_DARK):
        yield Hit(review.chain.span)
    elif sought and missing and review.chain.stage is not Stage.ANALYSIS:
        shown = {"sections": tuple(f"{kind.value}s" for kind in missing), "n": len(missing)}
        yield Hit(review.chain.span, variant="some", at_most=INFO, particulars=shown)


@rule("NK214", "overgrown-chain", always(INFO))
def overgrown_chain(review: Review) -> Iterator[Hit]:
    """More boxes than one page can hold.

    A chain is read by people who were not in the room. Past about sixty boxes it no longer fits one
    large sheet in readable print; two chains that meet in a common goal say more.

    Bad (`most_nodes` = 2):

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: better_sleep}
        benefits:
          better_sleep:

    Good (`most_nodes` = 2):

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits:

    Source: investment logic mapping: one page.
    """
    count = len(review.chain.nodes)
    if count > review.config.most_nodes:
        yield Hit(review.chain.span, particulars={"n": count, "most": review.config.most_nodes})


@rule("NK215", "missing-alternatives", _ASKED_BY_PLAN)
def missing_alternatives(review: Review) -> Iterator[Hit]:
    """What is compared with what is not said: how it is now, or how it will be.

    An effect is the difference between two alternatives. Without both, no two readers see the same
    difference, and the baseline has nothing to stand on.

    Bad:

        stage: plan
        changes:
          night_camera: Camera in the home

    Good:

        stage: plan
        about:
          alternatives: {now: Staff visit three times a night., new: "Two visits are made by camera."}
        changes:
          night_camera: Camera in the home

    Source: Inera, nyttoanalys.
    """
    about = review.chain.about
    missing = [name for name, text in (("now", about.now), ("new", about.new)) if not text]
    if missing:
        span = review.chain.span_of("about")
        yield Hit(span, variant="both" if len(missing) == 2 else missing[0])


@rule("NK216", "missing-costs", _ASKED_BY_PLAN)
def missing_costs(review: Review) -> Iterator[Hit]:
    """No costs, and none said to have been looked for.

    To carry out and sustain a change takes something: training, installation, licences, operation. A
    plan without it cannot be weighed against its benefits.

    Bad:

        stage: plan
        changes:
          night_camera: Camera in the home

    Good:

        stage: plan
        changes:
          night_camera: Camera in the home
        costs:
          rent: {title: Rent of cameras, category: financial, timing: running}

    Source: Inera, nyttoanalys.
    """
    kinds = NodeType.COST
    told = kinds in review.chain.none or any(review.chain.of(kinds))
    if not (told or review.chain.reference):  # what it costs differs between those who follow a reference
        yield Hit(review.chain.span)


RULES: tuple[Rule, ...] = (
    unaligned_benefits,
    no_behaviour,
    only_bright_side,
    overgrown_chain,
    missing_alternatives,
    missing_costs,
)
