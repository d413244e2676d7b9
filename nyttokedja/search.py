"""Paths → the files to look at, and which of them are effect chains."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from nyttokedja.names import nearest

STDIN = "-"
_ENDINGS = (".yaml", ".yml")
_SKIPPED = ("node_modules", "venv", "__pycache__")
_SIGN = "nyttokedja"
_TOP_KEY = re.compile(r"""^(?:\{[ \t]*)?["']?([^\W\d][\w-]{7,12})["']?[ \t]*:""", re.MULTILINE)


class Candidate(NamedTuple):
    """A file that may be a chain; one that was ``named`` by the user is taken for one."""

    path: Path
    name: str
    named: bool


def candidates(paths: Iterable[str]) -> Iterator[Candidate]:
    """The files that paths name, folders searched for YAML; each file once, in a steady order.

    A path that is not there is a candidate too, so that the others are still worked on.
    """
    seen: set[Path] = set()
    for written in paths:
        for candidate in _of(written):
            key = candidate.path.absolute()
            if key not in seen:
                seen.add(key)
                yield candidate


def _of(written: str) -> Iterator[Candidate]:
    path = Path(written)
    if written != STDIN and path.is_dir():
        for found in _yaml_in(path):
            yield Candidate(found, found.as_posix(), named=False)
    else:
        yield Candidate(path, written, named=True)


def _yaml_in(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in _SKIPPED)
        for name in sorted(names):
            if name.lower().endswith(_ENDINGS) and name[0] != ".":
                yield Path(root, name)


def is_chain(data: bytes) -> bool:
    """Whether a file's bytes have the key ``nyttokedja``, or one so near that it must be a slip of it."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data.decode(encoding, errors="replace")
    keys = {match[1] for match in _TOP_KEY.finditer(text)}
    return _SIGN in keys or any(key[0] in "nN" and nearest(key, [_SIGN]) for key in keys)


def contains_chain(file: Candidate) -> bool:
    """Whether a candidate is worth working on: named by the user, or a chain as far as its keys say."""
    if file.named:
        return True
    try:
        return is_chain(file.path.read_bytes())
    except OSError:
        return True  # the work itself will say why it cannot be opened
