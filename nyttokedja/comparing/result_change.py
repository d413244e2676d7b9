"""What a change does to the result of a calculation, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from nyttokedja.model.chain import Node


class NetChange(NamedTuple):
    """The net of a party, `own` or `all`, before and after; None where it cannot be calculated."""

    party: str
    before: Decimal | None
    after: Decimal | None

    @property
    def good(self) -> bool:
        """Whether it is for the better."""
        return self.after is not None and (self.before is None or self.after > self.before)

    @property
    def is_grave(self) -> bool:
        """Whether a decision may rest on it: there is a net or none, another sign, or a tenth between."""
        if self.before is None or self.after is None or (self.before > 0) is not (self.after > 0):
            return True
        return abs(self.after - self.before) * 10 >= abs(self.before)


@dataclass(frozen=True, slots=True)
class ResultChange:
    """What a change does to the result of the calculation.

    `left` and `joined` are the boxes that are in its sum no longer, or now. `currencies` are those of both
    sides, "" where nothing says which.
    """

    nets: tuple[NetChange, ...]
    left: tuple[Node, ...] = ()
    joined: tuple[Node, ...] = ()
    currencies: tuple[str, str] = ("", "")

    @property
    def is_grave(self) -> bool:
        """Whether a decision may rest on it."""
        return bool(self.left or self.joined) or any(net.is_grave for net in self.nets)
