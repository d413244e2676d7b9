"""The style of a report on a terminal: colours, source lines, width."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Paint = Callable[[str, str], str]
"""(text, role) → the text in the role's colour; a role is a severity, ``place``, ``good`` or ``soft``."""


def plain(text: str, role: str) -> str:
    """The text without colour."""
    return text


class TextStyle(NamedTuple):
    """How to colour, whether to show source lines and accepted findings, the width in columns.

    ``verbose`` tells each finding alone.
    """

    paint: Paint = plain
    source: bool = False
    width: int = 100
    accepted: bool = False
    verbose: bool = False
