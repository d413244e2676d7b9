"""The areas of statements: the words of any language → the canonical ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.spelling import fold


def translate_areas(data: Mapping[str, Any]) -> None:
    """Give the statements of a file their canonical areas in place, whether listed or by id.

    What is no statement, and a word that is not known, stays as it is: the schema tells of it.
    """
    words = {
        fold(word): value
        for language in LANGUAGES
        for value, word in texts(language).group("maturity/values").items()
    }
    held = data.get("statements")
    for each in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        if isinstance(each, dict) and isinstance(each.get("area"), str):
            each["area"] = words.get(fold(each["area"]), each["area"])
