"""A chain's graph in a frame → all of one run: what each box is worth, and the results."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import NamedTuple
from weakref import WeakKeyDictionary

from nyttokedja.calculating.frame import EXACT
from nyttokedja.calculating.inclusion import Inclusion, inclusion_of
from nyttokedja.calculating.items import item_of
from nyttokedja.calculating.model import Frame, Run, RunResult
from nyttokedja.calculating.results import results_of
from nyttokedja.calculating.scope import Scope
from nyttokedja.calculating.values import values_of
from nyttokedja.model.graph import Graph

_NOTHING_CHANGED: Mapping[str, Decimal] = {}
_NOTHING = Decimal(0)


class Basis(NamedTuple):
    """What all runs of a chain have in common, and those that have been made with nothing changed."""

    scope: Scope
    inclusions: Mapping[str, Inclusion]
    runs: dict[tuple[Frame | None, Run], RunResult]


_BASES: WeakKeyDictionary[Graph, Basis] = WeakKeyDictionary()


def basis_of(graph: Graph) -> Basis:
    """The formulas of a chain and which boxes are in the sum; found once a graph."""
    if (basis := _BASES.get(graph)) is None:
        basis = _BASES[graph] = Basis(Scope(graph.chain), inclusion_of(graph), {})
    return basis


def run_of(
    graph: Graph,
    frame: Frame | None,
    which: Run,
    changed: Mapping[str, Decimal] = _NOTHING_CHANGED,
    lost: Mapping[str, Decimal] = _NOTHING_CHANGED,
) -> RunResult:
    """All of one run, made once a graph where nothing is changed; without a frame its items alone, in no sum.

    Args:
        graph: that of the chain.
        frame: years, rate and the like.
        which: whose values the factors have.
        changed: full name of a factor → its number in place of its own, or of its formula.
        lost: id of a benefit or drawback → the share of it that falls away.
    """
    basis = basis_of(graph)
    if changed or lost:
        return _made(basis, frame, which, changed, lost)
    if (made := basis.runs.get((frame, which))) is None:
        made = basis.runs[frame, which] = _made(basis, frame, which, changed, lost)
    return made


def _made(
    basis: Basis,
    frame: Frame | None,
    which: Run,
    changed: Mapping[str, Decimal],
    lost: Mapping[str, Decimal],
) -> RunResult:
    scope, inclusions, _ = basis
    with localcontext(EXACT):
        values = values_of(scope, which, changed)
        items = tuple(
            item_of(node, scope, values, inclusions[node.id], frame, lost.get(node.id, _NOTHING))
            for node in scope.valued
        )
        results = results_of(items, frame) if frame else {}
    return RunResult(items, results, tuple(values.faults))
