"""What is measured, as rows of one table: ours, what it is measured against, their ratio, and the goal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

HEAD = ("what", "ours", "against", "ratio", "goal")

small = False
"""Whether only a hundredth is measured: to see that all of it runs, never to be quoted."""

counts: tuple[int, ...] = ()
"""Of how many chains portfolios are to be made, where the person says it."""


class Row(NamedTuple):
    """A figure beside its goal; without a ``peer``, the goal is one of the figure itself."""

    what: str
    ours: float
    peer: float | None
    goal: str
    unit: str = "s"

    def __str__(self) -> str:
        there = f"{self.peer:>9.3f} {self.unit:<2}{self._ratio:>8} ×" if self.peer else " " * 22
        return f"{self.what:<58}{self.ours:>9.3f} {self.unit:<2} {there}   goal {self.goal}"

    @property
    def _ratio(self) -> str:
        return f"{self.ours / self.peer:.3f}" if self.peer else ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its line in a table."""
        peer = f"{self.peer:.3g} {self.unit}" if self.peer else ""
        return self.what, f"{self.ours:.3g} {self.unit}", peer, self._ratio, self.goal


def markdown(rows: Iterable[Row]) -> str:
    """The rows as a table that can be put into RESULTS.md."""
    lines = [HEAD, ("---",) * len(HEAD), *(row.cells for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def of(n: int) -> int:
    """So many, or where all is small a hundredth of it."""
    return max(2, n // 100) if small else n
