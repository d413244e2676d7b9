"""What a screen reader says: one sentence for a box, one summary for the picture."""

from __future__ import annotations

from collections.abc import Iterable

from nyttokedja.chain import Node
from nyttokedja.drawing.boxes import Box
from nyttokedja.drawing.docks import Dock
from nyttokedja.drawing.elements import clean
from nyttokedja.drawing.particulars import Subject, title_of

_COUNTED = (
    "change", "behaviour", "effect", "benefit", "drawback", "goal",
    "obstacle", "risk", "opportunity", "precondition", "cost",
)  # fmt: skip


def node_label(box: Box, subject: Subject) -> str:
    """Type and title, what the box says, what leads to it and what it leads to."""
    words, graph = subject.words, subject.graph
    named = words.say("aria", "node", type=box.type_word, title=box.title)
    parts = [named, *box.said]
    causes = _titles(arrow.source for arrow in graph.entering.get(box.id, ()))
    results = _titles(arrow.target for arrow in graph.leaving.get(box.id, ()))
    if causes:
        parts.append(words.say("aria", "from", titles=causes))
    if results:
        parts.append(words.say("aria", "to", titles=results))
    return _sentences(parts)


def dock_label(dock: Dock) -> str:
    """Type, what it hampers, title, and what the box says."""
    return _sentences([dock.named, *dock.box.said])


def picture_title(subject: Subject) -> str:
    """``Effektkedja: …``."""
    return subject.words.say("aria", "chain", title=chain_title(subject))


def chain_title(subject: Subject) -> str:
    """The chain's title as it is drawn."""
    return clean(subject.chain.title) or subject.words.say("title", "untitled")


def summary(subject: Subject) -> str:
    """The stage, how many boxes of each kind there are, what is missing, and what is so in the whole."""
    words, marks = subject.words, subject.marks
    kinds = [node.kind for node in subject.chain.nodes]
    counts = [words.say("counts", kind, n=kinds.count(kind)) for kind in _COUNTED if kind in kinds]
    said = [words.say("aria", "stage", stage=words.word("stages", subject.chain.stage.value))]
    said.append(
        words.say("aria", "holds", counts=", ".join(counts)) if counts else words.say("title", "empty")
    )
    if marks.missing:
        said.append(words.say("title", "missing", n=marks.missing) + ".")
    if marks.faults:
        said.append(words.say("title", "faults", n=marks.faults) + ".")
    if marks.accepted:
        said.append(words.say("title", "accepted", n=marks.accepted) + ".")
    said += [f"{mark.text}." for mark in marks.whole]
    return " ".join(said)


def _titles(nodes: Iterable[Node]) -> str:
    return "; ".join(title_of(node) for node in nodes)


def _sentences(parts: list[str]) -> str:
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)
