"""Config: what may be chosen about a check — rules on and off, limits, what to assume."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nyttokedja.chain import Stage
from nyttokedja.source import LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Config:
    """The choices for a run; each default is what a chain gets that nobody configured.

    `select` turns on rules that are off by default, `ignore` turns rules off; both hold codes,
    beginnings of codes (``NK2``) or names. `language` and `stage` stand in where a chain says none.
    `today` is the day that measurements are judged on; without it, nothing is said to be late.
    `tolerance` is how far behind its course an indicator may be, as a share of the way to its target.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    language: str | None = None
    stage: Stage | None = None
    most_nodes: int = 60
    today: date | None = None
    tolerance: float = 0.10
    limits: Limits = LIMITS
