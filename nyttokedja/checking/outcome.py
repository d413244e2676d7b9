"""Outcome: what came of one file of many, small enough to come from another process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nyttokedja.checking.check import Checked
from nyttokedja.checking.facts import Facts
from nyttokedja.checking.gathering import facts_of
from nyttokedja.model.findings import Finding, Place
from nyttokedja.model.severity import Severity


class Mended(NamedTuple):
    """A file before and after its fixes, how many findings they mended, and whether they stopped half way."""

    before: bytes
    after: bytes
    n: int
    stopped: bool = False


class Outcome(NamedTuple):
    """What came of a file: not a chain at all, a ``trouble`` with opening it, or what a check found.

    `lines` holds the lines that findings and fixes point at, by number. A ``trouble`` is a name in the texts'
    ``reason`` or the system's own words; where it ``crashed``, what went wrong in nyttokedja itself.
    `outside` says that it was not read since it is a link out of the folder searched, `settings` that it is
    no chain but the faulty settings of some. Where it was fixed, `mended` says how, and the findings are
    those that are left; `known` counts those left out since a baseline has them. `boxes` are the lines of the
    chain's boxes and their types, in the order of the file, and its `facts` what other chains are held
    against. A run fails at findings of `fail_on` or worse.
    """

    name: str
    is_chain: bool = True
    trouble: str = ""
    findings: tuple[Finding, ...] = ()
    lines: Mapping[int, str] | None = None
    language: str = "sv"
    stage_said: bool = True
    complete: bool = True
    crashed: bool = False
    outside: bool = False
    settings: bool = False
    mended: Mended | None = None
    known: int = 0
    boxes: tuple[tuple[int, str], ...] = ()
    fail_on: Severity | None = Severity.ERROR
    facts: Facts | None = None

    @property
    def fails(self) -> bool:
        """Whether something was found that a run fails at."""
        level = self.fail_on
        return level is not None and any(f.severity >= level for f in self.findings if not f.accepted)


def summed_up(checked: Checked) -> Outcome:
    """The outcome of a check, with only what a report needs of the file."""
    source = checked.source
    fixes = (r.place for f in checked.findings if f.fix for r in f.fix.replacements)
    places = (*(finding.place for finding in checked.findings), *fixes)
    facts = facts_of(checked)
    together = _places_of(facts) if facts else ()
    numbers = {number for place in (*places, *together) for number in (place.line, place.end_line)}
    return Outcome(
        name=source.name,
        findings=checked.findings,
        lines={number: source.line(number) for number in numbers},
        language=checked.language,
        stage_said=checked.chain is None or checked.chain.said_stage is not None or checked.chain.reference,
        complete=checked.complete or checked.chain is None,
        boxes=_boxes(checked) if checked.findings else (),
        facts=facts,
    )


def _places_of(facts: Facts) -> Iterator[Place]:
    """Where something may be found once all chains have been looked at."""
    yield from (pointing.place for pointing in facts.pointing)
    yield from (claim.place for claim in facts.claims)


def _boxes(checked: Checked) -> tuple[tuple[int, str], ...]:
    """The line and the type of each box."""
    if checked.chain is None:
        return ()
    nodes = (*checked.chain.nodes, *checked.chain.doubled)
    return tuple(sorted((checked.source.place(node.span).line, node.type.value) for node in nodes))
