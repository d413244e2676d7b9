"""What a chat puts beside a message: who wrote it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = r"[A-ZÅÄÖÆØÉ][\w.'-]*(?:\s+[A-ZÅÄÖÆØÉ][\w.'-]*){1,3}"
_BEFORE = re.compile(rf"\[[^\[\]]{{0,30}}\b\d{{1,2}}[:.]\d\d\b[^\[\]]{{0,10}}\]\s+{_NAME}\s*(?:$|:\s+)")
"""``[09:43] Namn Namnsson``, alone or before the message."""
_AFTER = re.compile(
    rf"{_NAME}\s+(?:\d{{4}}-\d\d-\d\d\s+)?\d{{1,2}}:\d\d(?:\s+(?i:redigerad|redigert|edited))?"
)
"""``Namn Namnsson  09:43``, alone; a meeting may be called so too, but not several."""


def is_chat(texts: Iterable[str]) -> bool:
    """Whether lines with a name and a time are of a chat: there are several."""
    return sum(_AFTER.fullmatch(text) is not None for text in texts) > 1


def sender(text: str, *, chat: bool) -> str:
    """What a line begins with that says who wrote; "" where it does not.

    Args:
        text: the line.
        chat: whether `is_chat` holds for its file.
    """
    match = _BEFORE.match(text) or (_AFTER.fullmatch(text) if chat else None)
    return match[0] if match else ""
