"""Canonical parts → the normal form of a chain: plain data without short forms.

Two files that say the same have the same normal form, however they are laid out: the order of sections,
fields and what has an id of its own does not count when dicts are compared.
"""

from __future__ import annotations

from typing import Any

from nyttokedja.language.forms import NAMED_BY_ID, ONE_OR_SEVERAL, Form, alone_key, root_form
from nyttokedja.model.chain import title_from
from nyttokedja.model.ids import ARROW
from nyttokedja.reading.parts import MappingPart, plain


def normal_form(root: MappingPart) -> dict[str, Any]:
    """The normal form of a file in canonical words."""
    data: dict[str, Any] = _long(plain(root), root_form(), "")
    return data


def _long(data: Any, form: Form | None, key: str) -> Any:
    """Data without short forms; ``form`` and ``key`` are those of its place."""
    if form is None:
        return data
    if form.name in ONE_OR_SEVERAL and isinstance(data, str | dict):
        data = [data]
    if isinstance(data, list):
        return [_long(item, form.item, "") for item in data]
    if form.name == "reference" and isinstance(data, str):
        return " -> ".join(ARROW.split(data.strip()))
    if not isinstance(data, dict) and (alone := alone_key(form)):
        data = {} if data is None else {alone: data}
    if not isinstance(data, dict):
        return data
    held = {name: _long(value, form.within(name), name) for name, value in data.items()}
    if form.name in NAMED_BY_ID and held.get("title") == title_from(key):
        del held["title"]
    return {name: value for name, value in held.items() if not _says_nothing(name, value, form)}


def _says_nothing(name: str, value: Any, form: Form) -> bool:
    """Whether a field is empty and need not be there; what stands under an id is something all the same."""
    known = name in form.schema.get("properties", {}) and name not in form.schema.get("required", ())
    return known and value in (None, {}, [])
