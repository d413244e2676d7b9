"""An id inside what points at it: an arrow's target, or an end of a pointer such as ``a -> b``."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.fixes.target import FixTarget, TextEdits, inside, same
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import ARROW


def renamed(target: FixTarget, span: Span, written: str, id: str) -> TextEdits:
    """Another id in the place of one, as a whole or as one end of an arrow; the target's end first."""
    location = target.at(span)
    if location is None:
        return ()
    within = inside(target.text, location.part)
    if same(target.raw(within).strip(), written.strip()):
        return (target.replaced(location, id),)
    for start, end in _ends(target.raw(within)):
        if same(target.raw(within)[start:end], written):
            return ((Span(within.start + start, within.start + end), id),)
    return ()


def _ends(raw: str) -> Iterator[tuple[int, int]]:
    arrow = ARROW.search(raw)
    if arrow is not None:
        yield arrow.end(), len(raw.rstrip())
        yield len(raw) - len(raw.lstrip()), arrow.start()
