"""Two checks of a chain → what the change does to the result of its calculation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nyttokedja.calculating import Calculated, Options, calculate
from nyttokedja.calculating.model import ALL, OWN, Item, Run, Standing
from nyttokedja.comparing.result_change import NetChange, ResultChange
from nyttokedja.model.graph import Graph

_LIKELY_ALONE = Options(explores=False)


def result_change(before: Graph, after: Graph, renamed: Mapping[str, str]) -> ResultChange | None:
    """What becomes of the net in the likely run, and which boxes leave or join the sum; None for nothing.

    Args:
        before: the graph of the chain as it was.
        after: that of the chain as it is.
        renamed: old id → new id.
    """
    was, now = _calculated(before), _calculated(after)
    if was is None and now is None:
        return None
    nets = tuple(_nets(was, now))
    then, here = _summed(was, renamed), _summed(now, {})
    left = tuple(item.node for id, item in then.items() if id not in here)
    joined = tuple(item.node for id, item in here.items() if id not in then)
    if not nets and not left and not joined:
        return None
    currencies = tuple(one.frame.currency if one and one.frame else "" for one in (was, now))
    return ResultChange(nets, left, joined, (currencies[0], currencies[1]))


def _calculated(graph: Graph) -> Calculated | None:
    """The calculation of a chain, where there is one with a sum."""
    if graph.chain.calculation is None:
        return None
    calculated = calculate(graph, _LIKELY_ALONE)
    return calculated if calculated.runs else None


def _nets(was: Calculated | None, now: Calculated | None) -> Iterator[NetChange]:
    """The nets that differ: one's own, and that of all where it is another."""
    said = set()
    for party in (OWN, ALL):
        before, after = (one.runs[Run.LIKELY].results[party].net if one else None for one in (was, now))
        if before != after and (before, after) not in said:
            said.add((before, after))
            yield NetChange(party, before, after)


def _summed(calculated: Calculated | None, renamed: Mapping[str, str]) -> dict[str, Item]:
    """The items in the sum, by their ids of now."""
    items = calculated.items if calculated else ()
    return {
        renamed.get(item.node.id, item.node.id): item for item in items if item.standing is Standing.SUMMED
    }
