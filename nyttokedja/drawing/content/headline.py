"""What stands in the title block of a picture, in words; `heading` sets it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signed:
    """Some words after a sign; ``strong`` ones cry."""

    sign: str
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands in a title block, from above."""

    kind: str
    title: str
    meta: tuple[str, ...]
    counts: tuple[Signed, ...] = ()
    labelled: tuple[tuple[str, str], ...] = ()
    rows: tuple[Signed, ...] = ()
