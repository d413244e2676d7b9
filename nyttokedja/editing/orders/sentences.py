"""Plan + the checks before and after its edits → the sentences that say what has been done."""

from __future__ import annotations

from typing import Any

from nyttokedja.checking.check import Checked
from nyttokedja.editing.orders.plan import BoxAfter, BoxBefore, Plan
from nyttokedja.language.codes import guessed
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import Node
from nyttokedja.model.findings import Mention


def sentences(plan: Plan, before: Checked, after: Checked, group: str = "editing/done") -> list[str]:
    """What is said of a plan whose edits were made, in the chain's language, about the file by its name.

    Args:
        plan: the plan.
        before: the check of the file as it was.
        after: the check of the file as it is now.
        group: the group of texts that has the sentences.
    """
    language, file = guessed(before.source.text), before.source.name
    told = []
    for name, particulars in plan.statements:
        known = {key: _resolved(value, before, after) for key, value in particulars.items()}
        if name != "retitled" or _is_retitled(**known):
            told.append(texts(language).say(group, name, **known, file=file))
    return told


def sentence(language: str, name: str, **particulars: object) -> str:
    """A sentence of the texts' ``done``; of its two forms the one that ``n`` asks for."""
    return texts(language).say("editing/done", name, **particulars)


def _resolved(value: Any, before: Checked, after: Checked) -> Any:
    if isinstance(value, BoxBefore | BoxAfter):
        return _named(before if isinstance(value, BoxBefore) else after, value.id)
    return value


def _named(checked: Checked, id: str) -> Mention | str:
    """A node as a sentence speaks of it; its id where it is not there."""
    node = checked.graph.nodes.get(id) if checked.graph else None
    if not isinstance(node, Node):
        return id
    return Mention(node.id, node.title, node.type.value, checked.source.place(node.span))


def _is_retitled(old: Mention | str, new: Mention | str) -> bool:
    """Whether a box is called otherwise than before, as one that has its title from its id."""
    return isinstance(old, Mention) and isinstance(new, Mention) and old.title != new.title
