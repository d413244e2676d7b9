"""Outline → Habits: how a file is laid out, so that what is added looks like the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from nyttokedja.reading.outline import Child, Outline
from nyttokedja.reading.parts import ListPart, MappingPart, ScalarPart
from nyttokedja.writing.lines import Style
from nyttokedja.writing.quoting import is_seen

T = TypeVar("T")

_BREAK = re.compile(r"\r\n|\r|\n")
_NODES = 2
"""How deep the nodes of a chain stand."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Habits:
    """The line break, the layout, and whether dates stand bare, lists in blocks, nodes in brackets."""

    newline: str
    style: Style
    bare_dates: bool
    block_lists: bool
    flow_nodes: bool


def habits(outline: Outline) -> Habits:
    """The habits that most of a file has; those of this format's examples where it shows none."""
    text = outline.source.text
    children = outline.children.values()
    steps = (c.column - above.column for c, above in _nested(outline) if c.key)
    dashes = (c.column - above.column for c, above in _nested(outline) if c.key is None)
    scalars = [
        part for child in children for part in (child.key, child.value) if isinstance(part, ScalarPart)
    ]
    quotes = (part.style for part in scalars if part.style in ("'", '"') and is_seen(part.written))
    style = Style(_most(steps, otherwise=2), _most(dashes, otherwise=2), quote=_most(quotes, otherwise='"'))
    lists = [c.value for c in children if isinstance(c.value, ListPart) and _holds_texts(c.value)]
    nodes = [c.value for c in children if len(c.path) == _NODES and isinstance(c.value, MappingPart)]
    return Habits(
        newline=_most(_BREAK.findall(text), otherwise="\n"),
        style=style,
        bare_dates=any(not s.style and _DAY.fullmatch(s.written) for s in scalars),
        block_lists=_most((not part.flow for part in lists if len(part.items) > 1), otherwise=False),
        flow_nodes=_most((part.flow for part in nodes), otherwise=False),
    )


def _nested(outline: Outline) -> Iterator[tuple[Child, Child]]:
    """The first child of each block that stands under a key, with the child that has the key."""
    for child in outline.children.values():
        if not child.flow and len(child.path) > 1 and child.path[-1] == 0:
            above = outline.children[child.parent]
            if above.key is not None:
                yield child, above


def _holds_texts(part: ListPart) -> bool:
    return all(isinstance(item, ScalarPart) for item in part.items)


def _most(values: Iterable[T], *, otherwise: T) -> T:
    return next((value for value, _ in Counter(values).most_common(1)), otherwise)
