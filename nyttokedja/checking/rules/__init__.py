"""The catalogue: every rule, in the order of its code.

A family is a file: its first line says what the family is about, and its table at the end lists its rules.
This one lists the families.
"""

from __future__ import annotations

from nyttokedja.checking.rules import (
    arrows,
    decisions,
    follow_up,
    hindrances,
    measures,
    notes,
    realisation,
    references,
    wording,
)
from nyttokedja.checking.rules import benefits as worth
from nyttokedja.checking.rules import chain as whole
from nyttokedja.checking.rules import effects as facts
from nyttokedja.checking.rules import file as reading
from nyttokedja.checking.rules import ownership as roles
from nyttokedja.checking.rules import reachability as reach
from nyttokedja.checking.rules.model import Hit, Review, Rule
from nyttokedja.model.chain import CANNOT_BE_ACCEPTED

FAMILIES = (
    *(reading, references, reach, arrows, whole, facts, worth, roles, realisation, follow_up, measures),
    *(hindrances, wording, notes, decisions),
)

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)

BY_NAME = {key: rule for rule in RULES for key in (rule.code, rule.name)}
"""Code or name → rule."""


def known_names(name: str) -> tuple[Rule, ...]:
    """The rules that a code, the beginning of one, or a name stands for; none if it is none of these."""
    family = name.upper() if name[:2].upper() == "NK" and len(name) > 2 else "\0"
    return tuple(rule for rule in RULES if rule.name == name or rule.code.startswith(family))


def can_be_ignored(rule: Rule) -> bool:
    """Whether a run may leave a rule out: not one that says that a file is broken."""
    return not rule.code.startswith(CANNOT_BE_ACCEPTED)


__all__ = ["BY_NAME", "FAMILIES", "RULES", "Hit", "Review", "Rule", "can_be_ignored", "known_names"]
