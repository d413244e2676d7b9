"""Canonical data of a chain → the same chain in the format's short forms, still as canonical data.

A node whose title is what its id says needs none; a node, note, action or indicator that is only its
text is that text; a list of one arrow or pointer is the one. The chain that is read is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.chain import SECTIONS, title_from
from nyttokedja.vocabulary import Form, root_form

_ALONE = {
    "link": "to",
    "leads_to": "to",
    "action": "what",
    "note": "text",
    "level": "value",
    "measurement": "value",
}
_TITLED = frozenset({kind.value for kind in SECTIONS.values()} | {"indicator"})
_ONE_OR_SEVERAL = frozenset({"leads_to", "references"})


def shortened(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a whole chain in its short forms."""
    return {key: _short(value, root_form().within(key), key) for key, value in data.items()}


def _short(value: Any, form: Form | None, key: str) -> Any:
    if form is None:
        return value
    if isinstance(value, list):
        items = [_short(item, form.item, key) for item in value]
        return items[0] if form.name in _ONE_OR_SEVERAL and len(items) == 1 else items
    if isinstance(value, dict):
        held = {name: _short(part, form.within(name), name) for name, part in value.items()}
        return _mapping(held, form, key)
    if form.name in _TITLED and value == title_from(key):
        return None
    if form.name == "date" and isinstance(value, int):
        return str(value)  # as a year is read
    return value


def _mapping(held: dict[str, Any], form: Form, key: str) -> Any:
    if form.name in _TITLED:
        held = {name: value for name, value in held.items() if (name, value) != ("title", title_from(key))}
        if not held:
            return None
        return held["title"] if list(held) == ["title"] else held
    alone = _ALONE.get(form.name, "")
    return held[alone] if list(held) == [alone] else held
