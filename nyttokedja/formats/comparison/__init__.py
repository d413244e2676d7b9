"""Comparisons → what people and programs read of a change: one file a format, and their words in `words`."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.comparing import Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """A chain of a run: its name, the one it had before, and what lies between."""

    name: str
    before_name: str
    comparison: Comparison
