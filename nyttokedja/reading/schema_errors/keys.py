"""Errors in keys: unknown ones, missing ones, and names that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nyttokedja.language.forms import Form
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.findings import Fault, Span
from nyttokedja.model.ids import as_id
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.parts import Entry, MappingPart, Part, ScalarPart, span_of
from nyttokedja.reading.schema_errors.elsewhere import place_of
from nyttokedja.reading.schema_errors.error import At, Path, Problem, SchemaError, entry_of, meant_word
from nyttokedja.reading.schema_errors.items import text_item, titles_under_names
from nyttokedja.reading.schema_errors.numbers import explain_date, explain_number, without_unit

_TIGHT = re.compile(r"(\w+):\s*(\S.*)", re.DOTALL)
_FIGURES = re.compile(r"-?[0-9][0-9 \u00a0\u202f.]*")


def unknown_keys(at: At, _: Problem) -> Iterator[SchemaError]:
    """Every key of a mapping that may not stand there."""
    assert isinstance(at.part, MappingPart)
    if (text := text_item(at, _meant)) is not None:
        yield text
        return
    previous: Entry | None = None
    for entry in at.part.entries:
        name = entry.key.value
        if name not in at.form.schema.get("properties", {}) and not name.startswith("x-"):
            much = not at.path and not isinstance(entry.value, ScalarPart)
            yield _unknown_key(at._replace(path=(*at.path, name)), entry, previous)._replace(much=much)
        previous = entry


def _unknown_key(at: At, entry: Entry, previous: Entry | None) -> SchemaError:
    key = entry.key
    broken = _tight_entry(at, entry) or (_broken_text(at, entry, previous) if previous is not None else None)
    if broken is not None:
        return SchemaError(broken, at.path)
    if (meant := _meant(key.written, at)) is not None:
        word = _further_word(key.written, at) or at.word(meant)
        fault = at.fault("unknown-key", "meant", key, key=key.written, meant=word)
        if (there := _there(meant, at)) is not None:
            fault = at.fault("unknown-key", "meant-there", key, key=key.written, meant=word, first=there)
        elif word.casefold() == key.written.casefold():
            fault = fault._replace(variant="case")
        return SchemaError(fault, at.path, meant)
    if owners := _owners(key.written, at):
        fault = at.fault("unknown-key", "elsewhere", key, key=key.written, owners=owners, holder=at.form.name)
        return SchemaError(fault, at.path)
    if previous is not None and len(at.path) == 1 and _is_empty(previous.value):
        section = previous.key.written
        return SchemaError(
            at.fault("unknown-key", "unindented", key, key=key.written, section=section), at.path
        )
    if len(at.path) == 1 and any(key.written in form.keys for form in _node_forms().values()):
        return SchemaError(at.fault("unknown-key", "loose", key, key=key.written), at.path)
    if place := place_of(key.written, at):
        return SchemaError(
            at.fault("unknown-key", place.variant, key, key=key.written, **place.shown), at.path
        )
    if at.form.name in ("link", "leads_to"):
        return SchemaError(at.fault("unknown-key", "arrow", key, key=key.written), at.path)
    return SchemaError(at.fault("unknown-key", "", key, key=key.written, allowed=at.allowed), at.path)


def _tight_entry(at: At, entry: Entry) -> Fault | None:
    """A key and its value that braces make one key of, since no ordinary space follows the colon."""
    match = _TIGHT.fullmatch(entry.key.written)
    if match is None or entry.key.style or not _is_empty(entry.value) or match[1] not in at.form.keys:
        return None
    return at.fault("unknown-key", "no-space", entry.key, key=match[1], text=match[2].rstrip())


def _there(name: str, at: At) -> Span | None:
    """Where a key stands in a mapping, by its canonical word."""
    entries = at.part.entries if isinstance(at.part, MappingPart) else ()
    return next((span_of(entry.key) for entry in entries if entry.key.value == name), None)


def _is_empty(part: Part) -> bool:
    return isinstance(part, ScalarPart) and part.value is None and part.start == part.end


def _broken_text(at: At, entry: Entry, previous: Entry) -> Fault | None:
    """A number or a text that a comma in flow style has broken in two."""
    before = previous.value
    if not _is_empty(entry.value) or not isinstance(before, ScalarPart):
        return None
    first, rest = before.written, entry.key.written
    if _FIGURES.fullmatch(first) and rest[:1].isdigit() and _takes_number(at, previous.key):
        variant, shown = explain_number(f"{first},{rest}")
        if variant == "unit" and "indicators" not in at.path:
            variant, shown = without_unit(shown)
        return at.fault("wrong-value", variant, entry.key, key=previous.key.written, **shown)
    is_text = isinstance(before.value, str | int | float) and _takes_words(at, previous.key)
    if is_text and isinstance(at.part, MappingPart) and at.part.flow:
        return at.fault("unknown-key", "comma-in-text", entry.key, text=f"{first}, {rest}")
    return None


def cut_number(at: At) -> SchemaError | None:
    """The fault of a year that is none: the decimals of the number before it, which a comma has cut off."""
    mapping = at.holder.value if at.holder else None
    if not isinstance(mapping, MappingPart) or not mapping.flow or at.key is None or not _is_empty(at.part):
        return None
    keys = [key for key, _ in mapping.entries]
    number = keys.index(at.key)
    before = mapping.entries[number - 1].value
    if number == 0 or not isinstance(before, ScalarPart) or not _FIGURES.fullmatch(before.written):
        return None
    if not at.key.written.isdecimal():
        return None
    variant, shown = explain_number(f"{before.written},{at.key.written}")
    name = mapping.entries[number - 1].key.written
    return SchemaError(at.fault("wrong-value", variant, at.key, key=name, **shown), at.path)


def _takes_number(at: At, key: ScalarPart) -> bool:
    """Whether a number can stand under a key of this part."""
    form = at.form.within(key.value)
    return form is not None and "number" in form.schema.get("type", ())


def _takes_words(at: At, key: ScalarPart) -> bool:
    """Whether a text or names can stand under a key of this part: no number, no word of a list."""
    form = at.form.within(key.value)
    return form is None or not ("number" in form.schema.get("type", ()) or form.listed)


def _meant(written: str, at: At) -> str | None:
    """The canonical key that a key is a typo of."""
    names = at.form.schema.get("properties", ())
    if further := _further_word(written, at):
        return _further_words(at)[further]
    return meant_word(written, names, at.keys, lambda name, language: words(language).key(name, at.form.name))


def _further_word(written: str, at: At) -> str | None:
    """The word that is read but not what is written for its key, if that is what a key is a typo of."""
    further = _further_words(at)
    near = nearest(written, (*at.allowed, *further)) if further else None
    return near if near in further else None


def _further_words(at: At) -> dict[str, str]:
    names = at.form.schema.get("properties", ())
    return {word: name for name in names for word in words(at.keys).further_keys(name)}


def _owners(written: str, at: At) -> tuple[str, ...]:
    """The types of node where a key belongs that stands in the wrong one."""
    forms = _node_forms()
    if at.form.name not in forms:
        return ()
    return tuple(node for node, form in forms.items() if node != at.form.name and written in form.keys)


@cache
def _node_forms() -> dict[str, Form]:
    defs = canonical()["$defs"]
    return {kind.value: Form(defs[kind.value], kind.value) for kind in SECTIONS.values()}


def wrong_name(at: At, problem: Problem) -> Iterator[SchemaError]:
    """An id, or the date of a measurement, that is not one."""
    name = str(problem.instance)
    assert isinstance(at.part, MappingPart)
    key, value = entry_of(at.part, name)
    if at.key is not None and (form := at.form.within(name)) is not None:
        box = At((*at.path, name), value, key, form, at.keys, Entry(at.key, at.part))
        if titles_under_names(box) is not None:
            return  # a heading, and no box
    at = at._replace(path=(*at.path, name))
    if at.form.schema["propertyNames"]["$ref"].endswith("/date"):
        variant, shown = explain_date(key.written)
        yield SchemaError(at.fault("wrong-value", variant, key, key=at.name, **shown), at.path)
    elif at.form.schema["propertyNames"]["$ref"].endswith("/year"):
        yield SchemaError(at.fault("wrong-value", "year", key, text=key.written), at.path)
    else:  # the node can be spoken of by its bad id, so it stays
        shown = {"text": key.written, "suggestion": as_id(key.written)}
        yield SchemaError(at.fault("wrong-value", "id", key, **shown), None)


def missing_keys(at: At, problem: Problem) -> Iterator[SchemaError]:
    """A key that must be there and is not, unless one of those that are there is a typo of it."""
    names = at.form.schema["properties"]
    unknown = [str(key) for key in problem.instance if key not in names and not str(key).startswith("x-")]
    mistyped = {_meant(key, at) for key in unknown}
    if unknown and at.path:
        return  # one of those may be the one that is missing
    for name in problem.wanted:
        if name not in problem.instance and name not in mistyped:
            place = at.own_key or _beginning(at.part)
            value = "1" if name == "nyttokedja" else "…"
            fault = at.fault("wrong-value", "missing", place, missing=at.word(name), value=value)
            yield SchemaError(fault, at.path or None)


def _beginning(part: Part) -> Part:
    return part.entries[0].key if isinstance(part, MappingPart) and part.entries else part


def must_have(at: At) -> bool:
    """Whether the holder of a part may not be without it."""
    holder: Path = at.path[:-1]
    return not holder and at.path[-1:] == ("title",)


def entries_of(form: Form, keys: str) -> str:
    """The keys that an item of a list must have, as a file writes them: ``{regel: …, gäller: …}``."""
    needed = form.schema.get("required", ())
    return "{" + ", ".join(f"{words(keys).key(name, form.name)}: …" for name in needed) + "}"
