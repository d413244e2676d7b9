"""Node → the texts of its box: title, type, head, and small lines with their annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nyttokedja.drawing.content.annotations import Annotation, Annotations, missing_of
from nyttokedja.drawing.content.elsewhere import said_elsewhere
from nyttokedja.drawing.content.overlay import Overlay, Status
from nyttokedja.drawing.content.standing import standing_of
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.chain import Action, Chain, Node, NodeType
from nyttokedja.model.excerpt import Excerpt
from nyttokedja.model.graph import Arrow, Graph
from nyttokedja.model.stage import Stage


@dataclass(frozen=True)
class Subject:
    """What is drawn, before anything is measured."""

    chain: Chain
    graph: Graph
    words: PictureWords
    annotations: Annotations
    overlay: Overlay | None = None
    worths: Mapping[str, str] = field(default_factory=dict)  # id → what the box is worth
    today: date | None = None
    excerpt: Excerpt | None = None  # where it is a part of a chain
    bare: bool = False  # whether boxes have a pictogram and a title alone
    made_details: dict[int, tuple[Node, tuple[DetailLine, ...]]] = field(
        default_factory=dict, init=False, compare=False
    )

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Id → number of each opportunity, in the order of the file."""
        return {node.id: number for number, node in enumerate(self.chain.of(NodeType.OPPORTUNITY), 1)}


@dataclass(frozen=True, slots=True)
class DetailLine:
    """A small line before wrapping; ``kind`` is that of its `Annotation`, "" for a plain value.

    ``numbers`` are those of opportunities, which stand before it. A line that is not ``spoken`` says what
    screen readers are told otherwise.
    """

    text: str
    kind: str = ""
    numbers: tuple[str, ...] = ()
    spoken: bool = True


def title_of(node: Node) -> str:
    """The node's title as it is drawn."""
    return one_line(node.title) or one_line(node.id)


def type_of(node: Node, words: PictureWords) -> str:
    """The type of the node in words: ``Nytta``, or ``Nytta · Effektmål``."""
    word = words.word("boxes", node.kind)
    effect_goal = node.effect_goal and node.type is not NodeType.GOAL
    return f"{word} · {words.word('boxes', 'effect_goal')}" if effect_goal else word


def head_of(node: Node, subject: Subject) -> str:
    """Category · receiver, or category · timing of a cost; "" where the node has neither."""
    words = subject.words
    category = _category(node, words) if node.category else ""
    if node.type is NodeType.COST:
        return _dotted(category, words.word("timing", node.timing) if node.timing else "")
    if node.type not in (NodeType.BENEFIT, NodeType.DRAWBACK):
        return ""
    return _dotted(category, _perspective(node, subject) or one_line(node.receiver))


def _category(node: Node, words: PictureWords) -> str:
    """The category; what is freed by a benefit is bound by a cost or a drawback."""
    binds = node.type in (NodeType.COST, NodeType.DRAWBACK) and node.category == "redistribution"
    return words.word("lines", "bound") if binds else words.word("category", node.category)


def details_of(node: Node, subject: Subject) -> tuple[DetailLine, ...]:
    """The small lines below the title, from above; made once, however wide the box is."""
    if id(node) not in subject.made_details:
        over, at = subject.overlay and subject.overlay.box(node.id), subject.annotations.at.get(node.id, ())
        first = (DetailLine(one.text, one.kind) for one in over.annotations) if over else ()
        rows = _rows(node, subject, at, over.rows if over else None)
        subject.made_details[id(node)] = node, (*first, *rows)
    return subject.made_details[id(node)][1]


def in_words(spots: Iterable[Node | Arrow]) -> str:
    """Nodes and arrows by their titles: ``Färre besök; Ovana → Tar själv``."""
    return "; ".join(
        title_of(spot) if isinstance(spot, Node) else f"{title_of(spot.source)} → {title_of(spot.target)}"
        for spot in spots
    )


