"""An everyday word that stands where it cannot → what it is called here, and where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.model.chain import SECTIONS
from nyttokedja.reading.schema_errors.error import At, meanings

_TOLD = frozenset(SECTIONS) | {
    *("owner", "actions", "indicators", "for", "now", "new", "perspectives"),
    *("baseline", "target", "unit", "source", "every", "measured_by", "judged_by", "measurements"),
    "scale",
}
"""The keys that people have other words for, and put in other places."""
_LONG_ENOUGH = 3
"""A shorter word (`a`, `b`) may well be the id of a box."""
_NODES = tuple(kind.value for kind in SECTIONS.values())
_AT_NODE = ("indicator", *_NODES, "chain", "about", "alternatives")
_AT_TOP = ("alternatives", "about", "chain", *_NODES, "indicator")


class Place(NamedTuple):
    """Where a word belongs: a variant of the finding, and what that says."""

    variant: str
    shown: Mapping[str, Any]


def place_of(written: str, at: At) -> Place | None:
    """Where a word of everyday speech belongs, and what it is called there; None for any other word."""
    if len(written) < _LONG_ENOUGH:
        return None
    if at.form.name == "chain" and (own := _of_about(written, at)):
        return own
    said = [meaning for meaning in meanings(written, at.keys) if meaning in _TOLD]
    for form in _AT_NODE if at.form.name in (*_NODES, "indicator") else _AT_TOP:
        meaning = next((meaning for meaning in said if meaning in _keys_of(form)), None)
        if meaning is not None and form != at.form.name:
            return _place(meaning, form, at)
    return None


def _of_about(written: str, at: At) -> Place | None:
    """Where a key of what is said of the whole chain belongs, that stands beside it."""
    forms = ("about", "alternatives")
    spoken = {words(at.keys).key(key, form): (key, form) for form in forms for key in _keys_of(form)}
    return _place(*spoken[written], at) if written in spoken else None


def _place(meaning: str, form: str, at: At) -> Place:
    own = words(at.keys)
    meant = own.key(meaning, form)
    if form == "indicator":
        return Place("of-indicator", {"meant": meant})
    if form == "chain":
        return Place("of-chain", {"meant": meant})
    if form in ("about", "alternatives"):
        return Place("of-about", {"meant": meant, "place": own.key(form)})
    return Place("of-box", {"meant": meant, "owners": tuple(_having(meaning))})


def _having(meaning: str) -> Iterator[str]:
    return (node for node in _NODES if meaning in _keys_of(node))


def _keys_of(form: str) -> Mapping[str, Any]:
    schema = canonical() if form == "chain" else canonical()["$defs"][form]
    properties: Mapping[str, Any] = schema["properties"]
    return properties
