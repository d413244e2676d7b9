"""Written ids → the nodes that they mean, slips forgiven."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from nyttokedja.model.chain import Node
from nyttokedja.model.spelling import Known, fold

_MOST_GUESSES = 1000
"""So many unknown ids of a chain are compared with all its ids; more are no slips."""


class Found(NamedTuple):
    """What a written id names: `node` where there is one, `exact` where it was written right."""

    node: Node | None
    exact: bool


class NamedNodes:
    """The nodes of a chain by what they may be called; each guess is made once."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self._nodes = nodes
        self._guesses: dict[str, Found] = {}

    def find(self, written: str) -> Found:
        """The node that a written id means: itself, or the only one it can be a slip of."""
        if (node := self._nodes.get(written)) is not None:
            return Found(node, exact=True)
        if (known := self._guesses.get(written)) is None:
            known = self._guesses[written] = self._guess(written)
        return known

    @cached_property
    def _folded(self) -> Mapping[str, Node | None]:
        """Folded id or title → node, None where two nodes share it."""
        names: dict[str, Node | None] = {}
        for node in self._nodes.values():
            for name in {fold(node.id), fold(node.title)}:
                names[name] = None if name in names and names[name] is not node else node
        return names

    @cached_property
    def _known(self) -> Known:
        return Known(self._nodes)

    def _guess(self, written: str) -> Found:
        if (node := self._folded.get(fold(written))) is not None:
            return Found(node, exact=False)
        name = self._known.nearest(written) if len(self._guesses) < _MOST_GUESSES else None
        return Found(self._nodes[name] if name else None, exact=False)
