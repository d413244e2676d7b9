"""Keys inside a text that stands on one line: what may be an entry of its own, ``Less stress, leads_to: x``.

The format's words are everyday words, and a title may hold one before a colon (``The board's goals: fewer``).
A key is an entry only where it may stand beside the text, and what follows can be its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.forms import TITLED, Form, root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.model.ids import is_id
from nyttokedja.reading.quoting_hints import quoted

_KEY = re.compile(r"(?:^|([,;]?)[ \t]+)(\w+)[ \t]*:(?=[ \t])")
_NOT_BARE = re.compile(r"^[^\w(]|[,\[\]{}#]|:(?:\s|$)")
_CLOSED = ('""', "''", "[]", "{}")
_POINTING = frozenset({"leads_to", "references", "reference", "to", "link"})


class InlineEntry(NamedTuple):
    """A key in a text: the column where the text before it ends, its own, and what stands between.

    ``sign`` is ``,`` or ``;``, or "" where nothing but space parts it from the text before it.
    """

    before: int
    at: int
    key: str
    sign: str

    @property
    def is_sure(self) -> bool:
        """Whether it can be nothing else: it begins the text, or a comma parts it from that."""
        return bool(self.sign) or self.at == 0


def inline_entries(key: str, text: str) -> tuple[InlineEntry, ...]:
    """The entries that a text holds, which stands under a key of the format or an id."""
    matches = [match for match in _KEY.finditer(text) if any(match[2] in form.keys for form in _beside(key))]
    ends = [*(match.start() for match in matches), len(text)][1:]
    return tuple(
        InlineEntry(match.start(), match.start(2), match[2], match[1] or "")
        for match, end in zip(matches, ends, strict=True)
        if any(_fits(form, match[2], text[match.end() : end].strip()) for form in _beside(key))
    )


def parted(key: str, text: str, found: Sequence[InlineEntry]) -> Iterator[str]:
    """The entries of a text, each as it is written between braces.

    The text before them is the value of the key, or where that is an id the title of what it names.
    """
    ends = [*(entry.before for entry in found), len(text)]
    if title := text[: ends[0]].strip():
        yield f"{key if _holding(key) else _title_beside(found[0].key)}: {_written(title)}"
    for entry, end in zip(found, ends[1:], strict=True):
        value = text[entry.at + len(entry.key) : end].lstrip(" \t")[1:].strip()
        yield f"{entry.key}: {_written(value)}"


def _written(text: str) -> str:
    bare = text[0] + text[-1] in _CLOSED or not _NOT_BARE.search(text)
    return text if bare else quoted(text).removeprefix(": ")


def _title_beside(key: str) -> str:
    """The word for the key of a title in the language of another key."""
    spoken = (
        language
        for language in LANGUAGES
        for form in named_forms()
        for name in form.schema["properties"]
        if words(language).key(name, form.name) == key
    )
    return words(next(spoken, CANONICAL)).key("title")


@cache
def _beside(key: str) -> tuple[Form, ...]:
    """What a text can be a part of that stands under a key."""
    return _holding(key) or tuple(form for form in named_forms() if form.name in TITLED)


def _holding(key: str) -> tuple[Form, ...]:
    return tuple(form for form in (root_form(), *named_forms()) if key in form.keys) if len(key) > 1 else ()


@cache
def named_forms() -> tuple[Form, ...]:
    """The forms that the schema has a name for, and keys."""
    return tuple(Form(held, name) for name, held in canonical()["$defs"].items() if "properties" in held)


def _fits(holder: Form, key: str, text: str) -> bool:
    """Whether a text can be the value of a key."""
    form = holder.within(holder.keys[key]) if key in holder.keys else None
    if form is None or not text:
        return False
    if form.name in _POINTING:
        return "_" in key or is_id(text) or text[0] in "[{"
    if form.values and not form.takes_date:
        return text in form.values
    if form.takes_date or "number" in form.schema.get("type", ()):
        return text[0].isdigit() or text in form.values
    return form.schema.get("type") == "string"
