"""What headings and labels of tables mean: the lists of each language's ``headings.toml``, read once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from nyttokedja.importing.kind_words import kind_of_word, kind_words
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import NodeType
from nyttokedja.model.spelling import fold

KINDS = frozenset({*(kind.value for kind in NodeType), "behaviour", "note"})
"""What a row or a column of boxes may be."""
LONGEST = 80
"""So many characters a heading or label has at most."""
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NUMBERED = re.compile(r"(?<=\w)[\s.:]*\d{1,3}[.:]?$|^\d{1,3}[.)]?\s+")
_GUESSED_BY_BEGINNING = frozenset(
    {"owner", "for", "when", "text", "source", "indicator", "baseline", "target", "measurement"}
)
"""What a heading may mean that only begins with a word for it: *Ägare till nyttan*."""
MILESTONE = re.compile(r"(?:milestone|milstolpe|milepæl|delmål)\s*\d+", re.IGNORECASE)


@lru_cache(maxsize=4096)
def meanings(heading: str) -> tuple[str, ...]:
    """What a heading may mean: names of columns, and kinds of boxes; () where nobody knows.

    ``Kostnad (kr)`` is *Kostnad*, ``Nytta 1`` is *Nytta*.
    """
    if not heading or len(heading) > LONGEST:
        return ()
    plain = _ASIDE.sub(" ", heading).strip(" :*")
    for said in (heading, plain, _NUMBERED.sub("", plain)):
        if found := _known().get(fold(said)):
            return tuple(found)
        if kind := kind_of_word(said):
            return (kind,)
    tokens = _WORDS.findall(plain)
    for n in range(len(tokens) - 1, 0, -1):
        begun = _known().get(fold(" ".join(tokens[:n])), {})
        if sure := [key for key in begun if key in _GUESSED_BY_BEGINNING]:
            return (sure[0],)
    return ()


@lru_cache(maxsize=4096)
def kind_of_label(label: str) -> str | None:
    """The kind that a cell names: ``Nytta 2``, ``Outputs Workpackage 2``, ``Impact / ultimate outcome``."""
    if not label or len(label) > LONGEST:
        return None
    for part in (label, *label.replace(",", "/").split("/")):
        if kind := _kind(part):
            return kind
    tokens = _WORDS.findall(label)
    ends = (*(tokens[:n] for n in (2, 1)), *(tokens[-n:] for n in (2, 1)))
    return next(
        (kind for few in ends if len(few) < len(tokens) <= 5 and (kind := _kind(" ".join(few)))), None
    )


@lru_cache(maxsize=4096)
def is_rating(text: str) -> bool:
    """Whether a text only says how much, yes or no: no words for a box."""
    return fold(text) in _ratings() or not any(map(str.isalpha, text))


def language_of(headings: Iterable[str]) -> str:
    """The language that most of some headings are in; "" where that is not clear."""
    spoken: Counter[str] = Counter()
    for heading in headings:
        spoken.update(_spoken().get(fold(_ASIDE.sub(" ", heading)), ()))
    (first, n), (_, second) = [*spoken.most_common(2), ("", 0), ("", 0)][:2]
    return first if n > second else ""


def _kind(part: str) -> str | None:
    plain = _ASIDE.sub(" ", part).strip(" :*")
    found = (_of_headings().get(fold(said)) for said in (plain, _NUMBERED.sub("", plain)))
    return kind_of_word(plain) or next((kind for kind in found if kind), None)


@cache
def _known() -> Mapping[str, Mapping[str, None]]:
    known: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        said = texts(language).group("headings/")
        for key, words in (*said["columns"].items(), *said["kinds"].items()):
            for word in words:
                known.setdefault(fold(word), {})[key] = None
    for word, kind in kind_words().items():
        known.setdefault(word, {})[kind] = None
    return known


@cache
def _of_headings() -> Mapping[str, str]:
    kinds: dict[str, str] = {}
    for language in LANGUAGES:
        for kind, words in texts(language).group("headings/kinds").items():
            for word in words:
                kinds.setdefault(fold(word), kind)
    return kinds


@cache
def _ratings() -> frozenset[str]:
    return frozenset(
        fold(word) for language in LANGUAGES for word in texts(language).group("headings/ratings")["words"]
    )


@cache
def _spoken() -> Mapping[str, frozenset[str]]:
    spoken: dict[str, set[str]] = {}
    for language in LANGUAGES:
        said = texts(language).group("headings/")
        for words in (*said["columns"].values(), *said["kinds"].values()):
            for word in words:
                spoken.setdefault(fold(word), set()).add(language)
    return {word: frozenset(languages) for word, languages in spoken.items()}
