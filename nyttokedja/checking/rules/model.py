"""What a rule is: a pure generator of hits, with a code, a name and a severity for each stage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from nyttokedja.checking.config import Config
from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.findings import NOWHERE, Fault, Place, Span
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage

if TYPE_CHECKING:  # most chains have nothing to calculate, and a check reads no manuals
    from nyttokedja.calculating.model import Calculated
    from nyttokedja.calculating.scope import Scope
    from nyttokedja.checking.rules.manual import Manual

Severities = Mapping[Stage, Severity]
"""Stage → severity; a stage that is not there does not have the rule."""

_NOT_FOR_REFERENCE = re.compile("NK4|NK5|NK602|NK609")
"""How the codes begin of what a published reference analysis never has: owners, indicators, actions."""

_TYPES = tuple(NodeType)

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Staged(Protocol):
    """A chain, or the facts of one: how far it has come."""

    @property
    def stage(self) -> Stage:
        """The stage it is at."""

    @property
    def reference(self) -> bool:
        """Whether it is a published reference analysis."""


class Hit(NamedTuple):
    """One place where a rule found its bad thing; the check stamps code, severity and place.

    `at_most` lowers the severity of this hit. Particulars are texts, numbers, nodes, spans, and tuples
    of these; the check makes nodes `Mention`s and spans places. A rule over files has these already.
    """

    span: Span = NOWHERE
    node: str = ""
    variant: str = ""
    at_most: Severity = ERROR
    particulars: Mapping[str, Any] = {}
    place: Place | None = None  # of a rule over files, which has no text to find the span in


def at(
    node: Node, variant: str = "", *, span: Span | None = None, at_most: Severity = ERROR, **particulars: Any
) -> Hit:
    """A hit at a node: at its id, or at another place of it; the message may speak of ``{node}``."""
    return Hit(node.span if span is None else span, node.id, variant, at_most, {"node": node, **particulars})


@dataclass(frozen=True)
class Review:
    """What a rule looks at: a chain, its graph, the choices of the run, and the faults of reading."""

    chain: Chain
    graph: Graph
    config: Config
    faults: tuple[Fault, ...] = ()

    @cached_property
    def has_values(self) -> bool:
        """Whether the chain has anything to calculate."""
        return self.chain.calculation is not None or any(node.value is not None for node in self.chain.nodes)

    @cached_property
    def calculated(self) -> Calculated:
        """What the chain is worth, without what each factor does to it."""
        from nyttokedja.calculating.calculate import calculate
        from nyttokedja.calculating.model import Options

        return calculate(self.graph, Options(explores=False))

    @property
    def scope(self) -> Scope:
        """The factors and formulas of the chain."""
        from nyttokedja.calculating.run import basis_of

        return basis_of(self.graph).scope


def indicators(review: Review) -> Iterator[tuple[Node, Indicator]]:
    """Every indicator with its node, where the node lost no part to a fault."""
    for node in review.chain.nodes:
        if not node.faulty:
            for indicator in node.indicators:
                yield node, indicator


def once_planned(review: Review, code: str, hits: Sequence[Hit], total: int) -> Iterator[Hit]:
    """What a plan has and an analysis need not: nothing in a chain that says that it is an analysis.

    One that says no stage may be a plan: it is asked once, for all that no decision is about.
    """
    if review.chain.stage is not Stage.ANALYSIS:
        yield from hits
    elif review.chain.said_stage is None:
        decided = {id for one in review.chain.accepted if one.rule == code for id in one.nodes}
        nodes = [hit.particulars["node"] for hit in hits if hit.node not in decided]
        lacking = tuple(
            sorted(nodes, key=lambda node: _TYPES.index(node.type))
        )  # whatever the file begins with
        if lacking:
            shown = {"nodes": lacking, "n": len(lacking), "total": total}
            yield Hit(lacking[0].span, variant="no-stage", particulars=shown)


class Rule(NamedTuple):
    """A rule of the catalogue. Its manual is its docstring."""

    code: str
    name: str
    severities: Severities
    find: Callable[[Any], Iterator[Hit]]  # of a `Review`, or of `Together` where it is over files
    default: bool = True  # whether it is on without being selected
    over_files: bool = False  # whether it holds a chain against others, and is asked of a whole run

    @property
    def manual(self) -> Manual:
        """Why the rule is there, a bad chain, a good chain, and its source."""
        from nyttokedja.checking.rules.manual import manual

        return manual(self.find.__doc__ or "")

    def manual_in(self, language: str) -> Manual:
        """The manual in a language; in English where it has not been written in that one."""
        from nyttokedja.checking.rules.manual import manual_in
        from nyttokedja.language.translations import translations

        said, sources, page = (
            translations(language, "manuals", group) for group in (self.code, "sources", "page")
        )
        return manual_in(self.manual, said, sources, page) if said else self.manual

    @property
    def gravest(self) -> Stage:
        """The first stage at which the rule weighs as much as it ever does."""
        return max(self.severities, key=lambda stage: self.severities[stage])

    def exactness(self, name: str) -> int:
        """How exactly a name means the rule: by its length as the beginning of the code, most as the name.

        0 where it does not.
        """
        if name == self.name:
            return len(self.code) + 1
        return len(name) if self.code.startswith(name) else 0

    def is_asked_of(self, chain: Staged) -> bool:
        """Whether the chain has come so far that this is asked of it."""
        if chain.reference and _NOT_FOR_REFERENCE.match(self.code):
            return False
        return chain.stage in self.severities


def rule(
    code: str, name: str, severities: Severities, *, default: bool = True, over_files: bool = False
) -> Callable[[Callable[[Any], Iterator[Hit]]], Rule]:
    """Mark a generator of hits as the rule with this code; its family's table must list it."""
    return lambda find: Rule(code, name, severities, find, default, over_files)


def always(severity: Severity) -> Severities:
    """The same severity at every stage."""
    return dict.fromkeys(Stage, severity)


def by_stage(
    *,
    draft: Severity | None = None,
    analysis: Severity | None = None,
    plan: Severity | None = None,
    follow_up: Severity | None = None,
) -> Severities:
    """A severity for each stage that has the rule."""
    given = zip(Stage, (draft, analysis, plan, follow_up), strict=True)
    return {stage: severity for stage, severity in given if severity is not None}
