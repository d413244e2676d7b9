"""What a chat or a mail puts beside a message: who wrote it, when and to whom, and who liked it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nyttokedja.importing.kind_words import kind_words
from nyttokedja.importing.notation.lines import Line
from nyttokedja.importing.notation.marks import is_emoji
from nyttokedja.importing.notation.vocabulary import aside_words, mail_words
from nyttokedja.model.spelling import fold

_ONE = r"[A-ZÅÄÖÆØÉ][\w.'-]*"
_NAME = rf"{_ONE}(?:\s+{_ONE}){{1,3}}"
_TIME = r"\[[^\[\]]{0,30}\b\d{1,2}[:.]\d\d\b[^\[\]]{0,10}\]"
_BEFORE = re.compile(rf"{_TIME}\s+{_NAME}\s*(?:$|:\s+)")
"""``[09:43] Namn Namnsson``, alone or before the message."""
_BEFORE_ONE = re.compile(rf"{_TIME}\s+(?P<name>{_ONE})\s*(?:$|:\s+)")
"""``[09:43] Namn``: a chat among people who know each other, or something that happens then."""
_TIMED = re.compile(_TIME)
_AFTER = re.compile(
    rf"{_NAME}\s+(?:\d{{4}}-\d\d-\d\d\s+)?\d{{1,2}}:\d\d(?:\s+(?i:redigerad|redigert|edited))?"
)
"""``Namn Namnsson  09:43``, alone; a meeting may be called so too, but not several."""
_WROTE = re.compile(r"[^<>]*<[^<>\s]+@[^<>\s]+>[^<>]*:")
"""What a mail puts above what it answers: ``Den 2 oktober skrev Namn <namn@example.se>:``."""
_HEADER = re.compile(r"(?P<word>[^\W\d_][^:]{0,15}?)\s*:(?:\s|$)")
_FEWEST = 3
"""So many lines together are the head of a mail."""
_LETTER = re.compile(r"[^\W\d_]")


def senders(lines: Sequence[Line]) -> Mapping[int, str]:
    """Number of a line → what it begins with that says who wrote, or to whom."""
    found = {line.number: match[0] for line in lines if (match := _BEFORE.match(line.text))}
    after = [line for line in lines if _AFTER.fullmatch(line.text)]
    if len(after) > 1:
        found |= {line.number: line.text for line in after}
    found |= _of_one_name(lines)
    found |= {line.number: line.text for line in lines if _WROTE.fullmatch(line.text)}
    for head in _heads(lines):
        found |= {line.number: line.text for line in head}
    return found


def is_reaction(text: str) -> bool:
    """Whether a line only counts who liked a message: ``👍 2``."""
    if _LETTER.search(text):
        return False
    rest = "".join(char for char in text if not is_emoji(char))
    return rest != text and bool(re.fullmatch(r"\s*(?:\d{1,3}\s*)+", rest))


def _of_one_name(lines: Sequence[Line]) -> Mapping[int, str]:
    """Lines with one name, before a message or above the line with it, where there are several."""
    alone: dict[int, str] = {}
    before: dict[int, str] = {}
    for n, line in enumerate(lines):
        match = _BEFORE_ONE.match(line.text)
        if match is None or fold(match["name"]) in aside_words() | kind_words().keys():
            continue
        if match.end() < len(line.text):
            before[line.number] = match[0]
        elif lines[n + 1 :] and not _TIMED.match(lines[n + 1].text):
            alone[line.number] = match[0]
    return {**before, **alone} if len(alone) + len(before) > 1 else {}


def _heads(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The heads of mails that have been pasted: lines together that say from whom, when, to whom, on what."""
    head: list[Line] = []
    for line in (*lines, Line(0, 0, "")):
        match = _HEADER.match(line.text)
        is_header = match is not None and fold(match["word"]) in mail_words()
        if is_header and (not head or line.number == head[-1].number + 1):
            head.append(line)
            continue
        words = {fold(one.text.partition(":")[0]) for one in head}
        if len(head) >= _FEWEST and words & mail_words(sender=True):
            yield head
        head = [line] if is_header else []
