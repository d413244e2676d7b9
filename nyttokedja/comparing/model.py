"""What a comparison of two chains yields, as frozen values.

Ids are those of the later chain where the box is in it, else those of the earlier one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property

from nyttokedja.checking.check import Checked
from nyttokedja.checking.settings import SettingChange
from nyttokedja.comparing.result_change import ResultChange
from nyttokedja.model.chain import CANNOT_BE_ACCEPTED, Link, Node
from nyttokedja.model.findings import Finding
from nyttokedja.model.severity import Severity

Ends = tuple[str, str]
"""The ids of an arrow's tail and head."""

Scalar = str | float | bool | None


class Weight(IntEnum):
    """How much a change weighs: nothing, how things are said, who does what, or what leads to what."""

    NONE = 0
    WORDING = 1
    DETAIL = 2
    REASONING = 3

    @property
    def word(self) -> str:
        """Its canonical name."""
        return self.name.lower()


class Kind(StrEnum):
    """What has become of a box or an arrow."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One fact that has changed; `path` leads to it by canonical keys, ids, and what items are known by.

    `before` or `after` is None where the fact was or is not there.
    """

    path: tuple[str, ...]
    before: Scalar
    after: Scalar
    weight: Weight


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A box that is new, gone, or says something else; its arrows are compared by themselves."""

    kind: Kind
    before: Node | None
    after: Node | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def node(self) -> Node:
        """The box as it is now, or as it was last."""
        node = self.after or self.before
        assert node is not None
        return node

    @property
    def renamed(self) -> bool:
        """Whether it has got another id."""
        return self.before is not None and self.after is not None and self.before.id != self.after.id

    @property
    def weight(self) -> Weight:
        """What it weighs."""
        if self.kind is not Kind.CHANGED:
            return Weight.REASONING
        return max((field.weight for field in self.fields), default=Weight.WORDING)


@dataclass(frozen=True, slots=True)
class ArrowChange:
    """An arrow that is new, gone, or is given other reasons; a `loose` one leads to what is not there."""

    kind: Kind
    ends: Ends
    loose: bool
    before: Link | None
    after: Link | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def weight(self) -> Weight:
        """What it weighs."""
        if self.kind is not Kind.CHANGED:
            return Weight.REASONING
        return max((field.weight for field in self.fields), default=Weight.NONE)


class Effect(StrEnum):
    """What a change does to a goal or a benefit."""

    NEW = "new"  # it was not there
    NEW_UNREACHED = "new-unreached"  # nor does anything lead to it
    GONE = "gone"
    IMPOSSIBLE = "impossible"  # nothing leads to it any longer
    POSSIBLE = "possible"
    UNEXPECTED = "unexpected"  # it hangs on an opportunity now
    EXPECTED = "expected"
    EXPOSED = "exposed"  # every path to it is hindered by something that nobody handles
    SAFE = "safe"
    SINGLE = "single"  # every path to it uses one and the same arrow now; none did before
    SEVERAL = "several"
    OWNER_LOST = "owner-lost"
    TARGET_LOST = "target-lost"

    @property
    def good(self) -> bool:
        """Whether it is for the better."""
        return self in (Effect.NEW, Effect.POSSIBLE, Effect.EXPECTED, Effect.SAFE, Effect.SEVERAL)


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a change means for one goal or benefit.

    `node` is it as it is now, or as it was last. `because` are the boxes that explain it: obstacles or
    opportunities; `arrow` is the one that all paths to it use now; `lost` the owner, or the indicator. Where
    boxes of its chain need all that leads to them, a path alone does not bring it about: ``needs``.
    """

    effect: Effect
    node: Node
    because: tuple[Node, ...] = ()
    arrow: tuple[Node, Node] | None = None
    lost: str = ""
    needs: bool = False

    @property
    def rank(self) -> tuple[bool, bool]:
        """What they are sorted by: what is for the worse first, and goals before benefits."""
        return self.effect.good, not self.node.is_goal


