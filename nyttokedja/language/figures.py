"""Numbers → how people read them: ``1,7 Mkr``, ``1 092 timmar``, ``54 %``, by the language's ways.

Thousands are set apart by a narrow no-break space, a minus is a real one, the decimal sign is the language's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Any, NamedTuple, Self

from nyttokedja.language.tables import table

THIN = "\u202f"
NO_BREAK = "\u00a0"
"""What stands for the thin one where the width of a text has to be known."""
MINUS = "\u2212"
_STEP = 3
"""Each unit of money is so many powers of ten above the one before."""
_LEAST, _MOST = -6, 14
"""The powers of ten of numbers that are written out."""


class Written(str):
    """A number as it is to be read, which sentences leave as it is.

    ``number`` is what is written, where it stands without a unit: a sheet counts with it.
    """

    __slots__ = ("number",)
    number: Decimal | None

    def __new__(cls, text: str, number: Decimal | None = None) -> Self:
        """The text, and the number that it is."""
        made = super().__new__(cls, text)
        made.number = number
        return made


class Scale(NamedTuple):
    """The unit that a whole table is in: a power of ten, the decimals shown, and what the unit is called."""

    power: int
    decimals: int
    unit: str

    def rounded(self, value: Decimal) -> Decimal:
        """A value in this unit, as exact as it is shown."""
        return _rounded(value.scaleb(-self.power), self.decimals)

    def adds_up(self, total: Decimal, parts: Iterable[Decimal]) -> bool:
        """Whether the parts as they are shown make the total as it is shown."""
        return self.rounded(total) == sum(map(self.rounded, parts), Decimal(0))


class Figures:
    """How numbers and money of one currency are written in one language.

    Args:
        language: sv, nb or en.
        currency: SEK, NOK, EUR, or "" where nothing says which.
    """

    def __init__(self, language: str, currency: str = "") -> None:
        self._decimal: str = table(language, "common")["decimal"]
        texts = table(language, "calculation")
        self._money: Mapping[str, Any] = texts["money"][currency or "none"]
        self._texts: Mapping[str, str] = texts["figures"]

    @property
    def one(self) -> str:
        """What one of the unit of money is called: ``krona``."""
        return str(self._money["one"])

    def number(self, value: Decimal | float, decimals: int = 0) -> Written:
        """A number with so many decimals."""
        return self._signed(_rounded(_decimal(value), decimals))

    def exact(self, value: Decimal) -> Written:
        """A number with all the decimals that it has, and none that says nothing."""
        whole = value == value.to_integral_value()
        return self._signed(value.quantize(Decimal(1)) if whole else value.normalize())

    def value(self, value: Decimal | float) -> Written:
        """A measured value with all the decimals that it has; a huge or a tiny one by a power of ten."""
        number = _decimal(value)
        if not number or _LEAST <= number.adjusted() <= _MOST:
            return self.exact(number)
        shown = self.exact(_rounded(number.scaleb(-number.adjusted()), 3))
        return Written(f"{shown} × 10^{number.adjusted()}".replace("^-", f"^{MINUS}"))

    def about(self, value: Decimal | float) -> Written:
        """A number to three figures at least, without decimals that say nothing: ``48,1``, ``0,643``."""
        number = _decimal(value)
        decimals = max(0, 2 - number.adjusted()) if number else 0
        return self.exact(_rounded(number, min(decimals, 6)))

    def share(self, value: Decimal | float, decimals: int = 0) -> Written:
        """A share in per cent."""
        return Written(self._texts["percent"].format(n=self.number(_decimal(value) * 100, decimals)))

    def rate(self, value: Decimal) -> Written:
        """A rate in per cent, with all the decimals that it has."""
        return Written(self._texts["percent"].format(n=self.exact(value * 100)))

    def money(self, value: Decimal | float) -> Written:
        """Money as it is said: ``1,7 Mkr``, ``640 tkr``, ``−480 kr``."""
        amount = _decimal(value)
        units = self._money["said"]
        for n in range(len(units)):
            scaled = amount.scaleb(-n * _STEP)
            shown = _rounded(scaled, 1)
            if abs(shown) >= (0, 10, 100)[min(n, 2)]:
                shown = _rounded(scaled, 0)
            if abs(shown) < 1000 or n == len(units) - 1:
                break
        return Written(units[n].format(n=self._signed(shown)))

    def whole(self, value: Decimal | float, decimals: int = 0) -> Written:
        """Money in the undivided unit: ``1 736 465 kr``."""
        return Written(self._money["said"][0].format(n=self.number(value, decimals)))

    def scale(self, values: Iterable[Decimal]) -> Scale:
        """The unit in which a table of these values is read: a coarse one, if none becomes 0 in it."""
        sizes = [abs(value) for value in values if value]
        largest, least = max(sizes, default=Decimal(0)), min(sizes, default=Decimal(0))
        names = self._money["units"]
        n = 0 if largest < 100_000 else 1 if largest < 1_000_000_000 else 2
        if n and least.scaleb(-n * _STEP) < 1 and largest < 10 ** (7 + n):
            n -= 1
        return Scale(n * _STEP, 0 if n < 2 else 1, names[n])

    def in_scale(self, value: Decimal, scale: Scale) -> Written:
        """Money as a table shows it, in the unit that its heading says."""
        return self._signed(scale.rounded(value))

    def _signed(self, value: Decimal) -> Written:
        digits, _, decimals = f"{abs(value):f}".partition(".")
        grouped = f"{int(digits):,}".replace(",", THIN)
        shown = f"{grouped}{self._decimal}{decimals}" if decimals else grouped
        return Written(f"{MINUS}{shown}" if value < 0 else shown, value)


def _decimal(value: Decimal | float) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def _rounded(value: Decimal, decimals: int) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        shown = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
        return shown or abs(shown)  # no minus before nothing
