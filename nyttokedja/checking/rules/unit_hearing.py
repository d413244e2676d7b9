"""The units of a chain's factors, as their texts or their formulas say them."""

from __future__ import annotations

from functools import cached_property

from nyttokedja.calculating.expression import Expression
from nyttokedja.calculating.scope import short_name
from nyttokedja.calculating.units import Clash, derived, unit_of
from nyttokedja.checking.rules.model import Review
from nyttokedja.language.units import unit_shown, unit_words
from nyttokedja.model.units import MEASURES, NEUTRAL, Unit

_HOUR = Unit({"hour": 1})


class Hearing:
    """What the factors and formulas of a chain count."""

    def __init__(self, review: Review) -> None:
        self._scope = review.scope
        self._language = review.config.language or review.chain.language

    def unit(self, name: str) -> Unit | None:
        """The unit of a factor by its full name, of `box/hours` the hour; None where it is not certain."""
        if short_name(name) == "hours":
            return _HOUR
        return self._units.get(name)

    def derived(self, formula: Expression) -> tuple[Unit | None, tuple[Clash, ...]]:
        """The unit of a formula, and the sums in it that cannot be."""
        return derived(formula, self.unit)

    def shown(self, unit: Unit) -> str:
        """A unit as the chain's language says it: ``minuter·besök``, ``kr/timme``; a share only by itself."""
        above = "·".join(self._word(unit, name) for name in unit.above if name not in NEUTRAL)
        below = "".join(
            f"/{self._word(unit, name, below=True)}" for name in unit.below if name not in NEUTRAL
        )
        alone = next(iter(NEUTRAL & set(unit.above)), "share")
        return f"{above or ('1' if below else self._word(unit, alone))}{below}"

    @cached_property
    def _units(self) -> dict[str, Unit | None]:
        found: dict[str, Unit | None] = {}
        for name in self._scope.order:
            factor, formula = self._scope.factors[name], self._scope.formulas.get(name)
            found[name] = unit_of(factor.unit, unit_words()) if factor.unit else None
            if not factor.unit and formula is not None:
                found[name] = derived(formula, found.get)[0]
        return found

    def _word(self, unit: Unit, name: str, *, below: bool = False) -> str:
        if name in MEASURES:
            return unit_shown(name, self._language, below=below)
        return unit.written.get(name, name)
