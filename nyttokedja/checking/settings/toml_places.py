"""The bytes of a settings file → what it says, and where; or the fault that keeps it from being read.

TOML's reader in the standard library tells no places. They are found by reading the file again, statement
by statement, when something is to be said of one.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache, reduce
from operator import getitem
from typing import Any, NamedTuple

from nyttokedja.model.findings import Place

Path = tuple[str | int, ...]

_MOST_BYTES = 100_000
_MOST_TRIED = 1_000_000
"""So many characters are read again to find where statements end; what people write needs fewer."""
_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_KEY = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
"""What a line that begins with a key looks like; one with a header begins with a bracket."""
_DEEP = re.compile(rf"(?:^|[\[{{,])\s*+{_PART}(?:\s*+\.\s*+{_PART}){{64,}}+", re.MULTILINE)
"""A key with so many dots that it is no key; to read it takes a time that grows with their square."""
_LONG = re.compile(r"(?<![\w.])(?:0[xob][\da-fA-F_]{3000,}+|[0-9][0-9_]{3000,}+)(?![\w.])")
"""A whole number with more digits than Python reads."""
_WHERE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


class Unreadable(NamedTuple):
    """Why a file is no settings: the variant of its message, where, and particulars."""

    variant: str
    place: Place = Place()
    particulars: Mapping[str, Any] = {}


class Written(NamedTuple):
    """What a settings file says; `inside` is the path to our table where it is shared with other tools."""

    text: str
    values: Mapping[str, Any]
    inside: tuple[str, ...] = ()

    def place(self, path: Path) -> Place:
        """Where the part at a path stands; the nearest part around it where that is not to be told."""
        places = _places(self.text)
        wanted = (*self.inside, *path)
        for end in range(len(wanted), 0, -1):
            if (statement := places.get(wanted[:end])) is not None:
                return _within(statement, wanted[end:])
        return Place()


def parse(data: bytes, inside: tuple[str, ...] = ()) -> Written | Unreadable | None:
    """Read a file; None where the table that is ours is not in it."""
    if len(data) > _MOST_BYTES:
        return Unreadable("too-large", particulars={"limit": _MOST_BYTES // 1000})
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return Unreadable("not-utf-8")
    text = _LONG.sub(lambda found: found[0][:3000].rstrip("_").ljust(len(found[0])), text)
    if (match := _DEEP.search(text)) is not None:
        return _at_line(text, text.count("\n", 0, match.end()) + 1, "not-toml")
    try:
        values: Any = tomllib.loads(text, parse_float=_number)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _broken(text, error)
    for key in inside:
        values = values.get(key) if isinstance(values, dict) else None
    return Written(text, values, inside) if isinstance(values, dict) else None


def _number(written: str) -> float | str:
    """A number that is one: what is none, or has no end, stays a text, which is no number to the schema."""
    value = float(written)
    return value if math.isfinite(value) else written


def _broken(text: str, error: Exception) -> Unreadable:
    said = str(error)
    variant = "repeated" if "Cannot" in said and ("overwrite" in said or "declare" in said) else "not-toml"
    if (match := _WHERE.search(said)) and match[1]:
        line, column = int(match[1]), int(match[2])
    else:
        line, column = text.rstrip().count("\n") + 1, 1
    line = max(1, line - (variant == "repeated" and column == 1))  # it is noticed on the line after
    return _at_line(text, line, variant)


def _at_line(text: str, line: int, variant: str) -> Unreadable:
    return Unreadable(variant, Place(line, 1, line, len(text.split("\n")[line - 1]) + 1))


class _Statement(NamedTuple):
    """A header, or a key with its value: its text, the line that it begins on, and what it says."""

    text: str
    line: int
    value: Any


@lru_cache(maxsize=4)
def _places(text: str) -> Mapping[Path, _Statement]:
    """Path → the statement that gives it a value or a header; the last one, where there are several."""
    return dict(_statements(text))


def _statements(text: str) -> Iterator[tuple[Path, _Statement]]:
    """Each path that a file gives a value or a header, and the statement that does."""
    header: Path = ()
    counted: dict[Path, int] = {}
    for statement, said in _read(text):
        if (match := _KEY.match(statement.text)) is not None:
            keys = _keys(tomllib.loads(f"{match[1]}=0"))
            value = reduce(getitem, keys, said)
            yield (*header, *keys), statement._replace(value=value)
        else:
            header = ()
            for key in _keys(said):
                header = (*header, key)
                if header in counted:
                    header = (*header, counted[header])
            if statement.text.lstrip().startswith("[["):
                header = _next(header, counted)
            yield header, statement


def _next(header: Path, counted: dict[Path, int]) -> Path:
    """The header of one more table in a list of them."""
    listed = header[:-1] if isinstance(header[-1], int) else header
    counted[listed] = counted.get(listed, -1) + 1
    return (*listed, counted[listed])


def _keys(said: Any) -> tuple[str, ...]:
    """The keys of a header, or of a dotted key: tables in each other, one key each."""
    keys: list[str] = []
    while said and isinstance(said, dict | list):
        if isinstance(said, list):
            (said,) = said
        else:
            ((key, said),) = said.items()
            keys.append(key)
    return tuple(keys)


def _read(text: str) -> Iterator[tuple[_Statement, Any]]:
    """A file's statements, each with what it says by itself."""
    lines = text.split("\n")
    begin, tried = 0, 0
    while begin < len(lines):
        end = begin + 1
        if not lines[begin].lstrip().startswith("[") and not _KEY.match(lines[begin]):
            begin = end
            continue
        while end <= len(lines):
            part = "\n".join(lines[begin:end])
            tried += len(part)
            if tried > _MOST_TRIED:
                return
            try:
                said = tomllib.loads(part)
            except tomllib.TOMLDecodeError:
                end += 1
            else:
                yield _Statement(part, begin + 1, None), said
                break
        begin = max(end, begin + 1)


def _within(statement: _Statement, rest: Path) -> Place:
    """Where in a statement a text of its value stands, or else where its own begins."""
    value = statement.value
    for step in rest:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
    written = next((w for w in _spellings(value, rest) if w in statement.text), None)
    start = statement.text.index(written) if written else _indent(statement.text)
    length = len(written) if written else len(statement.text[start:].split("\n")[0].rstrip())
    line = statement.line + statement.text.count("\n", 0, start)
    column = start - (statement.text.rfind("\n", 0, start) + 1) + 1
    return Place(line, column, line, column + length)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _spellings(value: Any, rest: Path) -> list[str]:
    """How a text may be written in TOML, and the key of an entry in an inline table."""
    if isinstance(value, str) and rest:
        return [f'"{value}"', f"'{value}'"]
    return [rest[-1]] if rest and isinstance(rest[-1], str) else []
