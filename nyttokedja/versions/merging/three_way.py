"""Three trees → what a chain says after the changes of both sides, and the conflicts. Reads no file."""

from __future__ import annotations

from typing import Any, NamedTuple

from nyttokedja.model.chain import SECTIONS
from nyttokedja.versions.merging.conflicts import Conflict, Keys
from nyttokedja.versions.merging.tree import TYPE, Listed, Tree, dangling

_GONE = object()
_HOLDERS = frozenset(
    {
        "about",
        "alternatives",
        "perspectives",
        "indicators",
        "measurements",
        "calculation",
        "factors",
        "handover",
        "prioritising",
    }
)
"""The keys of mappings that are nothing in themselves: each side may have begun one."""
_OF_IDS = frozenset({"indicators", "factors", "prioritising"})
"""Those whose keys are ids, which may be any word."""


class _Three(NamedTuple):
    """One part as the three versions have it."""

    base: Any
    ours: Any
    theirs: Any

    def under(self, key: Any) -> _Three:
        """What stands under a key of it."""
        return _Three(*(_GONE if side is _GONE else side.get(key, _GONE) for side in self))

    def held(self) -> list[Any]:
        """The keys that it may have after a merge, those of our side first."""
        return list(dict.fromkeys(key for side in self[1:] if side is not _GONE for key in side))


def merged(base: Tree, ours: Tree, theirs: Tree) -> tuple[Tree, tuple[Conflict, ...]]:
    """What the chain says after the changes that both sides have made of it since ``base``."""
    merging = _Merging()
    facts = merging.mapping(_Three(base.facts, ours.facts, theirs.facts), "", ())
    boxes = _Three(base.nodes, ours.nodes, theirs.nodes)
    nodes = {id: merging.value(boxes.under(id), id, ()) for id in boxes.held()}
    tree = Tree(facts, {id: node for id, node in nodes.items() if node is not _GONE})
    # where two facts are in conflict, the tree has one of them: no more conflicts can be told from it
    return tree, tuple(merging.conflicts or _between(tree, ours, theirs))


def _between(tree: Tree, ours: Tree, theirs: Tree) -> list[Conflict]:
    """Conflicts of what is one thing on the one side and another on the other."""
    filled = {node[TYPE] for node in tree.nodes.values()}
    conflicts = [Conflict("none", keys=(key,)) for key in SECTIONS if key in tree.facts and key in filled]
    lost = sorted(dangling(tree) - dangling(ours) - dangling(theirs))
    named = (
        Conflict("removed-named" if holder else "removed-accepted", id, other=holder) for holder, id in lost
    )
    return [*conflicts, *named]


class _Merging:
    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def value(self, sides: _Three, node: str, keys: Keys) -> Any:
        """One part after the merge; `_GONE` where it is not there."""
        base, ours, theirs = sides
        if ours == theirs or base == theirs:
            return ours
        if base == ours:
            return theirs
        there = [side for side in sides if side is not _GONE]
        if all(isinstance(side, dict) for side in there):
            holds = isinstance(there[0], Listed) or _is_holder(keys)
            if holds or len(there) == len(sides):
                held = self.mapping(sides, node, keys)
                return held if held or not holds else _GONE
        self.conflicts.append(Conflict(_reason(sides, keys), node, keys))
        return ours

    def mapping(self, sides: _Three, node: str, keys: Keys) -> dict[Any, Any]:
        """What a mapping or a list holds after the merge."""
        values = {key: self.value(sides.under(key), node, (*keys, key)) for key in sides.held()}
        kind = Listed if any(isinstance(side, Listed) for side in sides) else dict
        if (kind is Listed or keys[-1:] == ("measurements",)) and _both_replaced(sides):
            self.conflicts.append(Conflict("both", node, keys))
        return kind({key: value for key, value in values.items() if value is not _GONE})


def _both_replaced(sides: _Three) -> bool:
    """Whether both sides have put something else in the place of the same item: only one of them can be."""
    base, ours, theirs = (set() if side is _GONE else set(side) for side in sides)
    return bool(base - ours - theirs and ours - base - theirs and theirs - base - ours)


def _is_holder(keys: Keys) -> bool:
    return keys[-1:] != () and keys[-1] in _HOLDERS and not (keys[-2:-1] and keys[-2] in _OF_IDS)


def _reason(sides: _Three, keys: Keys) -> str:
    if sides.base is _GONE:
        return "both" if keys else "added"
    return "removed-changed" if _GONE in sides[1:] else "both"
