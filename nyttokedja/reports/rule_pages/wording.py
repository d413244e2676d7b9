"""What the pages and the command say around a manual, in a language."""

from __future__ import annotations

from typing import Any

from nyttokedja.language.translations import translations


def spoken(sentence: str, language: str, **particulars: Any) -> str:
    """An English sentence in a language, filled; as it is where it has none there."""
    said = str(translations(language, "manuals", "page").get(sentence, sentence))
    return said.format(**particulars) if particulars else said
