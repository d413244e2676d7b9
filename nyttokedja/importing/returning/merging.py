"""An import into a chain that is there → the chain with what is new, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from nyttokedja.editing import AddNode, CannotEdit, Edit
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.errors import CannotRead
from nyttokedja.importing.model import Imported
from nyttokedja.importing.returning.matching import Matched, as_called_now, matched
from nyttokedja.importing.returning.memory import Memory, Origin, Source, known_as
from nyttokedja.importing.returning.reconciling import (
    agreed,
    disagreements,
    reconciled,
    with_own,
    with_words,
)
from nyttokedja.importing.returning.said import Data, has_field, said_by_file, tree, with_titles
from nyttokedja.importing.returning.vanished import (
    Spot,
    Vanished,
    is_at,
    is_said,
    put_back,
    untouched,
    vanished,
)
from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.merging.conflicts import Conflict
from nyttokedja.versions.merging.tree import TYPE, Listed, Tree, said_by
from nyttokedja.versions.merging.tree_edits import changes

_OF_THE_CHAIN = ("nyttokedja", "title", "language", "stage")
"""What an import says of the chain that counts only where an earlier one has said it."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What an import into a chain came to.

    Attributes:
        chain: the chain's bytes after it; those from before where it says nothing new.
        memory: the content of the file beside the chain.
        before: what the chain said, and ``after``, what it says now.
        new: ids of boxes, and ``new_notes`` texts, that were not there.
        changed: id of a box ("" for the chain itself) → the keys in which it says something else.
        gone: what is no longer on the wall; ``pruned`` is what of that has been taken away.
        struck: titles of boxes that the chain's own hands have taken away, and texts of such notes.
        clashes: what both have changed, or cannot both be: the chain's own stands.
        matched: which box is which.
    """

    chain: bytes
    memory: bytes
    before: Tree
    after: Tree
    new: tuple[str, ...]
    new_notes: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    gone: Vanished
    pruned: Vanished
    struck: tuple[str, ...]
    clashes: tuple[Conflict, ...]
    matched: Matched
    theirs: Tree = field(repr=False)


def returned(
    chain: bytes,
    imported: Imported,
    origin: Origin,
    memory: Memory,
    *,
    name: str = "",
    prune: bool = False,
    spared: bytes = b"",
) -> Returned:
    """Bring an import into a chain, by what the last import of the same file said.

    Args:
        chain: the bytes of the chain file.
        imported: what the foreign file says now.
        origin: what that file is called, and what it is.
        memory: what is remembered of earlier imports.
        name: what the chain file is called.
        prune: whether what has vanished, and nobody has touched in the chain, is taken away.
        spared: an earlier version of the chain file: what stands in that is not taken away.

    Raises:
        CannotRead: the chain is none, or has faults to be mended first.
    """
    parsed = Parsed(chain, name)
    said = said_by_file(parsed)
    if said is None:
        raise CannotRead(
            f"{name} has faults that must be mended before anything can be brought into it. "
            f"See them by: nyttokedja check {name}"
        )
    return _Return(parsed, said, imported, origin, memory.of(chain)).result(
        prune=prune, spared=_tree_of(spared)
    )


class _Return:
    def __init__(
        self, parsed: Parsed, said: Data, imported: Imported, origin: Origin, memory: Memory
    ) -> None:
        self.parsed, self.origin, self.memory = parsed, origin, memory
        sources = {name: as_called_now(source, said) for name, source in memory.sources.items()}
        self.last = sources.pop(origin.name, Source(origin.format, {}))
        self.others = sources
        self.elsewhere = [(tree(source.data), source.gone) for source in sources.values()]
        self.matched = matched(imported, self.last.beside(sources.values()), said)
        self.ours = tree(said)
        # where nothing was imported before, the chain's title and stage are its own
        self.own = ("nyttokedja", "language") if self.last.data else _OF_THE_CHAIN
        known = with_own(tree(self.matched.data), tree(self.last.data), ())
        self.theirs = with_own(known, self.ours, self.own)
        self.clashes: list[Conflict] = []
        self.base = self._base(said)

    def _base(self, said: Data) -> Tree:
        """The last import, with the words of today where they are the same."""
        last = tree(with_titles(known_as(self.last.data, self.matched.data, said)))
        notes = last.facts.get("notes")
        if notes:
            last.facts["notes"] = with_words(notes, self.matched.reworded)
        nodes = dict(last.nodes)
        for id, node in self.theirs.nodes.items():
            said_before = [other.nodes[id] for other, _ in self.elsewhere if id in other.nodes]
            if id in nodes:
                continue
            if id in self.ours.nodes:
                nodes[id] = agreed(node, self.ours.nodes[id])
                self.clashes += disagreements(id, node, self.ours.nodes[id], said_before)
            elif said_before:  # struck out since another file said it
                nodes[id] = node
        return with_own(Tree(self._with_struck_notes(last.facts), nodes), self.ours, self.own)

    def _with_struck_notes(self, facts: dict[str, Any]) -> dict[str, Any]:
        """Facts of the last import, with the notes that have been struck out since another file said them."""
        there, ours = facts.get("notes") or {}, self.ours.facts.get("notes") or {}
        before = {text for other, _ in self.elsewhere for text in other.facts.get("notes") or ()}
        theirs = self.theirs.facts.get("notes") or {}
        struck = {
            text: note
            for text, note in theirs.items()
            if text in before and text not in there and text not in ours
        }
        return {**facts, "notes": Listed({**there, **struck})} if struck else facts

    def result(self, *, prune: bool, spared: Tree) -> Returned:
        missing = vanished(self.base, self.ours, self.theirs)
        gone = Vanished(tuple(spot for spot in missing.spots if not self._is_said_elsewhere(spot)))
        going = untouched(gone, self.base, self.ours) if prune else ()
        pruned = tuple(spot for spot in going if not is_at(spot, spared))
        kept = tuple(spot for spot in missing.spots if spot not in pruned)
        whole = put_back(self.base, self.theirs, kept)
        wanted, clashes = reconciled(self.base, self.ours, whole, self.matched.reworded)
        done, after = self._edited(wanted)
        data, refs = said_by(_valid(whole)), self._refs(whole)
        source = Source(self.origin.format, data, refs, self.last.settled, kept)
        memory = Memory({**self.others}, self.memory.chain, self.memory.before).with_source(
            self.origin.name, source
        )
        if done.data != self.parsed.data:
            memory = memory.since(self.parsed.data, self.memory)
        notes = self.ours.facts.get("notes") or {}
        return Returned(
            done.data,
            memory.to_bytes(),
            self.ours,
            after,
            tuple(id for id in after.nodes if id not in self.ours.nodes),
            tuple(text for text in after.facts.get("notes") or () if text not in notes),
            dict(_changed(self.ours, after)),
            Vanished(tuple(spot for spot in gone.spots if spot not in pruned)),
            Vanished(pruned),
            tuple(self._struck()),
            (*self.clashes, *clashes),
            self.matched,
            self.theirs,
        )

    def _is_said_elsewhere(self, spot: Spot) -> bool:
        return any(is_said(spot, said, gone) for said, gone in self.elsewhere)

    def _refs(self, whole: Tree) -> Mapping[str, str]:
        known = {*whole.nodes, *(whole.facts.get("notes") or ())}
        refs = {**self.last.refs, **self.matched.refs}
        return {id: ref for id, ref in refs.items() if id in known}

    def _struck(self) -> Iterator[str]:
        """What the wall still has and the chain's own hands have taken away."""
        for id, node in self.theirs.nodes.items():
            if id in self.base.nodes and id not in self.ours.nodes:
                yield str(node["title"])
        notes = self.ours.facts.get("notes") or {}
        before = self.base.facts.get("notes") or {}
        yield from (
            text for text in self.theirs.facts.get("notes") or () if text in before and text not in notes
        )

    def _edited(self, wanted: Tree) -> tuple[Parsed, Tree]:
        """The chain's file made to say what is wanted.

        Raises:
            CannotRead: that cannot be written with certainty in this file.
        """
        steps = list(_titled(changes(self.ours, wanted), wanted))
        try:
            done = edit_parsed(self.parsed, steps).parsed
        except CannotEdit as error:
            raise self._unsure() from error
        said = said_by_file(done)
        after = tree(said) if said is not None else None
        if after != wanted:
            raise self._unsure()
        return done, wanted

    def _unsure(self) -> CannotRead:
        return CannotRead(
            f"What is new cannot be written into {self.parsed.name} with certainty, and nothing has been "
            "written. Import it to a file of its own with -o, and move what is new by hand."
        )


