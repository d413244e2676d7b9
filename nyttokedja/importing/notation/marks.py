"""The mark of its kind that a note begins with, and the marks at its end: who, whose, tags, category."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from nyttokedja.importing.notation.vocabulary import Vocabulary, heading_words
from nyttokedja.model.spelling import fold as folded

_WORD = r"(?P<word>[^\W\d_][^:：\[\]()\"”“]{0,30}?)\s*\d{0,3}"
_COLON = re.compile(rf"{_WORD}\s*[:：](?!(?<=\d[:：])\d)\s*")
_BRACKETS = re.compile(rf"(?:\[\s*{_WORD}\s*\]|\(\s*{_WORD.replace('word', 'other')}\s*\))\s*[:：]?\s*")
_DASHED = re.compile(rf"{_WORD}\s+[-–—]\s+(?=\S)")
_BARE = re.compile(r"(?P<word>[A-ZÅÄÖÆØ]{1,2})\s+(?=[A-ZÅÄÖÆØ]\w)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")
_TAIL = re.compile(
    r"(?<=\S)(?:\s+(?:\([^()]*\)|\[[^\[\]]*\]|\#[^\W\d_][^\s#@()\[\]]*|@(?=[^\W_])[^@\#()\[\]]*?(?=\s+[\#@(\[]|\s*$)))+\s*$"
)
_TAIL_MARK = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|\#[^\W\d_][^\s#@()\[\]]*|@[^@\#()\[\]]*?(?=\s+[\#@(\[]|\s*$)"
)
_QUOTES = {'"': '"', "”": "”", "“": "”", "„": "“", "«": "»", "»": "«"}
_LETTER = 2
fold = lru_cache(maxsize=4096)(folded)
"""The few words that stand before colons, folded once."""
_MOST_QUOTES = 20
_MOST_EMPHASIS = 4


class Mark(NamedTuple):
    """The mark that a note begins with.

    ``shared`` is the letter where it could have meant another kind; ``bare`` whether its colon is missing.
    ``emoji`` stood before it and belongs to the words, which begin at ``end``.
    """

    kind: str
    end: int
    shared: str = ""
    bare: str = ""
    emoji: str = ""


def plain(text: str) -> str:
    """A note without the emphasis that is round all of it, or round its mark: ``**Nytta:** Snabbt``."""
    for _ in range(_MOST_EMPHASIS):
        if text[:1] not in ("*", "_") or (match := _EMPHASIS.match(text)) is None:
            break
        after = text[match.end() :]
        is_mark = match[2].rstrip().endswith(":") or after.lstrip().startswith(":")
        if after.strip() and not is_mark:
            break
        text = match[2] + after if is_mark else match[2]
    return text


def mark_of(text: str, vocabulary: Vocabulary, arrow: str = "", *, bare: bool = False) -> Mark | None:
    """The mark that a text begins with.

    Args:
        text: a note, without bullet and arrows.
        vocabulary: that of its language.
        arrow: the arrow before it: ``arrow``, ``opportunity``, or "" for none and for hindrances.
        bare: whether two capitals without a colon are a mark too: after an arrow or a bullet.
    """
    emoji = _emoji(text)
    body = text[len(emoji) :]
    offset = len(emoji)
    if match := _COLON.match(body):
        word = fold(match["word"])
        if found := _kind(word, vocabulary, arrow):
            return Mark(found, offset + match.end(), _shared(word, vocabulary), "", emoji.strip())
    if body[:1] in ("[", "(") and (match := _BRACKETS.match(body)):
        written = match["word"] or match["other"]
        word = fold(written)
        kind = vocabulary.kind_of_word(word) or (written.isupper() and _kind(word, vocabulary, arrow))
        if kind and body[match.end() :]:
            return Mark(kind, offset + match.end(), _shared(word, vocabulary), "", emoji.strip())
    if (match := _DASHED.match(body)) and (kind := vocabulary.kind_of_word(fold(match["word"]))):
        return Mark(kind, offset + match.end(), "", "", emoji.strip())
    if bare and (match := _BARE.match(body)) and (kind := _letter(fold(match["word"]), vocabulary, arrow)):
        shared = _shared(fold(match["word"]), vocabulary)
        return Mark(kind, offset + match.end(), shared, match["word"], emoji.strip())
    return None


def heading_kind(text: str, vocabulary: Vocabulary) -> str | None:
    """The kind that a line is only a word for, as ``## 2. Nyttor`` is."""
    said = text.lstrip("#").strip()
    if ":" in said.rstrip(":* _"):
        return None
    word = fold(plain(said).rstrip(": ：").lstrip("0123456789.) "))
    begun = said.endswith(":")
    found = vocabulary.kind_of_word(word, begun=begun) or vocabulary.kind_of_word(word.rstrip("0123456789"))
    return found or (heading_words().get(word) if begun or text.startswith("#") else None)


def quoted_title(text: str, cut: Callable[[str], int]) -> tuple[str, int] | None:
    """The title that quotation marks are round, without straight ones, and where the note goes on after it.

    None where a text begins with no such title: more than marks stands before the place, by ``cut``, where
    what comes after it belongs to the note no more.
    """
    closing = _QUOTES.get(text[:1])
    at = text.find(closing, 1) if closing else -1
    for _ in range(_MOST_QUOTES):
        if at < 0:
            break
        rest = text[at + 1 :]
        rest = rest[: cut(rest)]
        if not rest.strip() or ((match := _TAIL.search(f"x{rest}")) and match.start() == 1):
            title = text[1:at] if text[0] == '"' else text[: at + 1]
            return (title, at + 1) if title.strip('"”“„«» ') else None
        at = text.find(closing or "", at + 1)
    return None


def split_tail(text: str) -> tuple[str, list[str]]:
    """Words → the words before the marks at their end, and those marks, as typed.

    Emoji after the marks go to the words: ``Tid (personal) 👍`` is *Tid 👍* for *personal*.
    """
    said = text
    while said and (said[-1] == " " or is_emoji(said[-1])):
        said = said[:-1]
    if said[-1:] not in ")]" and "#" not in said and "@" not in said:
        return text, []
    match = _TAIL.search(said)
    if match is None:
        return text, []
    emoji = text[len(said) :].strip()
    return " ".join(filter(None, (said[: match.start()], emoji))), _TAIL_MARK.findall(match[0])


def _kind(word: str, vocabulary: Vocabulary, arrow: str) -> str | None:
    return _letter(word, vocabulary, arrow) or vocabulary.kind_of_word(word, begun=True)


def _letter(word: str, vocabulary: Vocabulary, arrow: str) -> str | None:
    if len(word) > _LETTER:
        return None
    if word in vocabulary.shared:
        kinds = vocabulary.shared[word]
        return kinds.get(arrow) or kinds["else"]
    return vocabulary.letters.get(word)


def _shared(word: str, vocabulary: Vocabulary) -> str:
    return word if word in vocabulary.shared else ""


def _emoji(text: str) -> str:
    """The emoji and spaces that a text begins with."""
    if not text or text[0].isalnum() or text.isascii():
        return ""
    end = next((n for n, char in enumerate(text) if not is_emoji(char) and char != " "), len(text))
    return text[:end] if any(map(is_emoji, text[:end])) else ""


def is_emoji(char: str) -> bool:
    """Whether a character is an emoji, or a part of one."""
    return char in "\u200d\ufe0f\u20e3" or unicodedata.category(char) in ("So", "Sk")
