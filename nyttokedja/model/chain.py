"""Chain: what a file says, as frozen values; nothing here reads, judges or draws.

A `Chain` has nodes in file order. A node's arrows (`Link`) and pointers (`Reference`) keep the id
that was written, whether or not it exists: `nyttokedja.model.graph` says where they lead. Every value that
a finding may point at carries its `Span` in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from nyttokedja.model.about import About
from nyttokedja.model.calculation import Calculation, Value
from nyttokedja.model.findings import NOWHERE, Span
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.periods import Period
from nyttokedja.model.plan import Approval, Conversion, Decision, Handover, Rating, SuccessStory
from nyttokedja.model.pointers import Reference
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

LEADS_TO = "leads_to"
"""The key of a node's arrows."""

POINTERS: Mapping[str, frozenset[NodeType]] = {
    "hinders": frozenset({NodeType.OBSTACLE, NodeType.RISK}),
    "at": frozenset({NodeType.RISK}),
    "needed_for": frozenset({NodeType.PRECONDITION, NodeType.COST}),
}
"""The keys, and fields of `Node`, that name nodes or arrows → the types that have them.

A decision of ``accepted`` names what it is about under ``at`` too.
"""

NAMING = (LEADS_TO, *POINTERS)
"""All keys under which a file names nodes."""

POINTER_OF: Mapping[NodeType, str] = {
    NodeType.OBSTACLE: "hinders",
    NodeType.RISK: "at",
    NodeType.PRECONDITION: "needed_for",
}
"""Type of what stands beside the chain → the key that says which box of the chain it is about."""


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
class Action:
    """Something that somebody does so that a benefit comes or an obstacle goes."""

    what: str
    span: Span
    who: str = ""
    due: Period | None = None
    done: Period | bool | None = None  # when, or whether; None where it does not say


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
    elsewhere: tuple[Link, ...] = ()  # arrows to boxes of other chains, which decide nothing here
    behaviour: bool = False
    effect_goal: bool = False
    beside: bool = False
    needs_all: bool = False  # of the boxes with an arrow to it; else one is enough
    category: str = ""
    perspective: str = ""
    receiver: str = ""  # the key `for`
    size: str = ""
    size_because: str = ""
    use: str = ""
    conversion: tuple[Conversion, ...] = ()
    reports_to: str = ""
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
    share: float | None = None  # of what it hinders that falls, from 0 to 1
    value: Value | None = None
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
    def is_wanted(self) -> bool:
        """What the chain is there for: a benefit or a goal."""
        return self.type is NodeType.BENEFIT or self.is_goal

    @property
    def references(self) -> tuple[Reference, ...]:
        """All that it points at besides its arrows, in the order of `POINTERS`."""
        return (*self.hinders, *self.at, *self.needed_for)

    def pointing(self, change: Callable[[tuple[Reference, ...]], Iterable[Reference]]) -> Node:
        """The same node with its pointers changed, those of each key by themselves."""
        fields: dict[str, Any] = {key: tuple(change(getattr(self, key))) for key in POINTERS}
        return replace(self, **fields)

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
        """The ids of the nodes that it is about; what is about an arrow is about its tail."""
        return frozenset(reference.source or reference.target for reference in self.at)

    def holds(self, today: date | None) -> bool:
        """Whether it is still true on a day, its last one included; without a day, it is."""
        return today is None or self.until is None or today <= self.until.last


@dataclass(frozen=True, slots=True)
class Chain:
    """A whole chain. `doubled` holds later nodes with an id that an earlier one already has."""

    title: str
    language: str = "sv"
    said_stage: Stage | None = None
    reference: bool = False
    about: About = field(default_factory=About)
    nodes: tuple[Node, ...] = ()
    doubled: tuple[Node, ...] = ()
    notes: tuple[Note, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    calculation: Calculation | None = None
    prioritising: tuple[Rating, ...] = ()
    decision: Decision | None = None
    approved: tuple[Approval, ...] = ()
    handover: Handover | None = None
    success_stories: tuple[SuccessStory, ...] = ()
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
    def told_of(self) -> tuple[Reference, ...]:
        """The boxes that its handover and the stories name."""
        followed_up = self.handover.followed_up if self.handover else ()
        return (*followed_up, *(reference for story in self.success_stories for reference in story.at))

    @property
    def goals(self) -> tuple[Node, ...]:
        """All that counts as a goal: nodes of `goals`, and effects and benefits chosen as one."""
        return tuple(node for node in self.nodes if node.is_goal)

    def span_of(self, key: str) -> Span:
        """Where a top-level key stands, or the title where it is not given."""
        return self.spans.get(key, self.span)
