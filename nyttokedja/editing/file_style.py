"""Outline → Habits: how a file is laid out, so that what is added looks like the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from nyttokedja.reading.decoding import LINE_BREAK
from nyttokedja.reading.outline import Child, Outline, Path
from nyttokedja.reading.parts import ListPart, MappingPart, ScalarPart
from nyttokedja.writing.lines import Style
from nyttokedja.writing.quoting import is_seen

_NODES = 2
"""How deep the nodes of a chain stand."""
_DAY = re.compile(r"(?:19|20|21)[0-9]{2}(?:-[0-9Q]{2}(?:-[0-9]{2})?)?")


DEFAULTS: Mapping[str, Any] = {
    "step": 2,
    "dash": 2,
    "quote": '"',
    "bare date": False,
    "block list": False,
    "flow node": False,
}
"""A habit that a file's children vote for → what holds where none does."""


class Vote(NamedTuple):
    """One vote for a value of a habit."""

    habit: str
    value: Any


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
    cast: dict[str, Counter[Any]] = {habit: Counter() for habit in DEFAULTS}
    for _, (habit, value) in votes(outline):
        cast[habit][value] += 1
    most = {habit: _most(cast[habit], otherwise=default) for habit, default in DEFAULTS.items()}
    return Habits(
        newline=_most(Counter(LINE_BREAK.findall(outline.source.text)), otherwise="\n"),
        style=Style(most["step"], most["dash"], quote=most["quote"]),
        bare_dates=most["bare date"],
        block_lists=most["block list"],
        flow_nodes=most["flow node"],
    )


def votes(outline: Outline) -> Iterator[tuple[Path, Vote]]:
    """What each child of a file shows of its habits, in the order of the file: a path, a habit, its value."""
    for child in outline.children.values():
        for vote in _votes(child, outline):
            yield child.path, vote


def _votes(child: Child, outline: Outline) -> Iterator[Vote]:
    above = outline.children[child.parent] if len(child.path) > 1 else None
    if above is not None and above.key is not None and child.path[-1] == 0 and not child.flow:
        # the first child of a block that stands under a key
        yield Vote("step" if child.key else "dash", child.column - above.column)
    for part in (child.key, child.value):
        if isinstance(part, ScalarPart):
            if part.style in ("'", '"') and is_seen(part.written):
                yield Vote("quote", part.style)
            elif not part.style and _DAY.fullmatch(part.written):
                yield Vote("bare date", value=True)
    if isinstance(child.value, ListPart) and len(child.value.items) > 1 and _holds_texts(child.value):
        yield Vote("block list", not child.value.flow)
    if isinstance(child.value, MappingPart) and len(child.path) == _NODES:
        yield Vote("flow node", child.value.flow)


def _holds_texts(part: ListPart) -> bool:
    return all(isinstance(item, ScalarPart) for item in part.items)


def _most(cast: Counter[Any], *, otherwise: Any) -> Any:
    return next((value for value, _ in cast.most_common(1)), otherwise)
