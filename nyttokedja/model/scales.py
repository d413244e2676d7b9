"""Scales: the words that an indicator is judged with, from the worst to the best."""

from __future__ import annotations

from collections.abc import Sequence


def step_of(word: str, scale: Sequence[str]) -> int | None:
    """The step of a scale that a word names, the worst being 0; letter case and spaces do not count."""
    said = _plain(word)
    return next((step for step, known in enumerate(scale) if _plain(known) == said), None)


def _plain(word: str) -> str:
    return " ".join(word.split()).casefold()
