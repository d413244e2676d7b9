"""A box of a graph in DOT → its kind, where it looks as our own do."""

from __future__ import annotations

from nyttokedja.drawing.dot.styles import STYLES
from nyttokedja.importing.drawings.dot.graph import Attributes

_BEYOND = "elsewhere"
_KINDS = {kind: look for kind, look in STYLES.items() if kind != _BEYOND}


def is_of_other_chain(attributes: Attributes) -> bool:
    """Whether it is the card of a box in another chain, which is no box of this one."""
    return "class" in attributes and _BEYOND in attributes["class"].text.split()


def kind_by_style(attributes: Attributes) -> str | None:
    """The kind whose class, else whose shape and fill, are those of `nyttokedja.drawing.dot`, or None."""
    classes = attributes["class"].text.split() if "class" in attributes else []
    for word in classes:
        if word in _KINDS:
            return word
    if "shape" not in attributes or "fillcolor" not in attributes:
        return None
    like = (attributes["shape"].text.casefold(), attributes["fillcolor"].text.casefold())
    alike = [kind for kind, look in _KINDS.items() if (look.shape, look.fill.casefold()) == like]
    return alike[0] if len(alike) == 1 else None
