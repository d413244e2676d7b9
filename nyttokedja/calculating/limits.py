"""A factor's limits → whether they stand the wrong way round, judged by what the boxes are worth."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext

from nyttokedja.calculating.frame import EXACT
from nyttokedja.calculating.model import Run
from nyttokedja.calculating.scope import Scope, full_name
from nyttokedja.calculating.uses import Uses
from nyttokedja.calculating.values import Values, values_of

_MOST = 200
"""So many factors with limits are judged: in a chain with more, nobody has chosen what to vary."""

_Three = tuple[Decimal, Decimal, Decimal]


class Limits:
    """The factors of a chain that have limits; what is worth how much with one of them at its limits."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._uses = Uses(scope)
        varied = [
            name for name, factor in scope.factors.items() if _has_limits(factor.lowest, factor.highest)
        ]
        self._judged = frozenset(varied[:_MOST])

    def wrong_way(self, name: str) -> bool:
        """Whether every box that uses a factor is worth most at its lowest, and least at its highest.

        A box that is worth the same all the way says nothing.
        """
        if name not in self._judged:
            return False
        threes = [three for three in self._worths(name) if len(set(three)) > 1]
        return bool(threes) and all(low >= likely >= high for low, likely, high in threes)

    def _worths(self, name: str) -> Iterator[_Three]:
        """What each box that uses a factor is worth with that at lowest, likely and highest."""
        factor = self._scope.factors[name]
        likely = factor.likely
        if likely is None:
            return
        with localcontext(EXACT):
            numbers = [likely if one is None else one for one in (factor.lowest, likely, factor.highest)]
            runs = [values_of(self._scope, Run.LIKELY, {name: number}) for number in numbers]
            for box in sorted(self._uses.boxes((name,))):
                worths = [self._worth(box, values) for values in runs]
                if None not in worths:
                    low, middle, high = (worth for worth in worths if worth is not None)
                    yield low, middle, high

    def _worth(self, box: str, values: Values) -> Decimal | None:
        """The yearly value of a box, or its hours where it has none."""
        formulas = self._scope.boxes[box]
        hours = values.calculate(formulas["hours"], box, "", "hours") if "hours" in formulas else None
        if "yearly" not in formulas:
            return hours
        if hours is not None:
            values.numbers[full_name(box, "hours")] = hours
        return values.calculate(formulas["yearly"], box, "", "yearly")


def _has_limits(*limits: Decimal | None) -> bool:
    return any(limit is not None for limit in limits)
