"""The files of words and texts, one folder a language, read once; for `nyttokedja.language` alone."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_TEXTS = Path(__file__).with_name("texts")


@cache
def table(language: str, name: str) -> Mapping[str, Any]:
    """One of a language's files: ``findings``, ``words``, ``picture`` …

    Raises:
        FileNotFoundError: the language has none of that name.
    """
    return tomllib.loads((_TEXTS / language / f"{name}.toml").read_text("utf-8"))
