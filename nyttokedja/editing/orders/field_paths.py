"""Keys with dots between them, as a person writes them → the canonical keys of a field, and back."""

from __future__ import annotations

from nyttokedja.editing.document import Document
from nyttokedja.editing.edits import Keys
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.lookup import locate
from nyttokedja.editing.orders.values import kinds_of
from nyttokedja.language.forms import Form, alone_key
from nyttokedja.language.keywords import words
from nyttokedja.reading.parts import ListPart, MappingPart, ScalarPart
from nyttokedja.reading.schema_errors.error import meant_word

_MOST_DIGITS = 7


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
    here, rest = locate(document, node, field)
    if rest or isinstance(here.part, ScalarPart):
        return field, form
    name = alone_key(form)
    if isinstance(here.part, MappingPart) and name and (held := form.within(name)):
        return (*field, name), held
    lost = len(here.part.items) > 1 if isinstance(here.part, ListPart) else "string" in kinds_of(form.schema)
    if lost and not force and form.key != "tags":
        raise CannotEdit("holds-more")
    return field, form


def key_shown(document: Document, node: str, field: Keys) -> str:
    """A path of canonical keys in the file's words, items counted from 1."""
    form: Form | None = locate(document, node, ())[0].form
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
