"""NK414–NK415: levels by criteria: whether they say why, and whether the organisation has the criterion."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, by_stage, rule
from nyttokedja.model.spelling import nearest


@rule("NK414", "unreasoned-level", by_stage(analysis=INFO, plan=INFO, follow_up=INFO))
def unreasoned_level(review: Review) -> Iterator[Hit]:
    """A level by a criterion that does not say why, or which role has judged it.

    Several chains are put in order by such levels. Whoever decides must be able to see what a level rests on
    and whom to ask, or else it is a number that anybody may have written. All levels of a chain are told
    together.

    Bad:

        changes: {night_camera: Camera in the home}
        prioritising: {benefit: 3}

    Good:

        changes: {night_camera: Camera in the home}
        prioritising: {benefit: {level: 3, because: Half of the routes, decided_by: Management group}}

    Source: our own proposal.
    """
    lost = any(fault.path[:1] == ("prioritising",) for fault in review.faults)
    for key in () if lost else ("because", "decided_by"):
        if lacking := [one for one in review.chain.prioritising if not getattr(one, key)]:
            shown = {"criteria": tuple(one.criterion for one in lacking)}
            yield Hit(lacking[0].span, variant=key, particulars=shown)


@rule("NK415", "unknown-criterion", by_stage(draft=INFO, analysis=WARNING, plan=WARNING, follow_up=WARNING))
def unknown_criterion(review: Review) -> Iterator[Hit]:
    """A level by a criterion that the settings do not have.

    What the organisation prioritises by stands in its settings (`prioritising`). A level under another name
    counts for nothing, and under a misspelt one the chain lacks the level that it has. Where the settings
    have no criteria, nothing is said.

    Bad (`priorities` = benefit,realisability):

        changes: {night_camera: Camera in the home}
        prioritising: {benfit: {level: 3, because: Half of the routes, decided_by: Management group}}

    Good (`priorities` = benefit,realisability):

        changes: {night_camera: Camera in the home}
        prioritising: {benefit: {level: 3, because: Half of the routes, decided_by: Management group}}

    Source: our own proposal.
    """
    known = tuple(one.id for one in review.config.priorities.criteria)
    rated = {one.criterion for one in review.chain.prioritising}
    for one in review.chain.prioritising if known else ():
        if one.criterion not in known:
            meant = nearest(one.criterion, tuple(id for id in known if id not in rated))
            shown = {"criterion": one.criterion, "meant": meant or "", "allowed": known}
            yield Hit(one.span, variant="meant" if meant else "", particulars=shown)


RULES: tuple[Rule, ...] = (unreasoned_level, unknown_criterion)
