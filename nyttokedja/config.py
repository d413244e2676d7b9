"""Config: what may be chosen about a check — rules on and off, limits, what to assume."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.chain import Stage
from nyttokedja.source import LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Config:
    """The choices for a run; each default is what a chain gets that nobody configured.

    `select` turns on rules that are off by default, `ignore` turns rules off; both hold codes,
    beginnings of codes (``NK2``) or names. `language` and `stage` stand in where a chain says none.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    language: str | None = None
    stage: Stage | None = None
    most_nodes: int = 60
    limits: Limits = LIMITS
