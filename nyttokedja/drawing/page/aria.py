"""The texts for screen readers: a label for each box, a title and a summary for the picture."""

from __future__ import annotations

from nyttokedja.drawing.boxes.box import TypesetBox
from nyttokedja.drawing.boxes.docks import Dock
from nyttokedja.drawing.content.details import Subject, ends_of
from nyttokedja.drawing.content.shown import shown
from nyttokedja.drawing.svg.elements import one_line

_COUNTED = (
    "change", "behaviour", "effect", "benefit", "drawback", "goal",
    "obstacle", "risk", "opportunity", "precondition", "cost",
)  # fmt: skip


def node_label(box: TypesetBox, subject: Subject) -> str:
    """Type and title, the small lines, what leads to the box, what it leads to, and omitted arrows."""
    words, graph = subject.words, subject.graph
    parts = [words.say("aria", "node", type=box.type_word, title=box.title), *box.details]
    into, out = graph.entering.get(box.id, ()), graph.leaving.get(box.id, ())
    causes, results = ends_of(into, subject, heads=False), ends_of(out, subject, heads=True)
    if causes:
        needs = box.id in graph.needing and len(into) > 1
        parts.append(words.say("aria", "needs" if needs else "from", titles=causes))
    if results:
        parts.append(words.say("aria", "to", titles=results))
    if subject.overlay and (omitted := sum(subject.overlay.omitted.get(box.id, ()))):
        parts.append(words.say("aria", "cut", n=omitted))
    return _sentences(parts)


def dock_label(dock: Dock) -> str:
    """Type, what the dock points at, title, and the small lines."""
    return _sentences([dock.aria_start, *dock.box.details])


def picture_title(subject: Subject) -> str:
    """``Effektkedja: …``."""
    if subject.overlay:
        return subject.overlay.title
    return subject.words.say("aria", "chain", title=chain_title(subject))


def chain_title(subject: Subject) -> str:
    """The chain's title as it is drawn."""
    return one_line(subject.chain.title) or subject.words.say("title", "untitled")


def summary(subject: Subject) -> str:
    """The stage, the number of boxes of each kind, what is missing or faulty, and the annotations of the
    whole chain; in the picture of a change, that of its overlay.
    """
    words, annotations = subject.words, subject.annotations
    whole = [f"{annotation.text}." for annotation in annotations.whole]
    if subject.overlay:
        return " ".join([subject.overlay.summary, *whole])
    stage = words.say("aria", "stage", stage=words.word("stages", subject.chain.stage.value))
    return " ".join([stage, contents(subject), *whole])


def contents(subject: Subject) -> str:
    """The number of boxes of each kind, and of what is missing, faulty and accepted."""
    words, annotations = subject.words, subject.annotations
    kinds = [node.kind for node in subject.chain.nodes]
    counts = [words.say("counts", kind, n=kinds.count(kind)) for kind in _COUNTED if kind in kinds]
    parts = [words.say("excerpt", "whole", shown=shown(subject.excerpt, words))] if subject.excerpt else []
    parts += [
        words.say("aria", "holds", counts=words.texts.listed(counts))
        if counts
        else words.say("title", "empty")
    ]
    if annotations.missing:
        parts.append(words.say("title", "missing", n=annotations.missing) + ".")
    if annotations.faults:
        parts.append(words.say("title", "faults", n=annotations.faults) + ".")
    if annotations.accepted:
        parts.append(words.say("title", "accepted", n=annotations.accepted) + ".")
    return " ".join(parts)


def _sentences(parts: list[str]) -> str:
    """The parts in one text, each with a full stop."""
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)
