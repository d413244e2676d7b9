"""Node → the small lines of its box: what a reviewer asks for, and what is missing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from nyttokedja.drawing.content.annotations import Mark, Marks
from nyttokedja.drawing.content.overlay import Overlay
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import clean
from nyttokedja.model.chain import Chain, Node, NodeType
from nyttokedja.model.graph import Arrow, Graph


@dataclass(frozen=True, slots=True)
class Subject:
    """All that is known before anything is measured."""

    chain: Chain
    graph: Graph
    words: PictureWords
    marks: Marks
    overlay: Overlay | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """One small line before wrapping; ``mark`` is the kind of its `Mark`, "" for a plain value."""

    text: str
    mark: str = ""


def title_of(node: Node) -> str:
    """The node's title as it is drawn."""
    return clean(node.title) or clean(node.id)


def type_of(node: Node, words: PictureWords) -> str:
    """The word for the box: ``Nytta``, or ``Nytta · Effektmål``."""
    word = words.word("boxes", node.kind)
    chosen = node.effect_goal and node.type is not NodeType.GOAL
    return f"{word} · {words.word('boxes', 'effect_goal')}" if chosen else word


def head_of(node: Node, subject: Subject) -> str:
    """Category · receiver, or a cost's category · timing; "" where neither is said."""
    words = subject.words
    category = words.word("category", node.category) if node.category else ""
    if node.type is NodeType.COST:
        return _dotted(category, words.word("timing", node.timing) if node.timing else "")
    if node.type not in (NodeType.BENEFIT, NodeType.DRAWBACK):
        return ""
    return _dotted(category, _perspective(node, subject) or clean(node.receiver))


def details_of(node: Node, subject: Subject) -> tuple[Detail, ...]:
    """The small lines below the title, in the order in which they are read."""
    marks = subject.marks.at.get(node.id, ())
    if subject.overlay is None:
        return tuple(_rows(node, subject, marks))
    told = subject.overlay.told(node.id)
    first = (Detail(mark.text, mark.kind) for mark in told.marks)
    return (*first, *_rows(node, subject, marks, told.rows))


def places(spots: Iterable[Node | Arrow]) -> str:
    """Nodes and arrows in words: ``Färre besök; Ovana → Tar själv``."""
    return "; ".join(
        title_of(spot) if isinstance(spot, Node) else f"{title_of(spot.source)} → {title_of(spot.target)}"
        for spot in spots
    )


def _rows(
    node: Node, subject: Subject, marks: tuple[Mark, ...], only: frozenset[str] | None = None
) -> Iterator[Detail]:
    """The values of the rows, or of ``only`` some of them, each with the marks that belong there."""
    for slot, value in _VALUES.items():
        shown = node.type in _SHOWN.get(slot, ()) and (only is None or slot in only)
        text = value(node, subject) if shown else ""
        if text:
            yield Detail(text)
        yield from (Detail(mark.text, mark.kind) for mark in marks if mark.slot == slot)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _perspective(node: Node, subject: Subject) -> str:
    if not node.perspective:
        return ""
    renamed = clean(subject.chain.about.perspectives.get(node.perspective, ""))
    return renamed or subject.words.word("perspective", node.perspective)


def _nothing(node: Node, subject: Subject) -> str:
    return ""


def _needed(node: Node, subject: Subject) -> str:
    spots = places(subject.graph.resolve_all(node.needed_for))
    return subject.words.say("lines", "needed_for", places=spots) if spots else ""


def _who(node: Node, subject: Subject) -> str:
    words = subject.words
    due = words.say("lines", "due", due=node.due.written) if node.due else ""
    met = "" if node.met is None else words.word("lines", "met" if node.met else "unmet")
    return _dotted(clean(node.who or node.owner), due, met)


def _adopted(node: Node, subject: Subject) -> str:
    return clean(node.adopted_in)


def _owner(node: Node, subject: Subject) -> str:
    owner = clean(node.owner)
    hampers = node.type in (NodeType.OBSTACLE, NodeType.RISK)
    if not owner or (hampers and node.actions):
        return ""
    return subject.words.say("lines", "owner", owner=owner)


def _size(node: Node, subject: Subject) -> str:
    return subject.words.word("size", node.size) if node.size else ""


def _consequence(node: Node, subject: Subject) -> str:
    reached = [found for link in node.links if (found := subject.graph.find(link.target).node)]
    parts = [clean(node.consequence), *(title_of(drawback) for drawback in reached)]
    said = "; ".join(part for part in parts if part)
    return subject.words.say("lines", "consequence", consequence=said) if said else ""


def _requires(node: Node, subject: Subject) -> str:
    requires = clean(node.requires)
    return subject.words.say("lines", "requires", requires=requires) if requires else ""


def _action(node: Node, subject: Subject) -> str:
    whats = [clean(action.what) for action in node.actions]
    return subject.words.say("lines", "action", n=len(whats), actions="; ".join(whats)) if whats else ""


def _indicator(node: Node, subject: Subject) -> str:
    titles = [clean(one.title) or clean(one.id) for one in node.indicators]
    said = "; ".join(titles)
    return subject.words.say("lines", "indicator", n=len(titles), indicators=said) if titles else ""


_VALUES: Mapping[str, Callable[[Node, Subject], str]] = {
    "head": _nothing,
    "needed": _needed,
    "who": _who,
    "adopted": _adopted,
    "owner": _owner,
    "size": _size,
    "consequence": _consequence,
    "requires": _requires,
    "action": _action,
    "indicator": _indicator,
    "rest": _nothing,
}

_CHAIN = (NodeType.CHANGE, NodeType.EFFECT, NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.GOAL)
_HAMPERS = (NodeType.OBSTACLE, NodeType.RISK)
_SHOWN: Mapping[str, tuple[NodeType, ...]] = {
    "needed": (NodeType.PRECONDITION,),
    "who": (NodeType.PRECONDITION,),
    "adopted": (NodeType.GOAL,),
    "owner": (*_CHAIN, *_HAMPERS),
    "size": (NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.COST),
    "consequence": (NodeType.RISK,),
    "requires": (NodeType.OPPORTUNITY,),
    "action": _HAMPERS,
    "indicator": _CHAIN,
}
