"""What comes of printing a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Remark(NamedTuple):
    """What has to be said of a file that was made: the name of its sentence, and with what it is filled."""

    name: str
    particulars: dict[str, object]

    @classmethod
    def of_missing(cls, chars: Sequence[str]) -> Remark:
        """That characters cannot be shown."""
        return cls("missing-glyphs", {"n": len(chars), "chars": tuple(chars)})

    @classmethod
    def of_small_print(cls, size: float) -> Remark:
        """That the smallest type on one A3 is of so many pt."""
        return cls("small-print", {"size": round(size, 1)})


class Printed(NamedTuple):
    """What a file holds, and remarks on it."""

    content: str | bytes
    remarks: tuple[Remark, ...] = ()
