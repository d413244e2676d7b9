"""What our own files say of a box in one line of text, for formats that have no other place for it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

_PLAIN = "/:,()!?@§"


def said_in_line(data: Mapping[str, str]) -> str:
    """``id=kortare_väntan&for=nattpatrullen``: what is empty is left out; importers read it as a query."""
    return "&".join(f"{key}={_quoted(text)}" for key, text in data.items() if text)


def _quoted(text: str) -> str:
    """The text with what is no letter or digit of any language written ``%20``."""
    return "".join(c if c.isalnum() else quote(c, safe=_PLAIN) for c in text)
