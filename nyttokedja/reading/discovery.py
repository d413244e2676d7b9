"""Paths → the files to look at (`Candidate`), and their bytes."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from nyttokedja.language import system_errors
from nyttokedja.model.spelling import nearest

STDIN = "-"
ENDINGS = (".yaml", ".yml")
"""How the names of chains end."""
_ENDING_OF_EDITORS = ".txt"
_MOST_NAMES = 10_000
_SKIPPED = ("node_modules", "venv", "__pycache__")
_JUNCTION = 0xA0000003  # what a link to a folder is on Windows


class Candidate(NamedTuple):
    """A file that may be a chain; one that was ``named`` by the user is taken for one.

    `outside` says that it is a link out of the folder searched, which nobody asked to have read;
    `trouble`, why it cannot be read, where that is known already; `data`, its bytes, where they are;
    `home`, the folder that was searched, which it must still lie in when it is read.
    """

    path: Path
    name: str
    named: bool
    outside: bool = False
    trouble: str = ""
    data: bytes | None = None
    home: str = ""


class NotRegular(OSError):
    """A pipe, a device, a socket: reading it may never end."""


def candidates(paths: Iterable[str]) -> Iterator[Candidate]:
    """The files that paths name, folders searched for YAML; each file once, in a steady order.

    What is not there or cannot be opened is a candidate too, so that the others are still worked on.
    """
    seen: set[str] = set()
    here = ""
    with suppress(OSError):  # the current folder may be gone
        here = os.getcwd()  # noqa: PTH109 - a text, as the paths of files are joined to it by the thousand
    for written in paths:
        for candidate in _of(written):
            key = os.path.normcase(os.path.join(here, candidate.path))  # noqa: PTH118
            if key not in seen:
                seen.add(key)
                yield candidate


def _of(written: str) -> Iterator[Candidate]:
    path = Path(written)
    if written != STDIN and _is_folder(path):
        yield from _yaml_in(path)
    else:
        yield Candidate(path, written, named=True)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name too long or a link in a circle


def _yaml_in(folder: Path) -> Iterator[Candidate]:
    """The YAML files in a folder and those below it; links to folders are not followed."""
    try:
        home = os.path.realpath(folder)
    except OSError as error:  # the current folder is gone
        yield _closed(folder, error)
        return
    waiting = [folder]
    while waiting:  # not os.walk, which before 3.12 is recursive: a deep tree would stop it
        here = waiting.pop()
        try:
            with os.scandir(here) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            yield _closed(here, error)
            continue
        for entry in entries:
            if entry.name.lower().endswith(ENDINGS) and entry.name[0] != ".":
                path, is_link = here / entry.name, entry.is_symlink()
                if not (_is_folder(path) if is_link else entry.is_dir()):
                    outside = is_link and _leaves(path, home)
                    yield Candidate(path, path.as_posix(), named=False, outside=outside, home=home)
        waiting += [here / entry.name for entry in reversed(entries) if _is_searched(entry)]


def _closed(folder: Path, error: OSError) -> Candidate:
    return Candidate(folder, folder.as_posix(), named=False, trouble=reason(error))


def _is_searched(entry: os.DirEntry[str]) -> bool:
    if entry.name[0] == "." or entry.name in _SKIPPED or not entry.is_dir(follow_symlinks=False):
        return False
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) != _JUNCTION


def _leaves(path: Path, home: str) -> bool:
    """Whether a link leads to something outside a folder."""
    # not Path.resolve, which raises for a link to itself
    return not Path(os.path.realpath(path)).is_relative_to(home)


def reason(error: OSError) -> str:
    """Why something could not be read: a name in the texts' ``reason``."""
    return "not-regular" if isinstance(error, NotRegular) else system_errors.reason(error)


def near(path: Path) -> Path | None:
    """The file in the same folder whose name was meant by one that is not there; None where none is near."""
    names = _names(path.parent)
    for whole in (f"{path.name}{ending}" for ending in (_ENDING_OF_EDITORS, *ENDINGS)):
        if whole in names:
            return path.with_name(whole)
    meant = nearest(path.name, names)
    return path.with_name(meant) if meant and meant != path.name else None


def text_files(folder: Path) -> list[Path]:
    """The files in a folder that an editor has called ``.yaml.txt``, and that are therefore not looked at."""
    endings = tuple(f"{ending}{_ENDING_OF_EDITORS}" for ending in ENDINGS)
    return [folder / name for name in _names(folder) if name.lower().endswith(endings)]


def _names(folder: Path) -> list[str]:
    with suppress(OSError), os.scandir(folder) as listed:
        return sorted(entry.name for entry in islice(listed, _MOST_NAMES) if entry.is_file())
    return []


def read_bytes(file: Candidate, limit: int) -> bytes:
    """The bytes of a file, or of standard input for ``-``; at most one more than ``limit``.

    Raises:
        OSError: it cannot be opened or read, or is no regular file.
    """
    if file.data is not None:
        return file.data
    if file.name == STDIN:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "closed")
        return sys.stdin.buffer.read(limit + 1)
    mode = file.path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # to open a folder raises by itself
        raise NotRegular(errno.EINVAL, "not a regular file")
    with file.path.open("rb") as opened:
        _must_be_in(file.home, file.path, opened.fileno())
        return opened.read(limit + 1)


def _must_be_in(home: str, path: Path, handle: int) -> None:
    """See to it that what was opened still lies in the folder that was searched: a link may have come since.

    Raises:
        OSError: it does not.
    """
    if not home:
        return
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(home) or not os.path.samestat(os.fstat(handle), real.stat()):
        raise OSError(errno.ELOOP, "a link out of the folder")
