"""Which boxes a factor is part of, by way of other factors too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from nyttokedja.calculating.expression import names_in
from nyttokedja.calculating.scope import Scope


def led_to(users: Mapping[str, Iterable[str]], names: Iterable[str]) -> set[str]:
    """Some names and all that is made of them, by way of others too.

    Args:
        users: name → the names of what it is used in.
        names: those to begin with.
    """
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += users.get(name, ())
    return found


class Uses:
    """The formulas of a chain, seen from the factors that they are made of."""

    def __init__(self, scope: Scope) -> None:
        self._factors: dict[str, list[str]] = defaultdict(list)
        self._boxes: dict[str, list[str]] = defaultdict(list)
        for name, formula in scope.formulas.items():
            for part in names_in(formula):
                self._factors[part].append(name)
        for id, formulas in scope.boxes.items():
            for part in {part for formula in formulas.values() for part in names_in(formula)}:
                self._boxes[part].append(id)

    def factors(self, names: Iterable[str]) -> frozenset[str]:
        """The full names of the factors that are, or are made of, some factors."""
        return frozenset(led_to(self._factors, names))

    def boxes(self, names: Iterable[str]) -> frozenset[str]:
        """The ids of the boxes whose formulas are made of some factors."""
        return frozenset(id for name in self.factors(names) for id in self._boxes.get(name, ()))
