"""Arrows, some to boxes that need all → what comes, and the arrows without which each box falls.

Paths answer both where one arrow is enough, and NetworkX finds them. Whether a box that needs all comes is
said by no path: it is the least set where nothing comes before what it needs, so that no circle lifts itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from nyttokedja.model.arrows import Arrow, Arrows
from nyttokedja.model.chain import NodeType

Ends = tuple[str, str]


def coming(
    graph: Arrows,
    starts: Iterable[str],
    gone: Collection[str] = (),
    cut: Collection[Ends] = (),
    *,
    by_drawbacks: bool = False,
) -> frozenset[str]:
    """The ids that come of ``starts``, them included, where what needs all comes only when all does.

    What is gone or cut is needed still: it does not come, nor what needs it.

    Args:
        graph: the boxes and arrows.
        starts: ids of what comes by itself, unless it needs all of what leads to it.
        gone: ids of what does not come.
        cut: ends of arrows that carry nothing.
        by_drawbacks: whether drawbacks carry on.
    """
    begin = frozenset(starts).difference(gone)
    waits = {id: len(graph.entering[id]) + (id in graph.lacking) for id in graph.needing}
    reached: set[str] = set()
    waiting = [id for id in begin if not waits.get(id)]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        for arrow in graph.leaving[here]:
            head = arrow.target.id
            if head in gone or arrow.ends in cut:
                continue
            if head in waits:
                waits[head] -= 1
                lifting = graph.entering[head]
            else:
                lifting = (arrow,)
            if not waits.get(head) and (head in begin or any(_lifts(one, by_drawbacks) for one in lifting)):
                waiting.append(head)
    return frozenset(reached)


def _lifts(arrow: Arrow, by_drawbacks: bool) -> bool:
    return by_drawbacks or arrow.source.type is not NodeType.DRAWBACK


def last_needed(graph: Arrows, starts: Collection[str], come: Collection[str]) -> Mapping[str, Ends]:
    """Each id that comes, and falls without one arrow → the last such arrow.

    Of several as late, as where a box needs all, it is the first in the file.

    Args:
        graph: the boxes and arrows.
        starts: ids of what comes by itself.
        come: the ids that come of them.
    """
    arrows = [arrow for arrow in graph.arrows if arrow.source.id in come and arrow.target.id in come]
    needed = _needed(graph, arrows, starts, come)
    late = [(-needed[arrow.target.id].bit_count(), n) for n, arrow in enumerate(arrows)]
    order = [n for _, n in sorted(late)]
    found = {id: next((n for n in order if bits >> n & 1), None) for id, bits in needed.items()}
    return {id: arrows[n].ends for id, n in found.items() if n is not None}


def _needed(
    graph: Arrows, arrows: list[Arrow], starts: Collection[str], come: Collection[str]
) -> Mapping[str, int]:
    """Id → the arrows, as bits, without which it falls: the greatest answer that each box agrees with."""
    ways: dict[str, list[tuple[str, int]]] = {id: [] for id in come}
    for n, arrow in enumerate(arrows):
        if arrow.target.id in graph.needing or arrow.source.type is not NodeType.DRAWBACK:
            ways[arrow.target.id].append((arrow.source.id, 1 << n))
    every = (1 << len(arrows)) - 1
    needed = dict.fromkeys(come, every)
    stale = dict.fromkeys(come)
    while stale:
        id, _ = stale.popitem()
        bits = 0 if id in graph.needing or id in starts else every
        if id in graph.needing:
            for source, bit in ways[id]:
                bits |= needed[source] | bit
        elif bits:
            for source, bit in ways[id]:
                bits &= needed[source] | bit
        if bits != needed[id]:
            needed[id] = bits
            stale |= dict.fromkeys(a.target.id for a in graph.leaving[id] if a.target.id in come)
    return needed


def first_before(graph: Arrows, possible: Collection[str], id: str) -> str:
    """What the first arrow to a box comes from; of one that needs all, the first that is not possible."""
    sources = [arrow.source.id for arrow in graph.entering[id]]
    missing = (one for one in sources if one not in possible) if id in graph.needing else iter(())
    return next(missing, sources[0])


def unmet_need(graph: Arrows, possible: Collection[str], id: str) -> tuple[str, str] | None:
    """The nearest box at or before one that needs all and has some of it, and what it lacks, by id."""
    seen: set[str] = set()
    while graph.needing and id not in seen and graph.entering[id]:
        seen.add(id)
        before = first_before(graph, possible, id)
        some = id in graph.needing and any(arrow.source.id in possible for arrow in graph.entering[id])
        if some and before not in possible:
            return id, before
        id = before
    return None
