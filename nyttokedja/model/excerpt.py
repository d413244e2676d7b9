"""Excerpt: what part of a chain a picture shows, and of how much."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from nyttokedja.model.chain import Node
from nyttokedja.model.graph import Graph


class Excerpt(NamedTuple):
    """A part of a chain: its boxes and the arrows between them, with nothing drawn past what is left out.

    Attributes:
        whole: the graph of the whole chain, by which its boxes are still judged.
        boxes: how many boxes are shown.
        arrows: how many arrows are shown.
        focus: the box that all of them lead to or follow from; None where there is none.
        hops: how many arrows they are from it at most.
        only: what they all have, by key: the values asked for.
    """

    whole: Graph
    boxes: int
    arrows: int
    focus: Node | None = None
    hops: int = 0
    only: Mapping[str, tuple[str, ...]] = {}