def _tree_of(chain: bytes) -> Tree:
    """What a chain file says; nothing where it cannot be read."""
    said = said_by_file(Parsed(chain)) if chain else None
    return tree(said) if said is not None else Tree({}, {})


def _titled(steps: Iterable[Edit], wanted: Tree) -> Iterator[Edit]:
    """Edits with the titles of new boxes written out, as an import writes them."""
    for step in steps:
        if isinstance(step, AddNode):
            rest = step.data if isinstance(step.data, dict) else {}
            yield replace(step, data={"title": wanted.nodes[step.id]["title"], **rest})
        else:
            yield step


def _changed(before: Tree, after: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    for id, node in after.nodes.items():
        was = before.nodes.get(id)
        if was is not None and was != node:
            yield id, tuple(key for key in {**was, **node} if was.get(key) != node.get(key))
    was, now = (
        {key: value for key, value in side.facts.items() if key != "notes"} for side in (before, after)
    )
    if was != now:
        yield "", tuple(key for key in {**was, **now} if was.get(key) != now.get(key))


def _valid(whole: Tree) -> Tree:
    """What an import said, as it can be remembered: no section is both filled and said to hold nothing."""
    filled = {node[TYPE] for node in whole.nodes.values()}
    facts = {key: value for key, value in whole.facts.items() if key not in filled}
    nodes = {
        id: {key: value for key, value in node.items() if key == TYPE or has_field(node[TYPE], key)}
        for id, node in whole.nodes.items()
    }
    return Tree(facts, nodes)
