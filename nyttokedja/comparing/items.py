"""Two boxes that are one → the items of the earlier one, known by what they are known by now.

Indicators, actions and measurements that are called something else are the same where they say the same, or
are the only ones. To look from the other side finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from nyttokedja.comparing import facts
from nyttokedja.comparing.model import FieldChange
from nyttokedja.model.chain import Action, Node
from nyttokedja.model.indicators import Indicator, Measurement
from nyttokedja.model.spelling import fold, likeness

_HALF = 0.5
_CERTAIN = 2.0
T = TypeVar("T", Indicator, Action, Measurement)


def known_as_now(old: Node, node: Node) -> tuple[Node, tuple[FieldChange, ...]]:
    """The earlier box with the names that its items have now, and the changes of those names."""
    if not old.indicators and not old.actions:
        return old, ()
    renames: list[FieldChange] = []
    indicators = _renamed(old.indicators, node.indicators, "id", _indicator, ("indicators",), renames)
    now = {one.id: one for one in node.indicators}
    indicators = tuple(
        replace(one, measurements=_measurements(one, now[one.id], renames)) if one.id in now else one
        for one in indicators
    )
    actions = _renamed(old.actions, node.actions, "what", _action, ("actions",), renames)
    if not renames:
        return old, ()
    return replace(old, indicators=indicators, actions=actions), tuple(renames)


def same_indicators(old: Node, node: Node) -> Iterator[tuple[Indicator, Indicator]]:
    """The indicators that a box had and still has, each as it was and as it is."""
    as_now, _ = known_as_now(old, node)
    now = {one.id: one for one in node.indicators}
    for was, named in zip(old.indicators, as_now.indicators, strict=True):
        if named.id in now:
            yield was, now[named.id]


def _measurements(old: Indicator, now: Indicator, renames: list[FieldChange]) -> tuple[Measurement, ...]:
    path = ("indicators", now.id, "measurements")
    return _renamed(old.measurements, now.measurements, "date", _measurement, path, renames)


def _renamed(
    old: Sequence[T],
    new: Sequence[T],
    key: str,
    alike: Callable[[T, T, bool], float],
    path: facts.Path,
    renames: list[FieldChange],
) -> tuple[T, ...]:
    """The earlier items, those that are found again with their names of now."""
    then, now = ([_name(one, key) for one in side] for side in (old, new))
    gone = [n for n, name in enumerate(then) if name not in now]
    come = [n for n, name in enumerate(now) if name not in then]
    only = len(old) == len(new) == 1
    scores = {(one, other): alike(old[one], new[other], only) for one in gone for other in come}
    found = {one: other for one, other in scores if _is_surest(one, other, scores)}
    renames += [
        change
        for one, other in found.items()
        for change in facts.changes(
            {(*path, now[other], key): then[one]}, {(*path, now[other], key): now[other]}
        )
    ]
    return tuple(
        replace(item, **{key: getattr(new[found[n]], key)}) if n in found else item
        for n, item in enumerate(old)
    )


def _is_surest(one: int, other: int, scores: dict[tuple[int, int], float]) -> bool:
    """Whether two are surer to be the same than any other pair that either is in."""
    score = scores[one, other]
    rivals = [points for pair, points in scores.items() if (pair[0] == one) is not (pair[1] == other)]
    return score > 0 and all(score > points for points in rivals)


def _name(item: Any, key: str) -> str:
    known = getattr(item, key)
    return facts.seen(known) if isinstance(known, str) else str(known.written)


def _indicator(one: Indicator, other: Indicator, only: bool) -> float:
    """How sure it is that two indicators are one; 0 where they are not."""
    words = likeness(fold(one.title), fold(other.title))
    if words == 1 and one.unit == other.unit:
        return _CERTAIN
    shared = _shared(one, other)
    return words + shared if only or (words >= _HALF and shared > _HALF) else 0


def _shared(one: Indicator, other: Indicator) -> float:
    """The share of what is said of either of two indicators that is the same."""
    mine, theirs = (facts.comparable(facts.of_indicator(side)) for side in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 0


def _action(one: Action, other: Action, only: bool) -> float:
    words = likeness(fold(one.what), fold(other.what))
    return words if words >= _HALF else float(only) / 4


def _measurement(one: Measurement, other: Measurement, only: bool) -> float:
    """Sure where a value stands under another day; ``only`` says too little of that."""
    return float(one.shown == other.shown)
