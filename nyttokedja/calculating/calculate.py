"""A chain's graph → its whole calculation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.calculating.exploring import Explored, explored
from nyttokedja.calculating.frame import frame_of
from nyttokedja.calculating.model import Calculated, Fault, Options, Run
from nyttokedja.calculating.run import basis_of, run_of
from nyttokedja.model.chain import NodeType
from nyttokedja.model.graph import Graph

_AS_THE_FILE_SAYS = Options()


def calculate(graph: Graph, options: Options = _AS_THE_FILE_SAYS) -> Calculated:
    """What a chain is worth, in all runs; what is at fault is left out of it, and said."""
    chain = graph.chain
    frame = frame_of(chain, options)
    likely = run_of(graph, frame, Run.LIKELY, options.changed)
    lowest, highest = (run_of(graph, frame, run, options.changed) for run in (Run.LOWEST, Run.HIGHEST))
    summed = frame is not None and bool(likely.items)
    made = [fault for run in (likely, lowest, highest) for fault in run.faults]
    valued = chain.of(NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.COST)
    around = explored(graph, frame, likely, options) if frame is not None and likely.items else Explored()
    return Calculated(
        frame=frame,
        runs={Run.LOWEST: lowest, Run.LIKELY: likely, Run.HIGHEST: highest} if summed else {},
        faults=tuple(_once((*basis_of(graph).scope.faults, *made))),
        items=likely.items,
        unvalued=tuple(node for node in valued if node.value is None),
        **around._asdict(),
    )


def _once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults without those that say of the same formula or factor what one before has said."""
    said = set()
    for fault in faults:
        mark = (fault.variant, fault.node, fault.factor, fault.where)
        if mark not in said:
            said.add(mark)
            yield fault
