"""Pool: hours of a year that several chains may count as freed, and that there are only so many of."""

from __future__ import annotations

from typing import NamedTuple


class Pool(NamedTuple):
    """A pool as settings say it: its name, its hours in a calendar year, and where that is known from."""

    name: str
    hours: float
    source: str = ""

    @property
    def key(self) -> str:
        """What a chain's ``pool`` is compared with."""
        return pool_key(self.name)


def pool_key(name: str) -> str:
    """The name of a pool without case and spaces around it."""
    return name.strip().casefold()
