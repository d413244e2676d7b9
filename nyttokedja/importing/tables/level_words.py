"""A cell's text → the level that it says: as a number, a word for the level, or its anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.tables.sheets import Cell
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.maturity import LEVELS, StatementSet
from nyttokedja.model.spelling import fold

NO_LEVEL = -1
"""What is no level, and no blank either."""
_NUMBERED = re.compile(r"([^\W\d]*)\s*(\d+)(?:[.,]0+)?(?!\d)\s*[-–—:.,;)=]*\s*(\D*)")
_BLANK = re.compile(r"[\s\-–—?.]*")


class LevelReader:
    """Reads answers to the statements of some sets, which have the same ids in several languages."""

    def __init__(self, sets: Iterable[StatementSet]) -> None:
        self._words: dict[str, int] = {}
        self._anchors: dict[tuple[str, str], int] = {}
        for each in sets:
            self._words.update((fold(word), level) for level, word in enumerate(each.levels, 1))
            for one in each.statements:
                self._anchors.update(
                    ((one.id, fold(text)), level) for level, text in enumerate(one.anchors, 1)
                )

    def level(self, cell: Cell, statement: str) -> int | None:
        """The level that a cell says; None for a blank or *I do not know*, `NO_LEVEL` for what is none."""
        text = cleaned(cell.text)
        if cell.number is not None and not cell.percent:
            return _within(cell.number)
        if _BLANK.fullmatch(text) or fold(text) in heard("unknown"):
            return None
        if (numbered := _NUMBERED.fullmatch(text)) and _is_lead(numbered[1]):
            level, word = int(numbered[2]), fold(numbered[3])
            said = self._words.get(word, self._anchors.get((statement, word), level))
            return _within(level) if said == level else NO_LEVEL
        folded = fold(text)
        return self._words.get(folded, self._anchors.get((statement, folded), NO_LEVEL))


def _within(number: float) -> int:
    return int(number) if number in range(1, LEVELS + 1) else NO_LEVEL


def _is_lead(word: str) -> bool:
    """Whether a word before a number is none, or says that it is a level."""
    return not word or fold(word) in heard("answer")


@cache
def heard(what: str) -> frozenset[str]:
    """The words, folded, of a kind that others write in tables."""
    every = (texts(language).group("maturity/heard")[what] for language in LANGUAGES)
    return frozenset(fold(word) for words in every for word in words)
