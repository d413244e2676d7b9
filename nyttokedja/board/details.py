"""A box, or the chain itself → the form in which people fill in what it says: a field for each plain fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.editing.document import Document
from nyttokedja.editing.lookup import locate
from nyttokedja.editing.orders.values import kinds_of
from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.field_help import field_help
from nyttokedja.language.forms import POINTING, Form
from nyttokedja.reading.parts import ListPart, Part, ScalarPart

_PLAIN = frozenset({"string", "number", "integer", "boolean", "null"})
_OF_FILE = frozenset({"nyttokedja", "language", "origin"})
"""What is the file's own business, not that of the people at the wall."""
_LISTED = "tags"
"""The field that holds several words, with commas between them."""
_LONG = frozenset({"text", "size_because", "consequence", "requires"})
"""What is written in sentences, on several lines."""


def details_of(document: Document, id: str, language: str) -> Iterator[Mapping[str, Any]]:
    """The fields of a box in the order of the format, each with what stands there now.

    Args:
        document: the file.
        id: that of the box; "" for the chain itself.
        language: that of the words for fields and listed values.

    Raises:
        CannotEdit: there is no such box.
    """
    holder = locate(document, id, ())[0].form
    assert holder is not None
    for key in holder.schema["properties"]:
        form = holder.within(key)
        if form is None or key in _OF_FILE or (id and key == "title") or not _is_plain(form):
            continue  # a title has its own place
        here, rest = locate(document, id, (key,))
        value = None if rest else _shown(here.part, form, language)
        if value is not None or rest:
            yield {
                "key": key,
                **field_help(holder, form, language),
                "value": value or "",
                "choices": _choices(form, language),
                "long": key in _LONG,
            }


def _is_plain(form: Form) -> bool:
    if form.name in POINTING:
        return False
    kinds = kinds_of(form.schema)
    if "array" in kinds:
        return form.key == _LISTED
    return set(kinds) <= _PLAIN


def _shown(part: Part, form: Form, language: str) -> str | None:
    """What stands there, in words; None where it is more than a field can hold."""
    if isinstance(part, ListPart) and form.key == _LISTED:
        items = [_shown(item, form, language) for item in part.items]
        return ", ".join(item for item in items if item) if None not in items else None
    if not isinstance(part, ScalarPart):
        return None
    if isinstance(part.value, bool):
        return str(form.truth(part.value, language))
    if isinstance(part.value, float) and language != CANONICAL:
        return str(part.value).replace(".", ",")
    return "" if part.value is None else form.word(str(part.value), language)


def _choices(form: Form, language: str) -> list[str]:
    truths = [str(form.truth(value, language)) for value in (True, False)] if form.takes_truth else []
    return [form.word(value, language) for value in form.listed] + truths
