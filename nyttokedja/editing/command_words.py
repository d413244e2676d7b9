"""What a person writes in a command → the canonical words of an edit: types, keys and values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Table
from functools import cache
from typing import Any

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import Keys
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.lookup import ids, spot
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import ONE_OR_SEVERAL, Form, alone_key, root_form
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import LEADS_TO, SECTIONS, NodeType
from nyttokedja.model.ids import UniqueIds
from nyttokedja.model.periods import parse
from nyttokedja.model.spelling import fold
from nyttokedja.reading.parts import ListPart, MappingPart, ScalarPart
from nyttokedja.reading.schema_errors.error import meant_word

_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
_MOST_DIGITS = 7
_DOUBTFUL = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{3})+")
_PLAIN_TRUTHS = {"true": True, "false": False}
_THOUSANDS = re.compile(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")


@cache
def _types() -> Table[str, str]:
    """Any language's word for a type or section, or for a behaviour → the kind's canonical word."""
    said = {fold(word): SECTIONS[name].value for word, name in root_form().keys.items() if name in SECTIONS}
    said |= {fold(kind.value): kind.value for kind in NodeType}
    return said | {fold(words(language).key("behaviour", "effect")): "behaviour" for language in LANGUAGES}


def kind_named(word: str) -> tuple[NodeType, bool]:
    """The type that a word names in any language, and whether it says a behaviour, which is an effect.

    Raises:
        CannotEdit: it names none.
    """
    kind = _types().get(fold(word))
    if kind is None:
        raise CannotEdit("no-type", word=word, types=tuple(kind.value for kind in NodeType))
    return (NodeType.EFFECT, True) if kind == "behaviour" else (NodeType(kind), False)


def arrow_form() -> Table[str, Form]:
    """The forms of the facts that an arrow may have, by their canonical keys."""
    effect = root_form().within("effects")
    node = effect.within("") if effect else None
    arrow = node.within(LEADS_TO) if node else None
    assert arrow is not None
    return {key: form for key in ("because", "evidence", "link") if (form := arrow.within(key))}


def free_id(title: str, document: Document) -> str:
    """An id that reads like a title, and that no box of the file has."""
    taken = UniqueIds()
    for id in ids(document):
        taken.keep(id)
    return taken.make(title)


def field_named(form: Form, written: str, language: str) -> tuple[Keys, Form]:
    """The keys that a path of words names, and the form of what stands there: ``indikatorer.tid.enhet``.

    A list's items are counted from 1. ``language`` is that of the file's keys, for what is said.

    Raises:
        CannotEdit: a word is no key in its place.
    """
    keys: list[str | int] = []
    for word in written.split("."):
        key, held = _within(form, word, language)
        keys.append(key)
        form = held
    return tuple(keys), form


def _within(form: Form, word: str, language: str) -> tuple[str | int, Form]:
    if word.isdecimal() and form.item is not None:
        if not 0 < len(word) < _MOST_DIGITS or int(word) < 1:
            raise CannotEdit("no-item", number=word)
        return int(word) - 1, form.item
    known = form.schema.get("properties", {})
    key = form.keys.get(word) or form.keys.get(word.casefold().replace(" ", "_")) or word
    held = form.within(key)
    if held is not None and (key in known or not known):
        return key, held
    if word.startswith("x-"):
        return word, Form({}, "")
    allowed = tuple(words(language).key(name, form.name) for name in known)
    meant = meant_word(word, known, language, lambda name, spoken: words(spoken).key(name, form.name))
    if meant is not None:
        raise CannotEdit("no-key-but", word=word, meant=words(language).key(meant, form.name))
    raise CannotEdit("no-key" if allowed else "no-field", word=word, allowed=allowed)


def aimed(document: Document, node: str, field: Keys, form: Form, *, force: bool) -> tuple[Keys, Form]:
    """Where a single value goes: into the mapping that stands there, where it has such a one.

    Raises:
        CannotEdit: several facts stand there, which would be lost, and nobody has forced it.
    """
    here, rest = spot(document, node, field)
    if rest or isinstance(here.part, ScalarPart):
        return field, form
    name = alone_key(form)
    if isinstance(here.part, MappingPart) and name and (held := form.within(name)):
        return (*field, name), held
    lost = len(here.part.items) > 1 if isinstance(here.part, ListPart) else "string" in _kinds(form.schema)
    if lost and not force and form.key != "tags":
        raise CannotEdit("holds-more")
    return field, form


def key_shown(document: Document, node: str, field: Keys) -> str:
    """A path of canonical keys in the file's words, items counted from 1."""
    form: Form | None = spot(document, node, ())[0].form
    shown = []
    for key in field:
        if isinstance(key, int):
            shown.append(str(key + 1))
            form = form.item if form and form.item else form
            continue
        known = form.schema.get("properties", {}) if form else {}
        shown.append(words(document.keys).key(key, form.name) if form and key in known else key)
        form = form.within(key) if form else None
    return ".".join(shown)


def value_said(form: Form, written: str, language: str) -> Any:
    """The value that a text means in a place: a number, a truth, a listed value, a date, a text, a list.

    Raises:
        CannotEdit: it cannot stand there.
    """
    kinds = _kinds(form.schema)
    if form.name == "date":
        return date_said(written)
    values = _folded(form.values) | (_PLAIN_TRUTHS if "boolean" in kinds else {})
    if written.strip().casefold() in values:
        return values[written.strip().casefold()]
    if "boolean" in kinds or (form.listed and "object" not in kinds):
        raise _bad_value(form, written, language)
    if "number" in kinds or "integer" in kinds:
        return _number(written)
    if "array" in kinds:
        items = (
            [item.strip() for item in written.split(",") if item.strip()] if _of_texts(form) else [written]
        )
        return items[0] if len(items) == 1 and "string" in kinds else items
    if "string" in kinds or not kinds or alone_key(form):
        return written
    raise CannotEdit("not-a-text", text=written)


def _bad_value(form: Form, written: str, language: str) -> CannotEdit:
    meant = meant_word(written, form.listed, language, form.word)
    if meant is not None:
        return CannotEdit("bad-value-but", text=written, meant=form.word(meant, language))
    allowed = [form.word(value, language) for value in form.listed] or _truths(form, language)
    return CannotEdit("bad-value", text=written, allowed=tuple(allowed))


def _kinds(schema: Table[str, Any]) -> tuple[str, ...]:
    said = schema.get("type", ())
    return (said,) if isinstance(said, str) else tuple(said)


def _of_texts(form: Form) -> bool:
    """Whether a list's items are ids or single words, which have no commas."""
    return form.name in ONE_OR_SEVERAL or form.key == "tags"


def _folded(values: Table[str, Any]) -> dict[str, Any]:
    return {word.casefold(): value for word, value in values.items()}


def _truths(form: Form, language: str) -> Iterable[str]:
    return (str(form.truth(value, language)).lower() for value in (True, False))


def _number(written: str) -> int | float:
    bare = _THOUSANDS.sub("", written.strip()).replace("\u2212", "-")
    if _DOUBTFUL.fullmatch(bare):
        raise CannotEdit("thousands", text=written, number=bare.replace(".", ""))
    if not _NUMBER.fullmatch(bare):
        raise CannotEdit("not-a-number", text=written)
    return float(bare.replace(",", ".")) if "," in bare or "." in bare else int(bare)


def date_said(written: str) -> str:
    """A date as a person writes it.

    Raises:
        CannotEdit: it is none.
    """
    try:
        parse(written.strip())
    except ValueError:
        raise CannotEdit("not-a-date", text=written) from None
    return written.strip()