def _rows(
    node: Node, subject: Subject, annotations: tuple[Annotation, ...], only: frozenset[str] | None = None
) -> Iterator[DetailLine]:
    """The values of all rows, or of ``only`` these, and after each the annotations of its row."""
    for slot, value in _VALUES.items():
        shown = node.type in _SHOWN.get(slot, ()) and (only is None or slot in only)
        text = value(node, subject) if shown else ""
        if text:
            yield DetailLine(text, _SIGNS.get(slot, ""), spoken=slot not in _TOLD_BY_ARROWS)
        if shown and slot == "indicator" and subject.chain.stage is Stage.FOLLOW_UP:
            for said, mark in standing_of(node, subject.graph, subject.words, subject.today):
                yield DetailLine(said, mark)
        if slot == "offers" and (only is None or slot in only):
            yield from _offers(node, subject)
        for one in annotations:
            told = one.of_standing and subject.chain.stage is Stage.FOLLOW_UP
            if one.slot == slot and not one.noun and not told:
                yield DetailLine(one.text, one.kind)
    for kind in ("missing", "soft"):
        if text := missing_of(annotations, kind, subject.words):
            yield DetailLine(text, kind)


def _offers(node: Node, subject: Subject) -> Iterator[DetailLine]:
    """The numbers of the opportunities that may lead to a box, and of those that may follow from it."""
    if node.type is NodeType.OPPORTUNITY:
        return
    graph, words = subject.graph, subject.words
    for key, arrows in (
        ("offered", graph.entering.get(node.id, ())),
        ("offers", graph.leaving.get(node.id, ())),
    ):
        found = [
            (str(subject.numbers[end]), arrow)
            for arrow in arrows
            if (end := arrow.source.id if key == "offered" else arrow.target.id) in subject.numbers
        ]
        for said in dict.fromkeys(status_of(arrow, subject) for _, arrow in found):
            numbers = tuple(number for number, arrow in found if status_of(arrow, subject) == said)
            text = words.say("lines", key)
            yield DetailLine(f"{text} ({said})" if said else text, numbers=numbers, spoken=False)


def status_of(arrow: Arrow, subject: Subject) -> str:
    """What has become of an arrow in words, in the picture of a change; "" where it is as it was."""
    status = subject.overlay.status(arrow.ends) if subject.overlay else Status.KEPT
    return "" if status is Status.KEPT else subject.words.word("arrow", status)


def ends_of(arrows: Iterable[Arrow], subject: Subject, *, heads: bool) -> str:
    """The titles of what is at the heads, or else the tails, of arrows, with the status of each arrow."""
    return "; ".join(
        _end(arrow, title_of(arrow.target if heads else arrow.source), subject) for arrow in arrows
    )


def _end(arrow: Arrow, title: str, subject: Subject) -> str:
    strength = arrow.link.strength
    link = subject.words.word("legend", strength) if strength else ""
    said = ", ".join(part for part in (link, status_of(arrow, subject)) if part)
    return f"{title} ({said})" if said else title


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _perspective(node: Node, subject: Subject) -> str:
    if not node.perspective:
        return ""
    renamed = one_line(subject.chain.about.perspectives.get(node.perspective, ""))
    return renamed or subject.words.word("perspective", node.perspective)


def _nothing(node: Node, subject: Subject) -> str:
    return ""


def _needed(node: Node, subject: Subject) -> str:
    spots = in_words(subject.graph.resolve_all(node.needed_for))
    return subject.words.say("lines", "needed_for", places=spots) if spots else ""


def _who(node: Node, subject: Subject) -> str:
    words = subject.words
    due = words.say("lines", "due", due=node.due.written) if node.due else ""
    met = "" if node.met is None else words.word("lines", "met" if node.met else "unmet")
    return _dotted(one_line(node.who or node.owner), due, met)


def _owner(node: Node, subject: Subject) -> str:
    owner = one_line(node.owner)
    if not owner or (node.type in _HAMPERING and node.actions):
        return ""
    return subject.words.say("lines", "owner", owner=owner)


