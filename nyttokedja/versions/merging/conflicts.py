"""Conflict: what two sides say and cannot both be, and the sentence about it in the chain's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from nyttokedja.language.forms import Form, root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import title_from
from nyttokedja.versions.merging.tree import TYPE, Tree

Keys = tuple[Any, ...]


class Conflict(NamedTuple):
    """What two sides say and cannot both be.

    `reason` is its name in the texts' ``clash``; `node` the id of a box, "" for the chain itself; `keys`
    lead from there to the fact.
    """

    reason: str
    node: str = ""
    keys: Keys = ()
    other: str = ""

    def sentence(self, ours: Tree, theirs: Tree, language: str, group: str = "git/clash") -> str:
        """One sentence about it, of a group of the texts."""
        reason = "both-chain" if self.reason == "both" and not self.node else self.reason
        nodes = {**theirs.nodes, **ours.nodes}
        form = root_form().within(nodes[self.node][TYPE]) if self.node in nodes else None
        particulars = {
            "node": _title(self.node, nodes),
            "id": self.node,
            "key": self._key(form.within(self.node) if form else root_form(), language),
            "other": _title(self.other, nodes),
            "theirs": self._said(theirs),
        }
        return texts(language).say(group, reason, **particulars)

    def _said(self, side: Tree) -> str:
        """What a side says there, where that is one value."""
        held: Any = side.nodes.get(self.node) if self.node else side.facts
        for key in self.keys:
            held = held.get(key) if isinstance(held, dict) else None
        return "…" if held is None or isinstance(held, dict | tuple) else str(held)

    def _key(self, form: Form | None, language: str) -> str:
        """The fact as a file would name it, or the item by what it is known by."""
        shown = []
        for key in self.keys:
            if key == TYPE:
                return texts(language).word("git/", "section")
            known = form is not None and key in form.schema.get("properties", {})
            name = str(key[0] if isinstance(key, tuple) else key or "…")
            shown.append(words(language).key(name, form.name) if form and known else name)
            form = (form.within(name) or form.item) if form else None
        return ", ".join(shown)


def _title(id: str, nodes: Mapping[str, Any]) -> str:
    return nodes.get(id, {}).get("title") or title_from(id)
