"""NK208–NK210: arrows that leap over a step, go backwards or take a shortcut."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, always, at, by_stage, rule
from nyttokedja.model.chain import NodeType
from nyttokedja.model.graph import Arrow


@rule("NK208", "leap", by_stage(draft=INFO, analysis=WARNING, plan=WARNING, follow_up=WARNING))
def leap(review: Review) -> Iterator[Hit]:
    """A change that leads straight to a benefit.

    A change gives benefit when somebody does something differently. That behaviour, or the effect
    between, is what can hinder the benefit and what can be measured first; without it the arrow cannot
    be tested.

    Bad:

        changes:
          digital_list: {leads_to: patient_safety}
        benefits:
          patient_safety:

    Good:

        changes:
          digital_list: {leads_to: signs_digitally}
        effects:
          signs_digitally: {behaviour: true, leads_to: patient_safety}
        benefits:
          patient_safety:

    Source: Inera, nyttoanalys.
    """
    for arrow in review.graph.arrows:
        if arrow.source.type is NodeType.CHANGE and arrow.target.type is NodeType.BENEFIT:
            yield at(arrow.source, span=arrow.link.span, target=arrow.target)


@rule("NK209", "backward-link", always(WARNING))
def backward_link(review: Review) -> Iterator[Hit]:
    """An arrow into a change, or out of a goal to something that is no goal.

    A change is where a chain begins and a goal where it ends. An arrow against that direction mostly
    has its ends swapped. A benefit may well lead to an effect, a change to another change and a goal to
    another goal.

    Bad:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: night_camera}

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {leads_to: better_sleep}
        benefits:
          better_sleep:

    Source: DIGG; Inera: an arrow means cause → effect.
    """
    for arrow in review.graph.arrows:
        if _is_backward(arrow):
            variant = "into-change" if arrow.target.type is NodeType.CHANGE else "out-of-goal"
            yield at(arrow.source, variant, span=arrow.link.span, target=arrow.target)


def _is_backward(arrow: Arrow) -> bool:
    source, target = arrow.source.type, arrow.target.type
    if target is NodeType.CHANGE:
        return source is not NodeType.CHANGE
    return source is NodeType.GOAL and not arrow.target.is_goal


@rule("NK210", "shortcut-link", by_stage(analysis=INFO, plan=INFO, follow_up=INFO), default=False)
def shortcut_link(review: Review) -> Iterator[Hit]:
    """An arrow that says only what a longer path already says.

    It may be right (a direct effect beside an indirect one), but more often it is left from before the
    steps between were written, and it hides them. Off unless selected.

    Bad:

        changes:
          digital_list: {leads_to: [signs_digitally, fewer_errors]}
        effects:
          signs_digitally: {leads_to: fewer_errors}
          fewer_errors:

    Good:

        changes:
          digital_list: {leads_to: signs_digitally}
        effects:
          signs_digitally: {leads_to: fewer_errors}
          fewer_errors:

    Source: benefits dependency networks: transitive reduction.
    """
    for arrow, longer in review.graph.shortcuts:
        yield at(arrow.source, span=arrow.link.span, target=arrow.target, longer=longer)


RULES: tuple[Rule, ...] = (leap, backward_link, shortcut_link)
