"""What a screen reader says: one sentence for a box, one summary for the picture."""

from __future__ import annotations

from nyttokedja.drawing.boxes.box import Box
from nyttokedja.drawing.boxes.docks import Dock
from nyttokedja.drawing.content.details import Subject, title_of
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.svg.elements import clean
from nyttokedja.model.graph import Arrow

_COUNTED = (
    "change", "behaviour", "effect", "benefit", "drawback", "goal",
    "obstacle", "risk", "opportunity", "precondition", "cost",
)  # fmt: skip


def node_label(box: Box, subject: Subject) -> str:
    """Type and title, what the box says, what leads to it and what it leads to."""
    words, graph = subject.words, subject.graph
    named = words.say("aria", "node", type=box.type_word, title=box.title)
    parts = [named, *box.said]
    into, out = graph.entering.get(box.id, ()), graph.leaving.get(box.id, ())
    causes = "; ".join(_end(arrow, title_of(arrow.source), subject) for arrow in into)
    results = "; ".join(_end(arrow, title_of(arrow.target), subject) for arrow in out)
    if causes:
        parts.append(words.say("aria", "from", titles=causes))
    if results:
        parts.append(words.say("aria", "to", titles=results))
    if subject.overlay and (cut := sum(subject.overlay.cut.get(box.id, ()))):
        parts.append(words.say("aria", "cut", n=cut))
    return _sentences(parts)


def dock_label(dock: Dock) -> str:
    """Type, what it hampers, title, and what the box says."""
    return _sentences([dock.named, *dock.box.said])


def picture_title(subject: Subject) -> str:
    """``Effektkedja: …``."""
    if subject.overlay:
        return subject.overlay.title
    return subject.words.say("aria", "chain", title=chain_title(subject))


def chain_title(subject: Subject) -> str:
    """The chain's title as it is drawn."""
    return clean(subject.chain.title) or subject.words.say("title", "untitled")


def summary(subject: Subject) -> str:
    """The stage, how many boxes of each kind there are, what is missing, and what is so in the whole;
    or what has become of them.
    """
    words, marks = subject.words, subject.marks
    whole = [f"{mark.text}." for mark in marks.whole]
    if subject.overlay:
        return " ".join([subject.overlay.summary, *whole])
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
    return " ".join([*said, *whole])


def _end(arrow: Arrow, title: str, subject: Subject) -> str:
    """What is at an end of an arrow, and what has become of the arrow."""
    status = subject.overlay.status(arrow.ends) if subject.overlay else Status.KEPT
    return title if status is Status.KEPT else f"{title} ({subject.words.word('arrow', status)})"


def _sentences(parts: list[str]) -> str:
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)
