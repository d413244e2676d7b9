"""The catalogue: every rule, in the order of its code.

A family is a file: its first line says what the family is about, and its table at the end lists its rules.
This one lists the families.
"""

from __future__ import annotations

from nyttokedja.checking.rules import (
    arrows,
    benefits,
    chain,
    circles,
    conversions,
    counted_twice,
    course,
    decisions,
    effects,
    elsewhere,
    exposure,
    file,
    follow_up,
    formulas,
    frame,
    hindrances,
    measures,
    needs,
    notes,
    ownership,
    pools,
    ratings,
    reachability,
    realisation,
    references,
    sharing,
    targets,
    times,
    titles,
    usage,
    value_course,
    value_frame,
    value_units,
    wording,
    worth,
)
from nyttokedja.checking.rules.model import Hit, Review, Rule
from nyttokedja.model.chain import CANNOT_BE_ACCEPTED

FAMILIES = (
    *(
        file,
        references,
        elsewhere,
        circles,
        reachability,
        arrows,
        chain,
        times,
        frame,
        needs,
        effects,
        benefits,
        worth,
    ),
    *(
        ownership,
        realisation,
        conversions,
        sharing,
        ratings,
        follow_up,
        measures,
        course,
        targets,
        usage,
        hindrances,
        exposure,
        wording,
        titles,
        notes,
        formulas,
        value_course,
        counted_twice,
        value_frame,
        pools,
        value_units,
        decisions,
    ),
)

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)

BY_NAME = {key: rule for rule in RULES for key in (rule.code, rule.name)}
"""Code or name → rule."""


def rules_named(name: str) -> tuple[Rule, ...]:
    """The rules that a code, the beginning of one, or a name stands for; none if it is none of these."""
    begins_codes = len(name) > 2 and name[:2].upper() == "NK"
    return tuple(
        rule for rule in RULES if rule.name == name or (begins_codes and rule.code.startswith(name.upper()))
    )


def can_be_ignored(rule: Rule) -> bool:
    """Whether a run may leave a rule out: not one that says that a file is broken."""
    return not rule.code.startswith(CANNOT_BE_ACCEPTED)


__all__ = ["BY_NAME", "FAMILIES", "RULES", "Hit", "Review", "Rule", "can_be_ignored", "rules_named"]
