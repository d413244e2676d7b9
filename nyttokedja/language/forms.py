"""Form: one place in the schema, with the keys and values that may stand there, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.spelling import fold_letters

NODES = frozenset(kind.value for kind in SECTIONS.values())
"""The `$defs` of the schema that a node has."""

_ALONE = {
    "link": "to",
    "leads_to": "to",
    "action": "what",
    "note": "text",
    "level": "value",
    "measurement": "value",
    "factor": "likely",
    "value": "yearly",
    "resolution": "what",
    "approval": "role",
    "success_story": "text",
    "rating": "level",
}
"""`$def` → the key whose value can stand alone for a mapping with nothing else."""
TITLED = NODES | {"indicator"}
"""The `$defs` of what has an id and may have a title, which the id gives where it is left out."""
NAMED_BY_ID = TITLED | {"factor"}
"""The `$defs` of what has the title that its id gives, where it says none."""
ONE_OR_SEVERAL = frozenset({"leads_to", "references"})
"""The `$defs` that are one arrow or pointer, or a list of them."""
POINTING = frozenset({"link", "to", "reference", *ONE_OR_SEVERAL})
"""The `$defs` whose texts are ids, or arrows between them."""


class Form:
    """One place in the schema.

    ``name`` is the `$def`'s, ``key`` that of the property held here, ``holder`` the `$def` that has it.
    """

    def __init__(
        self, schema: Mapping[str, Any], name: str = "chain", key: str = "", holder: str = ""
    ) -> None:
        self.schema = schema
        self.name = name
        self.key = key
        self.holder = holder

    def within(self, key: str) -> Form | None:
        """The form of what a key of this mapping holds; None for one that the schema lacks."""
        return self._within.get(key, self._under_an_id)

    @cached_property
    def _within(self) -> Mapping[str, Form]:
        held = self.schema.get("properties", {}).items()
        return {key: _form(schema, key, self.name) for key, schema in held}

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
    def holds_nodes(self) -> bool:
        """Whether this is a section of the chain, whose keys are the ids of nodes."""
        return self.name in SECTIONS

    @cached_property
    def is_node(self) -> bool:
        """Whether a node stands here."""
        return self.name in NODES

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Written word → canonical key, in every language; empty where the keys are ids."""
        names = self.schema.get("properties", {})
        spoken = [(word, name) for name in names for word in _key_words(name, self.name)]
        return _unambiguous(spoken)

    @property
    def takes_truth(self) -> bool:
        """Whether true or false may stand here."""
        return "boolean" in _kinds(self.schema)

    @property
    def takes_date(self) -> bool:
        """Whether a date may stand here."""
        return bool(self.schema.get("format") == "chain-date")

    @cached_property
    def takes_word(self) -> bool:
        """Whether a text here is no one's own words: an id, a date, one of a list."""
        return bool(self.schema.keys() & {"enum", "pattern", "format"}) or self.name in POINTING

    @cached_property
    def takes_own_words(self) -> bool:
        """Whether a text here is someone's own words, and no title."""
        return not (self.takes_word or self.values or self.name in TITLED or self.name == "title")

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
        return self.spoken(value, language)[0]

    def spoken(self, value: str, language: str) -> tuple[str, ...]:
        """The words for a listed value, the one that is written first."""
        speaker, key = words(language), "none" if self.listed == ("none",) else self.key
        return tuple(dict.fromkeys((speaker.value(value, key, self.holder), speaker.value(value, key))))

    def truth(self, value: bool, language: str) -> str | bool:
        """The word for true or false in a language: ``ja``, ``nej``; the value itself in English."""
        truths = words(language).truths("true" if value else "false")
        return truths[0] if truths else value

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """Written word → canonical value, for a place with listed values."""
        spoken: list[tuple[str, Any]] = [
            (word, value)
            for language in LANGUAGES
            for value in self.listed
            for word in self.spoken(value, language)
        ]
        if self.takes_truth:
            spoken = [
                (word, value == "true")
                for language in LANGUAGES
                for value in ("true", "false")
                for truth in words(language).truths(value)
                for word in (truth, truth.capitalize(), truth.upper())
            ]
        return _unambiguous(spoken)


def _kinds(schema: Mapping[str, Any]) -> list[str]:
    kinds = schema.get("type", ())
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _form(schema: Mapping[str, Any], key: str, holder: str = "") -> Form:
    name = schema.get("$ref", "#/$defs/").removeprefix("#/$defs/")
    return _named(name, key, holder) if name else Form(schema, "", key, holder)


@cache
def _named(name: str, key: str, holder: str) -> Form:
    schema = canonical()["$defs"][name]
    if "$ref" in schema:
        return _form(schema, key, holder)
    return Form(schema, name, key, holder)


@cache
def root_form() -> Form:
    """The form of a whole file."""
    return Form(canonical())


def alone_key(form: Form) -> str:
    """The canonical key of the value that can stand alone for a mapping; "" where none can."""
    return "title" if form.name in TITLED else _ALONE.get(form.name, "")


def localized(data: Any, language: str, form: Form | None = None) -> Any:
    """Canonical plain data in a language's words: the inverse of reading's translation."""
    form = form or root_form()
    if isinstance(data, dict):
        known = form.schema.get("properties", {})
        return {
            words(language).key(key, form.name) if key in known else key: _localized(
                value, language, form.within(key)
            )
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_localized(item, language, form.item) for item in data]
    if isinstance(data, bool):
        return form.truth(data, language)
    return form.word(data, language) if isinstance(data, str) else data


def _localized(data: Any, language: str, form: Form | None) -> Any:
    return data if form is None else localized(data, language, form)


def _key_words(name: str, form: str) -> Iterator[str]:
    for language in LANGUAGES:
        yield words(language).key(name, form)
        yield from words(language).further_keys(name)
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
