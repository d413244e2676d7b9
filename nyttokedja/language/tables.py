"""The files of words and texts, one folder a language: read here, and once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(language: str, name: str) -> Mapping[str, Any]:
    """One of a language's files: ``findings``, ``words``, ``picture`` …

    Raises:
        FileNotFoundError: the language has none of that name.
    """
    path = files("nyttokedja.language.texts") / language / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))
