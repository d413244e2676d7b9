"""Paths → the files to look at, which of them are effect chains, and their bytes."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from nyttokedja.model.spelling import fold_letters, nearest

STDIN = "-"
ENDINGS = (".yaml", ".yml")
"""How the names of chains end."""
_SKIPPED = ("node_modules", "venv", "__pycache__")
_SIGN = "nyttokedja"
_TOP_KEY = re.compile(r"""^(?:\{[ \t]*)?["']?([^\W\d][\w-]*)["']?[ \t]*:""", re.MULTILINE)
_JUNCTION = 0xA0000003  # what a link to a folder is on Windows
_REASONS = {
    errno.ENOENT: "not-found",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EISDIR: "folder",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ELOOP: "loop",
    errno.EBADF: "closed",
}


class Candidate(NamedTuple):
    """A file that may be a chain; one that was ``named`` by the user is taken for one.

    `outside` says that it is a link out of the folder searched, which nobody asked to have read;
    `trouble`, why it cannot be read, where that is known already; `data`, its bytes, where they are.
    """

    path: Path
    name: str
    named: bool
    outside: bool = False
    trouble: str = ""
    data: bytes | None = None


class NotRegular(OSError):
    """A pipe, a device, a socket: reading it may never end."""


def candidates(paths: Iterable[str]) -> Iterator[Candidate]:
    """The files that paths name, folders searched for YAML; each file once, in a steady order.

    What is not there or cannot be opened is a candidate too, so that the others are still worked on.
    """
    seen: set[Path] = set()
    for written in paths:
        for candidate in _of(written):
            key = _absolute(candidate.path)
            if key not in seen:
                seen.add(key)
                yield candidate


def _absolute(path: Path) -> Path:
    with suppress(OSError):  # the current folder may be gone
        return path.absolute()
    return path


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
            path = here / entry.name
            if path.suffix.lower() in ENDINGS and entry.name[0] != "." and not _is_folder(path):
                yield Candidate(path, path.as_posix(), named=False, outside=_leaves(path, home))
        waiting += [here / entry.name for entry in reversed(entries) if _is_searched(entry)]


def _closed(folder: Path, error: OSError) -> Candidate:
    return Candidate(folder, folder.as_posix(), named=False, trouble=reason(error))


def _is_searched(entry: os.DirEntry[str]) -> bool:
    if entry.name[0] == "." or entry.name in _SKIPPED or not entry.is_dir(follow_symlinks=False):
        return False
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) != _JUNCTION


def _leaves(path: Path, home: str) -> bool:
    """Whether a path is a link to something outside a folder."""
    if not path.is_symlink():
        return False
    # not Path.resolve, which raises for a link to itself
    return not Path(os.path.realpath(path)).is_relative_to(home)


def reason(error: OSError) -> str:
    """Why something could not be read: a name in the texts' ``reason``, or else the system's own words."""
    if isinstance(error, NotRegular):
        return "not-regular"
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


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
        return opened.read(limit + 1)


def is_chain(data: bytes) -> bool:
    """Whether a file's bytes have the key ``nyttokedja``, one so near that it must be a slip of it,
    or two sections of a chain, so that only that key is missing.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data.decode(encoding, errors="replace")
    keys = {match[1] for match in _TOP_KEY.finditer(text)}
    if _SIGN in keys or any(8 <= len(k) <= 13 and k[0] in "nN" and nearest(k, [_SIGN]) for k in keys):
        return True
    return len({_sections().get(_folded(key)) for key in keys} - {None}) > 1


@cache
def _sections() -> dict[str, str]:
    """A chain's word for one of its sections, in any language → its canonical name."""
    from nyttokedja.language.forms import root_form
    from nyttokedja.model.chain import SECTIONS

    return {_folded(word): name for word, name in root_form().keys.items() if name in SECTIONS}


def _folded(word: str) -> str:
    return fold_letters(word.casefold())


def contains_chain(file: Candidate, limit: int) -> bool:
    """Whether a candidate is to be drawn: named by the user, or a chain as far as its keys say."""
    if file.trouble or file.outside:
        return False
    if file.named:
        return True
    try:
        return is_chain(read_bytes(file, limit))
    except NotRegular:
        return False
    except OSError:
        return True  # the work itself will say why it cannot be opened
