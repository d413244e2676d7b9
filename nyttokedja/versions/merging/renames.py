"""Two versions of a chain → the boxes that have got another id and are else the same."""

from __future__ import annotations

from itertools import islice, product

from nyttokedja.editing import CannotEdit, RenameId
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.merging.tree import TYPE, Tree, tree_of

_MOST_TRIED = 40


def renames(before: Parsed, base: Tree, after: Tree) -> dict[str, str]:
    """Old id → new id, where that alone explains a box that went and one that came."""
    gone = [id for id in base.nodes if id not in after.nodes]
    come = [id for id in after.nodes if id not in base.nodes]
    alike = (pair for pair in product(gone, come) if base.nodes[pair[0]][TYPE] == after.nodes[pair[1]][TYPE])
    found = [pair for pair in islice(alike, _MOST_TRIED) if _explains(before, base, after, *pair)]
    olds, news = [old for old, _ in found], [new for _, new in found]
    return {old: new for old, new in found if olds.count(old) == 1 == news.count(new)}


def _explains(before: Parsed, base: Tree, after: Tree, old: str, new: str) -> bool:
    """Whether the two versions differ in no more than other boxes, once the id is changed in the first."""
    try:
        renamed = tree_of(edit_parsed(before, [RenameId(old, new)]).parsed)
    except CannotEdit:
        return False
    if renamed is None or renamed.nodes[new] != after.nodes[new]:
        return False
    # a box that has no title but its id is known by what points at it
    return "title" in after.nodes[new] or _alike(renamed, after) > _alike(base, after) + 1


def _alike(one: Tree, other: Tree) -> int:
    return sum(node == other.nodes.get(id) for id, node in one.nodes.items())
