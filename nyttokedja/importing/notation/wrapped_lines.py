"""Lines → whole lines: one that only goes on with the words of the line above is put after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nyttokedja.importing.notation.arrow_signs import beginning, inline_arrow, is_rule
from nyttokedja.importing.notation.headers import COMMENT
from nyttokedja.importing.notation.lines import Line
from nyttokedja.importing.notation.marks import heading_kind, mark_of
from nyttokedja.importing.notation.vocabulary import Vocabulary, key_words, listed_values, reasons
from nyttokedja.model.spelling import fold

_KEY = re.compile(r"([^\W\d_][^:：]{0,40}?)\s*[:：]\s*(\S.*)")
_TRUTHS = ("behaviour", "effect_goal", "beside", "met")


def key_line(text: str) -> tuple[str, str] | None:
    """The canonical key and the value of a line that gives one to the note above; None for other lines."""
    match = _KEY.fullmatch(text)
    key = key_words().get(fold(match[1])) if match else None
    if match is None or key is None or (key in _TRUTHS and fold(match[2]) not in listed_values(key)):
        return None
    return key, match[2]


def whole_lines(lines: Iterable[Line], vocabulary: Vocabulary) -> Iterator[Line]:
    """The lines, with those that only go on with the words of the line above put after it."""
    before: Line | None = None
    last = 0
    for line in lines:
        if before and line.number == last + 1 and _goes_on(line, before, vocabulary):
            before = before._replace(text=f"{before.text} {line.text}")
        else:
            if before:
                yield before
            before = line
        last = line.number
    if before:
        yield before


def _goes_on(line: Line, before: Line, vocabulary: Vocabulary) -> bool:
    text = line.text
    if not text[0].islower() or line.indent <= before.indent:
        return False
    if before.text.startswith((*COMMENT, "#")) or is_rule(before.text):
        return False
    if (
        beginning(text).bullet
        or mark_of(text, vocabulary)
        or key_line(text)
        or heading_kind(text, vocabulary)
    ):
        return False
    if heading_kind(beginning(before.text).rest, vocabulary):
        return False
    reason = reasons().match(text)
    return not reason or (bool(reason[1]) and not _has_arrow(before.text))


def _has_arrow(text: str) -> bool:
    return bool(beginning(text).arrows) or inline_arrow(text) is not None
