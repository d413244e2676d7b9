"""A factor's limits → whether they stand the wrong way round, judged by what the boxes are worth."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext

from nyttokedja.calculating.frame import EXACT
from nyttokedja.calculating.network import Network, exact
from nyttokedja.model.calculation import Factor

_MOST = 200
"""So many factors with limits are judged: in a chain with more, nobody has chosen what to vary."""

_Three = tuple[Decimal, Decimal, Decimal]


class Limits:
    """The factors of a chain that have limits; what is worth how much with one of them at its limits."""

    def __init__(self, network: Network) -> None:
        self._network = network
        limited = [name for name, factor in network.factors.items() if _has_limits(factor)]
        self._judged = frozenset(limited[:_MOST])

    def wrong_way(self, name: str) -> bool:
        """Whether every box that uses a factor is worth most at its lowest, and least at its highest.

        A box that is worth the same all the way says nothing.
        """
        if name not in self._judged:
            return False
        threes = [three for three in self._worths(name) if len(set(three)) > 1]
        return bool(threes) and all(low >= likely >= high for low, likely, high in threes)

    def _worths(self, name: str) -> Iterator[_Three]:
        """What each box that uses a factor is worth with that at lowest, likely and highest."""
        factor = self._network.factors[name]
        likely = self._network.values
        with localcontext(EXACT):
            lowest, highest = (
                likely if limit is None else self._network.changed({name: limit})
                for limit in (factor.lowest, factor.highest)
            )
        for worth in self._network.after((name,)):
            if worth in self._network.worths and all(worth in values for values in (lowest, likely, highest)):
                yield exact(lowest[worth]), exact(likely[worth]), exact(highest[worth])


def _has_limits(factor: Factor) -> bool:
    return factor.lowest is not None or factor.highest is not None
