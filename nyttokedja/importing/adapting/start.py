"""A reference, and what a workshop says → a chain of the workshop's own to go on with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.importing.adapting.adapted import Adapted
from nyttokedja.importing.returning.said import Box, Data, boxes, has_field, notes, with_ids
from nyttokedja.model.chain import LEADS_TO, POINTERS, SECTIONS
from nyttokedja.model.ids import UniqueIds

_KEPT = frozenset(
    {
        *("title", "text", "tags", "behaviour", "category", "perspective", "for", "use", "beside"),
        *("requires", "consequence", "timing", LEADS_TO, *POINTERS),
    }
)
"""What a reference says of a box that holds elsewhere too: who answers, when and how much does not."""


def started(reference: Mapping[str, Any], workshop: Mapping[str, Any], found: Adapted) -> tuple[Data, Data]:
    """The chain to start from, and the workshop's own with the ids that it has there.

    The chain has the boxes and arrows of the reference, and what the workshop says besides. Of what they say
    otherwise, the reference's stands.
    """
    ids = {**found.ids, **_new_ids(reference, found)}
    named = with_ids(workshop, ids)
    origin = str(reference["title"])
    nodes = {box.id: (box.section, _from_reference(box, origin)) for box in boxes(reference)}
    for box in boxes(named):
        if box.id in nodes:
            section, fields = nodes[box.id]
            nodes[box.id] = section, _joined(fields, box, section)
        else:
            nodes[box.id] = box.section, dict(box.fields)
    chain: Data = {key: value for key, value in named.items() if key not in SECTIONS and key != "notes"}
    chain |= {"nyttokedja": 1, "stage": "draft"}
    for section in SECTIONS:
        if held := {id: fields for id, (where, fields) in nodes.items() if where == section}:
            chain[section] = held
    if list(notes(named)):
        chain["notes"] = named["notes"]
    return chain, named


def _new_ids(reference: Mapping[str, Any], found: Adapted) -> Mapping[str, str]:
    """The ids of the workshop's own boxes, where a box of the reference has theirs."""
    unique = UniqueIds()
    for box in boxes(reference):
        unique.keep(box.id)
    return {box.id: box.id if unique.keep(box.id) else unique.make(box.title) for box in found.local}


def _from_reference(box: Box, origin: str) -> Data:
    kept = {key: value for key, value in box.fields.items() if key in _KEPT}
    return {**kept, "origin": origin}


def _joined(fields: Data, box: Box, section: str) -> Data:
    """What the reference says of a box, and what the workshop says besides."""
    joined = dict(fields)
    for key, value in box.fields.items():
        if not has_field(section, key):
            continue
        if key in (LEADS_TO, *POINTERS):
            held = list(joined.get(key, ()))
            joined[key] = [*held, *_further(held, value)]
        else:
            joined.setdefault(key, value)
    return joined


def _further(held: list[Any], more: list[Any]) -> Iterator[Any]:
    there = {_target(one) for one in held}
    yield from (one for one in more if _target(one) not in there)


def _target(one: Any) -> Any:
    return one["to"] if isinstance(one, dict) else one