@dataclass(frozen=True, slots=True)
class Doubt:
    """An arrow that was judged on other words: an end of it says something else now."""

    source: Node
    target: Node
    reworded: tuple[Node, ...]  # of the two ends, those with new words


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """The findings that nobody has accepted: new ones, gone ones, and those that now stand at another box."""

    new: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    moved: tuple[tuple[Finding, Finding], ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsEffect:
    """What it does to the later chain that it is judged by other settings than the earlier one.

    `changes` are the settings that are others. Of the findings that nobody has accepted, `hidden` are those
    that it would have had, `added` those that it would not, and `weighed` those that weigh something else:
    as they would have been, and as they are.
    """

    changes: tuple[SettingChange, ...] = ()
    hidden: tuple[Finding, ...] = ()
    added: tuple[Finding, ...] = ()
    weighed: tuple[tuple[Finding, Finding], ...] = ()

    @property
    def is_seen(self) -> bool:
        """Whether anything is said otherwise of the chain for it."""
        return bool(self.hidden or self.added or self.weighed)


@dataclass(frozen=True)
class Comparison:
    """Two states of one chain, and what lies between them.

    A side is None where there was or is no file; its ``chain`` is None where the file cannot be read as
    one, and then nothing is compared. `renamed` is old id → new id. What other settings hide or add is in
    `settings`, and not among the `findings`.
    """

    before: Checked | None
    after: Checked | None
    renamed: Mapping[str, str]
    fields: tuple[FieldChange, ...] = ()  # of the chain itself
    nodes: tuple[NodeChange, ...] = ()
    arrows: tuple[ArrowChange, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    result: ResultChange | None = None
    doubts: tuple[Doubt, ...] = ()
    findings: FindingChanges = FindingChanges()
    settings: SettingsEffect = SettingsEffect()

    @cached_property
    def weight(self) -> Weight:
        """What the gravest part of it weighs.

        The most, where a file is new, gone or cannot be read, or where a goal or benefit stands otherwise
        than it did: an obstacle that lost its only action is more than a detail.
        """
        if self.before is None or self.after is None or self.unread:
            return Weight.REASONING
        if any(one.effect is not Effect.OWNER_LOST for one in self.consequences):
            return Weight.REASONING
        if any(_is_broken(finding) for finding in self.findings.new):
            return Weight.REASONING  # what is broken may be left out of all the rest
        weights = [part.weight for parts in (self.fields, self.nodes, self.arrows) for part in parts]
        if self.result is not None:
            weights.append(Weight.REASONING if self.result.is_grave else Weight.DETAIL)
        return max(weights, default=Weight.NONE)

    @property
    def language(self) -> str:
        """The language to speak of it."""
        side = self.after or self.before
        return side.language if side else "sv"

    @property
    def unread(self) -> tuple[Checked, ...]:
        """The sides that cannot be read as a chain."""
        return tuple(side for side in (self.before, self.after) if side is not None and side.chain is None)


def _is_broken(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.code.startswith(CANNOT_BE_ACCEPTED)


@dataclass(frozen=True, slots=True)
class Compared:
    """A chain of a run: its name, the one it had before, and what lies between."""

    name: str
    before_name: str
    comparison: Comparison

    @property
    def changed(self) -> bool:
        """Whether there is anything to say of it: a change, another name, or other findings."""
        return self.is_another or self.comparison.settings.is_seen

    @property
    def is_another(self) -> bool:
        """The same, but for what only other settings do."""
        found = self.comparison.findings
        changes = (self.comparison.weight, found.new, found.gone, found.moved)
        return self.name != self.before_name or any(changes)

    @property
    def weight(self) -> Weight:
        """What the gravest part weighs; that it is judged by other settings weighs as a detail."""
        settings = Weight.DETAIL if self.comparison.settings.changes else Weight.NONE
        return max(self.comparison.weight, settings)


def settings_of_run(compared: Iterable[Compared]) -> Mapping[tuple[SettingChange, ...], int]:
    """The settings that are others for some chains of a run → how many chains."""
    return Counter(one.comparison.settings.changes for one in compared if one.comparison.settings.changes)
