"""The chains of a run, held against each other → what is found in each of them, by the name of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nyttokedja.checking.accepted import marked
from nyttokedja.checking.check import is_on
from nyttokedja.checking.config import Config
from nyttokedja.checking.facts import Facts
from nyttokedja.checking.rules import RULES, Hit, Rule
from nyttokedja.checking.rules.together import NOTHING_MORE, Run, Subject, Together, Where
from nyttokedja.model.findings import Finding

OVER_FILES: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.over_files)
"""The rules that hold chains against each other."""


def found_across(
    chains: Sequence[tuple[Facts, str, Config]], where: Where = NOTHING_MORE
) -> Mapping[str, tuple[Finding, ...]]:
    """What the chains of a run say of each other; files in which nothing is found are left out.

    Args:
        chains: the facts of each, its whole path ("" for standard input), and what is chosen for it.
        where: what else the run knows of files.
    """
    run = Run(tuple(Subject(facts, path, config.pools) for facts, path, config in chains), where)
    found = {}
    for subject, (facts, _, config) in zip(run.subjects, chains, strict=True):
        findings = _found(Together(subject, run), facts, config)
        if here := tuple(marked(findings, facts.accepted, config.today)):
            found[facts.name] = here
    return found


def _found(together: Together, facts: Facts, config: Config) -> Iterator[Finding]:
    for rule in OVER_FILES:
        if is_on(rule, facts, config):
            yield from (_stamped(rule, hit, facts, config) for hit in rule.find(together))


def _stamped(rule: Rule, hit: Hit, facts: Facts, config: Config) -> Finding:
    assert hit.place is not None
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=min(config.severity.get(rule.code, rule.severities[facts.stage]), hit.at_most),
        file=facts.name,
        place=hit.place,
        particulars=hit.particulars,
        variant=hit.variant,
        node=hit.node,
        language=facts.language,
        keys=facts.keys,
    )
