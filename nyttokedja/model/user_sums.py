"""Registrations, one a user → sums for groups in which nobody can be told apart.

A group of fewer than `LEAST` users is hidden, and as many more as it takes for what is hidden to hold at
least two groups and `LEAST` users: else it could be had by taking the others from the sum of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

LEAST = 5
"""So many users a group has at least where its figures are shown."""


class User(NamedTuple):
    """What is registered of one user: a group, "" for none, whether they have begun, and two values."""

    group: str
    has_begun: bool
    baseline: Decimal | None
    latest: Decimal | None

    @property
    def is_counted(self) -> bool:
        """Whether the user has begun and both values are there."""
        return self.has_begun and self.baseline is not None and self.latest is not None


class Sum(NamedTuple):
    """The users that are counted, at least one, and their values together, before and now."""

    users: int
    baseline: Decimal
    latest: Decimal

    @property
    def change(self) -> Decimal:
        """How much more it is now."""
        return self.latest - self.baseline

    @property
    def mean(self) -> Decimal:
        """What it is now for a user."""
        return self.latest / self.users

    @property
    def mean_change(self) -> Decimal:
        """How much more it is now for a user."""
        return self.change / self.users


class Group(NamedTuple):
    """A group by its name, "" for that of users without one; no sum where it is hidden or nobody counts."""

    name: str
    sum: Sum | None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class UserSums:
    """What users' registrations come to.

    ``everyone`` is None where fewer than `LEAST` are counted. Users that are not counted are told once each,
    by the first reason of these.
    """

    groups: tuple[Group, ...]
    everyone: Sum | None
    registered: int
    counted: int
    not_begun: int
    without_latest: int
    without_baseline: int


def sums_of(users: Sequence[User]) -> UserSums:
    """The sums for the groups, in the order in which they first come, and for everyone."""
    counted = [user for user in users if user.is_counted]
    begun = [user for user in users if user.has_begun]
    without_latest = sum(user.latest is None for user in begun)
    sizes = {user.group: 0 for user in users}
    for user in counted:
        sizes[user.group] += 1
    hidden = _hidden(sizes)
    groups = (
        Group(
            name, _sum(user for user in counted if user.group == name and name not in hidden), name in hidden
        )
        for name in sizes
    )
    return UserSums(
        groups=tuple(groups) if sizes.keys() != {""} else (),
        everyone=_sum(counted) if len(counted) >= LEAST else None,
        registered=len(users),
        counted=len(counted),
        not_begun=len(users) - len(begun),
        without_latest=without_latest,
        without_baseline=len(begun) - len(counted) - without_latest,
    )


def _hidden(sizes: dict[str, int]) -> frozenset[str]:
    """The groups whose figures would say something of a few."""
    filled = sorted((name for name, n in sizes.items() if n), key=sizes.__getitem__)
    n = sum(sizes[name] < LEAST for name in filled)
    while 0 < n < len(filled) and (n == 1 or sum(map(sizes.__getitem__, filled[:n])) < LEAST):
        n += 1
    return frozenset(filled[:n])


def _sum(users: Iterable[User]) -> Sum | None:
    both = [(user.baseline, user.latest) for user in users]
    values = [(before, now) for before, now in both if before is not None and now is not None]
    if not values:
        return None
    return Sum(len(values), sum((a for a, _ in values), Decimal()), sum((b for _, b in values), Decimal()))
