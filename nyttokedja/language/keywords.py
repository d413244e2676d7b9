"""The words that files in one language use for the format's keys and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.schema import canonical
from nyttokedja.language.tables import table
from nyttokedja.model.spelling import fold


class Keywords:
    """The words that files in one language use for the format's keys and values."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._table: Mapping[str, Any] = {} if language == CANONICAL else table(language, "words")

    def key(self, name: str, form: str = "") -> str:
        """The word for a key inside a `$def` of the schema; the canonical one where none differs."""
        keys = self._table.get("keys", {})
        word = keys.get(form, {}).get(name) if isinstance(keys.get(form), dict) else None
        word = word or keys.get(name, name)
        return word if isinstance(word, str) else name

    def further_keys(self, name: str) -> tuple[str, ...]:
        """Further words for a key, which are read as it, and are not what is written for it."""
        return tuple(self._table.get("also", {}).get(name, ()))

    def all_keys(self) -> Iterator[str]:
        """All words for keys, whatever they stand in."""
        for word in self._table.get("keys", {}).values():
            yield from (word.values() if isinstance(word, dict) else (word,))

    def value(self, value: str, key: str, holder: str = "") -> str:
        """The word for one of a key's listed values, in what holds the key where that has one of its own."""
        own = self._table.get("values_in", {}).get(holder, {}).get(key, {}).get(value)
        return str(own or self._table.get("values", {}).get(key, {}).get(value, value))

    def further_values(self, key: str) -> tuple[str, ...]:
        """The words for a key's values that only some of what has the key has."""
        boxes = self._table.get("values_in", {}).values()
        own = (word for box in boxes for word in box.get(key, {}).values())
        return tuple(dict.fromkeys(own))

    def truths(self, value: str) -> list[str]:
        """Further words for `true` or `false`."""
        return list(self._table.get("values", {}).get("boolean", {}).get(value, []))

    def hinted(self, word: str) -> tuple[str, ...]:
        """The canonical keys and values that an everyday word, or one for a key elsewhere, may stand for.

        The likeliest comes first.
        """
        return self._hints.get(fold(word), ())

    def hints_of(self, name: str) -> tuple[str, ...]:
        """The everyday words for a canonical key or value."""
        return tuple(self._table.get("hints", {}).get(name, ()))

    def is_doubtful(self, word: str) -> bool:
        """Whether an everyday word may be meant in another way than it most likely is."""
        return fold(word) in set(map(fold, self._table.get("doubtful", {}).get("words", ())))

    @cached_property
    def _hints(self) -> Mapping[str, tuple[str, ...]]:
        keys = self._table.get("keys", {})
        special = {
            word: name for held in keys.values() if isinstance(held, dict) for name, word in held.items()
        }
        general = {word: name for name, word in keys.items() if isinstance(word, str)}
        hinted = ((word, meant) for meant, said in self._table.get("hints", {}).items() for word in said)
        found: dict[str, dict[str, None]] = {}
        for word, meant in (*hinted, *general.items(), *special.items()):
            found.setdefault(fold(word), {})[meant] = None
        return {word: tuple(meanings) for word, meanings in found.items()}

    def singular(self, section: str) -> str | None:
        """A section's name in the singular, which is accepted for it."""
        if self.language == CANONICAL:  # the schema names each node after its section in the singular
            held = canonical()["$defs"].get(section, {}).get("additionalProperties")
            return held["$ref"].removeprefix("#/$defs/") if held else None
        word: str | None = self._table.get("singular", {}).get(section)
        return word


@cache
def words(language: str) -> Keywords:
    """The words of a language, read once."""
    return Keywords(language)


@cache
def format_words() -> frozenset[str]:
    """Every word that is a key of the format, in any of its languages."""
    forms = (canonical(), *canonical()["$defs"].values())
    names = {name for form in forms for name in form.get("properties", {})}
    spoken = (held for language in LANGUAGES for held in words(language).all_keys())
    return frozenset({*names, *spoken})
