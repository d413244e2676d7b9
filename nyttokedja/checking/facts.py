"""Facts: the little of a chain that others are held against, small enough to come from another process."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from nyttokedja.model.chain import Acceptance
from nyttokedja.model.findings import Mention, Place
from nyttokedja.model.stage import Stage


class Pointing(NamedTuple):
    """An arrow to a box of another chain, as it is written, and the box that it comes from."""

    node: Mention
    written: str
    place: Place


class Claim(NamedTuple):
    """The hours that a benefit is counted to free in each calendar year, and the pool that they are of."""

    node: Mention
    pool: str
    place: Place
    hours: tuple[tuple[int, Decimal], ...]


Titled = tuple[str, str, str, str, int, int]
"""What a title is known by, the id of its box, the title, the type, and the line and column of the id.

Plain values: every box of every chain has one.
"""


def mention_of(titled: Titled) -> Mention:
    """A box as a finding mentions it."""
    _, id, title, type, line, column = titled
    return Mention(id, title, type, Place(line, column, line, column + len(id)))


class Facts(NamedTuple):
    """What runs over several files keep of a chain; `complete` says that no box of it was left out.

    `titles` are those of changes, effects, benefits, drawbacks and opportunities: what chains are meant to
    have in common are goals.
    """

    name: str
    title: str
    stage: Stage
    reference: bool
    complete: bool
    language: str
    keys: str
    ids: frozenset[str]
    titles: tuple[Titled, ...] = ()
    pointing: tuple[Pointing, ...] = ()
    claims: tuple[Claim, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
