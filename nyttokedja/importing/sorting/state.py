"""Sorting: a chain, the memory of its imports, and what is asked next; an answer gives the next state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from nyttokedja.editing import AddNode, CannotEdit, Edit, RemoveItem, Set
from nyttokedja.editing.document import document
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.editing.orders import AddOrder, LinkOrder, plan_order
from nyttokedja.editing.orders.words import node_type_named
from nyttokedja.importing.identity import identity
from nyttokedja.importing.returning.memory import Memory
from nyttokedja.importing.returning.said import Box, boxes, said_by_file
from nyttokedja.importing.sorting.settling import settled, settled_as_box
from nyttokedja.model.chain import IN_GRAPH, POINTER_OF, SECTIONS, NodeType
from nyttokedja.reading.parsed import Parsed

_INTO = frozenset(IN_GRAPH) - {NodeType.CHANGE}
_OUT_OF = frozenset(IN_GRAPH) - {NodeType.GOAL, NodeType.OPPORTUNITY}
_BREAK = "\n"


class Asking(NamedTuple):
    """What is asked next: ``note`` what a note is, ``into`` and ``out`` which arrows a new box has."""

    what: str = "note"
    id: str = ""


@dataclass(frozen=True)
class Sorting:
    """A chain while its notes are sorted.

    Attributes:
        chain: its bytes.
        memory: what is remembered of its imports; None where nothing is, or it cannot be read.
        passed: so many notes were left for later.
        done: so many were sorted.
        rest: what is asked before the next note.
        name: what the file is called.
    """

    chain: bytes
    memory: Memory | None = None
    passed: int = 0
    done: int = 0
    rest: tuple[Asking, ...] = ()
    name: str = field(default="", compare=False)

    @cached_property
    def parsed(self) -> Parsed:
        """The chain's file."""
        return Parsed(self.chain, self.name)

    @cached_property
    def _said(self) -> Mapping[str, Any]:
        said = said_by_file(self.parsed)
        if said is None:
            raise CannotEdit("unreadable")
        return said

    @property
    def notes(self) -> tuple[Mapping[str, Any], ...]:
        """The notes that are left, those left for later first."""
        return tuple(self._said.get("notes", ()))

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes of the chain."""
        return tuple(boxes(self._said))

    @property
    def asking(self) -> Asking | None:
        """What is asked next; None at the end."""
        if self.rest:
            return self.rest[0]
        return Asking() if self.passed < len(self.notes) else None

    @property
    def note(self) -> str | None:
        """The words of the note that is asked about."""
        return str(self._note["text"]) if self.asking == Asking() else None

    @property
    def _note(self) -> Mapping[str, Any]:
        return self.notes[self.passed]

    def box(self, id: str) -> Box:
        """A box of the chain."""
        return next(box for box in self.boxes if box.id == id)

    def candidates(self) -> tuple[Box, ...]:
        """The boxes that an answer can mean: those that a further arrow can come from or lead to, or all."""
        if not self.rest:
            return self.boxes
        what, id = self.rest[0]
        kinds = (_OUT_OF if what == "into" else _INTO) if _kind(self.box(id)) in IN_GRAPH else IN_GRAPH
        there = {id, *_targets(self.box(id))}
        return tuple(
            box
            for box in self.boxes
            if _kind(box) in kinds and box.id not in there and id not in set(_targets(box))
        )

    def becomes(self, kind: str) -> Sorting:
        """After the note has become a box; ``kind`` is a type, or ``behaviour``.

        Raises:
            CannotEdit: that cannot be done in this file.
        """
        title, _, more = self._note["text"].strip().partition(_BREAK)
        plan = plan_order(AddOrder(kind, title), document(self.parsed))
        added = plan.edits[0]
        assert isinstance(added, AddNode)
        id, said = added.id, added.data if isinstance(added.data, dict) else {}
        # its words stand in the file as they stood on the note
        edits: list[Edit] = [replace(added, data={"title": title, **said})]
        further = {"text": more.strip(), **{key: self._note.get(key) for key in ("origin", "tags")}}
        edits += [Set(id, (key,), value) for key, value in further.items() if value]
        node_type, _ = node_type_named(kind)
        memory = self.memory and settled_as_box(self.memory, self._note["text"], node_type.section, id, title)
        return self._without_note(edits, memory, tuple(_arrows(node_type, id)))

    def merged_with(self, id: str) -> Sorting:
        """After the note has been found to say what a box says; other words than its title are kept there.

        Raises:
            CannotEdit: that cannot be done in this file.
        """
        words, box = self._note["text"].strip(), self.box(id)
        edits: list[Edit] = []
        if identity(words) != identity(box.title):
            known = box.fields.get("text")
            edits.append(Set(id, ("text",), f"{known}{_BREAK}{words}" if known else words))
        memory = self.memory and settled(self.memory, self._note["text"], f"merged:{id}")
        return self._without_note(edits, memory)

    def dropped(self) -> Sorting:
        """After the note has been thrown away.

        Raises:
            CannotEdit: that cannot be done in this file.
        """
        memory = self.memory and settled(self.memory, self._note["text"], "dropped")
        return self._without_note([], memory)

    def skipped(self) -> Sorting:
        """After the note has been left for later, or no (further) arrow has been drawn."""
        return replace(self, rest=self.rest[1:]) if self.rest else replace(self, passed=self.passed + 1)

    def linked(self, ids: Iterable[str]) -> Sorting:
        """After arrows have been drawn between the new box and others.

        Raises:
            CannotEdit: one cannot be drawn, or is there.
        """
        what, id = self.rest[0]
        parsed = self.parsed
        for other in ids:
            order = LinkOrder(other, id) if what == "into" else LinkOrder(id, other)
            parsed = edit_parsed(parsed, plan_order(order, document(parsed)).edits).parsed
        return replace(self, chain=parsed.data, rest=self.rest[1:])

    def _without_note(
        self, edits: list[Edit], memory: Memory | None, rest: tuple[Asking, ...] = ()
    ) -> Sorting:
        number = self.passed
        after = edit_parsed(self.parsed, [*edits, RemoveItem("", ("notes",), number)]).after
        return replace(self, chain=after, memory=memory, done=self.done + 1, rest=rest)


def _kind(box: Box) -> NodeType:
    return SECTIONS[box.section]


def _targets(box: Box) -> Iterator[str]:
    for key in ("leads_to", *POINTER_OF.values()):
        yield from (one["to"] if isinstance(one, dict) else one for one in box.fields.get(key, ()))


def _arrows(kind: NodeType, id: str) -> Iterator[Asking]:
    """What is asked of a new box of a type."""
    if kind in _INTO:
        yield Asking("into", id)
    if kind in _OUT_OF or kind in POINTER_OF:
        yield Asking("out", id)
