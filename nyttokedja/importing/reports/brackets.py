"""Words in brackets and tables, as ``[Kvalitet] [Brukare]`` → fields of a box."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from nyttokedja.importing.model import Remark
from nyttokedja.importing.notation.vocabulary import listed_values, narrower_words
from nyttokedja.importing.reports.vocabulary import column_of, timing_of
from nyttokedja.language.schema import canonical
from nyttokedja.model.spelling import fold

_BRACKET = re.compile(r"\[([^\[\]]+)\]")
_BETWEEN = " ,;·"
_AFTER = " ,;·."
_SEVERAL = re.compile(r"\s+(?:och|og|and|samt|&)\s+|\s*,\s*", re.IGNORECASE)
_LISTED = re.compile(r"\s*[,;]\s*")
_SAME = re.compile(r"\s*/\s*")
_SENTENCE = re.compile(r"(.+?[.!?])\s+(?=[\"”»(]?[A-ZÅÄÖÆØÉ])", re.DOTALL)


@dataclass(slots=True)
class Draft:
    """A box of a report while it is being read."""

    type: str
    title: str
    titled: bool = False
    level: int = 0
    fields: dict[str, Any] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def has(self, key: str) -> bool:
        """Whether boxes of its type have a key."""
        return key in canonical()["$defs"][self.type]["properties"]

    def put(self, key: str, value: Any) -> bool:
        """Give it a field, unless it cannot have it or has another value there."""
        return self.has(key) and self.fields.setdefault(key, value) == value

    def mark(self, brackets: str) -> None:
        """Take all that stands in brackets; what it has no place for is text, and said."""
        for said in map(str.strip, _BRACKET.findall(brackets)):
            parts = [] if self.take(said) else _LISTED.split(said)
            for part in parts:
                if len(parts) == 1 or not self.take(part):
                    self.keep(f"[{part}]")

    def keep(self, words: str) -> None:
        """Keep words in the description, which is said."""
        self.texts.append(words)
        self.remarks.append(Remark("kept-as-text", words))

    def take(self, words: str, column: str = "") -> bool:
        """Take words for a category, a perspective or a timing; whether they are one that it can have."""
        name, colon, value = words.partition(":")
        if colon and column_of(name):
            words, column = value.strip(), column_of(name)
        if column in ("", "category") and (value := category_of(words)):
            return self.put("category", value)
        if column in ("", "timing") and (value := timing_of(words)):
            return self.put("timing", value)
        return column in ("", "perspective") and self._take_perspective(words)

    def _take_perspective(self, words: str) -> bool:
        parts = [part for part in _SEVERAL.split(words) if part]
        known = [perspective_of(part) for part in parts]
        if not known or not all(known) or not self.put("perspective", known[0]):
            return False
        several = len(parts) > 1
        if several:
            self.remarks.append(Remark("report-several", f"{self.title}: {words}"))
        narrow = any(fold(one) in narrower_words() for part in parts for one in _SAME.split(part))
        if (several or narrow) and not self.put("for", words):
            self.keep(f"[{words}]")
        return True


def category_of(words: str) -> str:
    """The category that words name, or ""."""
    return listed_values("category", hints=True).get(fold(words), "")


def perspective_of(words: str) -> str:
    """The perspective that words name, or that each of ``Brukare/patienter`` does; "" for none."""
    values = listed_values("perspective", hints=True)
    known = {values.get(fold(part), "") for part in _SAME.split(words)}
    return known.pop() if len(known) == 1 else ""


def without_brackets(text: str) -> tuple[str, str]:
    """A text without the brackets at its end, and those."""
    rest = text.rstrip(_AFTER)
    while rest.endswith("]") and (start := rest.rfind("[")) >= 0 and "]" not in rest[start:-1]:
        rest = rest[:start].rstrip(_BETWEEN)
    found = text[len(rest) :]
    return (rest, found) if "[" in found else (text, "")


def title_and_text(text: str, bold: int = 0) -> tuple[str, str]:
    """The title that a text begins with, in bold type or its first sentence, and the rest."""
    if 0 < bold < len(text):
        title, rest = text[:bold], text[bold:]
    elif found := _SENTENCE.match(text):
        title, rest = found[1], text[found.end() :]
    else:
        title, rest = text, ""
    title, rest = title.strip(), rest.lstrip(" :.–—-").strip()
    return (title[:-1].rstrip() if title.endswith((".", ":")) and title[:-1].strip() else title), rest
