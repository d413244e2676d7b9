"""Words that rules listen for in the texts of a chain: each language's are in its ``lexicon.toml``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.heard_words import alternatives, followed, frozen, pairs, words_of
from nyttokedja.language.tables import table

_VAGUE = re.compile("t?a+n(?:ja*n)*")
"""Adjectives on nouns, by the letters of their kinds: ``en ökad kvalitet och effektivitet``."""

_ORGANISED = ("own", "others")
"""The perspectives that are organisations, or people of one."""


@cache
def lexicon(language: str) -> Lexicon:
    """The words to listen for in one language, read once."""
    return Lexicon(language)


class Lexicon:
    """The words to listen for in texts of one language."""

    def __init__(self, language: str) -> None:
        self._table: Mapping[str, Any] = frozen(table(language, "lexicon"))

    # -- titles -----------------------------------------------------------------------------------

    def says_two_things(self, title: str) -> bool:
        """Whether a comparative comes right after a joining word, with another and a noun before it."""
        words = words_of(title)
        if self._joining.isdisjoint(words) or self._joint.search(title) is None:
            return False
        compares = [word in self._comparatives for word in words]
        return any(
            word in self._joining and compares[n + 1] and not compares[n - 1] and any(compares[:n])
            for n, word in enumerate(words[:-1])
        )

    def is_vague(self, title: str) -> bool:
        """Whether a title is vague adjectives on vague nouns and, at most, a vague place."""
        words = words_of(title)
        if not words or words[0] not in self._vague_words:
            return False
        end = next((n for n, word in enumerate(words) if word not in self._vague_words), len(words))
        kinds = "".join(self._vague_words[word] for word in words[:end])
        rest = " ".join(words[end:])
        return _VAGUE.fullmatch(kinds) is not None and (not rest or rest in self._table["vague"]["places"])

    @cached_property
    def _joining(self) -> frozenset[str]:
        return frozenset((*self._table["joining"]["words"], "&", "+"))

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        return re.compile(rf"[&+]|\b(?:{alternatives(self._table['joining']['words'])})\b", re.IGNORECASE)

    @cached_property
    def _comparatives(self) -> frozenset[str]:
        change = self._table["change"]
        return frozenset((*change["less"], *change["more"], *change["other"]))

    @cached_property
    def _vague_words(self) -> Mapping[str, str]:
        """Word → the letter of its kind in `_VAGUE`."""
        vague = self._table["vague"]
        kinds = {"t": vague["articles"], "a": vague["adjectives"], "n": vague["nouns"], "j": self._joining}
        return {word: kind for kind, words in kinds.items() for word in words}

    # -- time and money ---------------------------------------------------------------------------

    def speaks_of_freed_time(self, title: str) -> bool:
        """Whether a title says that time or capacity is freed."""
        freed = self._table["freed"]
        words = self._plain_words(title)
        return not self._freed.isdisjoint(words) or followed(words, self._freeing, freed["what"])

    def speaks_of_money(self, title: str) -> bool:
        """Whether a title says that money is saved, spent or earned; saved time is no money."""
        money = self._table["money"]
        words = self._plain_words(title)
        if not self._spending.isdisjoint(words):
            moneys = {word for word in words if word.endswith(money["endings"]) or word in money["units"]}
            if followed(words, self._spending, moneys):
                return True
        return any(word in money["words"] and after not in money["of"] for word, after in pairs(words))

    def frees_time(self, title: str) -> bool:
        """Whether a title says in so many words that time is freed; something may well take less time."""
        freed = self._table["freed"]
        return followed(self._plain_words(title), frozenset(freed["surely"]), freed["what"])

    def names_time(self, title: str) -> bool:
        """Whether a title speaks of time or capacity at all."""
        freed, words = self._table["freed"], self._plain_words(title)
        return any(word in self._freed or word.endswith(freed["what"]) for word in words)

    def speaks_of(self, kind: str, title: str) -> bool:
        """Whether a title has a word for quality or environment as such."""
        return any(word.endswith(self._table[kind]["endings"]) for word in self._plain_words(title))

    def denies(self, text: str) -> bool:
        """Whether a text holds a word that denies something."""
        return not set(words_of(text)).isdisjoint(self._table["denying"]["words"])

    @cached_property
    def _freed(self) -> frozenset[str]:
        return frozenset(self._table["freed"]["words"])

    @cached_property
    def _freeing(self) -> frozenset[str]:
        return frozenset((*self._table["freed"]["before"], *self._table["change"]["less"]))

    @cached_property
    def _spending(self) -> frozenset[str]:
        change = self._table["change"]
        return frozenset((*self._table["money"]["before"], *change["less"], *change["more"]))

    def _plain_words(self, text: str) -> tuple[str, ...]:
        """The words of a text without the first of two that share an ending: ``porto- och``."""
        return words_of(self._suspended.sub("", text) if "-" in text else text)

    @cached_property
    def _suspended(self) -> re.Pattern[str]:
        joining = alternatives(self._table["joining"]["words"])
        return re.compile(rf"\b\w++-\s++(?:{joining})\s++", re.IGNORECASE)

    def is_in_money(self, unit: str) -> bool:
        """Whether a unit is one of money: ``kr/år``, ``tkr per plats``."""
        return not set(self._table["money"]["units"]).isdisjoint(words_of(unit))

    # -- receivers --------------------------------------------------------------------------------

    def perspectives(self, receiver: str, named: Mapping[str, str]) -> tuple[str, ...]:
        """The perspectives that a text with several receivers names, in its order; none twice.

        Args:
            receiver: who receives, as a chain says it: ``Brukare och kommunen``.
            named: perspective → what the chain itself calls it.
        """
        if self._joint.search(receiver) is None and not set(receiver) & set(",;/"):
            return ()
        text = self._places.sub(" ", unicodedata.normalize("NFC", receiver).casefold())
        own = {name.casefold(): perspective for perspective, name in named.items()}
        found: dict[str, None] = {}
        within = False  # the part before ends in an organisation: "patients in the region and …"
        for part in self._parts.split(text):
            kinds = [own.get(word) or self._kind(word) for word in words_of(part)]
            heard = [kind for kind in kinds if kind]
            if heard and not (within and heard[0] in _ORGANISED):
                found[heard[0]] = None
            within = len(heard) > 1 and kinds[-1] in _ORGANISED
        return tuple(found)

    def _kind(self, word: str) -> str | None:
        return next((kind for kind, endings in self._endings.items() if word.endswith(endings)), None)

    @cached_property
    def _endings(self) -> Mapping[str, tuple[str, ...]]:
        kinds = ("own", "residents", "relatives", "others", "society")
        return {kind: self._table["receivers"][kind] for kind in kinds}

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        return re.compile(rf"[,;/&+]|\b(?:{alternatives(self._table['joining']['words'])})\b")

    @cached_property
    def _places(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{alternatives(self._table['receivers']['places']) or '(?!)'})\b")

    # -- owners -----------------------------------------------------------------------------------

    def roles(self, owner: str) -> tuple[str, ...]:
        """The roles that an owner is made of; none where one role with several words is meant.

        What is none by itself is a place or a field of the one before it, or the first half of a word.
        """
        roles: list[str] = []
        halves: list[str] = []
        for side in filter(None, map(str.strip, self._sides.split(self._aside.sub(" ", owner)))):
            if self._is_role(side) and not (roles and self._is_governed(side, roles[-1])):
                roles.append(", ".join((*halves, side)))
                halves = []
            elif side.endswith("-"):
                halves.append(side)
            elif roles:
                roles[-1] = f"{roles[-1]}, {side}"
        return tuple(roles) if len(roles) > 1 else ()

    def _is_governed(self, side: str, before: str) -> bool:
        """Whether one word, which may mean several people, can be those that the role before it is for."""
        roles = self._table["roles"]
        words = words_of(side)
        may_be_several = len(words) == 1 and words[0].endswith(roles["plurals"])
        return may_be_several and not set(roles["of"]).isdisjoint(words_of(before))

    def _is_role(self, side: str) -> bool:
        """Whether the words begin with a role; what one does beside a lead counts where it stands alone."""
        roles = self._table["roles"]
        words = words_of(side)
        if side.endswith("-") or not words or words[0] in roles["same"]:
            return False
        leads = any(word.endswith(roles["leads"]) for word in words[:2])
        return leads or (len(words) == 1 and words[0].endswith(roles["others"]))

    @cached_property
    def _sides(self) -> re.Pattern[str]:
        either = alternatives(self._table["roles"]["either"])
        joining = alternatives(self._table["joining"]["words"])
        return re.compile(rf"[,;&+]|(?:/|\b(?:{joining})\b)(?:/?\s*\b(?:{either})\b)?", re.IGNORECASE)

    _aside = re.compile(r"\([^()]*\)")

    # -- solutions and questions ------------------------------------------------------------------

    def names_solution(self, title: str) -> bool:
        """Whether a title names what is new, bought or introduced, and not what becomes better by it."""
        solution, words = self._table["solution"], words_of(title)
        words = words[1:] if words[:1] and words[0] in solution["articles"] else words
        if words[:1] and words[0] in solution["introducing"]:
            return words[1:2] == (solution["of"],)
        rest = words
        while rest and (rest[0] in solution["new"] or rest[0] in solution["kinds"]):
            rest = rest[1:]
        is_thing = bool(rest) and rest[0].endswith(solution["endings"])
        return len(rest) < len(words) and is_thing and (not rest[1:] or rest[1] in solution["after"])

    @property
    def template_titles(self) -> tuple[str, ...]:
        """The questions that a new chain begins with, as titles of its boxes, casefolded."""
        return tuple(self._table["template"]["titles"])

    # -- retired words ----------------------------------------------------------------------------

    def retired(self, text: str) -> Iterator[tuple[str, str]]:
        """The words of a text that the method has left, the first of each kind, and what is said instead."""
        text = unicodedata.normalize("NFC", text)
        plain = text.casefold()
        for written, now in self._retired:
            near = [word for word in written if word in plain]
            if near and (match := re.search(rf"\b(?:{alternatives(near)})\b(?!-)", text, re.IGNORECASE)):
                yield match[0], now

    @cached_property
    def _retired(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return tuple((entry["written"], entry["now"]) for entry in self._table["retired"]["words"])


@cache
def _project() -> re.Pattern[str]:
    """A project or its staff in any language; a project *office* is in the line."""
    tables = [table(language, "lexicon")["project"] for language in LANGUAGES]
    prefixes, words, staff = (
        alternatives(word for each in tables for word in each[name])
        for name in ("prefixes", "words", "staff")
    )
    return re.compile(rf"\b(?:{prefixes})?(?:{words})(?:[ ]?(?:{staff}))?\b(?!-)", re.IGNORECASE)


def names_project(role: str) -> bool:
    """Whether a role is a project, its leader or its staff."""
    return _project().search(role) is not None
