"""Colours as drawings have them: alike or not, and what people call them."""

from __future__ import annotations

import colorsys
import re

_HEX = re.compile(r"#?([0-9a-f]{6})(?:[0-9a-f]{2})?|#([0-9a-f])([0-9a-f])([0-9a-f])", re.IGNORECASE)
_ALIKE = 12
_HUES = (
    (15, "red"),
    (42, "orange"),
    (68, "yellow"),
    (165, "green"),
    (195, "turquoise"),
    (255, "blue"),
    (290, "purple"),
    (335, "pink"),
    (360, "red"),
)
"""Degrees up to which a hue has a name."""


def rgb(colour: str) -> tuple[int, int, int] | None:
    """Red, green and blue of a colour as a program writes it, its transparency left out; None for a name."""
    match = _HEX.fullmatch(colour.strip())
    if match is None:
        return None
    six = match[1] or "".join(digit * 2 for digit in match.groups()[1:])
    return int(six[:2], 16), int(six[2:4], 16), int(six[4:], 16)


def same_colour(one: str, other: str) -> bool:
    """Whether two colours are meant as one: the same name, or as near as nobody sees."""
    seen, meant = rgb(one), rgb(other)
    if seen is None or meant is None:
        return one.strip().casefold() == other.strip().casefold()
    return all(abs(a - b) <= _ALIKE for a, b in zip(seen, meant, strict=True))


def colour_name(colour: str) -> str:
    """What people call a colour, as a key of ``exchange.toml``'s ``colours``; "" for what is no number."""
    parts = rgb(colour)
    if parts is None:
        return ""
    hue, light, strong = colorsys.rgb_to_hls(*(part / 255 for part in parts))
    if light > 0.97:
        return "white"
    if light < 0.1:
        return "black"
    if strong < 0.2 or max(parts) - min(parts) < 12:
        return "grey"
    name = next(name for limit, name in _HUES if hue * 360 <= limit)
    return "brown" if name == "orange" and light < 0.45 else name
