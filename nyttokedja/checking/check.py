"""bytes → Checked: the file is read, put into canonical words, validated, built, and judged by the rules.

    read → translate → validate → build → Graph → rules → findings

Each step goes on with what the one before could make sense of; only an unreadable file stops it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from nyttokedja.checking.accepted import marked
from nyttokedja.checking.config import Config
from nyttokedja.checking.fixes import Fixer
from nyttokedja.checking.rules import RULES, Hit, Review, Rule, file
from nyttokedja.checking.rules.model import Staged
from nyttokedja.errors import crash_message
from nyttokedja.language.codes import LANGUAGES, guessed
from nyttokedja.model.chain import Chain, Node
from nyttokedja.model.excerpt import Excerpt
from nyttokedja.model.findings import NOWHERE, Fault, Finding, Mention, Place, Span
from nyttokedja.model.graph import Graph
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reading.building import build
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.parts import MappingPart, ScalarPart
from nyttokedja.reading.source import Source

OWN_FAULT = "our-fault"
"""The variant of NK001 where the fault is nyttokedja's, not the file's."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and all that was found in it.

    `chain` and `graph` are None where the file could not be read. Where `complete` is False, parts
    that hold nodes were left out for their faults, and the chain as a whole has not been judged. `today` is
    the day that it was judged on, if the run has one. Where it is only a part of the chain in the file, the
    `excerpt` says which; it is judged by the whole.
    """

    source: Source
    findings: tuple[Finding, ...]
    chain: Chain | None = None
    graph: Graph | None = None
    complete: bool = True
    language: str = "sv"
    today: date | None = None
    excerpt: Excerpt | None = None
    keys: str = "sv"  # the language of the file's keys

    @property
    def failed(self) -> bool:
        """Whether nyttokedja itself failed on the file."""
        return any(fault.variant == OWN_FAULT for fault in self.source.faults)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among the findings that nobody has accepted."""
        return max((f.severity for f in self.findings if not f.accepted), default=None)


def check(data: bytes, name: str = "", config: Config | None = None) -> Checked:
    """Check the bytes of one chain. Never raises, whatever the bytes are.

    Args:
        data: the content of the file.
        name: what the findings call the file.
        config: the choices of the run.
    """
    config = config or Config()
    return check_parsed(Parsed(data, name, config.limits), config)


def check_guarded(data: bytes, name: str = "", config: Config | None = None) -> Checked:
    """Check one of several files: where nyttokedja itself fails on it, that is what is found in it."""
    try:
        return check(data, name, config)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one file never stops the others
        return own_fault(name, error, config)


def own_fault(name: str, error: Exception, config: Config | None = None) -> Checked:
    """The check of a file that nyttokedja itself fails on: it is told as one that cannot be read."""
    fault = Fault("unreadable-file", NOWHERE, OWN_FAULT, {"reason": crash_message(error)})
    language = (config and (config.language or config.assumed_language)) or "sv"
    return _unread(Source(name, "", None, (fault,)), language)


def check_parsed(parsed: Parsed, config: Config) -> Checked:
    """Check a file that has been read; only where the run has other limits is it read again. Never raises."""
    parsed = parsed.within(config.limits)
    source = parsed.source
    if source.root is None:
        return _unread(source, config.language or config.assumed_language or guessed(source.text))
    translated, valid = parsed.translated, parsed.validated
    faults = _one_each((*source.faults, *translated.faults, *valid.faults))
    own = _said(valid.root) or config.assumed_language or translated.keys
    language = config.language or own  # rules listen in the chain's own, whatever is spoken of them
    chain = build(valid.root, own, {fault.path[:2] for fault in faults})
    if len(chain.nodes) > config.limits.nodes:
        shown = {"n": len(chain.nodes), "limit": config.limits.nodes}
        too_many = Fault("unreadable-file", NOWHERE, "too-many-nodes", shown)
        return _unread(replace(source, faults=(too_many,)), language)
    if config.stage is not None and chain.said_stage is None:
        chain = replace(chain, said_stage=config.stage)
    review = Review(chain, Graph(chain, config.today, config.tolerance), config, faults)
    complete = parsed.is_complete
    stamp = _Stamp(Fixer(source, review.graph, translated.keys), chain.stage, language, {}, config.severity)
    found = (stamp(rule, hit) for rule in _rules(review, complete) for hit in rule.find(review))
    findings = sorted(marked(found, chain.accepted, config.today), key=lambda finding: finding.order)
    return Checked(
        source,
        tuple(findings),
        chain,
        review.graph,
        complete,
        language,
        config.today,
        keys=translated.keys,
    )


def _said(root: MappingPart) -> str | None:
    for key, value in root.entries:
        if key.value == "language" and isinstance(value, ScalarPart) and value.value in LANGUAGES:
            return str(value.value)
    return None


def _unread(source: Source, language: str) -> Checked:
    """What is said of a file that no chain can be made of."""
    stamp = _Stamp(Fixer(source, keys=language), Stage.ANALYSIS, language, {})
    hits = (Hit(fault.span, "", fault.variant, particulars=fault.particulars) for fault in source.faults)
    findings = tuple(stamp(file.unreadable_file, hit) for hit in hits)
    return Checked(source, findings, complete=False, language=language)


def _one_each(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """One fault a place and rule: a number too long is not also a value of the wrong kind."""
    first: dict[tuple[str, Span], Fault] = {}
    for fault in faults:
        first.setdefault((fault.rule, fault.span), fault)
    return tuple(first.values())


def _rules(review: Review, complete: bool) -> Iterator[Rule]:
    """The rules that are on at the chain's stage; where nodes may be gone, only those about the file."""
    config = review.config
    for rule in RULES if complete else file.RULES:
        if not rule.over_files and is_on(rule, review.chain, config):
            yield rule


def is_on(rule: Rule, chain: Staged, config: Config) -> bool:
    """Whether a rule is asked of a chain, by its stage and what is chosen."""
    if not rule.is_asked_of(chain) or _named(rule, config.ignore):
        return False
    if config.severity.get(rule.code, rule.severities[chain.stage]) < config.least:
        return False
    return rule.default or _named(rule, config.select)


def _named(rule: Rule, names: frozenset[str]) -> bool:
    return any(map(rule.exactness, names))


class _Stamp(NamedTuple):
    """Hit → Finding: code, severity, place, fix, and particulars that need no chain to be spoken of."""

    fixer: Fixer
    stage: Stage
    language: str
    places: dict[Span, Place]
    severity: Mapping[str, Severity] = {}

    def __call__(self, rule: Rule, hit: Hit) -> Finding:
        source = self.fixer.source
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=min(self.severity.get(rule.code, rule.severities[self.stage]), hit.at_most),
            file=source.name,
            place=self._place(hit.span),
            particulars={key: self._plain(value) for key, value in hit.particulars.items()},
            variant=hit.variant,
            node=hit.node,
            language=self.language,
            keys=self.fixer.keys,
            fix=self.fixer.fix(rule.code, hit.variant, hit.span, hit.particulars),
        )

    def _place(self, span: Span) -> Place:
        """Where a span is; those of boxes come up again and again."""
        place = self.places.get(span)
        return self.places.setdefault(span, self.fixer.source.place(span)) if place is None else place

    def _plain(self, value: Any) -> Any:
        if isinstance(value, Node):
            return Mention(value.id, value.title, value.type.value, self._place(value.span))
        if isinstance(value, Span):
            return self._place(value)
        if isinstance(value, tuple):
            return tuple(self._plain(item) for item in value)
        return value
