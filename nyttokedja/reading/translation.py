"""Parts in the file's words → parts in the canonical ones, by their place in the schema, and the way back.

Ids and texts are never translated; every part keeps its place and its written form, so that findings
can speak the file's own language.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from typing import Any, NamedTuple

from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.forms import TITLED, Form, root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.model.findings import Fault
from nyttokedja.model.ids import is_id
from nyttokedja.model.spelling import fold
from nyttokedja.reading.hidden_characters import INVISIBLE, odd_spaces, seen_only, trimmed_word
from nyttokedja.reading.lost_indentation import kept, lost_indentation
from nyttokedja.reading.misplaced_keys import key_in_text, misplaced, unnamed
from nyttokedja.reading.numbers import GROUP_OR_DECIMALS, OTHER_BASE, is_number, two_readings
from nyttokedja.reading.parts import Entry, ListPart, MappingPart, Part, ScalarPart, make, span_of

_TITLES = TITLED | {"title"}


class Translated(NamedTuple):
    """A file in canonical words; ``keys`` is the language its own were in.

    ``complete`` is False where nodes were lost, or stand in a section they were not meant for.
    """

    root: MappingPart
    keys: str
    faults: tuple[Fault, ...]
    complete: bool = True


def translate(root: MappingPart) -> Translated:
    """Put a file's keys and listed values into canonical words; of a doubled key the first counts."""
    translator = _Translator(language_of_keys(root), root)
    if (fault := lost_indentation(root)) is not None:
        translator.faults.append(fault)
        translator.complete = False
        root = kept(root)
    translated = translator.part(root, root_form())
    assert isinstance(translated, MappingPart)
    return Translated(translated, translator.keys, tuple(translator.faults), translator.complete)


class _Translator:
    def __init__(self, keys: str, root: MappingPart) -> None:
        self.keys = keys
        self.root = root
        self.faults: list[Fault] = []
        self.complete = True

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the nodes, folded."""
        sections = (value for _, value in self.root.entries if isinstance(value, MappingPart))
        return frozenset(fold(key.value) for section in sections for key, _ in section.entries)

    def part(self, part: Part, form: Form | None) -> Part:
        if form is None:
            return part
        if isinstance(part, MappingPart):
            return make(MappingPart, (self._entries(part, form), part.flow, part.start, part.end))
        if isinstance(part, ListPart):
            items = tuple([self.part(item, form.item) for item in part.items])
            return make(ListPart, (items, part.flow, part.start, part.end))
        if isinstance(part.value, str):
            return part if form.takes_own_words else self._text(part, part.value, form)
        if form.takes_date and not isinstance(part.value, bool | None):
            return _as_text(part)  # 2027 is a number to YAML, and a date here
        if is_number(part.value) and "number" in form.schema.get("type", ()):
            return self._number(part)
        return part

    def _text(self, part: ScalarPart, text: str, form: Form) -> ScalarPart:
        if form.name in _TITLES and part.style not in ("|", ">") and odd_spaces(text):
            self.faults.append(Fault("invisible-character", span_of(part), "spaces", {"text": text}))
        if form.takes_word or form.values:
            if text not in form.values and (word := _word(text)) != text and _is_meant(word, form):
                part = self._unhidden(part, text, word)
                text = word
            if text in form.values:
                return _meaning(part, form.values[text])
        if not part.style and form.is_node and (fault := key_in_text(part, form, self.ids)) is not None:
            self.faults.append(fault)
        return part

    def _unhidden(self, part: ScalarPart, text: str, word: str) -> ScalarPart:
        """A word that is looked up, without what hides in it or stands around it."""
        if (bare := seen_only(text)) != word:  # of what hides in it, reading has spoken
            variant = "quoted-space" if bare.strip(" ") == word else "space"
            self.faults.append(Fault("invisible-character", span_of(part), variant, {"text": word}))
        return ScalarPart(word, word, part.style, part.start, part.end)

    def _number(self, part: ScalarPart) -> ScalarPart:
        if OTHER_BASE.match(part.written):  # nobody writes an amount so
            return _as_text(part)
        if GROUP_OR_DECIMALS.fullmatch(part.written):
            shown = two_readings(part.written)
            self.faults.append(Fault("wrong-value", span_of(part), "group-or-decimals", shown))
        return part

    def _entries(self, part: MappingPart, form: Form) -> tuple[Entry, ...]:
        first: dict[str, ScalarPart] = {}
        entries: list[Entry] = []
        keys, holds_nodes = form.keys, form.holds_nodes
        skipped, fault = unnamed(part, form) if holds_nodes else (0, None)
        if fault is not None:
            self.faults.append(fault)
            self.complete = False
        for key, value in part.entries[skipped:]:
            if key.value not in keys and (word := _word(key.value)) != key.value and _is_key(word, form):
                key = self._unhidden(key, key.value, word)  # noqa: PLW2901
            name = keys.get(key.value, key.value)
            if name in first:
                if part.flow and name.isdecimal() and value.start == value.end:
                    continue  # decimals that a comma has cut off, as in the first, of which that is told
                self.faults.append(_doubled(key, first[name]))
                self.complete = self.complete and form.name != "chain"
                continue
            if holds_nodes and (fault := misplaced(key, value, entries, form, self.keys)) is not None:
                self.faults.append(fault)
                self.complete = False
                continue
            if name != key.value:
                key = _meaning(key, name)  # noqa: PLW2901
            first[name] = key
            entries.append(make(Entry, (key, self.part(value, form.within(name)))))
        return tuple(entries)


def _word(text: str) -> str:
    """A text without the spaces around it and what nobody sees in it."""
    if text and trimmed_word(text) == text and (text.isascii() or INVISIBLE.search(text) is None):
        return text
    return trimmed_word(seen_only(text))


def _is_meant(word: str, form: Form) -> bool:
    """Whether a word can stand in a place where another text stands that looks the same."""
    return word in form.values or (word != "" and not form.listed)


def _is_key(word: str, form: Form) -> bool:
    return word in form.keys or ("propertyNames" in form.schema and word != "" and is_id(f"a{word}"))


def _meaning(part: ScalarPart, value: Any) -> ScalarPart:
    """A part as it is written, and what it means."""
    return make(ScalarPart, (value, part.written, part.style, part.start, part.end))


def _as_text(part: ScalarPart) -> ScalarPart:
    return ScalarPart(part.written, part.written, part.style, part.start, part.end)


def _doubled(key: ScalarPart, first: ScalarPart) -> Fault:
    shown = {"key": key.written, "other": first.written, "first": span_of(first)}
    return Fault("duplicate-key", span_of(key), "" if key.written == first.written else "two-words", shown)


def language_of_keys(root: MappingPart) -> str:
    """The language of a file's own keys: that of most of its top-level ones."""
    counts: Counter[str] = Counter()
    for key, _ in root.entries:
        for language in LANGUAGES:
            counts[language] += key.written.casefold() in _top_keys(language)
    most = max(counts.values(), default=0)
    canonical_first = sorted(LANGUAGES, key=lambda language: language != CANONICAL)
    return (
        next(language for language in canonical_first if counts[language] == most) if most else LANGUAGES[0]
    )


@cache
def _top_keys(language: str) -> frozenset[str]:
    names = [name for name in canonical()["properties"] if name != "nyttokedja"]
    return frozenset(words(language).key(name, "chain") for name in names)
