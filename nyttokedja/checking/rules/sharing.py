"""NK413: whether one answers."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.language.lexicon import lexicon, names_project
from nyttokedja.model.chain import NodeType

_OWNED = (NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.CHANGE)


@rule("NK413", "several-owners", by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING))
def several_owners(review: Review) -> Iterator[Hit]:
    """A benefit, a drawback or a change with two roles as its owner.

    Where two answer for it, each may think that the other does. Choose the one who can see to it that the
    benefit comes; the other may have an action. A role with several fields of work is one role ("Director
    of health and care"), and so is one with a place.

    Bad:

        benefits:
          freed_time: {owner: Head of night care and director of finance}

    Good:

        benefits:
          freed_time: {owner: Head of health and home care}

    Source: E-delegationen, question 3: who realises it?
    """
    heard = lexicon(review.chain.language)
    for node in review.chain.of(*_OWNED):
        if node.owner and not names_project(node.owner) and len(roles := heard.roles(node.owner)) > 1:
            yield at(node, span=node.span_of("owner"), owner=node.owner, roles=roles)


RULES: tuple[Rule, ...] = (several_owners,)
