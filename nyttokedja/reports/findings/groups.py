"""Findings of a file → groups, each told in one sentence: what people need not read once for every box.

Infos of a rule that has words for several go together, and so do equal findings that strike nearly every
box of a type. Of a file with very many findings, all of one kind do. Reports for programs have each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.findings import Finding, Place
from nyttokedja.model.severity import Severity

_FEWEST_BOXES, _FEWEST_FINDINGS = 4, 8
_SHARE = 0.75
"""So large a share of the boxes of a type is nearly all; that counts from so many boxes or findings on."""
_MOST = 1000
"""A file with more findings than this is told kind by kind."""


class Group(NamedTuple):
    """Findings that are told together, in the order of the file; one alone, mostly.

    They strike so many ``boxes`` of these ``types``, of which there are so many in ``total``; none where one
    of them stands at no box.
    """

    findings: Sequence[Finding]
    boxes: int = 0
    types: Sequence[str] = ()
    total: int = 0

    @property
    def first(self) -> Finding:
        """The one that stands first in the file."""
        return self.findings[0]

    @property
    def message(self) -> str:
        """What was found."""
        catalog, n = texts(self.first.language), len(self.findings)
        if n == 1:
            return catalog.message(self.first)
        boxes = catalog.count("node", self.boxes or n)
        if self.types:
            types = catalog.listed(catalog.word("types", type) for type in self.types)
            boxes = catalog.say("alike", "of", n=self.boxes, total=self.total, types=types)
        if catalog.sums_up(self.findings):
            return catalog.summary(self.findings, boxes)
        return self._told_by_the_first(catalog, boxes)

    def _told_by_the_first(self, catalog: Texts, boxes: str) -> str:
        """The rule's name and the message of the first, where the findings have no words in common."""
        n, title = len(self.findings), catalog.title(self.first.code)
        name = "places" if not self.boxes else "boxes" if self.boxes == n else "several"
        head = catalog.say("alike", name, title=title, n=n, boxes=boxes)
        nodes = [finding.particulars.get("node") for finding in self.findings]
        if None in nodes:
            lines = [finding.place.line for finding in self.findings]
            tail = _others(catalog, "at_lines", lines)
        else:
            tail = _others(catalog, "at_boxes", nodes)
        return " ".join(filter(None, (head, catalog.message(self.first), tail)))

    @property
    def remedy(self) -> str:
        """What to do about it."""
        catalog = texts(self.first.language)
        if catalog.sums_up(self.findings):
            return catalog.remedy_of_all(self.findings)
        return catalog.remedy(self.first)


def _others(catalog: Texts, name: str, places: Sequence[Any]) -> str:
    """Where the rest of several stand; "" for all in one place."""
    _, *others = dict.fromkeys(places)
    return catalog.say("alike", name, others=tuple(others)) if others else ""


def groups(outcome: Outcome, *, verbose: bool = False) -> Iterator[Group]:
    """The findings of a file that nobody has accepted, in groups: infos last. Verbose: each one alone."""
    if not outcome.findings:
        return
    found = [finding for finding in outcome.findings if not finding.accepted]
    graver = [finding for finding in found if finding.severity is not Severity.INFO]
    infos = [finding for finding in found if finding.severity is Severity.INFO]
    if verbose:
        yield from (Group((finding,)) for finding in chain(graver, infos))
        return
    # where reading has stopped counting, the rest of the file has more of the same
    many = len(found) > _MOST or any(finding.variant == "more" for finding in found)
    yield from _in_order(list(_alike(graver, outcome, many)), many)
    for group in _alike(infos, outcome, many):
        if texts(group.first.language).sums_up(group.findings) or _is_folded(group, many):
            yield group
        else:
            yield from _apart(group)


def _in_order(alike: Sequence[Group], many: bool) -> Iterator[Group]:
    """Groups and findings told alone, by where the first of each stands."""
    told = chain.from_iterable((group,) if _is_folded(group, many) else _apart(group) for group in alike)
    yield from sorted(told, key=lambda group: group.first.order)


def _is_folded(group: Group, many: bool) -> bool:
    if len(group.findings) == 1:
        return False
    enough = group.boxes >= _FEWEST_BOXES or len(group.findings) >= _FEWEST_FINDINGS
    return many or (enough and group.total > 0 and group.boxes >= _SHARE * group.total)


def _apart(group: Group) -> Iterator[Group]:
    return (Group((finding,)) for finding in group.findings)


def _alike(findings: Sequence[Finding], outcome: Outcome, many: bool) -> Iterator[Group]:
    """Groups of what is told in the same words of the same type of box; of infos, of any type."""
    places = [line for line, _ in outcome.boxes]
    totals = Counter(type for _, type in outcome.boxes)
    held: dict[tuple[object, ...], list[tuple[Finding, int]]] = {}
    for finding in findings:
        box = bisect_right(places, finding.place.line) - 1
        words, shared = texts(finding.language).kind_of_summary(finding)
        mixed = shared and finding.severity is Severity.INFO
        type = "" if box < 0 or mixed else outcome.boxes[box][1]
        says = () if shared or many else _says(finding)
        held.setdefault((finding.code, words, finding.severity, type, says), []).append((finding, box))
    for pairs in held.values():
        group = Group([finding for finding, _ in pairs])
        boxes = {box for _, box in pairs}
        if -1 not in boxes:
            struck = {outcome.boxes[box][1] for box in boxes}
            types = [type for type in totals if type in struck]
            group = group._replace(boxes=len(boxes), types=types, total=sum(totals[t] for t in types))
        yield group


def _says(finding: Finding) -> tuple[tuple[str, Any], ...]:
    """What a message says but for the box and the places that it speaks of."""
    told = finding.particulars.items()
    return tuple((key, value) for key, value in told if key != "node" and not isinstance(value, Place))
