"""Parts in the file's words → parts in the canonical ones, by their place in the schema.

`Form` is one place in the schema: which keys and values may stand there, in which words, and the
form of what they hold. Ids and texts are never translated; every part keeps its place and its
written form, so that findings can speak the file's own language.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple

from nyttokedja.findings import Fault
from nyttokedja.languages import LANGUAGES
from nyttokedja.names import fold_letters
from nyttokedja.schema_file import canonical
from nyttokedja.source import Entry, Part, Scalar, Sequence, span_of
from nyttokedja.source import Mapping as MappingPart


class Words:
    """The words that files in one language use for the format's keys and values."""

    def __init__(self, language: str) -> None:
        self.language = language
        path = files("nyttokedja") / "texts" / language / "words.toml"
        self._table = {} if language == "en" else tomllib.loads(path.read_text("utf-8"))

    def key(self, name: str, form: str = "") -> str:
        """The word for a key inside a `$def` of the schema; the canonical one where none differs."""
        keys = self._table.get("keys", {})
        word = keys.get(form, {}).get(name) if isinstance(keys.get(form), dict) else None
        word = word or keys.get(name, name)
        return word if isinstance(word, str) else name

    def value(self, value: str, key: str) -> str:
        """The word for one of a key's listed values."""
        word = self._table.get("values", {}).get(key, {}).get(value, value)
        return str(word)

    def truths(self, value: str) -> list[str]:
        """Further words for `true` or `false`."""
        return list(self._table.get("values", {}).get("boolean", {}).get(value, []))

    def singular(self, section: str) -> str | None:
        """A section's name in the singular, which is accepted for it."""
        if self.language == "en":  # the schema names each node after its section in the singular
            held = canonical()["$defs"].get(section, {}).get("additionalProperties")
            return held["$ref"].removeprefix("#/$defs/") if held else None
        word: str | None = self._table.get("singular", {}).get(section)
        return word


@cache
def words(language: str) -> Words:
    """The words of a language, read once."""
    return Words(language)


class Form:
    """One place in the schema. ``name`` is the `$def`'s, ``key`` that of the property held here."""

    def __init__(self, schema: Mapping[str, Any], name: str = "chain", key: str = "") -> None:
        self.schema = schema
        self.name = name
        self.key = key

    def within(self, key: str) -> Form | None:
        """The form of what a key of this mapping holds; None for one that the schema lacks."""
        if key in self._within:
            return self._within[key]
        return None if key.startswith("x-") else self._under_an_id

    @cached_property
    def _within(self) -> Mapping[str, Form]:
        return {key: _form(held, key) for key, held in self.schema.get("properties", {}).items()}

    @cached_property
    def _under_an_id(self) -> Form | None:
        held = self.schema.get("additionalProperties")
        return _form(held, self.key) if isinstance(held, dict) else None

    def within_ref(self) -> Form | None:
        """The form of the `$def` that this place refers to, if it does."""
        return _form(self.schema, self.key) if "$ref" in self.schema else None

    @cached_property
    def item(self) -> Form | None:
        """The form of a list's items."""
        held = self.schema.get("items")
        return _form(held, self.key) if isinstance(held, dict) else None

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Written word → canonical key, in every language; empty where the keys are ids."""
        names = self.schema.get("properties", {})
        spoken = [(word, name) for name in names for word in _key_words(name, self.name)]
        return _unambiguous(spoken)

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The canonical values that may stand here, where only some may."""
        if self.schema.get("pattern") == "^none$":
            return ("none",)
        return tuple(value for value in self.schema.get("enum", ()) if isinstance(value, str))

    def word(self, value: str, language: str) -> str:
        """A listed value in a language's words; any other text as it is."""
        if value not in self.listed:
            return value
        return words(language).value(value, "none" if self.listed == ("none",) else self.key)

    def truth(self, value: bool, language: str) -> str | bool:
        """How a language says true and false: ``ja`` and ``nej``; plain in English."""
        said = words(language).truths("true" if value else "false")
        return said[0] if said else value

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """Written word → canonical value, for a place with listed values."""
        spoken: list[tuple[str, Any]] = [
            (self.word(value, language), value) for language in LANGUAGES for value in self.listed
        ]
        if self.schema.get("type") == "boolean":
            spoken = [
                (word, value == "true")
                for language in LANGUAGES
                for value in ("true", "false")
                for word in words(language).truths(value)
            ]
        return _unambiguous(spoken)


