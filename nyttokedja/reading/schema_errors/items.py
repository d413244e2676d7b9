"""Items of lists: texts with a colon, read as a key and its value; titles under names."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from nyttokedja.language.forms import Form, alone_key
from nyttokedja.model.findings import Span
from nyttokedja.model.ids import as_id
from nyttokedja.reading.entries_in_text import inline_entries
from nyttokedja.reading.parts import Entry, ListPart, MappingPart, Part, ScalarPart
from nyttokedja.reading.quoting_hints import in_braces, quoted
from nyttokedja.reading.schema_errors.error import At, SchemaError

_NOTHING = Entry(ScalarPart("", "", "", 0, 0), ScalarPart(None, "", "", 0, 0))
_MOST = 20
"""So many headings are looked for: enough to speak of them."""


def text_item(at: At, meant: Callable[[str, At], str | None]) -> SchemaError | None:
    """The fault of an item that should be a text and has a colon or a question mark, taken as the text it is.

    Args:
        at: the item.
        meant: (key, item) → the canonical key that a key of the item is a typo of.
    """
    part, form = at.part, at.form
    if not at.path or not isinstance(at.path[-1], int) or not isinstance(part, MappingPart):
        return None
    is_text = "string" in form.schema.get("type", ()) and (
        not form.name or alone_key(form) in ("text", "what")
    )
    if part.flow or not is_text or len(part.entries) != 1:
        return None
    key, value = part.entries[0]
    if part.start < key.start and isinstance(value, ScalarPart) and value.value is None and not key.style:
        text = f"? {key.written}"
        fault = at.fault("wrong-value", "question", text=text, quoted=quoted(text))
        return SchemaError(fault._replace(span=Span(part.start, key.end)), at.path, text)
    if not isinstance(value, ScalarPart) or value.value is None or key.style or value.style:
        return None
    text = f"{key.written}: {value.written}"
    if key.written.startswith("x-") or key.written in form.keys or meant(key.written, at) is not None:
        return None
    if any(entry.is_sure for entry in inline_entries(form.name and at.word(alone_key(form)), text)):
        return None
    fault = at.fault("unknown-key", "text", key, key=key.written, text=text, quoted=quoted(text))
    return SchemaError(fault._replace(span=Span(key.start, value.end)), at.path, text)


def titles_under_names(at: At) -> SchemaError | None:
    """The fault of a box that is a list of texts, where titles stand in groups: one for its section."""
    if not at.form.is_node or at.holder is None or not _texts(at.part, at.form):
        return None
    section, boxes = at.holder
    assert isinstance(boxes, MappingPart)
    found = ((key.written, texts) for key, part in boxes.entries if (texts := _texts(part, at.form)))
    groups = dict(islice(found, _MOST))
    heading, (first, *_) = next(iter(groups.items()))
    if sum(map(len, groups.values())) == 1:
        return None
    shown = {
        "headings": tuple(groups),
        "heading": in_braces(heading),
        "text": in_braces(first),
        "id": as_id(first),
    }
    return SchemaError(at.fault("wrong-value", "titles", section, key=section.written, **shown), at.path)


def dashed_entries(at: At) -> bool:
    """Whether a box is a list of what it says, each entry with a dash before it."""
    if not at.form.is_node or not isinstance(at.part, ListPart):
        return False
    names = [
        at.form.keys.get(key.value)
        for item in at.part.items
        for key, _ in (item.entries if isinstance(item, MappingPart) and not item.flow else (_NOTHING,))
    ]
    return None not in names and len(set(names)) == len(names)


def _texts(part: Part, form: Form) -> list[str]:
    """The items of a list of nothing but texts, also such with a colon; none of any other part."""
    items = part.items if isinstance(part, ListPart) else ()
    texts = [text for item in items if (text := _text(item, form))]
    return texts if len(texts) == len(items) else []


def _text(item: Part, form: Form) -> str:
    if isinstance(item, ScalarPart):
        return item.written if isinstance(item.value, str) else ""
    if isinstance(item, MappingPart) and not item.flow and len(item.entries) == 1:
        key, value = item.entries[0]
        is_text = isinstance(value, ScalarPart) and key.value not in form.keys
        return f"{key.written}: {value.written}" if is_text and isinstance(value, ScalarPart) else ""
    return ""
