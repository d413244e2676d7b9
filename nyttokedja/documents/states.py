"""How an action and a precondition stand, in words that are the same in every document."""

from __future__ import annotations

from nyttokedja.documents.source import Source
from nyttokedja.model.chain import Action, Node
from nyttokedja.model.handling import is_done, is_late, is_past
from nyttokedja.model.periods import Period


def action_state(source: Source, action: Action) -> str:
    """Whether an action is done, late or not done; "" where nothing says."""
    today = source.today
    if is_done(action, today):
        day = action.done.written if isinstance(action.done, Period) else ""
        return source.say("states", "done_on", day=day) if day else source.word("states", "done")
    if is_late(action, today):
        return source.word("states", "late")
    return source.word("states", "undone") if action.done is False else ""


def precondition_state(source: Source, node: Node) -> str:
    """Whether a precondition is met, late or not met; "" where nothing says."""
    if node.met:
        return source.word("states", "met")
    if is_past(node.due, source.today):
        return source.word("states", "late")
    return source.word("states", "unmet") if node.met is False else ""
