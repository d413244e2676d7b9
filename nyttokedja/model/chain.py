"""Chain: what a file says, as frozen values; nothing here reads, judges or draws.

A `Chain` has nodes in file order. A node's arrows (`Link`) and pointers (`Reference`) keep the id
that was written, whether or not it exists: `nyttokedja.model.graph` says where they lead. Every value that
a finding may point at carries its `Span` in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nyttokedja.model.findings import NOWHERE, Span
from nyttokedja.model.periods import Period
from nyttokedja.model.stage import Stage


class NodeType(StrEnum):
    """The ten kinds of node; the value is the canonical (English) word."""

    CHANGE = "change"
    EFFECT = "effect"
    BENEFIT = "benefit"
    DRAWBACK = "drawback"
    GOAL = "goal"
    COST = "cost"
    PRECONDITION = "precondition"
    OBSTACLE = "obstacle"
    RISK = "risk"
    OPPORTUNITY = "opportunity"

    @property
    def section(self) -> str:
        """The canonical key of the section that holds nodes of this type."""
        return "opportunities" if self is NodeType.OPPORTUNITY else f"{self.value}s"


SECTIONS: Mapping[str, NodeType] = {kind.section: kind for kind in NodeType}

IN_GRAPH = frozenset(
    {
        NodeType.CHANGE,
        NodeType.EFFECT,
        NodeType.BENEFIT,
        NodeType.DRAWBACK,
        NodeType.GOAL,
        NodeType.OPPORTUNITY,
    }
)
"""The types that `leads_to` arrows run between; the others stand beside the chain."""


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow as written at its tail: `target` is the id the file says, found or not."""

    source: str
    target: str
    span: Span
    because: str = ""
    evidence: str = ""
    strength: str = ""  # "", "direct", "indirect" or "limited"


@dataclass(frozen=True, slots=True)
class Reference:
    """What `hinders`, `at` and `needed_for` name: a node, or an arrow where `source` is said."""

    target: str
    span: Span
    source: str | None = None

    @property
    def written(self) -> str:
        """The reference as a file writes it."""
        return self.target if self.source is None else f"{self.source} -> {self.target}"


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody does so that a benefit comes or an obstacle goes."""

    what: str
    span: Span
    who: str = ""
    due: Period | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A baseline or a target of an indicator, in the indicator's unit."""

    value: float
    span: Span
    date: Period | None = None
    source: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value of an indicator, in the indicator's unit."""

    date: Period
    value: float
    span: Span
    comment: str = ""
    judgement: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured to follow up the node it stands on."""

    id: str
    title: str
    span: Span
    text: str = ""
    unit: str = ""
    better: str = ""  # "", "lower" or "higher"
    baseline: Level | None = None
    target: Level | None = None
    source: str = ""
    every: str = ""
    measured_by: str = ""
    judged_by: str = ""
    measurements: tuple[Measurement, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """One box of the chain. Fields that its type does not have keep their empty value.

    `faulty` says that some part of it did not fit the format and was left out, so that nothing is
    reported missing which may only be misspelt.
    """

    id: str
    type: NodeType
    title: str
    span: Span  # of the id
    title_span: Span = NOWHERE
    text: str = ""
    tags: tuple[str, ...] = ()
    origin: str = ""
    uncertain: str = ""
    owner: str = ""
    when: Period | None = None
    actions: tuple[Action, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    links: tuple[Link, ...] = ()
    behaviour: bool = False
    effect_goal: bool = False
    beside: bool = False
    category: str = ""
    perspective: str = ""
    receiver: str = ""  # the key `for`
    size: str = ""
    size_because: str = ""
    use: str = ""
    adopted_in: str = ""
    timing: str = ""
    needed_for: tuple[Reference, ...] = ()
    who: str = ""
    due: Period | None = None
    met: bool | None = None
    hinders: tuple[Reference, ...] = ()
    at: tuple[Reference, ...] = ()
    consequence: str = ""
    requires: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict)  # of the keys given, by canonical name
    faulty: bool = False

    @property
    def kind(self) -> str:
        """The word for the box: the type, or `behaviour` for an effect that is one."""
        return "behaviour" if self.behaviour else self.type.value

    @property
    def is_goal(self) -> bool:
        """A node of `goals`, or an effect or benefit chosen to be reached (effektmål)."""
        return self.type is NodeType.GOAL or self.effect_goal

    @property
    def handled(self) -> bool:
        """Whether an obstacle or risk has an action or an owner."""
        return bool(self.actions or self.owner)

    def span_of(self, key: str) -> Span:
        """Where the key stands, or the id where it is not given."""
        return self.spans.get(key, self.span)


def title_from(id: str) -> str:
    """The title of a node that has none of its own: its id as words."""
    words = id.replace("_", " ")
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Note:
    """A post-it that has not found its place yet."""

    text: str
    span: Span
    origin: str = ""
    tags: tuple[str, ...] = ()


CANNOT_BE_ACCEPTED = ("NK0", "NK1")
"""How the codes begin of what is broken, and is mended in place of being accepted."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A decision about a finding: which rule, where, why, by whom and until when."""

    rule: str
    at: tuple[Reference, ...]
    span: Span
    why: str = ""
    decided_by: str = ""
    until: Period | None = None

    @property
    def nodes(self) -> frozenset[str]:
        """The ids of the nodes that it is about; what is said of an arrow is said at its tail."""
        return frozenset(reference.source or reference.target for reference in self.at)

    def holds(self, today: date | None) -> bool:
        """Whether it is still true on a day, its last one included; without a day, it is."""
        return today is None or self.until is None or today <= self.until.last


@dataclass(frozen=True, slots=True)
class About:
    """What the chain is about; all of it free text but `horizon`, in years."""

    organisation: str = ""
    contact: str = ""
    purpose: str = ""
    now: str = ""  # alternative A
    new: str = ""  # alternative B
    perspectives: Mapping[str, str] = field(default_factory=dict)  # perspective → its name here
    not_included: str = ""
    horizon: float | None = None
    assumptions: str = ""
    uncertainty: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """A whole chain. `doubled` holds later nodes with an id that an earlier one already has."""

    title: str
    language: str = "sv"
    said_stage: Stage | None = None
    reference: bool = False
    about: About = About()
    nodes: tuple[Node, ...] = ()
    doubled: tuple[Node, ...] = ()
    notes: tuple[Note, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    none: frozenset[NodeType] = frozenset()  # sections that say `none`: looked for, none found
    span: Span = NOWHERE  # of the chain's title
    spans: Mapping[str, Span] = field(default_factory=dict)  # of the top-level keys given

    @property
    def stage(self) -> Stage:
        """The stage said, or `analysis` where none is; a reference analysis stays one."""
        if self.reference:
            return Stage.ANALYSIS
        return self.said_stage or Stage.ANALYSIS

    def of(self, *types: NodeType) -> Iterator[Node]:
        """The nodes of these types, in file order."""
        return (node for node in self.nodes if node.type in types)

    @property
    def goals(self) -> tuple[Node, ...]:
        """All that counts as a goal: nodes of `goals`, and effects and benefits chosen as one."""
        return tuple(node for node in self.nodes if node.is_goal)

    def span_of(self, key: str) -> Span:
        """Where a top-level key stands, or the title where it is not given."""
        return self.spans.get(key, self.span)
