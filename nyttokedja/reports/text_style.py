"""How a report for people is shown in a terminal or a log: colours, source lines, width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Paint = Callable[[str, str], str]
"""(text, role) → the text in the role's colour; a role is a severity, ``place``, ``good`` or ``soft``."""


def plain(text: str, role: str) -> str:
    """No colour at all."""
    return text


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How findings are shown: in which colours, with their source lines, how wide, the accepted ones too."""

    paint: Paint = plain
    source: bool = False
    width: int = 100
    accepted: bool = False
