"""Texts whose English stands in the code: the help and errors of the command line, and the rules' manuals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nyttokedja.language.codes import CANONICAL


def translations(language: str, file: str, group: str) -> Mapping[str, Any]:
    """A group of one of a language's files; nothing in English, for which no file is read."""
    if language == CANONICAL:
        return {}
    from nyttokedja.language.tables import (
        table,
    )  # the start of the program in English needs no reader of files

    found: Mapping[str, Any] = table(language, file).get(group, {})
    return found
