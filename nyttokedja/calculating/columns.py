"""A number at many points at once: what a formula is calculated with in a simulation."""

from __future__ import annotations

from decimal import Decimal
from operator import mul, truediv

Number = Decimal | float | int


class Column:
    """The values of a quantity at each point, in float64; it adds, subtracts, multiplies and divides.

    Together with a plain number, that number is the same at all points. Most of a formula is plain numbers:
    a column is kept as drawn values times a number plus a number, and they are all gone through only where
    two columns meet.
    """

    __slots__ = ("_drawn", "_scale", "_shift")

    def __init__(self, drawn: list[float], scale: float = 1.0, shift: float = 0.0) -> None:
        self._drawn = drawn
        self._scale = scale
        self._shift = shift

    @property
    def values(self) -> list[float]:
        """The value at each point."""
        scale, shift = self._scale, self._shift
        return self._drawn if (scale, shift) == (1, 0) else [value * scale + shift for value in self._drawn]

    def __add__(self, other: Column | Number) -> Column:
        if not isinstance(other, Column):
            return Column(self._drawn, self._scale, self._shift + float(other))
        one, two, shift = self._scale, other._scale, self._shift + other._shift
        if self._drawn is other._drawn:
            return Column(self._drawn, one + two, shift)
        pairs = zip(self._drawn, other._drawn, strict=True)
        return Column([a * one + b * two for a, b in pairs], 1.0, shift)

    def __radd__(self, other: Number) -> Column:
        return self + other

    def __sub__(self, other: Column | Number) -> Column:
        return self + -other

    def __rsub__(self, other: Number) -> Column:
        return -self + other

    def __mul__(self, other: Column | Number) -> Column:
        if not isinstance(other, Column):
            number = float(other)
            return Column(self._drawn, self._scale * number, self._shift * number)
        if self._shift or other._shift:
            return Column(list(map(mul, self.values, other.values)))
        return Column(list(map(mul, self._drawn, other._drawn)), self._scale * other._scale)

    def __rmul__(self, other: Number) -> Column:
        return self * other

    def __truediv__(self, other: Column | Number) -> Column:
        if isinstance(other, Column):
            return Column(list(map(truediv, self.values, other.values)))
        number = float(other)
        return Column(self._drawn, self._scale / number, self._shift / number)

    def __rtruediv__(self, other: Number) -> Column:
        number = float(other)
        return Column([number / value for value in self.values])

    def __neg__(self) -> Column:
        return Column(self._drawn, -self._scale, -self._shift)
