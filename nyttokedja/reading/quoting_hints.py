"""What a remedy shows: a text in the quotation marks that it needs, and the format's own words."""

from __future__ import annotations

import re
from functools import cache

from nyttokedja.language.keywords import format_words

_LONGEST = 100
_QUESTION = re.compile(r"- +(\? +)$")
_NOT_IN_BRACES = re.compile(r"^\W|[,\[\]{}#\"']|:(?:\s|$)")
_STRAIGHT = ("'", '"')
CURLY = "”“„«»’‘"


def quoted(text: str) -> str:
    """``: "the text"`` in quotation marks that can hold it; "." for one too long to be repeated."""
    text = " ".join(text.split())
    if not text:
        return "."
    marks = '"' if '"' not in text and "\\" not in text else "'"
    return example(f"{marks}{text.replace(marks, marks * 2)}{marks}")


def in_braces(text: str) -> str:
    """A text as it can stand between braces: in quotation marks where it needs them."""
    return text if not _NOT_IN_BRACES.search(text) else quoted(text).removeprefix(": ")


def example(text: str) -> str:
    """``: the text``, or "." for one too long to be repeated: shortened, it would be written so."""
    text = " ".join(text.split())
    return f": {text}" if len(text) <= _LONGEST else "."


def inner(value: str) -> str:
    """A value without the quotation marks around it, whatever stands between them."""
    if len(value) > 1 and value[0] in _STRAIGHT and value[-1] == value[0]:
        text = value[1:-1]
        return text.replace('\\"', '"') if value[0] == '"' else text.replace("''", "'")
    if len(value) > 1 and value[0] in CURLY and value[-1] in CURLY and not set(value[1:-1]) & set(CURLY):
        return value[1:-1]
    return value


def after_quotes(value: str) -> str:
    """What follows the closing quotation mark of a value that begins with one; "" for nothing."""
    quote, at = value[:1], 1
    while quote in _STRAIGHT and (at := value.find(quote, at)) >= 0:
        if quote == "'" and value[at + 1 : at + 2] == "'":
            at += 2
        elif quote == '"' and _is_escaped(value, at):
            at += 1
        else:
            return value[at + 1 :].strip()
    return ""


def question(text: str, start: int) -> tuple[int, str] | None:
    """Where an item of a list begins that is a question mark and a text with a colon, and what it says."""
    before = _QUESTION.search(text, max(0, start - _LONGEST), start)
    if before is None:
        return None
    mark = before.start(1)
    end = min((at for sign in "\r\n" if (at := text.find(sign, start)) >= 0), default=len(text))
    return mark, text[mark:end].split(" #", maxsplit=1)[0].rstrip()


def _is_escaped(value: str, at: int) -> bool:
    before = value[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


@cache
def keys() -> frozenset[str]:
    """The words for the format's keys in every language, but those of a single letter."""
    return frozenset(word for word in format_words() if len(word) > 1)
