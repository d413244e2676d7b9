"""Three trees → what a chain is to say after an import: where both cannot be, what the chain says stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nyttokedja.importing.identity import identity
from nyttokedja.importing.returning.said import has_field
from nyttokedja.model.chain import NAMING, SECTIONS
from nyttokedja.versions.merging.conflicts import Conflict
from nyttokedja.versions.merging.three_way import merged
from nyttokedja.versions.merging.tree import TYPE, Listed, Tree, dangling


def reconciled(
    base: Tree, ours: Tree, theirs: Tree, reworded: Mapping[str, str]
) -> tuple[Tree, tuple[Conflict, ...]]:
    """What the chain is to say, and what of the import did not come along, or took the place of something.

    Args:
        base: what the last import said.
        ours: what the chain says.
        theirs: what the import says, and what of the last one is to stay.
        reworded: text of a note of the chain → its text on the wall now.
    """
    named = ours
    if notes := ours.facts.get("notes"):
        named = ours._replace(facts={**ours.facts, "notes": with_words(notes, reworded)})
    wanted, conflicts = merged(base, named, theirs)
    told = [one for one in conflicts if _is_told(one, wanted, ours, theirs)]
    wanted, none = _with_sections(wanted, ours)
    wanted, unfit = _fitting(wanted, ours)
    return _without_dangling(wanted, ours), (*told, *none, *unfit)


def with_words(notes: Mapping[str, Any], reworded: Mapping[str, str]) -> Listed:
    """Notes with the words that they have on the wall now."""
    return Listed(
        {reworded.get(text, text): {**note, "text": reworded.get(text, text)} for text, note in notes.items()}
    )


def with_own(side: Tree, ours: Tree, keys: Iterable[str]) -> Tree:
    """A side with what is the chain's own: facts of the chain, and where a box or note that it has came from.

    That a box comes again, from another workshop or in another row, says nothing of where it first came from.
    """
    facts = _with(side.facts, ours.facts, keys)
    if "notes" in facts and "notes" in ours.facts:
        notes = ours.facts["notes"]
        facts["notes"] = Listed(
            {
                text: _with(note, notes[text], ("origin",)) if text in notes else note
                for text, note in facts["notes"].items()
            }
        )
    nodes = {
        id: _with(node, ours.nodes[id], ("origin",)) if id in ours.nodes else node
        for id, node in side.nodes.items()
    }
    return Tree(facts, nodes)


def _with(held: Mapping[str, Any], ours: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """A mapping with some keys as ours has them, or has them not."""
    own = dict(held)
    for key in keys:
        own.pop(key, None)
        if key in ours:
            own[key] = ours[key]
    return own


def agreed(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """What an import says of a box that the chain has of its own, as if it had said so before.

    What the chain says nothing of is left out: that is new.
    """
    return {key: _agreed(value, ours[key]) for key, value in theirs.items() if key in ours}


def _agreed(theirs: Any, ours: Any) -> Any:
    if isinstance(theirs, Listed) and isinstance(ours, Listed):
        return Listed({item: held for item, held in theirs.items() if item in ours})
    return agreed(theirs, ours) if isinstance(theirs, dict) and isinstance(ours, dict) else theirs


def disagreements(
    id: str, theirs: Mapping[str, Any], ours: Mapping[str, Any], before: Sequence[Mapping[str, Any]] = ()
) -> Iterator[Conflict]:
    """What an import says otherwise of a box that the chain has of its own, and no other has said before."""
    for key, value in theirs.items():
        if key not in ours or isinstance(value, dict) or value == ours[key]:
            continue
        if any(other.get(key) == value for other in before):
            continue
        if key != "title" or identity(str(value)) != identity(str(ours[key])):
            yield Conflict("both", id, (key,))


def _is_told(conflict: Conflict, wanted: Tree, ours: Tree, theirs: Tree) -> bool:
    """Whether something does not come along: a list has what both have put there."""
    if conflict.reason in ("removed-named", "removed-accepted", "none"):
        return False
    if conflict.keys == ("title",):
        sides = [side.nodes[conflict.node] if conflict.node else side.facts for side in (ours, theirs)]
        return len({identity(str(side.get("title", ""))) for side in sides}) > 1
    held: Any = wanted.nodes.get(conflict.node) if conflict.node else wanted.facts
    for key in conflict.keys:
        held = held.get(key) if isinstance(held, dict) else None
    return not isinstance(held, Listed)


def _with_sections(wanted: Tree, ours: Tree) -> tuple[Tree, list[Conflict]]:
    """Without the word that a section holds nothing, where it has something now."""
    filled = {node[TYPE] for node in wanted.nodes.values()}
    said = [key for key in SECTIONS if key in wanted.facts and key in filled]
    facts = {key: value for key, value in wanted.facts.items() if key not in said}
    return wanted._replace(facts=facts), [Conflict("none", keys=(key,)) for key in said if key in ours.facts]


def _fitting(wanted: Tree, ours: Tree) -> tuple[Tree, list[Conflict]]:
    """Boxes with what their type has; where the chain says more than another type can, its type stands."""
    nodes, conflicts = {}, []
    for id, node in wanted.nodes.items():
        kind, unfit = node[TYPE], _unfit(node, node[TYPE])
        own = ours.nodes[id][TYPE] if id in ours.nodes else kind
        if unfit and own != kind:
            conflicts.append(Conflict("both", id, (TYPE,)))
            kind, unfit = own, _unfit(node, own)
        conflicts += [Conflict("both", id, (key,)) for key in unfit]
        nodes[id] = {key: value for key, value in node.items() if key not in unfit} | {TYPE: kind}
    return wanted._replace(nodes=nodes), conflicts


def _unfit(node: Mapping[str, Any], section: str) -> list[str]:
    return [key for key in node if key != TYPE and not has_field(section, key)]


def _without_dangling(wanted: Tree, ours: Tree) -> Tree:
    """Without what the wall points at and the chain's own hands have taken away."""
    lost = dangling(wanted) - dangling(ours)
    nodes = {
        id: _without(node, {named for holder, named in lost if holder == id})
        for id, node in wanted.nodes.items()
    }
    return wanted._replace(nodes=nodes) if lost else wanted


def _without(node: Mapping[str, Any], lost: set[str]) -> dict[str, Any]:
    left = dict(node)
    for key in NAMING if lost else ():
        if key in left:
            kept = {to: held for to, held in left[key].items() if lost.isdisjoint(str(to).split(" -> "))}
            left[key] = Listed(kept)
            if not kept:
                del left[key]
    return left
