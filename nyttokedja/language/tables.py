"""The files of words and texts, one folder a language, read once; the command line's start reads them too.

Of a large file a run needs a few tables: each is parsed when it is first asked for.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

_TEXTS = os.path.join(os.path.dirname(__file__), "texts")  # noqa: PTH118, PTH120 - pathlib takes long to import
_BEFORE_HEADER = re.compile(r"^(?=\[)", re.MULTILINE)
_NAME = re.compile(r'\A\[+(?:([\w-]+)|"([^"]*)")')


@cache
def table(language: str, name: str) -> Mapping[str, Any]:
    """One of a language's files: ``findings``, ``words``, ``picture`` …

    Raises:
        FileNotFoundError: the language has none of that name.
    """
    with open(os.path.join(_TEXTS, language, f"{name}.toml"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return _Tables(file.read())


class _Tables(Mapping[str, Any]):
    """A file of TOML whose tables are parsed one by one; no line within a text of it begins like a header."""

    def __init__(self, text: str) -> None:
        before, *parts = _BEFORE_HEADER.split(text)
        self._tables = tomllib.loads(before)
        self._written: dict[str, str] = {}
        for part in parts:
            bare, quoted = _NAME.findall(part)[0]
            name = bare or quoted
            self._written[name] = self._written.get(name, "") + part
        self._tables |= dict.fromkeys(self._written)

    def __getitem__(self, name: str) -> Any:
        if text := self._written.get(name):
            self._tables[name] = tomllib.loads(text)[name]
            self._written.pop(name, None)  # another thread may have been here
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)
