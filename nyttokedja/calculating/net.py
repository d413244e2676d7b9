"""The net of a party as a sum over valued boxes: what it is when some factors have other values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from nyttokedja.calculating.model import RunResult, Standing
from nyttokedja.calculating.network import Network, Quantity
from nyttokedja.calculating.results import parties_of, sign_of
from nyttokedja.calculating.scope import full_name
from nyttokedja.model.calculation import Factor

_NOTHING = Decimal(0)
_MOST_STEPS = 50_000
"""How many formulas are calculated again, at most, when each factor is changed in turn: a second or two."""


class _Part(NamedTuple):
    """A box in the sum: whose it is, and what one krona a year of it is worth over all years."""

    parties: tuple[str, ...]
    weight: Decimal  # below 0 for what is paid
    likely: Decimal  # a year


class Net:
    """The net around the likely run.

    Attributes:
        likely: party → its net in that run.
        factors: full name → each factor with a number of its own that something in the sum uses.
    """

    def __init__(self, network: Network, run: RunResult, discounts: Sequence[Decimal]) -> None:
        self._network = network
        self.likely: Mapping[str, Decimal] = {party: result.net for party, result in run.results.items()}
        self._parts: dict[str, _Part] = {}
        for item in run.items:
            if item.standing is Standing.SUMMED and item.yearly is not None:
                pairs = zip(item.shares, discounts, strict=True)
                weight = sign_of(item.node) * sum((share * d for share, d in pairs), Decimal(0))
                part = _Part(parties_of(item.node), weight, item.yearly)
                self._parts[full_name(item.node.id, "yearly")] = part
        self._steps = 0
        self.factors: dict[str, Factor] = {}
        for name, factor in sorted(network.factors.items()):
            if not self.is_too_large and self._led_to(name):
                self.factors[name] = factor
                self._steps += len(network.after((name,)))

    @property
    def is_too_large(self) -> bool:
        """Whether so many formulas use so many factors that trying them all takes too long."""
        return self._steps > _MOST_STEPS

    def _led_to(self, name: str) -> list[str]:
        return [after for after in self._network.after((name,)) if after in self._parts]

    def uses(self, party: str, name: str) -> bool:
        """Whether something in a party's sum uses a factor."""
        return any(party in self._parts[after].parties for after in self._led_to(name))

    def yearly(self, numbers: Mapping[str, Quantity]) -> Mapping[str, Quantity] | None:
        """What the boxes that some factors lead to are worth a year when those have other values.

        None where one of them cannot be calculated.
        """
        changed = self._network.changed(numbers)
        led_to = [name for name in self._network.after(numbers) if name in self._parts]
        return {name: changed[name] for name in led_to} if changed.keys() >= set(led_to) else None

    def likely_yearly(self, name: str) -> Decimal:
        """What such a box is worth a year in the likely run."""
        return self._parts[name].likely

    def of(self, yearly: Mapping[str, Quantity]) -> Mapping[str, Quantity]:
        """The net of each party when some boxes are worth so much a year, and all others are as likely."""
        nets: dict[str, Quantity] = dict(self.likely)
        for parties, names in self._by_parties(yearly).items():
            parts = [self._parts[name] for name in names]
            worth = sum(
                (yearly[name] * part.weight for name, part in zip(names, parts, strict=True)), _NOTHING
            )
            change = worth - sum((part.likely * part.weight for part in parts), _NOTHING)
            for party in parties:
                nets[party] = nets[party] + change
        return nets

    def _by_parties(self, names: Iterable[str]) -> Mapping[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = {}
        for name in names:
            found.setdefault(self._parts[name].parties, []).append(name)
        return found
