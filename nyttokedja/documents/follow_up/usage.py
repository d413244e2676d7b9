"""Is the change carried out, and is it used? It is asked first: without use there are no benefits."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.blocks import cell, missing, table
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.model import Block
from nyttokedja.documents.states import action_state, precondition_state
from nyttokedja.model.chain import Action, Node, NodeType


def usage(told: Telling) -> Part:
    """The changes with their actions, what they need, and the indicators of use."""
    return Part(tuple(_blocks(told)))


def _blocks(told: Telling) -> Iterator[Block]:
    changes = told.nodes(NodeType.CHANGE)
    if not changes:
        yield missing(told.say("no_changes"))
    yield from _changes(told, changes)
    yield from _preconditions(told)
    used = [one for one in told.followed if one.node.type is NodeType.CHANGE or one.node.behaviour]
    if not used:
        yield missing(told.say("no_use"))
    yield from told.indicators(used, boxed=True)


_OF_CHANGES = (("change", 2.0), ("begins", 1.0), ("action", 3.0), ("who", 1.6), ("due", 1.0), ("status", 1.2))
_OF_PRECONDITIONS = (("precondition", 3.0), ("who", 1.6), ("due", 1.0), ("status", 1.2))


def _changes(told: Telling, changes: tuple[Node, ...]) -> Iterator[Block]:
    columns = [told.column(name, share) for name, share in _OF_CHANGES]
    rows = [
        (told.title(change), change.when.written if change.when else "", *_action(told, change, action))
        for change in changes
        for action in change.actions or (None,)
    ]
    yield from table(told.say("changes"), columns, rows)


def _action(told: Telling, change: Node, action: Action | None) -> tuple[str, ...]:
    unsaid = told.say("unsaid")
    if action is None:
        return ("", change.owner, "", "")
    return (
        action.what,
        action.who or change.owner,
        action.due.written if action.due else "",
        action_state(told.source, action) or unsaid,
    )


def _preconditions(told: Telling) -> Iterator[Block]:
    columns = [told.column(name, share) for name, share in _OF_PRECONDITIONS]
    rows = [
        (
            told.title(node),
            node.who or node.owner,
            cell(node.due.written, node.due.last) if node.due else "",
            precondition_state(told.source, node) or told.say("unsaid"),
        )
        for node in told.nodes(NodeType.PRECONDITION)
    ]
    yield from table(told.say("preconditions"), columns, rows)
