"""What a site knows of each chain, small enough to come from another process; and where the pages lie."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.agenda import Task
from nyttokedja.model.spelling import fold
from nyttokedja.pages.site.names import named
from nyttokedja.portfolio.sums import NOTHING, Overview


class Charge(StrEnum):
    """What somebody has in hand."""

    BENEFIT = "benefit"  # to realise it
    BOX = "box"  # any other that they own
    ACT = "act"
    MEASURE = "measure"
    JUDGE = "judge"
    ARRANGE = "arrange"  # a precondition


class Duty(NamedTuple):
    """What one role has in hand in a chain: ``what``, at which box, and by when, as the chain writes it."""

    role: str
    charge: Charge
    what: str
    box: str
    box_title: str
    by: str = ""
    day: date | None = None
    is_late: bool = False


class SiteBox(NamedTuple):
    """A box: its id, what kind it is in words, and what is said of it in lists.

    ``about`` are the titles of what an obstacle or a risk hinders; ``done`` says that somebody handles it.
    """

    id: str
    type: str
    kind: str
    title: str
    owner: str = ""
    is_goal: bool = False
    about: tuple[str, ...] = ()
    done: bool = False


class SiteIndicator(NamedTuple):
    """An indicator, with its levels as words."""

    box: str
    box_title: str
    title: str
    baseline: str = ""
    target: str = ""
    latest: str = ""
    standing: str = ""
    measured_by: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """One chain, or a file that should have been one: then ``problem`` says what stands in the way."""

    file: str
    title: str
    language: str
    problem: str = ""
    stage: str = ""
    organisation: str = ""
    about: str = ""
    errors: int = 0
    warnings: int = 0
    boxes: tuple[SiteBox, ...] = ()
    indicators: tuple[SiteIndicator, ...] = ()
    duties: tuple[Duty, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def goals(self) -> Sequence[SiteBox]:
        """What is to be reached."""
        return [box for box in self.boxes if box.is_goal]

    @property
    def owners(self) -> Sequence[str]:
        """Who answers for its benefits."""
        owners = (box.owner for box in self.boxes if box.type == "benefit" and box.owner)
        return tuple(dict.fromkeys(owners))


class Role(NamedTuple):
    """A role as it is written most often, and what it has in hand: duties, each with its chain."""

    name: str
    duties: Sequence[tuple[Summary, Duty]]


@dataclass(frozen=True)
class Site:
    """All chains of a site, in order of their titles, and where the page of each lies.

    Args:
        chains: the summaries.
        places: file → the name of its page, without ending.
        language: that of the pages around the chains.
        today: the day that the site is made for, if somebody said one.
        overview: what the chains come to together.
    """

    chains: Sequence[Summary]
    places: Mapping[str, str]
    language: str
    today: date | None = None
    overview: Overview = NOTHING

    @property
    def said(self) -> Texts:
        """The texts of its language."""
        return texts(self.language)

    def word(self, name: str) -> str:
        """A word or a sentence of sites."""
        return self.said.word("site/", name)

    def called(self, chain: Summary) -> str:
        """The title of a chain; where another has the same, with the name of its file."""
        return f"{chain.title} ({chain.file})" if chain.title in self._doubled else chain.title

    @cached_property
    def _doubled(self) -> frozenset[str]:
        titles = Counter(chain.title for chain in self.chains)
        return frozenset(title for title, n in titles.items() if n > 1)

    def chain_place(self, file: str) -> str:
        """Where the page of a chain lies."""
        return f"chains/{self.places[file]}.html"

    @cached_property
    def roles(self) -> Sequence[Role]:
        """Everybody who has something in hand, by name; names that differ in case or spaces are one."""
        held: dict[str, list[tuple[Summary, Duty]]] = defaultdict(list)
        written: dict[str, list[str]] = defaultdict(list)
        for chain in self.chains:
            for duty in chain.duties:
                held[fold(duty.role)].append((chain, duty))
                written[fold(duty.role)].append(duty.role)
        roles = (Role(_most(written[key]), duties) for key, duties in held.items())
        return sorted(roles, key=lambda role: (role.name.casefold(), role.name))

    @cached_property
    def _role_names(self) -> Mapping[str, str]:
        return named({role.name: role.name for role in self.roles})

    def role_place(self, role: Role) -> str:
        """Where the page of a role lies."""
        return f"roles/{self._role_names[role.name]}.html"

    def calendar_place(self, role: Role) -> str:
        """Where the calendar of a role lies."""
        return f"calendars/role-{self._role_names[role.name]}.ics"

    def has_calendar(self, role: Role) -> bool:
        """Whether a role has anything to do that has a day."""
        return fold(role.name) in self._busy

    @cached_property
    def _busy(self) -> frozenset[str]:
        return frozenset(fold(task.role) for chain in self.chains for task in chain.tasks if task.role)

    def find_role(self, name: str) -> Role | None:
        """The role of a name."""
        return self._by_name.get(fold(name))

    @cached_property
    def _by_name(self) -> Mapping[str, Role]:
        return {fold(role.name): role for role in self.roles}


def _most(names: Iterable[str]) -> str:
    """The one that is there most often, of equals the first by letters."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name))
