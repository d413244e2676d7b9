"""Data → the same with places to break in what no dictionary breaks: addresses, numbers, strings of letters.

The template makes nothing that is seen or read of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

SOFT = "\u200b"
"""Where a line may end."""

_LONG, _PIECE = 24, 8
_WORD = re.compile(rf"\S{{{_LONG},}}")
_BREAKABLE = re.compile(r"[^\W\d_]+")
_PIECES = re.compile(rf"\S{{1,{_PIECE}}}")
_RAW = frozenset({"svg", "language", "named", "author", "alt"})
"""What is no text that people read."""


def softened(data: Any) -> Any:
    """The data with every text in it softened."""
    if isinstance(data, str):
        return _WORD.sub(_broken, data)
    if isinstance(data, Mapping):
        return {key: value if key in _RAW else softened(value) for key, value in data.items()}
    return [softened(value) for value in data] if isinstance(data, list | tuple) else data


def _broken(word: re.Match[str]) -> str:
    """A long word of letters alone is left to the dictionary, unless it is the same letters all over."""
    text = word[0]
    parts = _BREAKABLE.findall(text)
    if max(map(len, parts), default=0) * 10 >= len(text) * 7 and len(set(text.lower())) > _PIECE:
        return text
    return SOFT.join(_PIECES.findall(text))
