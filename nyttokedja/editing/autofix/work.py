"""How much the fixing of one file may take, counted in what is checked and never in time."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.checking.check import Checked
from nyttokedja.reading.yaml_events import SLOW_BELOW

_MOST = 3_000_000
"""About three seconds' work: a hundred checks of a large file, two of one of a megabyte."""
_A_BYTE, _A_FINDING = 1.5, 40
"""What reading a file again takes, in the same measure."""
_A_BYTE_NOT_READ, _A_BYTE_PASSED_OVER = 10, 0.5
"""A file that cannot be read is read by the slow parser as far as it can be, unless it is large."""


@dataclass(slots=True)
class Work:
    """What the checks of a file that is being fixed have taken, and whether one more was refused."""

    done: float = 0
    refused: bool = False

    def granted(self, before: Checked) -> bool:
        """Whether a file may be checked again, which is then counted; the first time always.

        Args:
            before: its last check, which says how much there is to read and to find.
        """
        cost = _cost(before)
        self.refused = self.done > 0 and self.done + cost > _MOST
        self.done += 0 if self.refused else cost
        return not self.refused


def _cost(checked: Checked) -> float:
    size = len(checked.source.text)
    if checked.chain is not None:
        return _A_BYTE * size + _A_FINDING * len(checked.findings)
    if size >= SLOW_BELOW:
        return _A_BYTE_PASSED_OVER * size
    return max(_A_BYTE * size, _A_BYTE_NOT_READ * checked.source.faults[0].span.start)
