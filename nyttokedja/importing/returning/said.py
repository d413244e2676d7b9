"""What a chain says, as plain data in its normal form with every title: what imports are compared as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import LEADS_TO, POINTERS, SECTIONS, title_from
from nyttokedja.model.ids import ARROW
from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.merging.tree import Tree, tree_of_data
from nyttokedja.writing.chain_file import to_yaml

Data = dict[str, Any]


class Box(NamedTuple):
    """A box, with what it is known by."""

    id: str
    section: str
    fields: Mapping[str, Any]

    @property
    def title(self) -> str:
        """Its words."""
        return str(self.fields["title"])


def parsed_of(data: Mapping[str, Any]) -> Parsed:
    """Plain canonical data as a file that has been read."""
    return Parsed(to_yaml(data, "en").encode())


def said_by_file(parsed: Parsed) -> Data | None:
    """What a file says; None where it is not valid by the schema."""
    said = parsed.normal_form if parsed.is_sound else None
    return None if said is None else with_titles(said)


def with_titles(said: Mapping[str, Any]) -> Data:
    """A normal form with the title of every box, also where its id says it."""
    full = dict(said)
    for section in SECTIONS.keys() & said.keys():
        if isinstance(said[section], dict):
            nodes = {id: {"title": title_from(id), **(node or {})} for id, node in said[section].items()}
            full[section] = nodes
    return full


def boxes(said: Mapping[str, Any]) -> Iterator[Box]:
    """The boxes of a chain, in the order of their sections."""
    for section in SECTIONS:
        held = said.get(section)
        yield from (Box(id, section, node) for id, node in held.items()) if isinstance(held, dict) else ()


def notes(said: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a chain's notes."""
    return (str(note["text"]) for note in said.get("notes", ()))


def with_ids(said: Mapping[str, Any], ids: Mapping[str, str]) -> Data:
    """A chain with boxes called something else, wherever they are named."""
    if all(old == new for old, new in ids.items()):
        return dict(said)
    renamed = dict(said)
    for section in SECTIONS.keys() & said.keys():
        if isinstance(said[section], dict):
            renamed[section] = {ids.get(id, id): _with_ids(node, ids) for id, node in said[section].items()}
    if "accepted" in said:
        renamed["accepted"] = [
            {**one, "at": [_spot(spot, ids) for spot in one["at"]]} for one in said["accepted"]
        ]
    return renamed


def _with_ids(node: Mapping[str, Any], ids: Mapping[str, str]) -> Data:
    named = dict(node)
    if LEADS_TO in node:
        named[LEADS_TO] = [{**link, "to": ids.get(link["to"], link["to"])} for link in node[LEADS_TO]]
    for key in POINTERS.keys() & node.keys():
        named[key] = [_spot(spot, ids) for spot in node[key]]
    return named


def _spot(spot: str, ids: Mapping[str, str]) -> str:
    return " -> ".join(ids.get(id, id) for id in ARROW.split(spot))


def tree(said: Mapping[str, Any]) -> Tree:
    """What a chain says as a tree, each note once."""
    if held := said.get("notes"):
        said = {**said, "notes": list({note["text"]: note for note in reversed(held)}.values())[::-1]}
    once = tree_of_data(said)
    assert once is not None, "what is in its normal form is valid"
    return once


def has_field(section: str, key: str) -> bool:
    """Whether boxes of a section have a field."""
    form = root_form().within(section)
    node = form and form.within("")
    return node is not None and (key.startswith("x-") or key in node.schema["properties"])
