"""Text → the same text without characters that no font here has, and which those were.

A character without a glyph would be drawn as an empty box without a word, and PDF/UA forbids it. It forbids
also what fonts draw as one shape of several characters, where a PDF cannot say of which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from nyttokedja.drawing.typesetting.metrics import advances
from nyttokedja.printing.model import Remark
from nyttokedja.printing.typst import has_glyphs

SUBSTITUTE = "□"
"""What stands for a character that cannot be shown."""

_MOST = 600
"""So many characters outside of the table of advances are looked up; further ones count as missing."""

_SPACES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]")


class Lettering(NamedTuple):
    """How texts are made printable: ``substitutes`` for the characters that are ``missing``.

    Some are missing only where they stand together: those parts of texts are ``joined``.
    """

    missing: tuple[str, ...]
    substitutes: Mapping[int, str]
    joined: Mapping[str, str] = MappingProxyType({})

    def __call__(self, text: str) -> str:
        """The text with a substitute for each character that is missing."""
        text = _plain(text).translate(self.substitutes)
        for part, shown in self.joined.items():
            text = text.replace(part, shown)
        return text


def lettering_of(texts: Iterable[str], *, tagged: bool = True) -> Lettering:
    """How the texts are made printable; ``tagged`` for a PDF, out of which its text can be read."""
    plain = [_plain(text) for text in texts]
    used = {char for text in plain for char in set(text)}
    rare = sorted(used - advances().keys() - {"\n"})
    missing = [*_without_glyphs(tuple(rare[:_MOST])), *rare[_MOST:]]
    substitutes = {ord(char): SUBSTITUTE for char in missing}
    left = [char for char in rare if ord(char) not in substitutes]
    if not tagged or not left:
        return Lettering(tuple(missing), substitutes)
    one = re.compile(f"[{re.escape(''.join(left))}]")
    together = re.compile(rf"\S?{one.pattern}+")
    parts = {part for text in plain for part in together.findall(text.translate(substitutes))}
    refused = sorted(_without_glyphs(tuple(sorted(parts - {*left}))), key=len, reverse=True)
    missing += sorted({char for part in refused for char in one.findall(part)})
    return Lettering(tuple(missing), substitutes, {part: one.sub(SUBSTITUTE, part) for part in refused})


def printable(data: Any) -> tuple[Any, tuple[Remark, ...]]:
    """The data with every text in it made printable, and what has to be said of that."""
    lettering = lettering_of(_strings(data))
    remarks = (Remark.of_missing(lettering.missing),) if lettering.missing else ()
    return _set(data, lettering), remarks


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from chain.from_iterable(map(_strings, data.values()))
    elif isinstance(data, list | tuple):
        yield from chain.from_iterable(map(_strings, data))


def _set(data: Any, lettering: Lettering) -> Any:
    if isinstance(data, str):
        return lettering(data)
    if isinstance(data, Mapping):
        return {key: _set(value, lettering) for key, value in data.items()}
    return [_set(value, lettering) for value in data] if isinstance(data, list | tuple) else data


def _plain(text: str) -> str:
    return _INVISIBLE.sub("", _SPACES.sub(" ", text))


@cache
def _without_glyphs(chars: Sequence[str]) -> tuple[str, ...]:
    """Those of the characters, or of what stands together, that no font has, found by halving."""
    if not chars or has_glyphs(" ".join(chars)):
        return ()
    if len(chars) == 1:
        return tuple(chars)
    middle = len(chars) // 2
    return (*_without_glyphs(chars[:middle]), *_without_glyphs(chars[middle:]))
