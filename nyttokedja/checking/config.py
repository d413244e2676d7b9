"""Config: what may be chosen about a check — rules on and off, limits, what to assume."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from nyttokedja.model.picture_settings import PLAIN, PictureSettings
from nyttokedja.model.pool import Pool
from nyttokedja.model.priorities import NO_PRIORITIES, Priorities
from nyttokedja.model.progress import TOLERANCE
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reading.limits import LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Config:
    """The choices for a run; each default is what a chain gets that nobody configured.

    `select` turns on rules that are off by default, `ignore` turns rules off; both hold codes,
    beginnings of codes (``NK2``) or names. `severity` is what the findings of a rule weigh, by its code, at
    every stage that has the rule; rules whose findings weigh less than `least` are not asked. `language` is
    the one to speak; without it, findings speak the chain's. `assumed_language` and `stage` stand in where a
    chain says none. A run fails at findings of `fail_on` or worse; None never fails. `today` is the day that
    measurements are judged on; without it, nothing is said to be late. `tolerance` is how far behind its
    course an indicator may be, as a share of the way to its
    target. What the `baseline` has is known, and not to be said again. What is chosen about the `picture` of
    a chain changes nothing that is found in it, nor does the `template` of its documents. By `priorities`,
    chains are put in order, and levels are found that are by none of these criteria; the chains of a run are
    held together against the `pools`.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    language: str | None = None
    assumed_language: str | None = None
    stage: Stage | None = None
    fail_on: Severity | None = Severity.ERROR
    least: Severity = Severity.INFO
    most_nodes: int = 60
    today: date | None = None
    tolerance: float = TOLERANCE
    limits: Limits = LIMITS
    baseline: Path | None = None
    picture: PictureSettings = PLAIN
    template: Path | None = None
    priorities: Priorities = NO_PRIORITIES
    pools: tuple[Pool, ...] = ()

    def finds_as(self, other: Config) -> bool:
        """Whether a check finds the same by another config: only what a run does with it may be other."""
        same = {name: getattr(other, name) for name in RUN_ONLY}
        return replace(self, **same) == other


RUN_ONLY = ("fail_on", "baseline", "picture", "template", "pools")
"""What changes nothing that a check finds in one file: only what a run does with it."""


def told_without(config: Config, left_out: Container[str]) -> str:
    """The settings as `as_told` has them, without those of some names."""
    kept = (one.name for one in fields(config) if one.name not in left_out)
    return str([f"{name}={as_told(getattr(config, name))}" for name in kept])


def as_told(value: Any) -> str:
    """The same text for equal settings, in every process: sets have no order of their own."""
    if is_dataclass(value):
        return str([f"{one.name}={as_told(getattr(value, one.name))}" for one in fields(value)])
    match value:
        case Mapping():
            return str(sorted((as_told(key), as_told(one)) for key, one in value.items()))
        case frozenset() | set():
            return str(sorted(map(as_told, value)))
        case tuple() | list():
            return str(list(map(as_told, value)))
    return repr(value)
