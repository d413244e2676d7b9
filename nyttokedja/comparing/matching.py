"""Two chains → which boxes of one are those of the other: by id, and renamed ones by what they say.

A renamed box keeps its type, and its words, or its arrows (as pointers are, too), or most of its words,
arrows and facts. Where two could be the same one, none is. To look from the other side finds the same pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from nyttokedja.comparing import facts
from nyttokedja.comparing.model import Scalar
from nyttokedja.model.chain import POINTERS, Node
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.spelling import fold, likeness

_MOST_PAIRS = 100_000
"""So many pairs of boxes are weighed against each other; of more, those with other words are all new."""
_HALF = 0.5
_TELLING = 2
"""So many arrows and pointers, all the same, are one box: with one alone another box may have come."""
_NOT_WEIGHED = frozenset({("title",), ("type",)})
"""The facts that are compared by themselves."""


class _Box(NamedTuple):
    """A box without a partner, with what it is recognised by."""

    node: Node
    words: str
    around: frozenset[tuple[str, str]]
    facts: frozenset[tuple[facts.Path, Scalar]]


def renamed(before: Graph, after: Graph) -> Mapping[str, str]:
    """Old id → new id, of each box that is called something else now."""
    found: dict[str, str] = {}
    while more := _further(before, after, found):  # a box may be known by another that was renamed
        found |= more
    return found


def _further(before: Graph, after: Graph, known: Mapping[str, str]) -> dict[str, str]:
    """The boxes that are found once some are known."""
    kept = {id: id for id in before.nodes.keys() & after.nodes.keys()}
    now, still = kept | dict(known), kept | {new: new for new in known.values()}
    old, new = list(_boxes(before, now)), list(_boxes(after, still))
    found = dict(_of_the_same_words(old, new))
    partners = set(found.values())
    old = [box for box in old if box.node.id not in found]
    new = [box for box in new if box.node.id not in partners]
    if len(old) * len(new) <= _MOST_PAIRS:
        found |= _pairs((_alike(one, other), one, other) for one in old for other in new)
    return found


def _of_the_same_words(old: Iterable[_Box], new: Iterable[_Box]) -> Iterator[tuple[str, str]]:
    """The boxes whose type and words only one box has on each side."""
    sides: tuple[dict[tuple[str, str], list[str]], ...] = (defaultdict(list), defaultdict(list))
    for side, boxes in zip(sides, (old, new), strict=True):
        for box in boxes:
            side[box.node.type.value, box.words].append(box.node.id)
    for words, (id, *others) in sides[0].items():
        if not others and len(sides[1][words]) == 1:
            yield id, sides[1][words][0]


def _boxes(graph: Graph, now: Mapping[str, str]) -> Iterator[_Box]:
    """The boxes that are not known."""
    unknown = [node for id, node in graph.nodes.items() if id not in now]
    pointing: dict[str, list[str]] = defaultdict(list)
    for holder in graph.nodes.values() if unknown else ():
        for spot in graph.resolve_all(holder.references):
            if not isinstance(spot, Arrow):
                pointing[spot.id].append(holder.id)
    return (_box(node, graph, now, pointing.get(node.id, ())) for node in unknown)


def _box(node: Node, graph: Graph, now: Mapping[str, str], holders: Iterable[str]) -> _Box:
    into = (("from", arrow.source.id) for arrow in graph.entering[node.id])
    out = (("to", arrow.target.id) for arrow in graph.leaving[node.id])
    at = (("at", id) for id in holders)
    around = [(direction, now[id]) for direction, id in (*into, *out, *at) if id in now]
    own = facts.comparable(facts.of_node(node, now))
    pointers = [(path[0], path[-1]) for path, _ in own if path[0] in POINTERS]
    said = frozenset(item for item in own if item[0] not in _NOT_WEIGHED and item[0][0] not in POINTERS)
    return _Box(node, fold(node.title), frozenset((*around, *pointers)), said)


def _alike(one: _Box, other: _Box) -> float:
    """How sure it is that two boxes are one: 0 where it is not, else up to 3."""
    if one.node.type is not other.node.type:
        return 0
    words = likeness(one.words, other.words)
    around, said = _shared(one.around, other.around), _shared(one.facts, other.facts)
    same_words = words == 1 or (words >= _HALF and around + said > _HALF)
    same_place = around == 1 and (len(one.around) >= _TELLING or said > _HALF)
    mostly = around >= _HALF and said >= _HALF and around + said > 1
    return words + around + said if same_words or same_place or mostly else 0


def _shared(one: frozenset[object], other: frozenset[object]) -> float:
    """The share of all that both have, from 0 to 1; where there is nothing, 0."""
    return len(one & other) / len(one | other) if one or other else 0


def _pairs(weighed: Iterable[tuple[float, _Box, _Box]]) -> Iterator[tuple[str, str]]:
    """The pairs that are surer than any other that either box is in."""
    by_old: dict[str, list[tuple[float, str]]] = defaultdict(list)
    by_new: dict[str, list[float]] = defaultdict(list)
    for score, one, other in weighed:
        if score:
            by_old[one.node.id].append((score, other.node.id))
            by_new[other.node.id].append(score)
    for old, candidates in by_old.items():
        score, new = max(candidates)
        surest = Counter(points for points, _ in candidates)[score] == 1
        if surest and max(by_new[new]) == score and by_new[new].count(score) == 1:
            yield old, new
