"""NK401–NK403: who sees to it that a benefit comes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from nyttokedja.checking.rules.model import (
    ERROR,
    INFO,
    WARNING,
    Hit,
    Review,
    Rule,
    always,
    at,
    by_stage,
    once_planned,
    rule,
)
from nyttokedja.language.lexicon import names_project
from nyttokedja.model.chain import Acceptance, Node, NodeType
from nyttokedja.model.findings import Span
from nyttokedja.model.stage import Stage

_EMAIL = re.compile(r"(?<![^\s@<>()\[\]])[^\s@<>()\[\]]++@[^\s@<>()\[\]]+\.\w{2,}")


@rule("NK401", "missing-owner", by_stage(analysis=INFO, plan=ERROR, follow_up=ERROR))
def missing_owner(review: Review) -> Iterator[Hit]:
    """A benefit, and in a plan also a change, that nobody owns.

    A benefit does not come by itself: somebody in the line organisation has to take it home, and to
    answer for it when it is followed up. Write the role, never a person's name. A chain that says that it
    is an analysis may leave that to the plan, and so may a benefit that hangs on a decision.

    Bad:

        stage: plan
        benefits:
          freed_time: Freed time for night staff

    Good:

        stage: plan
        benefits:
          freed_time: {title: Freed time for night staff, owner: Head of night care}

    Source: E-delegationen, question 3: who realises it?
    """
    owned = [NodeType.BENEFIT]
    if review.chain.stage in (Stage.PLAN, Stage.FOLLOW_UP):
        owned.append(NodeType.CHANGE)
    total = Counter(node.type for node in review.chain.nodes)
    hits = [
        at(node, node.type.value, total=total[node.type])
        for node in review.chain.of(*owned)
        if not (node.owner or node.faulty or review.graph.hangs(node.id))
    ]
    yield from once_planned(review, missing_owner.code, hits, total[NodeType.BENEFIT])


@rule("NK402", "project-leader-owner", by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING))
def project_leader_owner(review: Review) -> Iterator[Hit]:
    """A benefit that is owned by a project or its leader.

    The benefit comes when the project is over and its leader has gone on to the next. Leading the
    implementation is the project's; owning the benefit is the line organisation's.

    Bad:

        benefits:
          freed_time: {owner: The project manager}

    Good:

        benefits:
          freed_time: {owner: Head of night care}

    Source: DIGG, Vägledning i nyttorealisering.
    """
    for node in review.chain.of(NodeType.BENEFIT):
        if names_project(node.owner):
            yield at(node, span=node.span_of("owner"), owner=node.owner)


@rule("NK403", "personal-owner", always(WARNING))
def personal_owner(review: Review) -> Iterator[Hit]:
    """An e-mail address where a role belongs.

    People change their work, and a chain is followed up for years. A role is still there when its holder
    has gone, and a name in a file that is shared is personal data. Owners, who does and who judges, and
    who has decided are all roles; the contact of the whole chain may be an address.

    Bad:

        benefits:
          freed_time: {owner: anna.andersson@example.org}

    Good:

        benefits:
          freed_time: {owner: Head of night care}

    Source: Inera, nyttoanalys: a role, never a person's name.
    """
    for node in review.chain.nodes:
        for key, role, span in _roles(node):
            if "@" in role and (found := _EMAIL.search(role)):
                yield at(node, span=span, key=key, address=found[0])
    for acceptance in review.chain.accepted:
        if found := _EMAIL.search(acceptance.decided_by):
            yield _of_decision(acceptance, found[0])


def _roles(node: Node) -> Iterator[tuple[str, str, Span]]:
    """Everywhere at a node where a role is said: the key, what it says, where."""
    yield "owner", node.owner, node.span_of("owner")
    yield "who", node.who, node.span_of("who")
    yield "reports_to", node.reports_to, node.span_of("reports_to")
    for conversion in node.conversion:
        yield "decided_by", conversion.decided_by, conversion.span
    for action in node.actions:
        yield "who", action.who, action.span
    for indicator in node.indicators:
        yield "measured_by", indicator.measured_by, indicator.span
        yield "judged_by", indicator.judged_by, indicator.span


def _of_decision(acceptance: Acceptance, address: str) -> Hit:
    shown = {"key": "decided_by", "address": address}
    return Hit(acceptance.span, variant="decision", particulars=shown)


RULES: tuple[Rule, ...] = (missing_owner, project_leader_owner, personal_owner)
