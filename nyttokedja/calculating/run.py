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
    """What all runs of a chain have in common."""

    scope: Scope
    inclusions: Mapping[str, Inclusion]


_BASES: WeakKeyDictionary[Graph, Basis] = WeakKeyDictionary()


def basis_of(graph: Graph) -> Basis:
    """The formulas of a chain and which boxes are in the sum; found once a graph."""
    if (basis := _BASES.get(graph)) is None:
        basis = _BASES[graph] = Basis(Scope(graph.chain), inclusion_of(graph))
    return basis


def run_of(
    graph: Graph,
    frame: Frame | None,
    which: Run,
    changed: Mapping[str, Decimal] = _NOTHING_CHANGED,
    lost: Mapping[str, Decimal] = _NOTHING_CHANGED,
) -> RunResult:
    """All of one run; without a frame its items alone, in no sum.

    Args:
        graph: that of the chain.
        frame: years, rate and the like.
        which: whose values the factors have.
        changed: full name of a factor → its number in place of its own, or of its formula.
        lost: id of a benefit or drawback → the share of it that falls away.
    """
    scope, inclusions = basis_of(graph)
    with localcontext(EXACT):
        values = values_of(scope, which, changed)
        items = tuple(
            item_of(node, scope, values, inclusions[node.id], frame, lost.get(node.id, _NOTHING))
            for node in scope.valued
        )
        results = results_of(items, frame) if frame else {}
    return RunResult(items, results, tuple(values.faults))
