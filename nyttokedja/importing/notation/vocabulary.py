"""The letters and words of the notation, each language's in its ``notation.toml``, ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from nyttokedja.importing.identity import identity
from nyttokedja.importing.kind_words import kind_words, own_kind_words
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import NODES
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import fold

_SHORTEST = 3
"""So many letters of a word for a kind say which it is; a letter or two are marks of their own."""
_VALUES: Mapping[str, tuple[str, ...]] = {
    "category": ("financial", "redistribution", "quality", "environment"),
    "perspective": ("own", "residents", "relatives", "others", "society"),
    "size": ("none", "small", "medium", "large"),
    "timing": ("once", "running"),
}
"""Keys with listed values."""
_TRUE = ("behaviour", "effect_goal", "beside", "met")
"""Keys that are true or false."""
_PLAIN = (
    *("text", "origin", "uncertain", "owner", "when", "for", "size_because", "use", "adopted_in"),
    *("who", "due", "consequence", "requires", "tags"),
)
KEYS = (*_PLAIN, *_VALUES, *_TRUE)
"""The keys that a line under a note may give."""


@cache
def vocabulary(language: str) -> Vocabulary:
    """The notation in one language, read once."""
    return Vocabulary(language)


class Vocabulary:
    """What the beginning of a line means, in notes of one language: its letters, and the words of all."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._table: Mapping[str, Any] = texts(language).group("notation/")

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """Folded letter, or two → the kind that it surely is."""
        held = self._table["letters"].items()
        return {fold(letter): kind for kind, letters in held for letter in letters}

    @cached_property
    def written(self) -> Mapping[str, tuple[str, ...]]:
        """Kind → its letters in small type, those that could mean another kind too after the others."""
        held = {kind: [*letters] for kind, letters in self._table["letters"].items()}
        for kinds in self._table["shared"]:
            held[kinds["else"]].append(kinds["letter"])
        return {kind: tuple(map(str.lower, letters)) for kind, letters in held.items()}

    @cached_property
    def shared(self) -> Mapping[str, Mapping[str, str]]:
        """Folded letter of two kinds → the kind after an ``arrow``, by an ``opportunity``, or ``else``."""
        return {fold(kinds["letter"]): kinds for kinds in self._table["shared"]}

    @cached_property
    def beginnings(self) -> Mapping[str, str]:
        """Beginning of a word for a kind → that kind, where it begins no word for another."""
        kinds: dict[str, set[str]] = {}
        for word, kind in own_kind_words(self.language).items():
            for length in range(_SHORTEST, len(word)):
                kinds.setdefault(word[:length], set()).add(kind)
        for found in kinds.values():
            if "effect" in found:  # an *effektmål* is an effect with more in its word
                found.discard("effect_goal")
        stop = {fold(word) for word in _all_lists("lists", "stop")}
        return {word: min(found) for word, found in kinds.items() if len(found) == 1 and word not in stop}

    def knows(self, mark: str) -> bool:
        """Whether a folded mark is a letter or a word of this language."""
        return mark in self.letters or mark in self.shared or mark in own_kind_words(self.language)

    def kind_of_word(self, word: str, *, begun: bool = False) -> str | None:
        """The kind that a folded word of any language names; ``begun`` lets a beginning of an own one do."""
        if len(word) < _SHORTEST:
            return None
        return kind_words().get(word) or (self.beginnings.get(word) if begun else None)


@cache
def heading_words() -> Mapping[str, str]:
    """Folded word of any language that a heading has for a kind, besides the kind's own word → the kind."""
    groups = (texts(language).group("notation/headings") for language in LANGUAGES)
    return {fold(word): kind for group in groups for kind, said in group.items() for word in said}


@cache
def header_words() -> Mapping[str, tuple[str, str]]:
    """Folded word of a header, in any language → what it says, and its language; "" for one of several."""
    found: dict[str, tuple[str, str]] = {}
    for language in LANGUAGES:
        for name, said in texts(language).group("notation/headers").items():
            for word in map(fold, said):
                found[word] = (name, "" if word in found else language)
    return found


