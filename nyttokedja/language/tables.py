"""The files of words and texts, one folder a language, read once; the command line's start reads them too."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

_TEXTS = os.path.join(os.path.dirname(__file__), "texts")  # noqa: PTH118, PTH120 - pathlib takes long to import


@cache
def table(language: str, name: str) -> Mapping[str, Any]:
    """One of a language's files: ``findings``, ``words``, ``picture`` …

    Raises:
        FileNotFoundError: the language has none of that name.
    """
    with open(os.path.join(_TEXTS, language, f"{name}.toml"), "rb") as file:  # noqa: PTH118, PTH123
        return tomllib.load(file)
