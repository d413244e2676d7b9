"""Boxes → the sections and texts that tell all that the chain says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.documents.blocks import facts_of
from nyttokedja.documents.model import Block, Section
from nyttokedja.documents.source import Source
from nyttokedja.documents.states import action_state
from nyttokedja.documents.tables import dated, tabled
from nyttokedja.drawing.content.details import head_of, title_of, type_of
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import Node
from nyttokedja.model.pointers import Reference
from nyttokedja.reports.chain_facts import Fact

_ELSEWHERE = frozenset({"actions", "indicators", "value", "needs_all"})
"""What is told of a box in tables and sections of its own; what it is worth is told by the calculation."""
_MARKS = frozenset({"behaviour", "effect_goal"})
"""What says what a box is called."""


def card(source: Source, node: Node, without: frozenset[str] = frozenset()) -> Section:
    """All that is said of a box, but for the keys that are told elsewhere."""
    blocks, name = tuple(_blocks(source, node, without)), f"box-{source.numbers[node.id]}"
    return Section(name, title_of(node), blocks, tuple(_measured(source, node, name)))


def cards(
    source: Source, nodes: Iterable[Node], without: frozenset[str] = frozenset()
) -> tuple[Section, ...]:
    """The cards of boxes of which there is anything to tell besides their titles."""
    made = (card(source, node, without) for node in nodes)
    return tuple(one for one in made if one.blocks or one.sections)


def _blocks(source: Source, node: Node, without: frozenset[str]) -> Iterator[Block]:
    facts = source.facts.nodes.get(node.id, ())
    told = [fact for fact in facts if fact.key not in _ELSEWHERE | _MARKS | without]
    rows = [(fact.label, written(source, fact)) for fact in told]
    if "kind" not in without and is_marked(source, node):
        rows.insert(0, (source.word("columns", "kind"), kind(source, node)))
    if "value" not in without and (worth := source.subject.worths.get(node.id)):
        rows.append((source.word("labels", "worth"), worth))
    rows += [(fact.label, fact.value) for fact in facts if fact.key == "indicators" and not fact.facts]
    yield from facts_of(rows)
    if "actions" not in without:
        yield from actions_table(source, [node], source.word("labels", "actions"))


def _measured(source: Source, node: Node, name: str) -> Iterator[Section]:
    """A section for each of its indicators of which more is said than its title."""
    facts = source.facts.nodes.get(node.id, ())
    found = (fact for fact in facts if fact.key == "indicators" and fact.facts)
    for n, fact in enumerate(found, 1):
        rows = ((one.label, written(source, one)) for one in fact.facts)
        yield Section(f"{name}-{n}", f"{fact.label}: {fact.value}", tuple(facts_of(rows)))


def written(source: Source, fact: Fact) -> str:
    """A fact in words, with those that belong to it."""
    value = fact.value or " → ".join(named(source, id) for id in fact.targets)
    rest = "; ".join(f"{one.label[:1].lower()}{one.label[1:]}: {written(source, one)}" for one in fact.facts)
    return f"{value} ({rest})" if value and rest else value or rest


def named(source: Source, id: str) -> str:
    """The title of the box that an id names; the id itself, where none has it."""
    found = source.graph.find(id).node
    return title_of(found) if found else id


def titles(nodes: Iterable[Node]) -> str:
    """The titles of boxes, each on a line of its own."""
    return "\n".join(title_of(node) for node in nodes)


def spots(source: Source, references: Iterable[Reference]) -> str:
    """The titles of what is pointed at, boxes and arrows, each on a line of its own."""
    ends = ((one.target,) if one.source is None else (one.source, one.target) for one in references)
    return "\n".join(" → ".join(named(source, id) for id in each) for each in ends)


def kind(source: Source, node: Node) -> str:
    """The type of a box in words."""
    return type_of(node, source.words)


def is_marked(source: Source, node: Node) -> bool:
    """Whether it is called something else than its type is."""
    return kind(source, node) != source.words.word("boxes", node.type.value)


def receiver(source: Source, node: Node) -> str:
    """Whom a benefit or a drawback falls to."""
    renamed = source.chain.about.perspectives.get(node.perspective, "")
    perspective = renamed or (source.words.word("perspective", node.perspective) if node.perspective else "")
    return "\n".join(part for part in (perspective, node.receiver) if part)


def category(source: Source, node: Node) -> str:
    """The category of a box; what a cost or a drawback takes is not freed."""
    return head_of(node, source.subject).split(" · ")[0] if node.category else ""


def worth(source: Source, node: Node) -> str:
    """What a box is worth: in figures, else as a size; "" where it has no value."""
    size = words(source.said.language).value(node.size, "size") if node.size else ""
    return source.subject.worths.get(node.id) or size


# -- actions ----------------------------------------------------------------------------------------------


def actions_table(source: Source, nodes: Iterable[Node], caption: str = "") -> Iterator[Block]:
    """What is to be done at boxes, by whom and when, and how it stands."""
    nodes = list(nodes)
    at = ("at",) if len(nodes) > 1 else ()
    rows = (
        (
            action.what,
            *((title_of(node),) if at else ()),
            action.who or node.owner,
            dated(action.due),
            action_state(source, action),
        )
        for node in nodes
        for action in node.actions
    )
    yield from tabled(source, ("action", *at, "who", "due", "state"), rows, caption)
