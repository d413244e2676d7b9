"""Keys that stand where only ids or texts may: indented too little or too much, or lost in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from nyttokedja.language.forms import Form
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.model.chain import NAMING
from nyttokedja.model.findings import Fault
from nyttokedja.model.ids import ARROW, as_id
from nyttokedja.model.spelling import fold
from nyttokedja.reading.parts import Entry, MappingPart, Part, ScalarPart, span_of

_TIGHT = re.compile(r"(\w+(?:[ _]\w+){0,2}):(?!//)(\S.*)", re.DOTALL)
_IN_TEXT = frozenset(NAMING) - {"at"}
"""The keys that name nodes and may be known inside a title: `at` is a preposition in every language."""
_OTHER_SIGN = re.compile(rf"(\w+(?:[ _]\w+){{0,2}}) ?(?:{ARROW.pattern}|[;：=])\s*(\S.*)", re.DOTALL)
_LONG_ENOUGH = 5
"""A shorter word (`use`, `size`, `när`) may well be the id of a node."""


def misplaced(
    key: ScalarPart, value: Part, before: Sequence[Entry], section: Form, keys: str
) -> Fault | None:
    """The fault of a key in a section that is no id, if it is none: a node's key, or another section.

    ``before`` are the entries above it, ``keys`` the language of the file's keys.
    """
    node = section.within(key.value)
    assert node is not None
    own = _words_of(keys, node.name)
    if key.written in own and len(key.written) >= _LONG_ENOUGH and before:
        holds = isinstance(value, MappingPart)
        if (not holds or own[key.written] == "indicators") and _can_hold(before[-1].value):
            shown = {"key": key.written, "node": before[-1].key.written}
            return Fault("unknown-key", span_of(key), "indent", shown)
    tops = _words_of(keys, "chain")
    if key.written in tops and (isinstance(value, MappingPart) or _can_hold(value)):
        inside = {entry.key.value for entry in value.entries} if isinstance(value, MappingPart) else set()
        if not inside & set(node.keys):
            return Fault("unknown-key", span_of(key), "dedent", {"key": key.written})
    return None


@cache
def _words_of(keys: str, form: str) -> Mapping[str, str]:
    """The words for the keys of the whole file or of a `$def`, in a language, and what they stand for."""
    schema = canonical() if form == "chain" else canonical()["$defs"][form]
    return {words(keys).key(name, form): name for name in schema["properties"]}


def unnamed(part: MappingPart, section: Form) -> tuple[int, Fault | None]:
    """How many of a section's entries belong to boxes without a name, and the fault of that.

    They are first in the section, and begin with a title.
    """
    node = section.within("")
    assert node is not None
    count = next(
        (n for n, (key, _) in enumerate(part.entries) if key.value not in node.keys), len(part.entries)
    )
    title = part.entries[0] if count else None
    if title is None or node.keys[title.key.value] != "title" or not isinstance(title.value, ScalarPart):
        return 0, None
    if title.value.value is None:
        return 0, None
    text = title.value.written
    shown = {"key": title.key.written, "id": as_id(text)}
    return count, Fault("unknown-key", span_of(title.key), "no-name", shown)


def _can_hold(part: Part) -> bool:
    return isinstance(part, MappingPart) or (isinstance(part, ScalarPart) and part.value is None)


def key_in_text(part: ScalarPart, node: Form, ids: Collection[str]) -> Fault | None:
    """The fault of a node's title that begins with a key, its colon or its space forgotten.

    A title may well begin with the words of a key; it is one only where one of the chain's ``ids``
    follows, all of them folded.
    """
    text = str(part.value)
    if (match := _TIGHT.fullmatch(text)) and match[1].replace(" ", "_") in node.keys:
        shown = {"key": match[1].replace(" ", "_"), "text": match[2]}
        return Fault("unknown-key", span_of(part), "no-space", shown)
    if (match := _OTHER_SIGN.fullmatch(text)) and match[1].replace(" ", "_") in node.keys:
        shown = {"key": match[1].replace(" ", "_"), "text": match[2]}
        return Fault("unknown-key", span_of(part), "no-colon", shown)
    folded = text.casefold()
    for word, name in node.keys.items():
        if name in _IN_TEXT and folded.startswith((word.replace("_", " ") + " ", f"{word} ")):
            rest = text[len(word) + 1 :]
            if fold(rest) in ids:
                return Fault("unknown-key", span_of(part), "no-colon", {"key": word, "text": rest})
    return None