@cache
def key_words() -> Mapping[str, str]:
    """Folded word of any language for a key that a line under a note may give → the key."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        known = words(language)
        for key in KEYS:
            for word in (key, known.key(key), *known.further_keys(key), *known.hints_of(key)):
                if not known.is_doubtful(word):
                    found.setdefault(fold(word), key)
    return found


@cache
def listed_values(key: str, *, hints: bool = False) -> Mapping[str, str]:
    """Folded word of any language for a value of a key → the value; nothing where its values are free."""
    found: dict[str, str] = {}
    if key not in _VALUES and key not in _TRUE:
        return found
    for language in LANGUAGES:
        known = words(language)
        for value in ("true", "false") if key in _TRUE else _VALUES[key]:
            said = known.truths(value) if key in _TRUE else [known.value(value, key, type) for type in NODES]
            for word in (value, *said, *(known.hints_of(value) if hints else ())):
                if not known.is_doubtful(word):
                    found.setdefault(fold(word), value)
    return found


@cache
def narrower_words() -> frozenset[str]:
    """Folded words for a perspective that also say who is meant: ``Brukare``, ``Personal``."""
    return frozenset(fold(word) for word in _all_lists("lists", "narrower"))


@cache
def aside_words() -> frozenset[str]:
    """Folded words before a colon that say something beside the matter: ``OBS: ring facket``."""
    return frozenset(fold(word) for word in _all_lists("lists", "beside"))


@cache
def asking_words() -> frozenset[str]:
    """Folded words that questions begin with."""
    return frozenset(fold(word) for word in _all_lists("lists", "asking"))


@cache
def mail_words(*, sender: bool = False) -> frozenset[str]:
    """Folded words that lines of the head of a mail begin with; that of its ``sender`` alone."""
    lists = ("mail_from",) if sender else ("mail_from", "mail")
    return frozenset(fold(word) for name in lists for word in _all_lists("lists", name))


@cache
def reasons() -> re.Pattern[str]:
    """How a reason begins; group 1 is a word that makes one under an arrow alone."""
    under = "|".join(_escaped(_all_lists("because", "under_arrow")))
    always = "|".join(_escaped(_all_lists("because", "words")))
    return re.compile(rf"(?:({under})|(?:{always}))(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)


@cache
def requiring() -> re.Pattern[str]:
    """How a parenthesis begins that says what an opportunity requires."""
    return re.compile(rf"(?:{'|'.join(_escaped(_all_lists('begins', 'requires')))})\s+", re.IGNORECASE)


@cache
def asides() -> re.Pattern[str]:
    """How a parenthesis begins that says nobody: ``(se bilaga)``."""
    return re.compile(rf"(?:{'|'.join(_escaped(_all_lists('begins', 'aside')))})(?:[\s:,]|$)", re.IGNORECASE)


def likely_language(marks: Iterable[str], otherwise: str) -> str:
    """The language that nearly all marks belong to, where that otherwise taken has few of them.

    Args:
        marks: the words before the colons of lines, as typed.
        otherwise: the language taken where the marks do not tell.
    """
    known = [vocabulary(language) for language in LANGUAGES]
    folded = [mark for mark in map(fold, marks) if any(each.knows(mark) for each in known)]
    shares = {each.language: sum(map(each.knows, folded)) / max(1, len(folded)) for each in known}
    likely = [language for language, share in shares.items() if share >= 0.9]
    return likely[0] if len(likely) == 1 and shares[otherwise] <= 0.7 else otherwise


def _all_lists(group: str, name: str) -> list[str]:
    return [
        identity(word) if group == "lists" else word
        for language in LANGUAGES
        for word in texts(language).group(f"notation/{group}")[name]
    ]


def _escaped(words: list[str]) -> list[str]:
    return [re.escape(word) for word in sorted(set(words), key=len, reverse=True)]