def _size(node: Node, subject: Subject) -> str:
    worth = subject.worths.get(node.id)
    return worth or (subject.words.word("size", node.size) if node.size else "")


def _consequence(node: Node, subject: Subject) -> str:
    reached = [found for link in node.links if (found := subject.graph.find(link.target).node)]
    parts = [one_line(node.consequence), *(title_of(drawback) for drawback in reached)]
    text = "; ".join(part for part in parts if part)
    return subject.words.say("lines", "consequence", consequence=text) if text else ""


def _requires(node: Node, subject: Subject) -> str:
    requires = one_line(node.requires)
    return subject.words.say("lines", "requires", requires=requires) if requires else ""


def _leads(node: Node, subject: Subject) -> str:
    titles = ends_of(subject.graph.leaving.get(node.id, ()), subject, heads=True)
    return subject.words.say("lines", "leads", titles=titles) if titles else ""


def _follows(node: Node, subject: Subject) -> str:
    titles = ends_of(subject.graph.entering.get(node.id, ()), subject, heads=False)
    return subject.words.say("lines", "follows", titles=titles) if titles else ""


def _action(node: Node, subject: Subject) -> str:
    whats = [_with_done(action, subject.words) for action in node.actions]
    return subject.words.say("lines", "action", n=len(whats), actions="; ".join(whats)) if whats else ""


def _with_done(action: Action, words: PictureWords) -> str:
    what, done = one_line(action.what), action.done
    if done is None:
        return what
    if isinstance(done, bool):
        return words.say("lines", "done" if done else "undone", action=what)
    return words.say("lines", "done_on", action=what, done=done.written)


def _indicator(node: Node, subject: Subject) -> str:
    if subject.chain.stage is Stage.FOLLOW_UP:
        return ""  # each has lines of its own
    titles = [one_line(one.title) or one_line(one.id) for one in node.indicators]
    joined = "; ".join(titles)
    return subject.words.say("lines", "indicator", n=len(titles), indicators=joined) if titles else ""


def _uncertain(node: Node, subject: Subject) -> str:
    text = one_line(node.uncertain)
    return subject.words.say("lines", "uncertain", text=text) if text else ""


_VALUES: Mapping[str, Callable[[Node, Subject], str]] = {
    "head": _nothing,
    "offers": _nothing,
    "needed": _needed,
    "who": _who,
    "adopted": lambda node, _: one_line(node.adopted_in),
    "owner": _owner,
    "size": _size,
    "consequence": _consequence,
    "requires": _requires,
    "leads": _leads,
    "follows": _follows,
    "elsewhere": lambda node, subject: said_elsewhere(node, subject.words),
    "action": _action,
    "indicator": _indicator,
    "uncertain": _uncertain,
    "rest": _nothing,
}
"""Row → its value, in the order of the rows; those without a value hold annotations only."""

_SIGNS = {"uncertain": "uncertain"}
"""Row → the sign of its value, if it has one."""

_TOLD_BY_ARROWS = frozenset({"leads", "follows"})
"""The rows that say the same as the arrows of the box."""

_CHAIN = (NodeType.CHANGE, NodeType.EFFECT, NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.GOAL)
_HAMPERING = (NodeType.OBSTACLE, NodeType.RISK)
_SHOWN: Mapping[str, tuple[NodeType, ...]] = {
    "needed": (NodeType.PRECONDITION,),
    "who": (NodeType.PRECONDITION,),
    "adopted": (NodeType.GOAL,),
    "owner": (*_CHAIN, *_HAMPERING),
    "size": (NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.COST),
    "consequence": (NodeType.RISK,),
    "requires": (NodeType.OPPORTUNITY,),
    "leads": (NodeType.OPPORTUNITY,),
    "follows": (NodeType.OPPORTUNITY,),
    "action": _HAMPERING,
    "indicator": _CHAIN,
    "elsewhere": (*_CHAIN, NodeType.RISK, NodeType.OPPORTUNITY),
    "uncertain": tuple(NodeType),
}
"""Row → the types of nodes whose boxes have its value."""
