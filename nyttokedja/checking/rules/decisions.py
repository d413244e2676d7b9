"""NK9: decisions about findings: those that are about nothing, have run out, or are not explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nyttokedja.checking.rules.model import WARNING, Hit, Review, Rule, always, rule
from nyttokedja.model.chain import CANNOT_BE_ACCEPTED, Acceptance
from nyttokedja.model.stage import Stage


@rule("NK901", "idle-acceptance", always(WARNING))
def idle_acceptance(review: Review) -> Iterator[Hit]:
    """A decision to accept what nothing finds, at any stage of the work.

    What was decided about has been mended, or the box has another name now, or the rule's code is a
    slip. Left in the file, such a decision would one day accept something that nobody has thought of.
    What is broken (NK0 and NK1) cannot be accepted.

    Bad:

        benefits: {freed_time: {category: quality, perspective: own}}
        accepted: [{rule: NK301, at: freed_time, why: We do not know yet, decided_by: Head of home care}]

    Good:

        benefits: {freed_time: {perspective: own}}
        accepted: [{rule: NK301, at: freed_time, why: We do not know yet, decided_by: Head of home care}]

    Source: the practice of linters.
    """
    for acceptance in review.chain.accepted:
        if variant := _idle(acceptance, review):
            shown = {"rule": acceptance.rule, "at": tuple(one.written for one in acceptance.at)}
            yield Hit(acceptance.span, variant=variant, particulars=shown)


def _idle(acceptance: Acceptance, review: Review) -> str:
    """The variant that says why a decision accepts nothing; "" for one that does."""
    from nyttokedja.checking.rules import BY_NAME  # the table lists this family too

    if acceptance.rule.startswith(CANNOT_BE_ACCEPTED):
        return "broken"
    found = BY_NAME.get(acceptance.rule)
    if found is None:
        return "no-rule"
    if found.over_files:
        return ""  # what other chains say is not known here
    # whatever stage the chain is at: what a plan will be asked may be decided about in a draft
    planned = replace(review, chain=replace(review.chain, said_stage=Stage.PLAN, reference=False))
    hits = (hit for at_stage in (review, planned) for hit in found.find(at_stage))
    return "" if any(hit.node in acceptance.nodes for hit in hits) else "nothing"


@rule("NK902", "expired-acceptance", always(WARNING))
def expired_acceptance(review: Review) -> Iterator[Hit]:
    """A decision whose last day has passed.

    It accepts nothing any more: what it was about is found again. Somebody decided that the matter
    was to be looked at by now. Only a run that knows the day can say so.

    Bad (`today` = 2027-06-01):

        benefits: {freed_time: {perspective: own}}
        accepted:
          - {rule: NK301, at: freed_time, why: Not known yet, decided_by: Head of care, until: 2026-12-31}

    Good (`today` = 2027-06-01):

        benefits: {freed_time: {perspective: own}}
        accepted:
          - {rule: NK301, at: freed_time, why: Not known yet, decided_by: Head of care, until: 2028-12-31}

    Source: the practice of linters.
    """
    for acceptance in review.chain.accepted:
        if acceptance.until is not None and not acceptance.holds(review.config.today):
            shown = {"rule": acceptance.rule, "last": acceptance.until.written}
            yield Hit(acceptance.span, particulars=shown)


@rule("NK903", "unexplained-acceptance", always(WARNING))
def unexplained_acceptance(review: Review) -> Iterator[Hit]:
    """A decision that does not say why, or who has taken it.

    Whoever reads the chain next year must be able to see whether the reason still holds, and whom to
    ask. A role, not a name.

    Bad:

        benefits: {freed_time: {perspective: own}}
        accepted: [{rule: NK301, at: freed_time}]

    Good:

        benefits: {freed_time: {perspective: own}}
        accepted: [{rule: NK301, at: freed_time, why: We do not know yet, decided_by: Head of home care}]

    Source: the practice of linters.
    """
    for acceptance in review.chain.accepted:
        missing = [name for name in ("why", "decided_by") if not getattr(acceptance, name)]
        if missing:
            variant = "" if len(missing) > 1 else missing[0]
            yield Hit(acceptance.span, variant=variant, particulars={"rule": acceptance.rule})


RULES: tuple[Rule, ...] = (idle_acceptance, expired_acceptance, unexplained_acceptance)
