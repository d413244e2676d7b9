"""Ids as written → the nodes that they mean, with typos resolved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from nyttokedja.model.chain import Node
from nyttokedja.model.spelling import Vocabulary, fold

_MOST_GUESSES = 1000
"""So many unknown ids of a chain are compared with all its ids; more are not typos."""


class Match(NamedTuple):
    """What a written id names: `node`, None where there is none; `exact` where it was spelt right."""

    node: Node | None
    exact: bool


class NodeIndex:
    """The nodes of a chain by what they may be called; each guess is made once."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self._nodes = nodes
        self._guesses: dict[str, Match] = {}

    def find(self, written: str) -> Match:
        """The node that a written id means: itself, or the only one it can be a typo of."""
        if (node := self._nodes.get(written)) is not None:
            return Match(node, exact=True)
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
    def _known(self) -> Vocabulary:
        return Vocabulary(self._nodes)

    def _guess(self, written: str) -> Match:
        if (node := self._folded.get(fold(written))) is not None:
            return Match(node, exact=False)
        name = self._known.nearest(written) if len(self._guesses) < _MOST_GUESSES else None
        return Match(self._nodes[name] if name else None, exact=False)
