"""Together: one chain of a run, and what is asked of all the chains there.

Files are known by their whole paths, ``/`` between the parts; that of standard input is "".
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from nyttokedja.checking.facts import Claim, Facts, Titled, mention_of
from nyttokedja.model.elsewhere import Elsewhere, target_of
from nyttokedja.model.findings import Mention
from nyttokedja.model.pool import Pool


class Subject(NamedTuple):
    """A chain of a run: its facts, its path, and the pools that its settings know."""

    facts: Facts
    path: str = ""
    pools: tuple[Pool, ...] = ()


class Claimed(NamedTuple):
    """The hours that a chain counts of a pool in the year in which they are most above its size."""

    subject: Subject
    claim: Claim
    hours: Decimal


class Overclaimed(NamedTuple):
    """A pool of which more is counted than there is: the gravest year, and who counts on it, most first."""

    pool: Pool
    year: int
    hours: Decimal
    by: tuple[Claimed, ...]
    years: int  # in how many it is so


class Where(NamedTuple):
    """What a run knows of files besides its chains: the folders that it has searched, and what lies outside.

    ``inside`` is asked with the path of a chain and that of what it names.
    """

    folders: tuple[str, ...] = ()
    inside: Callable[[str, str], bool] = lambda _path, target: not target.startswith("..")


NOTHING_MORE = Where()
"""A run that knows of no file but its chains."""


@dataclass(frozen=True)
class Run:
    """All the chains of a run, and the questions asked of them; each is answered once."""

    subjects: tuple[Subject, ...]
    where: Where = NOTHING_MORE

    @cached_property
    def by_path(self) -> Mapping[str, Facts]:
        """Path → the facts of the chain there."""
        return {composed(one.path): one.facts for one in self.subjects if one.path}

    def searched(self, path: str) -> bool:
        """Whether a file would have been met, had it been there."""
        return any(path.startswith(f"{folder.rstrip('/')}/") for folder in self.where.folders)

    @cached_property
    def same_titles(self) -> Mapping[str, tuple[tuple[Mention, tuple[Facts, ...]], ...]]:
        """Name of the first chain with a title → its boxes with titles that others have, with these."""
        found: dict[str, list[tuple[Facts, Titled]]] = defaultdict(list)
        for subject in self.subjects:
            for words, titled in {titled[0]: titled for titled in subject.facts.titles}.items():
                found[words].append((subject.facts, titled))
        told: dict[str, list[tuple[Mention, tuple[Facts, ...]]]] = defaultdict(list)
        for (first, titled), *others in found.values():
            if others:
                told[first.name].append((mention_of(titled), tuple(facts for facts, _ in others)))
        return {name: tuple(items) for name, items in told.items()}

    @cached_property
    def overclaimed(self) -> tuple[Overclaimed, ...]:
        """The pools of which more is counted in some calendar year than there is."""
        claims: dict[Pool, list[tuple[Subject, Claim]]] = defaultdict(list)
        for subject in self.subjects:
            known = {pool.key: pool for pool in subject.pools} if subject.facts.claims else {}
            for claim in subject.facts.claims:
                if (pool := known.get(claim.pool)) is not None:
                    claims[pool].append((subject, claim))
        return tuple(one for pool, held in claims.items() if (one := _overclaimed(pool, held)) is not None)


def composed(path: str) -> str:
    """A path as it is compared: its letters composed."""
    return unicodedata.normalize("NFC", path)


def _overclaimed(pool: Pool, claims: Sequence[tuple[Subject, Claim]]) -> Overclaimed | None:
    by_year: dict[int, Decimal] = defaultdict(Decimal)
    for _, claim in claims:
        for year, hours in claim.hours:
            by_year[year] += hours
    over = {year: hours for year, hours in by_year.items() if hours > Decimal(str(pool.hours))}
    if not over:
        return None
    year = min(over, key=lambda one: (-over[one], one))
    return Overclaimed(pool, year, over[year], tuple(_by(claims, year)), len(over))


def _by(claims: Iterable[tuple[Subject, Claim]], year: int) -> Iterator[Claimed]:
    """What each chain counts on in a year, the one that counts on most first; told at its largest claim."""
    of_chain: dict[str, list[tuple[Decimal, Subject, Claim]]] = defaultdict(list)
    for subject, claim in claims:
        if hours := dict(claim.hours).get(year):
            of_chain[subject.facts.name].append((hours, subject, claim))
    found = []
    for held in of_chain.values():
        _, subject, claim = max(held, key=lambda one: one[0])
        found.append(Claimed(subject, claim, sum((one[0] for one in held), Decimal(0))))
    yield from sorted(found, key=lambda one: (-one.hours, one.subject.facts.name))


@dataclass(frozen=True)
class Together:
    """What a rule over files looks at: one chain, among those of its run."""

    own: Subject
    run: Run

    def target(self, written: str) -> Elsewhere:
        """The file and the box that a pointer of this chain names."""
        target = target_of(self.own.path, written)
        return target._replace(file=composed(target.file))
