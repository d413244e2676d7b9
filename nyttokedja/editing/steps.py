"""A step: one change of a file's tree as it is written, by path; and what the tree says after it.

Steps know nothing of chains. What they do to the text is the business of `block` and `flow`; here they are
done to the bare tree, which tells what the text must be read as afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from nyttokedja.reading.outline import Path
from nyttokedja.reading.parts import MappingPart, Part, ScalarPart
from nyttokedja.writing.draft import Draft, Piece, Text


class Put(NamedTuple):
    """Give an entry or item another value; ``lines`` are as in `Insert`."""

    path: Path
    value: Draft
    lines: tuple[str, ...] = ()


class Name(NamedTuple):
    """Give an entry another key."""

    path: Path
    key: str


class Insert(NamedTuple):
    """Put an entry or item into what a child holds (() is the file), before the one of that number.

    ``lines`` is how it stands where it comes from, its own indentation taken away; without them it is
    laid out as the file does it.
    """

    path: Path
    number: int
    piece: Piece
    lines: tuple[str, ...] = ()


class Drop(NamedTuple):
    """Take an entry or item away, with its comments."""

    path: Path


Step = Put | Name | Insert | Drop

Tree = list[Any]
"""``["map", [key, tree], …]``, ``["list", tree, …]`` or ``["text", type, value]``."""


def tree(part: Part) -> Tree:
    """What a part says, places and looks aside."""
    if isinstance(part, ScalarPart):
        return ["text", type(part.value).__name__, part.value]
    if isinstance(part, MappingPart):
        return ["map", *([key.value, tree(value)] for key, value in part.entries)]
    return ["list", *map(tree, part.items)]


def tree_of(draft: Draft) -> Tree:
    """What a draft will be read as."""
    if isinstance(draft, Text):
        return ["text", type(draft.value).__name__, draft.value]
    if draft.listing:
        return ["list", *(tree_of(piece.value) for piece in draft.pieces)]
    return ["map", *([piece.key, tree_of(piece.value)] for piece in draft.pieces)]


def done(root: Tree, steps: Sequence[Step], flow: frozenset[Path]) -> Tree:
    """A tree with steps done in turn, which changes it; ``flow`` are the paths that hold brackets.

    Brackets from which all is taken are left empty; a block is left with nothing at all.
    """
    for step in steps:
        if isinstance(step, Insert):
            held = _at(root, step.path)
            said = tree_of(step.piece.value)
            if held[0] == "text":
                held[:] = ["map" if step.piece.key else "list"]
            held.insert(step.number + 1, [step.piece.key, said] if held[0] == "map" else said)
            continue
        holder, number = _at(root, step.path[:-1]), step.path[-1] + 1
        if isinstance(step, Name):
            holder[number][0] = step.key
        elif isinstance(step, Put):
            said = tree_of(step.value)
            holder[number] = [holder[number][0], said] if holder[0] == "map" else said
        else:
            del holder[number]
            if len(holder) == 1 and step.path[:-1] not in flow:
                holder[:] = ["text", "NoneType", None]
    return root


def _at(root: Tree, path: Path) -> Tree:
    for number in path:
        root = root[number + 1][1] if root[0] == "map" else root[number + 1]
    return root
