"""A merge compared with each of its parents → what it changed against all of them (combined diff)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from nyttokedja.comparing.model import ArrowChange, Comparison, FieldChange, Kind, NodeChange

T = TypeVar("T", NodeChange, ArrowChange)


def combined(comparisons: Sequence[Comparison]) -> Comparison:
    """What differs from every parent; of one that is there in only some of them, from these.

    The comparisons are of parents that can be read, one or more, all with the same later side.
    """
    first = comparisons[0]
    if len(comparisons) == 1:
        return first
    shared = {(one.effect, one.node.id) for one in first.consequences}.intersection(
        *({(one.effect, one.node.id) for one in each.consequences} for each in comparisons)
    )
    return replace(
        first,
        renamed=dict(
            set(first.renamed.items()).intersection(*(each.renamed.items() for each in comparisons))
        ),
        fields=_fields([each.fields for each in comparisons]),
        nodes=tuple(_of_all([each.nodes for each in comparisons], lambda change: change.node.id)),
        arrows=tuple(
            _of_all([each.arrows for each in comparisons], lambda change: (change.ends, change.loose))
        ),
        consequences=tuple(one for one in first.consequences if (one.effect, one.node.id) in shared),
    )


def _of_all(sides: Sequence[Sequence[T]], key: Callable[[T], Hashable]) -> Iterator[T]:
    """The boxes or arrows that every side has as changed, with the facts that differ from all sides."""
    by_key = [{key(change): change for change in side} for side in sides]
    for name in dict.fromkeys(name for side in by_key for name in side):
        present = [side[name] for side in by_key if name in side]
        if len(present) < len(sides):
            continue
        changed = [change for change in present if change.kind is Kind.CHANGED]
        if not changed:
            yield present[0]
        elif fields := _fields([change.fields for change in changed]):
            yield replace(changed[0], fields=fields)


def _fields(sides: Sequence[tuple[FieldChange, ...]]) -> tuple[FieldChange, ...]:
    shared = set.intersection(*({field.path for field in side} for side in sides))
    return tuple(field for field in sides[0] if field.path in shared)
