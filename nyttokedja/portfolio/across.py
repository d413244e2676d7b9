"""Checked chains → the goals, roles, organisations and indicators that they share, by words, then by ids.

Two are the same where they say the same but for case, signs, endings and small words (`language.gist`).
What has the same id and says something else is told too, as what may be the same: nobody but people knows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from nyttokedja.checking.check import Checked
from nyttokedja.language.gist import gist
from nyttokedja.model.chain import Chain, Node


class Kind(StrEnum):
    """What is looked for over chains."""

    GOAL = "goal"
    ROLE = "role"
    ORGANISATION = "organisation"
    INDICATOR = "indicator"


class Said(NamedTuple):
    """What a chain says: its file, the words, and the box where it stands; ``id`` where it has one."""

    kind: Kind
    file: str
    language: str
    words: str
    box: str = ""
    id: str = ""


class Shared(NamedTuple):
    """Something that several chains say: what it is called most often, and where; ``by`` is words or id."""

    kind: Kind
    title: str
    said: tuple[Said, ...]
    by: str = "words"

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the chains that say it, each once."""
        return tuple(dict.fromkeys(one.file for one in self.said))

    @property
    def spellings(self) -> tuple[str, ...]:
        """The ways in which it is written, the most common first."""
        return spellings(self.said)


def shared(chains: Iterable[Checked]) -> tuple[Shared, ...]:
    """What several of some chains have in common: by words, and then by id alone."""
    return shared_of([one for checked in chains for one in said_in(checked)])


def shared_of(said: Sequence[Said]) -> tuple[Shared, ...]:
    """The same, of what chains are known to say."""
    groups = same_words(said)
    by_words = tuple(_shared(held) for held in groups.values() if _in_several(held))
    return (*by_words, *_by_id(groups))


def same_words(said: Iterable[Said]) -> Mapping[tuple[Kind, str], list[Said]]:
    """Kind and gist → all that say it, in their order."""
    groups: dict[tuple[Kind, str], list[Said]] = defaultdict(list)
    for one in said:
        groups[one.kind, gist_of(one)].append(one)
    return groups


def spellings(said: Iterable[Said]) -> tuple[str, ...]:
    """The ways in which something is written, the most common first."""
    counts = Counter(one.words for one in said)
    return tuple(sorted(counts, key=lambda words: (-counts[words], words)))


def gist_of(one: Said) -> str:
    """What something is known by; of an organisation, what stands before the name of a part of it."""
    words = one.words.split(",")[0] if one.kind is Kind.ORGANISATION else one.words
    return gist(words, one.language)


def said_in(checked: Checked) -> Iterator[Said]:
    """The goals, roles, organisations and indicators of a chain, in the order of the file."""
    chain, file = checked.chain, checked.source.name
    if chain is None:
        return
    for kind, words, box, id in _said(chain):
        if any(c.isalnum() for c in words):
            yield Said(kind, file, chain.language, " ".join(words.split()), box, id)


def _said(chain: Chain) -> Iterator[tuple[Kind, str, str, str]]:
    yield Kind.ORGANISATION, chain.about.organisation, "", ""
    for node in chain.nodes:
        if node.is_goal:
            yield Kind.GOAL, node.title, node.id, node.id
        for role in dict.fromkeys(_roles(node)):
            yield Kind.ROLE, role, node.id, ""
        for indicator in node.indicators:
            yield Kind.INDICATOR, indicator.title, node.id, indicator.id


def _roles(node: Node) -> Iterator[str]:
    yield from (node.owner, node.who, node.reports_to)
    yield from (action.who for action in node.actions)
    for indicator in node.indicators:
        yield from (indicator.measured_by, indicator.judged_by)


def _shared(held: Sequence[Said], by: str = "words") -> Shared:
    made = Shared(held[0].kind, "", tuple(held), by)
    return made._replace(title=made.spellings[0])


def _in_several(held: Iterable[Said]) -> bool:
    return len({one.file for one in held}) > 1


def _by_id(groups: Mapping[tuple[Kind, str], Sequence[Said]]) -> Iterator[Shared]:
    """What has one id in several chains, and says different things there."""
    by_id: dict[tuple[Kind, str], dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for (kind, words), held in groups.items():
        for one in held:
            if one.id and not any(c.isdigit() for c in one.id):  # ``goal_2`` says nothing
                by_id[kind, one.id.casefold()][words].append(one)
    for of_words in by_id.values():
        held = [one for each in of_words.values() for one in each]
        if len(of_words) > 1 and _in_several(held):
            yield _shared(held, "id")
