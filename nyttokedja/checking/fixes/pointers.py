"""An id inside what points at it: an arrow's target, or an end of a pointer such as ``a -> b``."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.fixes.target import Edits, Ground, inside, same
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import ARROW


def renamed(ground: Ground, span: Span, written: str, id: str) -> Edits:
    """Another id in the place of one, as a whole or as one end of an arrow; the target's end first."""
    spot = ground.at(span)
    if spot is None:
        return ()
    within = inside(ground.text, spot.part)
    if same(ground.raw(within).strip(), written.strip()):
        return (ground.replaced(spot, id),)
    for start, end in _ends(ground.raw(within)):
        if same(ground.raw(within)[start:end], written):
            return ((Span(within.start + start, within.start + end), id),)
    return ()


def _ends(raw: str) -> Iterator[tuple[int, int]]:
    arrow = ARROW.search(raw)
    if arrow is not None:
        yield arrow.end(), len(raw.rstrip())
        yield len(raw) - len(raw.lstrip()), arrow.start()
