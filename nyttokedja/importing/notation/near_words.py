"""Titles that differ in one word by a letter or two: most likely one box, spelt in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.model.spelling import fold, is_slip

_MOST = 12
"""So many titles with all but one word in common are a series, and no slips of each other."""
_SHORTEST = 4


def near_titles(titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of titles, the later one first, that are the same but for a slip in one word."""
    alike: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    said: set[tuple[str, str]] = set()
    for title in titles:
        words = title.casefold().split()
        for n, word in enumerate(words):
            if len(word) < _SHORTEST or not word.isalpha():
                continue
            rest = (*words[:n], "", *words[n + 1 :]) if len(words) > 1 else (word[:1],)
            others = alike.setdefault(rest, [])
            for other, known in others:
                if word != other and (title, known) not in said and _is_slip(word, other):
                    said.add((title, known))
                    yield title, known
            if len(others) < _MOST:
                others.append((word, title))


def _is_slip(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= 2 and (fold(one) == fold(other) or is_slip(one, other))
