"""What is refused as too much to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Limits(NamedTuple):
    """What is refused as too much: bytes a file, nodes a chain, depth, characters a text …

    `parts` are a file's keys, values, lists and groups of keys, `entries` those of one list or group.
    """

    file: int = 10_000_000
    nodes: int = 12_000
    depth: int = 16
    scalar: int = 20_000
    parts: int = 1_000_000
    entries: int = 50_000


LIMITS = Limits()

SETTABLE: Mapping[str, tuple[str, int]] = {
    "megabytes": ("file", 1_000_000),
    "nodes": ("nodes", 1),
    "depth": ("depth", 1),
    "characters": ("scalar", 1),
}
"""The limits that settings and options can change, by the names they have there: the field, and its unit."""
