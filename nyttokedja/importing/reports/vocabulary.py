"""The words that a written analysis is known by, each language's in its ``analyses.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from nyttokedja.importing.notation.vocabulary import listed_values
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import fold

KINDS = ("benefit", "opportunity", "drawback", "cost", "risk", "obstacle", "goal", "precondition")
"""Types of boxes that a report has a part for."""
_ROLES = {
    **{role: role for role in ("summary", "perspectives", "comparison", "facts", "aside")},
    "negative": "drawback",
    **{kind: kind for kind in KINDS},
}
_ORDER = ("summary", "aside", "perspectives", "comparison", "facts", "negative", *KINDS)
_LONGEST = 200
"""Characters of a heading that may say what stands under it."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ALTERNATIVE = re.compile(r"alternativ(?:et?)?\s+[ab]\b")
_FOR = re.compile(r"\s(?:för|for)\s+(?:the\s+)?(.+?)[\s.:]*$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:(?:kapitel|kap\.?|chapter)\s+)?((?:\d{1,2}\.)*\d{1,2})[.):]?\s+", re.IGNORECASE)


def number_of(heading: str) -> tuple[str, str]:
    """The number that a heading begins with, "" for none, and its words: ``4.2 Nyttor``."""
    found = _NUMBER.match(heading[:_LONGEST])
    return (found[1], heading[found.end() :]) if found else ("", heading)


def role_of(heading: str) -> str:
    """What the part under a heading holds, where all of its words say that and nothing else; else "".

    A type of `KINDS`; ``summary``, ``aside``, ``perspectives``, ``comparison``, ``facts``; or ``fact:``
    and the key of what the report says of itself.
    """
    if len(heading) > _LONGEST:
        return ""
    words = number_of(heading)[1].strip(" .:").casefold()
    if _ALTERNATIVE.match(words):
        return "comparison"
    if key := fact_of(words):
        return f"fact:{key}"
    for name in _ORDER:
        if _whole(name).fullmatch(words) or _is_all_of(words, name):
            return _ROLES[name]
    found = _WORD.findall(words)
    if found and _whole("summary").fullmatch(found[0]) and any(kind_of(word) for word in found[1:]):
        return "summary"
    kinds = [kind_of(word) for word in found]
    known = [kind for kind in kinds if kind]
    rest = [word for word, kind in zip(found, kinds, strict=True) if not kind and word not in _fillers()]
    return min(known, key=_precedence) if known and not rest else ""


def beginning_role(heading: str) -> str:
    """The type of boxes that a heading begins with the word for: ``Nyttor med digital signering``; or ""."""
    found = _WORD.findall(number_of(heading)[1].casefold())
    if found[:1] and _whole("summary").fullmatch(found[0]):
        return ""
    return next((kind for word in found[:1] if (kind := kind_of(word))), "")


def receiver_in(heading: str) -> str:
    """Whose boxes a heading says that it is over, where that is a perspective: ``Nyttor för brukare``."""
    found = _FOR.search(number_of(heading)[1][:_LONGEST])
    known = found is not None and fold(found[1]) in listed_values("perspective", hints=True)
    return found[1] if found and known else ""


def kinds_in(heading: str) -> tuple[str, ...]:
    """The types that a heading names as equals: those on both sides of an *and*."""
    parts = re.split(r"\s(?:och|og|and|&)\s|,", number_of(heading)[1].casefold())
    found = (next((kind for word in _WORD.findall(part) if (kind := kind_of(word))), "") for part in parts)
    return tuple(dict.fromkeys(kind for kind in found if kind))


def language_of(headings: Iterable[str], otherwise: str) -> str:
    """The language that most headings are words of."""
    counts = dict.fromkeys((otherwise, *LANGUAGES), 0)
    for heading in headings:
        for word in _WORD.findall(heading.casefold()):
            for language in LANGUAGES:
                counts[language] += _of_language(language).fullmatch(word) is not None
    return max(counts, key=lambda language: counts[language])


@cache
def kind_of(word: str) -> str:
    """The type of boxes that a word of a heading means, or ""."""
    return next((_ROLES[name] for name in ("negative", *KINDS) if _whole(name).fullmatch(word)), "")


def timing_of(words: str) -> str:
    """When costs under a heading arise, or ""."""
    return _by_word("timing").get(fold(words)) or listed_values("timing", hints=True).get(fold(words)) or ""


def fact_of(words: str) -> str:
    """The key that words are a name for in a table of facts, or ""."""
    return _by_word("facts").get(fold(words), "")


def column_of(words: str) -> str:
    """What a column of a table holds: category, perspective, text or timing; or ""."""
    return _by_list("category", "perspective", "text", "timing").get(fold(words), "")


def is_none(sentence: str) -> bool:
    """Whether a sentence says that something was looked for and not found."""
    return bool(_says_none().match(sentence)) and not _not_yet().search(sentence)


def says_none(sentence: str) -> bool:
    """Whether a sentence says that there is none, looked for or not."""
    words = _WORD.findall(sentence.casefold())
    return bool(words) and words[0] in word_list("none_said")


def alternative_of(words: str) -> str:
    """The alternative of a comparison that words name, now or new; or ""."""
    return _by_list("alternative_now", "alternative_new").get(fold(words), "").rpartition("_")[2]


@cache
def years() -> re.Pattern[str]:
    """How a time is written that is a number of years."""
    return re.compile(rf"\D*?(\d{{1,2}}(?:[.,]\d)?)\s*(?:{'|'.join(word_list('years'))})\b.*", re.IGNORECASE)


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of a list, of all languages."""
    return tuple(word for language in LANGUAGES for word in texts(language).group("analyses/lists")[name])


@cache
def _fillers() -> frozenset[str]:
    return frozenset(part for word in word_list("fillers") for part in word.split())


@cache
def _by_list(*names: str) -> Mapping[str, str]:
    """Folded word → the first of some lists that has it."""
    return {fold(word): name for name in reversed(names) for word in word_list(name)}


@cache
def _by_word(group: str) -> Mapping[str, str]:
    tables = [texts(language).group(f"analyses/{group}") for language in LANGUAGES]
    return {fold(word): key for table in tables for key, said in table.items() for word in said}


@cache
def _whole(name: str) -> re.Pattern[str]:
    said = [word for one in LANGUAGES for word in texts(one).group("analyses/headings")[name]]
    return re.compile("|".join(said))


@cache
def _of_language(language: str) -> re.Pattern[str]:
    table = texts(language).group("analyses/headings")
    return re.compile("|".join(word for name in KINDS for word in table[name]))


@cache
def _says_none() -> re.Pattern[str]:
    return re.compile("|".join(word_list("none")), re.IGNORECASE)


@cache
def _not_yet() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word_list('not_yet'))})\b", re.IGNORECASE)


def _is_all_of(words: str, name: str) -> bool:
    """Whether all words belong to a part that holds no boxes."""
    if name in KINDS or name == "negative":
        return False
    found = _WORD.findall(words)
    said = [word for word in found if _whole(name).fullmatch(word)]
    long = any(len(word) > 1 for word in said)
    return long and all(word in said or word in _fillers() for word in found)


def _precedence(kind: str) -> int:
    return KINDS.index(kind)
