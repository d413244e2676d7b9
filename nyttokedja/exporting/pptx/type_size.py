"""The size of the words in a box, which has as much room as in our picture and no hyphens."""

from __future__ import annotations

from nyttokedja.drawing.typesetting.wrap import TextStyle, longest_word, wrap

_LARGEST, _LEAST, _STEP = 13.0, 10.0, 0.5
"""The sizes that words may have in px, and the steps between them."""
_LEAD = 1.2
"""From baseline to baseline, as a part of the size."""


def type_size(text: str, room: float, high: float) -> float:
    """The largest size at which no word is broken and all lines fit.

    A word too long for a line at any size is broken; where the lines fit at none, it is the least.
    """
    is_breakable = longest_word(text, _style(_LEAST)) > room
    size = _LARGEST
    while size > _LEAST:
        style = _style(size)
        if len(wrap(text, room, style)) * style.lead <= high and (
            is_breakable or longest_word(text, style) <= room
        ):
            return size
        size -= _STEP
    return _LEAST


def _style(size: float) -> TextStyle:
    return TextStyle(size, size * _LEAD)
