"""What the varied factors do to the net together: the same points for all, and no random numbers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from math import fsum, isfinite

from nyttokedja.calculating.columns import Column
from nyttokedja.calculating.limits import Limits
from nyttokedja.calculating.model import ALL, OWN, FactorEffect, Simulation, Spread
from nyttokedja.calculating.net import Net
from nyttokedja.calculating.network import Quantity
from nyttokedja.calculating.points import BASES, halton, quantile, triangular
from nyttokedja.calculating.sensitivity import is_varied, widest_first

POINTS = 4096
_BLOCK = 512
"""So many points at once: what all formulas come to at all of them would fill the memory of a large chain."""


def simulated(net: Net, effects: Mapping[str, tuple[FactorEffect, ...]], limits: Limits) -> Simulation | None:
    """The spread of the net of own and all; None where a point cannot be calculated.

    Of more factors than there are bases the widest are varied. With none that is, all points are the likely
    run.
    """
    usable = {effect.name: effect for effect in effects[ALL] if _is_usable(effect, limits)}
    widest = dict.fromkeys(e.name for e in widest_first((*effects[OWN], *effects[ALL])) if e.name in usable)
    varied = sorted(list(widest)[: len(BASES)])
    others = [name for name, factor in net.factors.items() if is_varied(factor) and name not in varied]
    held = [name for name in others if name in usable]
    left_out = [name for name in others if name not in usable]
    drawn = {name: _drawn(usable[name], base) for name, base in zip(varied, BASES, strict=False)}
    nets = _nets(net, drawn)
    if nets is None:
        return None
    spreads = {party: _spread(values) for party, values in nets.items()}
    return Simulation(spreads, tuple(varied), tuple(held), tuple(left_out))


def _nets(net: Net, drawn: Mapping[str, list[float]]) -> Mapping[str, list[float]] | None:
    """The net of own and of all at each point; None where one cannot be calculated."""
    nets: dict[str, list[float]] = {OWN: [], ALL: []}
    for start in range(0, POINTS, _BLOCK):
        block = slice(start, start + _BLOCK)
        yearly = net.yearly({name: Column(values[block]) for name, values in drawn.items()})
        if yearly is None:
            return None
        found = net.of(yearly)
        for party, values in nets.items():
            values.extend(_values(found[party]))
    return nets if all(isfinite(value) for values in nets.values() for value in values) else None


def _is_usable(effect: FactorEffect, limits: Limits) -> bool:
    """Whether it is varied, between limits that NK813 says nothing of."""
    likely = effect.factor.likely
    assert likely is not None
    least, most = sorted((effect.lowest, effect.highest))
    return is_varied(effect.factor) and least <= likely <= most and not limits.wrong_way(effect.name)


def _drawn(effect: FactorEffect, base: int) -> list[float]:
    """The factor's value at each point."""
    assert effect.factor.likely is not None
    least, most = sorted((float(effect.lowest), float(effect.highest)))
    return triangular(halton(POINTS, base), least, float(effect.factor.likely), most)


def _values(net: Quantity) -> list[float]:
    return [float(net)] * _BLOCK if isinstance(net, Decimal) else net.values


def _spread(values: list[float]) -> Spread:
    ordered = sorted(values)
    p10, p50, p90 = (quantile(ordered, per_cent) for per_cent in (10, 50, 90))
    below = sum(value < 0 for value in ordered)
    # fsum rounds once, and so in the same way in every version of Python; sum does not
    return Spread(fsum(ordered) / len(ordered), p10, p50, p90, below / len(ordered))
