"""What a chain says of its benefit calculation: its frame, its factors, and what boxes are worth.

Numbers are exact: a `Decimal` has the digits that the file has. Formulas are kept as they were written;
`nyttokedja.calculating` reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from nyttokedja.model.findings import NOWHERE, Span
from nyttokedja.model.periods import Period


@dataclass(frozen=True, slots=True)
class Factor:
    """A number that formulas use by its id: a likely value, with limits, or a formula.

    ``lowest`` and ``highest`` are its values in the runs with the lowest and the highest benefit or cost; a
    minute spent may be the larger number in the lowest run.
    """

    id: str
    title: str
    span: Span  # of the id
    unit: str = ""
    likely: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    formula: str = ""
    source: str = ""
    kind: str = ""  # "", "local", "estimate", "experience" or "standard"
    as_of: Period | None = None
    comment: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict)  # of the keys given, by canonical name

    def span_of(self, key: str) -> Span:
        """Where the key stands, or the id where it is not given."""
        return self.spans.get(key, self.span)


@dataclass(frozen=True, slots=True)
class Value:
    """What a benefit, drawback or cost is worth a year, and in which years.

    ``yearly``, ``hours``, ``before`` and ``after`` are formulas as written; ``hours`` is "" where the file
    says ``before`` and ``after``. ``profile`` has the share of each year from the first, ``profile_from``
    the shares from a year on, by year; at most one of them is given.
    """

    span: Span  # of its key
    yearly: str = ""
    hours: str = ""
    before: str = ""
    after: str = ""
    profile: tuple[Decimal, ...] = ()
    profile_from: Mapping[int, Decimal] = field(default_factory=dict)
    factors: tuple[Factor, ...] = ()
    pool: str = ""
    evidence: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict)  # of the keys given, by canonical name

    @property
    def counts_hours(self) -> bool:
        """Whether it says how many hours a year it is."""
        return bool(self.hours or self.before or self.after)

    def span_of(self, key: str) -> Span:
        """Where the key stands, or its own key where it is not given."""
        return self.spans.get(key, self.span)


@dataclass(frozen=True, slots=True)
class Calculation:
    """The frame of a chain's calculation; what the file does not say is None or ""."""

    span: Span = NOWHERE  # of its key
    start: int | None = None  # a calendar year, or 1
    horizon: Decimal | None = None  # years
    rate: Decimal | None = None
    first_year: str = ""  # "", "undiscounted" or "discounted"
    price_year: int | None = None
    currency: str = ""  # "", "SEK", "NOK" or "EUR"
    work_year: Decimal | None = None  # hours
    factors: tuple[Factor, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)  # of the keys given, by canonical name

    def span_of(self, key: str) -> Span:
        """Where the key stands, or its own key where it is not given."""
        return self.spans.get(key, self.span)
