"""Patterns of paths: ``*`` stays within a folder, ``**`` does not, and a folder stands for all in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cache


def matches(path: str, pattern: str) -> bool:
    """Whether a path is meant by a pattern, or lies in a folder that is, however its letters are composed.

    Args:
        path: with ``/`` between its parts, said from the folder of the settings.
        pattern: likewise; one without ``/`` is a name, wherever it stands.
    """
    path, pattern = (unicodedata.normalize("NFC", each) for each in (path, pattern))
    wanted = pattern.removeprefix("./").strip("/").split("/")
    if "/" not in pattern.removeprefix("./").rstrip("/"):
        wanted = ["**", *wanted]
    return _matches(tuple(path.split("/")), tuple(wanted))


def _matches(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the wanted parts are the first of a path, or all."""

    @cache  # each pair of ends is looked at once, however many ** there are
    def from_here(n: int, k: int) -> bool:
        if k == len(wanted):
            return True
        if wanted[k] == "**":
            return from_here(n, k + 1) or (n < len(parts) and from_here(n + 1, k))
        return n < len(parts) and fnmatchcase(parts[n], wanted[k]) and from_here(n + 1, k + 1)

    return from_here(0, 0)
