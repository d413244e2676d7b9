"""The stages, from the first to the last. Light, since the command line names them at its start."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """How far the work has come, which decides what may be expected of the chain."""

    DRAFT = "draft"
    ANALYSIS = "analysis"
    PLAN = "plan"
    FOLLOW_UP = "follow-up"
