"""The last import, this one and the chain → what is no longer on the wall, and what of it nobody has touched.

Nothing that vanishes there is taken out of the chain by itself: it is put back before the two are merged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nyttokedja.importing.identity import identity
from nyttokedja.importing.returning.said import has_field
from nyttokedja.model.chain import NAMING
from nyttokedja.versions.merging.tree import TYPE, Listed, Tree

Spot = tuple[Any, ...]
"""Where something stands in a tree: the id of a box ("" for the chain itself), then keys."""

_OF_THE_CHAIN = frozenset({"nyttokedja", "title", "language", "stage"})


@dataclass(frozen=True, slots=True)
class Vanished:
    """What this import no longer says: ``spots`` of boxes ``(id,)``, and of notes, arrows and facts."""

    spots: tuple[Spot, ...]

    @property
    def boxes(self) -> tuple[str, ...]:
        """The ids of boxes."""
        return tuple(spot[0] for spot in self.spots if len(spot) == 1)

    @property
    def notes(self) -> tuple[str, ...]:
        """The texts of notes."""
        return tuple(spot[2] for spot in self.spots if spot[:2] == ("", "notes"))

    @property
    def arrows(self) -> tuple[tuple[str, str], ...]:
        """What points from one box to another: the ids of both."""
        return tuple((spot[0], str(spot[2])) for spot in self.spots if _is_arrow(spot))

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Other facts: id of the box and key."""
        known = {("", "notes")}
        rest = (spot for spot in self.spots if len(spot) > 1 and not _is_arrow(spot))
        return tuple(dict.fromkeys((spot[0], str(spot[1])) for spot in rest if spot[:2] not in known))


def _is_arrow(spot: Spot) -> bool:
    return len(spot) == 3 and spot[1] in NAMING


def vanished(base: Tree, ours: Tree, theirs: Tree) -> Vanished:
    """What the last import said, the chain still has, and this import does not say.

    A note that has got a type on the wall has not vanished: it is a box now.
    """
    typed = {identity(str(node["title"])) for id, node in theirs.nodes.items() if id not in base.nodes}
    return Vanished(
        tuple(
            spot
            for spot in _missing(base, theirs)
            if _at(ours, spot) is not _NOWHERE
            and not (spot[:2] == ("", "notes") and identity(str(spot[-1])) in typed)
        )
    )


def is_at(spot: Spot, tree: Tree) -> bool:
    """Whether a tree has anything at a spot."""
    return _at(tree, spot) is not _NOWHERE


def is_said(spot: Spot, source: Tree, gone: Collection[Spot]) -> bool:
    """Whether a source says what stands at a spot, and not only said so once."""
    return _at(source, spot) is not _NOWHERE and all(spot[: len(one)] != one for one in gone)


def put_back(base: Tree, theirs: Tree, spots: Collection[Spot]) -> Tree:
    """What this import says, with what stood at some spots at the last one."""
    nodes, facts = dict(theirs.nodes), dict(theirs.facts)
    for spot in spots:
        if len(spot) == 1:
            nodes[spot[0]] = base.nodes[spot[0]]
            continue
        holder = nodes[spot[0]] if spot[0] else facts
        added = _with(holder, spot[1:], _at(base, spot))
        if spot[0]:
            nodes[spot[0]] = added
        else:
            facts = added
    return Tree(facts, nodes)


def untouched(vanished: Vanished, base: Tree, ours: Tree) -> tuple[Spot, ...]:
    """What of that stands in the chain as the last import left it, with nothing of the chain's own at it."""
    same = [spot for spot in vanished.spots if _at(ours, spot) == _at(base, spot)]
    going = {spot[0] for spot in same if len(spot) == 1}
    while True:
        held = {id for id in going if _is_named(id, ours, same, going)}
        if not held:
            kept = set(vanished.boxes) - going  # what points at a box that stays, stays with it
            return tuple(spot for spot in same if _goes(spot, going, kept))
        going -= held


def _goes(spot: Spot, going: Collection[str], kept: Collection[str]) -> bool:
    if _is_arrow(spot):
        return set(str(spot[2]).split(" -> ")).isdisjoint(kept)
    return len(spot) > 1 or spot[0] in going


def _is_named(id: str, ours: Tree, same: Collection[Spot], going: Collection[str]) -> bool:
    """Whether something that stays in the chain names a box, or a decision is about it."""
    for holder, node in ours.nodes.items():
        for key in NAMING:
            for to in node.get(key) or ():
                if id in str(to).split(" -> ") and holder not in going and (holder, key, to) not in same:
                    return True
    decisions = ours.facts.get("accepted") or {}
    return any(id in str(spot).split(" -> ") for _, at in decisions for spot in at)


_NOWHERE: Any = object()


def _missing(base: Tree, theirs: Tree) -> Iterator[Spot]:
    """The spots that the last import had and this one has not."""
    for id, node in base.nodes.items():
        if id not in theirs.nodes:
            yield (id,)
        elif theirs.nodes[id][TYPE] == node[TYPE]:
            yield from _lost((id,), node, theirs.nodes[id])
        else:
            kind = theirs.nodes[id][TYPE]
            arrows = {key: node[key] for key in NAMING if key in node and has_field(kind, key)}
            yield from _lost((id,), arrows, theirs.nodes[id])
    kept = {key: value for key, value in base.facts.items() if key not in _OF_THE_CHAIN}
    yield from _lost(("",), kept, theirs.facts)


def _lost(at: Spot, was: Mapping[Any, Any], now: Mapping[Any, Any]) -> Iterator[Spot]:
    for key, value in was.items():
        if key not in now:
            items = value if isinstance(value, Listed) else ()
            yield from ((*at, key, item) for item in items) if items else iter(((*at, key),))
        elif isinstance(value, dict) and isinstance(now[key], dict):
            yield from _lost((*at, key), value, now[key])


def _at(tree: Tree, spot: Spot) -> Any:
    """What stands at a spot; `_NOWHERE` where nothing does."""
    held: Any = tree.nodes if spot[0] else tree.facts
    for key in spot if spot[0] else spot[1:]:
        if not isinstance(held, dict) or key not in held:
            return _NOWHERE
        held = held[key]
    return held


def _with(holder: dict[Any, Any], keys: Spot, value: Any) -> dict[Any, Any]:
    """A mapping or list with something more at the end of its keys."""
    first, *rest = keys
    if rest:
        inner = holder.get(first, Listed() if len(keys) == 2 and _lists(first) else {})
        value = _with(inner, tuple(rest), value)
    return type(holder)({**holder, first: value})


def _lists(key: Any) -> bool:
    return key in (*NAMING, "notes", "tags", "actions", "accepted")
