"""What a chain says of its calculation → the frame that it is made in, with what was not said filled in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, Context, Decimal
from functools import lru_cache

from nyttokedja.calculating.model import Frame, Options
from nyttokedja.model.calculation import Calculation
from nyttokedja.model.chain import Chain

EXACT = Context(prec=28)
"""What all is calculated in; numbers are rounded further only where they are printed."""

MOST_YEARS = 100

_RATES: Mapping[str, Decimal] = {"sv": Decimal("0.03"), "en": Decimal("0.035")}
_CURRENCIES: Mapping[str, str] = {"sv": "SEK", "nb": "NOK"}
_WORK_YEARS: Mapping[str, Decimal] = {"sv": Decimal(1700)}
"""Language → what holds where the file does not say; in Norwegian nothing is discounted in silence."""

_FIELDS: Mapping[str, str] = {"discounts_first": "first_year"} | {
    name: name for name in ("start", "rate", "price_year", "currency", "work_year")
}
"""Field of a frame → that of a chain's calculation."""


def frame_of(chain: Chain, options: Options) -> Frame | None:
    """The frame of a chain's calculation; None where it has none, or does not say for how many years."""
    said = chain.calculation
    if said is None or (horizon := _years(said, chain)) is None:
        return None
    assumed = {name for name, field in _FIELDS.items() if getattr(said, field) in (None, "")}
    rate = _RATES.get(chain.language, Decimal(0)) if said.rate is None else said.rate
    discounts_first = said.first_year == "discounted"
    if options.rate is not None:
        rate = options.rate
    if options.discounts_first is not None:
        discounts_first = options.discounts_first
    asked = {name for name in ("rate", "discounts_first") if getattr(options, name) is not None}
    return Frame(
        start=int(said.start or 1),  # a year may be written 2027.0
        horizon=horizon,
        rate=rate,
        discounts_first=discounts_first,
        price_year=said.price_year,
        currency=currency_of(chain),
        work_year=said.work_year or _WORK_YEARS.get(chain.language),
        assumed=frozenset(assumed - asked),
    )


def currency_of(chain: Chain) -> str:
    """The currency of a chain, whether or not it can be calculated; "" where nothing says it."""
    said = chain.calculation.currency if chain.calculation else ""
    return said or _CURRENCIES.get(chain.language, "")


def _years(said: Calculation, chain: Chain) -> int | None:
    """The whole years that are calculated: those of the calculation, or else of all that is judged."""
    horizon = said.horizon
    if horizon is None and chain.about.horizon is not None:
        horizon = Decimal(repr(chain.about.horizon))
    if horizon is None or horizon.is_nan():
        return None
    return int(min(max(horizon, Decimal(1)), Decimal(MOST_YEARS)).to_integral_value(ROUND_CEILING))


def discounts_of(frame: Frame) -> tuple[Decimal, ...]:
    """What a krona of each year is worth in the first one."""
    return _discounts(frame.rate, frame.horizon, 1 if frame.discounts_first else 0)


@lru_cache(maxsize=32)
def _discounts(rate: Decimal, horizon: int, first: int) -> tuple[Decimal, ...]:
    base = EXACT.add(1, rate)
    return tuple(EXACT.power(base, -t) for t in range(first, first + horizon))
