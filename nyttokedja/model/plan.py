"""What a plan says of what comes after: where freed resources go, what is decided, who takes over."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nyttokedja.model.findings import Span
from nyttokedja.model.periods import Period
from nyttokedja.model.pointers import Reference


@dataclass(frozen=True, slots=True)
class Conversion:
    """A part of what a benefit frees, and where it goes: `kept` says that it stays in the unit."""

    span: Span
    kind: str = ""
    amount: Decimal | None = None  # a year
    unit: str = ""  # "", "money" or "hours"
    year: int | None = None  # the first
    decided_by: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """How the change stands by one of the organisation's own criteria, which the settings say more of."""

    criterion: str
    level: int  # 0-3
    span: Span  # of the criterion's id
    because: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What has been decided about the change."""

    span: Span
    what: str = ""
    by: str = ""
    date: Period | None = None
    reference: str = ""  # what the matter is called in the register


@dataclass(frozen=True, slots=True)
class Approval:
    """A role that has approved the plan."""

    role: str
    span: Span
    date: Period | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """Who takes over when the project ends, and what they follow up."""

    span: Span
    date: Period | None = None
    to: str = ""
    followed_up: tuple[Reference, ...] = ()
    ready: str = ""  # what is prepared for it


@dataclass(frozen=True, slots=True)
class SuccessStory:
    """What somebody has told of how it turned out; to be told on only with their consent."""

    text: str
    span: Span
    at: tuple[Reference, ...] = ()
    by: str = ""
    date: Period | None = None
    consent: bool = False
