"""What each factor by itself does to the net: its tornado, and where the net would be nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Context, Decimal
from typing import NamedTuple

from nyttokedja.calculating.break_even import HALF, MORE_BY_HALF, BreakEven, break_even
from nyttokedja.calculating.model import ALL, OWN, FactorEffect
from nyttokedja.calculating.net import Net
from nyttokedja.calculating.network import exact
from nyttokedja.model.calculation import Factor

_LESS, _MORE = Decimal("0.88"), Decimal("1.12")
"""The limits of a factor that has none, as parts of its likely value."""

_TOLD_APART = Context(prec=15)
"""What widths are compared in: the last digits of exact sums depend on the order of the terms."""


class Limits(NamedTuple):
    """A factor's values in the runs with the lowest and the highest benefit or cost."""

    lowest: Decimal
    highest: Decimal
    assumed: bool


def limits_of(factor: Factor) -> Limits:
    """The limits of a factor with a likely value; what is not said is likely, 12 % off where neither is."""
    likely = factor.likely
    assert likely is not None
    if factor.lowest is None and factor.highest is None:
        return Limits(likely * _LESS, likely * _MORE, assumed=True)
    lowest = likely if factor.lowest is None else factor.lowest
    highest = likely if factor.highest is None else factor.highest
    return Limits(lowest, highest, assumed=False)


def is_varied(factor: Factor) -> bool:
    """Whether it says that it may be more or less than likely."""
    return any(limit not in (None, factor.likely) for limit in (factor.lowest, factor.highest))


def effects_of(net: Net) -> Mapping[str, tuple[FactorEffect, ...]]:
    """Own and all → what each factor that they use does to them, the widest first.

    A factor is left out whose limits make something impossible to calculate.
    """
    found: dict[str, list[FactorEffect]] = {OWN: [], ALL: []}
    for name in net.factors:
        for party, effect in _effects(net, name):
            found[party].append(effect)
    return {party: tuple(widest_first(effects)) for party, effects in found.items()}


def widest_first(effects: Iterable[FactorEffect]) -> list[FactorEffect]:
    """Those first between whose two nets there is most; of two as wide the first by name."""
    return sorted(effects, key=lambda effect: (-_width(effect), effect.name))


def _width(effect: FactorEffect) -> Decimal:
    return _TOLD_APART.plus(abs(effect.at_highest - effect.at_lowest))


def _effects(net: Net, name: str) -> Iterator[tuple[str, FactorEffect]]:
    factor = net.factors[name]
    limits = limits_of(factor)
    lowest, highest = net.yearly({name: limits.lowest}), net.yearly({name: limits.highest})
    if lowest is None or highest is None:
        return
    moves = [_Move(exact(lowest[box]), net.likely_yearly(box), exact(highest[box])) for box in lowest]
    at_lowest, at_highest = net.of(lowest), net.of(highest)
    even = _break_evens(net, name)
    for party in (OWN, ALL):
        if net.uses(party, name):
            effect = FactorEffect(
                factor=factor,
                node=name.rpartition("/")[0],
                at_lowest=exact(at_lowest[party]),
                at_highest=exact(at_highest[party]),
                lowest=limits.lowest,
                highest=limits.highest,
                assumed=limits.assumed,
                break_even=even[party].value,
                out_of_reach=even[party].out_of_reach,
                pulls_both_ways=any(move.rises for move in moves) and any(move.falls for move in moves),
            )
            yield party, effect


def _break_evens(net: Net, name: str) -> Mapping[str, BreakEven]:
    factor = net.factors[name]
    assert factor.likely is not None
    around = [net.yearly({name: factor.likely * part}) for part in (HALF, MORE_BY_HALF)]
    nets = [net.of(yearly) for yearly in around if yearly is not None]
    if len(nets) < len(around):
        return dict.fromkeys((OWN, ALL), BreakEven())
    less, more = ({party: exact(nets[n][party]) for party in (OWN, ALL)} for n in (0, 1))
    return {p: break_even(factor, less[p], net.likely[p], more[p]) for p in (OWN, ALL)}


class _Move(NamedTuple):
    """What a box is worth a year with a factor at its lowest, likely and at its highest."""

    lowest: Decimal
    likely: Decimal
    highest: Decimal

    @property
    def rises(self) -> bool:
        return self.lowest <= self.likely <= self.highest and self.lowest < self.highest

    @property
    def falls(self) -> bool:
        return self.lowest >= self.likely >= self.highest and self.lowest > self.highest
