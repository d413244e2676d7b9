"""What sheets of a workbook are called: legal names, of which no two are the same."""

from __future__ import annotations

import re

_LONGEST = 31
_UNFIT = re.compile(r"[\x00-\x1f\x7f\[\]:*?/\\]+")
_RESERVED = frozenset({"history", "historik", "historikk"})
"""Names that Excel keeps for itself."""


class SheetNames:
    """Names that have been given."""

    def __init__(self) -> None:
        self._taken = set(_RESERVED)

    def free(self, wanted: str) -> str:
        """The name nearest to the one wanted that can still be had."""
        plain = " ".join(_UNFIT.sub(" ", wanted).split()).strip("' ") or "1"
        name, n = _cut(plain, _LONGEST), 2
        while name.lower() in self._taken:
            end = f" {n}"
            name, n = _cut(plain, _LONGEST - len(end)) + end, n + 1
        self._taken.add(name.lower())
        return name


def _cut(name: str, most: int) -> str:
    """A name that is short enough, cut at a word where there is one; counted as Excel counts."""
    if _length(name) <= most:
        return name
    while _length(name) > most - 1:
        name = name[:-1]
    head, _, _ = name.rpartition(" ")
    return (head if len(head) * 2 > most else name).strip("' ") + "…"


def _length(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2
