"""NK4: who sees to it that a benefit comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nyttokedja.chain import NodeType, Stage
from nyttokedja.lexicon import names_project
from nyttokedja.rules.model import ERROR, INFO, WARNING, Hit, Review, Rule, at, by_stage, rule


@rule("NK401", "missing-owner", by_stage(analysis=INFO, plan=ERROR, follow_up=ERROR))
def missing_owner(review: Review) -> Iterator[Hit]:
    """A benefit, and in a plan also a change, that nobody owns.

    A benefit does not come by itself: somebody in the line organisation has to take it home, and to
    answer for it when it is followed up. Write the role, never a person's name.

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
    for node in review.chain.of(*owned):
        if not node.owner and not node.faulty:
            yield at(node, node.type.value, total=total[node.type])


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


RULES: tuple[Rule, ...] = (missing_owner, project_leader_owner)