def _form(schema: Mapping[str, Any], key: str) -> Form:
    name = schema.get("$ref", "#/$defs/").removeprefix("#/$defs/")
    return _named(name, key) if name else Form(schema, "", key)


@cache
def _named(name: str, key: str) -> Form:
    schema = canonical()["$defs"][name]
    if "$ref" in schema:
        return _form(schema, key)
    return Form(schema, name, key)


@cache
def root_form() -> Form:
    """The form of a whole file."""
    return Form(canonical())


def _key_words(name: str, form: str) -> Iterator[str]:
    for language in LANGUAGES:
        yield words(language).key(name, form)
        if form == "chain" and (singular := words(language).singular(name)):
            yield singular


def _unambiguous(spoken: list[tuple[str, Any]]) -> dict[str, Any]:
    """Word → meaning, with the spellings without å, ä, ö, æ, ø that mean one thing only."""
    table = dict(spoken)
    folded: dict[str, set[Any]] = {}
    for word, meaning in spoken:
        folded.setdefault(fold_letters(word), set()).add(meaning)
    for word, meanings in folded.items():
        if len(meanings) == 1:
            table.setdefault(word, meanings.pop())
    return table


class Translated(NamedTuple):
    """A file in canonical words; ``keys`` is the language its own were in."""

    root: MappingPart
    keys: str
    faults: tuple[Fault, ...]


def translate(root: MappingPart) -> Translated:
    """Put a file's keys and listed values into canonical words; of a doubled key the first counts."""
    faults: list[Fault] = []
    translated = _translate(root, root_form(), faults)
    assert isinstance(translated, MappingPart)
    return Translated(translated, _language(root), tuple(faults))


def _translate(part: Part, form: Form | None, faults: list[Fault]) -> Part:
    if form is None:
        return part
    if isinstance(part, MappingPart):
        entries = _entries(part, form, faults)
        return MappingPart(entries, part.flow, part.start, part.end)
    if isinstance(part, Sequence):
        items = tuple(_translate(item, form.item, faults) for item in part.items)
        return Sequence(items, part.flow, part.start, part.end)
    if form.values and isinstance(part.value, str) and part.value in form.values:
        return Scalar(form.values[part.value], part.written, part.style, part.start, part.end)
    return part


def _entries(part: MappingPart, form: Form, faults: list[Fault]) -> tuple[Entry, ...]:
    first: dict[str, Scalar] = {}
    entries = []
    keys = form.keys
    for key, value in part.entries:
        name = keys.get(key.value, key.value)
        if name in first:
            shown = {"key": key.written, "other": first[name].written, "first": span_of(first[name])}
            variant = "" if key.written == first[name].written else "two-words"
            faults.append(Fault("duplicate-key", span_of(key), variant, shown))
            continue
        if name != key.value:
            key = Scalar(name, key.written, key.style, key.start, key.end)  # noqa: PLW2901
        first[name] = key
        entries.append(Entry(key, _translate(value, form.within(name), faults)))
    return tuple(entries)


def _language(root: MappingPart) -> str:
    """The language of the file's own keys: that of most of its top-level ones."""
    counts: Counter[str] = Counter()
    for key, _ in root.entries:
        for language in LANGUAGES:
            speaker = words(language)
            names = canonical()["properties"]
            if any(speaker.key(name, "chain") == key.written for name in names if name != "nyttokedja"):
                counts[language] += 1
    most = max(counts.values(), default=0)
    return next((language for language in ("en", "sv", "nb") if counts[language] == most), "sv")


def speak(data: Any, language: str, form: Form | None = None) -> Any:
    """Canonical plain data in a language's words: the way back from `translate`."""
    form = form or root_form()
    if isinstance(data, dict):
        known = form.schema.get("properties", {})
        return {
            words(language).key(key, form.name) if key in known else key: _spoken(
                value, language, form.within(key)
            )
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_spoken(item, language, form.item) for item in data]
    if isinstance(data, bool):
        return form.truth(data, language)
    return form.word(data, language) if isinstance(data, str) else data


def _spoken(data: Any, language: str, form: Form | None) -> Any:
    return data if form is None else speak(data, language, form)
