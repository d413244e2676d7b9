"""What a log says of a chain's history, as frozen values: small enough to come from another process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from nyttokedja.comparing import Weight
from nyttokedja.versions.history import Step


@dataclass(frozen=True, slots=True)
class LogSentence:
    """One sentence about a change: the part that it is about, what became of it, and the ids of its boxes.

    `kind` is what became of a box, an arrow or a fact, or the effect on a goal or a benefit. What a box had
    when it came is `inborn`: worth saying only of a box that is followed.
    """

    part: str
    kind: str
    sign: str
    weight: Weight
    text: str
    nodes: tuple[str, ...] = ()
    inborn: bool = False


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What is said of a commit.

    `status` is changed, same, new, gone, unread, unfetched (what was not fetched) or cut (the first one that
    was). `counts` are the boxes and the arrows of a chain that is new. `base` is the commit that it was
    compared with, where that is not the one before; `why` says why it could not be read.
    """

    step: Step
    status: str
    weight: Weight
    said: tuple[LogSentence, ...] = ()
    renamed: Mapping[str, str] | None = None
    counts: tuple[int, int] = (0, 0)
    base: str = ""
    why: str = ""
    incomplete: bool = False

    @property
    def tells(self) -> bool:
        """Whether the chain says something else than before, or it cannot be known."""
        return self.weight > Weight.NONE or bool(self.said) or self.step.name != self.step.before_name

    def about(self, id: str) -> LogEntry:
        """The same, with only what concerns a box."""
        return replace(self, said=tuple(one for one in self.said if id in one.nodes))


class FileLog(NamedTuple):
    """A file's commits, newest first; the box that is followed, if any; whether older ones are missing."""

    name: str
    head: str
    told: Sequence[LogEntry]
    node: str = ""
    cut: bool = False
