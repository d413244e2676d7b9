"""At which step of a workshop each rule is talked about, and which rules ask for what is not there yet.

People write notes, sort them, connect them, look for what is in the way, read the chain both ways, and say
who answers for what and how it is measured. A finding that belongs to another step is no news at this one,
and what is not there yet is no fault while notes are still being sorted.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class WorkshopStep(Enum):
    """A step of a workshop that rules belong to; ``ALWAYS`` are those that are told at any."""

    ALWAYS = ""
    SORT = "sort"
    CONNECT = "connect"
    OBSTACLES = "obstacles"
    READ = "read"
    MEASURE = "measure"


_RULES: Mapping[WorkshopStep, str] = {
    WorkshopStep.ALWAYS: """
        unreadable-file duplicate-key unknown-key wrong-value swallowed-text invisible-character wrong-setting
        idle-acceptance expired-acceptance unexplained-acceptance
    """,
    WorkshopStep.SORT: """
        wrong-target missing-category missing-perspective compound-receiver missing-description misplaced-fact
        compound-title long-title same-words vague-title saved-money retired-words solution-as-benefit
        unsorted-notes shared-title
    """,
    WorkshopStep.CONNECT: """
        unknown-target unusable-pointer lost-pointer duplicate-id self-link repeated-link
        circular-chain unreached-goal uncaused-effect
        uncaused-benefit idle-change dead-end-effect backward-link shortcut-link no-benefits
    """,
    WorkshopStep.OBSTACLES: """
        only-bright-side unrealised-benefit aimless-obstacle unhandled-obstacle unpriced-opportunity
        hanging-benefit exposed-goal risk-without-consequence loose-precondition overdue-action
        exposed-benefit weakly-tied-goal
    """,
    WorkshopStep.READ: """
        lonely-effect leap unaligned-benefits no-behaviour overgrown-chain missing-alternatives missing-costs
        impossible-order idle-perspective few-needs missing-goal-source missing-reason freed-time-twice
        unsupported-saving outside-frame told-twice vague-cost untouched-template
    """,
    WorkshopStep.MEASURE: """
        missing-owner project-leader-owner personal-owner missing-use loose-action missing-time
        missing-conversion excessive-conversion undecided-conversion unprepared-handover missing-approval
        several-owners missing-indicator missing-baseline missing-target missing-data-source
        unmeasured-indicator late-baseline contrary-target overdue-measurement off-course unmeasured-use
        missed-target unmeasured-target measured-by-use
        money-on-quality broken-formula factor-without-source limits-wrong-way impossible-profile
        negative-value benefit-upon-benefit same-hours one-sided-value saving-without-evidence fuel-twice
        no-price-year wrong-unit unreasoned-level unknown-criterion overclaimed-pool
    """,
}

STEPS: Mapping[str, WorkshopStep] = {name: step for step, names in _RULES.items() for name in names.split()}
"""Name of a rule → the step at which it is talked about."""

_LACKING = """
    unreached-goal uncaused-effect uncaused-benefit idle-change dead-end-effect lonely-effect
    unaligned-benefits no-behaviour only-bright-side missing-alternatives missing-costs no-benefits
    few-needs idle-perspective missing-category missing-perspective missing-description
    missing-goal-source missing-reason unsupported-saving vague-cost missing-owner missing-use
    loose-action missing-time unrealised-benefit missing-conversion undecided-conversion
    unprepared-handover missing-approval missing-indicator missing-baseline missing-target
    missing-data-source unmeasured-indicator overdue-measurement unmeasured-use unmeasured-target
    aimless-obstacle unhandled-obstacle unpriced-opportunity hanging-benefit exposed-goal
    risk-without-consequence loose-precondition exposed-benefit weakly-tied-goal unsorted-notes
    untouched-template factor-without-source one-sided-value saving-without-evidence no-price-year
    unreasoned-level measured-by-use
"""
LACKING = frozenset(_LACKING.split())
"""The names of the rules that ask for what is not there yet."""
