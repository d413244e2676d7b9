"""What a chain file says → Tree: its facts, boxes and lists by what each is known by, fit to be merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from nyttokedja.language.forms import Form, root_form
from nyttokedja.model.chain import POINTERS, SECTIONS
from nyttokedja.reading.parsed import Parsed

TYPE = ""
"""Under this key, which no field has, a box holds the section that it stands in."""

_KNOWN_BY = {
    "link": "to",
    "action": "what",
    "note": "text",
    "comparison": "what",
    "approval": "role",
    "success_story": "text",
}


class Listed(dict[Any, Any]):
    """A list by what its items are known by, in its order."""


class Whole(NamedTuple):
    """Something that is not looked into: it is the same, or it is not."""

    value: Any


class Tree(NamedTuple):
    """The facts about the chain itself, and its boxes by their ids."""

    facts: dict[str, Any]
    nodes: dict[str, dict[str, Any]]


def tree_of(parsed: Parsed) -> Tree | None:
    """The tree of a file; None where it is not valid by the schema, or two boxes have one id."""
    said = parsed.normal_form if parsed.is_sound else None
    return None if said is None else tree_of_data(said)


def tree_of_data(said: Mapping[str, Any]) -> Tree | None:
    """The tree of a chain's normal form; None where two boxes have one id."""
    nodes: dict[str, dict[str, Any]] = {}
    for section in SECTIONS:
        form = root_form().within(section)
        held = said.get(section)
        for id, node in held.items() if isinstance(held, dict) else ():
            if id in nodes:
                return None
            nodes[id] = {TYPE: section, **_keyed(node, form and form.within(id))}
    facts = {key: value for key, value in said.items() if not isinstance(value, dict) or key not in SECTIONS}
    return Tree(_keyed(facts, root_form()), nodes)


def said_by(tree: Tree) -> dict[str, Any]:
    """The normal form of a chain that says what a tree says."""
    said = dict(data_of(tree.facts))
    for id, node in tree.nodes.items():
        said.setdefault(node[TYPE], {})[id] = data_of(node)
    return said


def _keyed(data: Any, form: Form | None) -> Any:
    if form is None:
        return Whole(data)
    if isinstance(data, dict):
        return {key: _keyed(value, form.within(key)) for key, value in data.items()}
    if isinstance(data, list):
        items = [(_known_by(item, form.item), _keyed(item, form.item)) for item in data]
        listed = Listed(items)
        return listed if len(listed) == len(items) else Whole(data)
    return data


def _known_by(item: Any, form: Form | None) -> Any:
    if not isinstance(item, dict):
        return item
    if form and form.name == "acceptance":
        return item["rule"], tuple(item["at"])
    if form and form.name == "converted":
        return item.get("kind"), item.get("year")
    return item.get(_KNOWN_BY[form.name if form else ""])


def data_of(held: Any) -> Any:
    """A part of a tree as plain data again."""
    if isinstance(held, Whole):
        return held.value
    if isinstance(held, Listed):
        return [data_of(item) for item in held.values()]
    if isinstance(held, dict):
        return {key: data_of(value) for key, value in held.items() if key != TYPE}
    return held


def in_one_order(one: Tree, other: Tree) -> bool:
    """Whether the boxes that two trees have in the same sections come in the same order there."""

    def order(tree: Tree, beside: Tree) -> list[tuple[str, str]]:
        held = [(node[TYPE], id) for id, node in tree.nodes.items()]
        return [(section, id) for section, id in held if beside.nodes.get(id, {}).get(TYPE) == section]

    return order(one, other) == order(other, one)


def dangling(tree: Tree) -> frozenset[tuple[str, str]]:
    """The arrows and pointers to no box: the id of their holder ("" for a decision), and the id named."""
    return frozenset((holder, id) for holder, id in _named(tree) if id not in tree.nodes)


def _named(tree: Tree) -> Iterator[tuple[str, str]]:
    for holder, node in tree.nodes.items():
        yield from ((holder, str(to)) for to in _each(node.get("leads_to"), "to"))
        for field in POINTERS:
            yield from ((holder, id) for text in _each(node.get(field), "") for id in text.split(" -> "))
    for decision in _each(tree.facts.get("accepted"), ""):
        yield from (("", id) for text in decision["at"] for id in str(text).split(" -> "))
    handover = tree.facts.get("handover") or {}
    told = [*_each(handover.get("followed_up"), "")]
    told += [text for story in _each(tree.facts.get("success_stories"), "") for text in _told_at(story)]
    yield from (("", id) for text in told for id in str(text).split(" -> "))


def _told_at(story: Any) -> list[Any]:
    return list(story.get("at", ())) if isinstance(story, dict) else []


def _each(held: Any, key: str) -> list[Any]:
    items = data_of(held) or []
    return [item[key] for item in items] if key else items
