"""Items of lists that are texts with a colon, which are read as a key and its value."""

from __future__ import annotations

from collections.abc import Callable

from nyttokedja.language.forms import alone_key
from nyttokedja.model.findings import Span
from nyttokedja.reading.entries_in_text import inline_entries
from nyttokedja.reading.parts import MappingPart, ScalarPart
from nyttokedja.reading.quoting_hints import quoted
from nyttokedja.reading.schema_errors.error import At, SchemaError


def text_item(at: At, meant: Callable[[str, At], str | None]) -> SchemaError | None:
    """The fault of an item that should be a text and has a colon, taken as the text that it is.

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
    if not isinstance(value, ScalarPart) or value.value is None or key.style or value.style:
        return None
    text = f"{key.written}: {value.written}"
    if key.written.startswith("x-") or key.written in form.keys or meant(key.written, at) is not None:
        return None
    if any(entry.is_sure for entry in inline_entries(form.name and at.word(alone_key(form)), text)):
        return None
    fault = at.fault("unknown-key", "text", key, key=key.written, text=text, quoted=quoted(text))
    fault = type(fault)(fault.rule, Span(key.start, value.end), fault.variant, fault.particulars, fault.path)
    return SchemaError(fault, at.path, text)
