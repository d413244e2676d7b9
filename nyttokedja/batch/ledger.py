"""What is remembered of files: found again while a file has the bytes and the settings that it had.

The clock of a file is believed where nothing can have been written unseen since: not for two seconds after a
write, since clocks of disks are coarse, and not on Windows, where a program can set all the times of a file.
Else its bytes are looked at.
"""

from __future__ import annotations

import os
import sys
import time
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from nyttokedja.batch.across import repository_of
from nyttokedja.batch.cache_file import CacheFile, Entries
from nyttokedja.batch.program_key import program_key
from nyttokedja.reading.discovery import STDIN, Candidate, read_bytes

_COARSE = 2_000_000_000
"""Nanoseconds in which a file may be written twice and have the same time."""
_TOLD_TIME = sys.platform != "win32"
_SMALL, _EACH = 2_000_000, 20_000
"""So many bytes are loaded for a run, and for each of its files: a file alone is checked in less time."""

Stat = tuple[int, int, int, int, int]


class Seen(NamedTuple):
    """How a file was when it was read; `settled` says that its clock can be believed."""

    stat: Stat
    settled: bool
    digest: bytes


class Ledger:
    """What one kind of run remembers of the files of a project."""

    def __init__(self, kind: str, n: int, key: str = "") -> None:
        """Open it.

        Args:
            kind: what is remembered.
            n: how many files the run is about.
            key: what it depends on, besides the program, the files and their settings.
        """
        self._entries: Entries = {}
        self._new: Entries = {}
        self._file: CacheFile | None = None
        self._here = _current_folder()
        if self._here and (program := program_key()):
            file = CacheFile(kind, _project(self._here), f"{program}\n{key}")
            if file.size() <= _SMALL + _EACH * n:
                self._file = file
                self._entries = file.load()

    def found(self, file: Candidate, settings: str, limit: int, aside: str = "") -> Any:
        """What is remembered of a file with these settings; None where there is nothing, or it is another.

        Args:
            file: the file.
            settings: all that is chosen about it, as a text.
            limit: how many of its bytes are read.
            aside: what else tells apart what is remembered of one file.
        """
        if not self._entries or not can_be_kept(file):
            return None
        key = self._key(file, aside)
        entry = self._entries.get(key)
        if entry is None or entry[3] != settings:
            return None
        try:
            stat = stat_of(file.path)
            if entry[1] and entry[0] == stat:
                return entry[4]
            seen, _ = looked_at(file, limit)
        except OSError:
            return None
        if seen.digest != entry[2]:
            return None
        if (renewed := (*seen, settings, entry[4])) != entry:
            self._new[key] = renewed
        return entry[4]

    def keep(self, file: Candidate, seen: Seen, settings: str, what: Any, aside: str = "") -> None:
        """Remember something of a file as it was seen."""
        if self._file is not None:
            self._new[self._key(file, aside)] = (*seen, settings, what)

    def save(self) -> None:
        """Write what is new, with what others have written meanwhile; what is of files that are gone goes."""
        if self._file is None or not self._new:
            return
        entries = {**self._file.load(), **self._new}
        self._file.save({key: held for key, held in entries.items() if _is_there(key.partition("\0")[0])})

    def _key(self, file: Candidate, aside: str) -> str:
        path = os.path.join(self._here, file.path)  # noqa: PTH118 - a text, for each of many files
        return f"{path}\0{aside}" if aside else path


def can_be_kept(file: Candidate) -> bool:
    """Whether something may be remembered of a file: it is one on the disk, and may be read."""
    return file.data is None and file.name != STDIN and not file.trouble and not file.outside


def stat_of(path: Path) -> Stat:
    """What tells a file from itself at another time.

    Raises:
        OSError: it cannot be looked at.
    """
    seen = os.stat(path)  # noqa: PTH116 - for each of many files
    return seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino, seen.st_dev


def looked_at(file: Candidate, limit: int) -> tuple[Seen, bytes]:
    """How a file is, and the bytes that it has.

    Raises:
        OSError: it cannot be read.
    """
    now = time.time_ns()
    stat = stat_of(file.path)
    data = read_bytes(file, limit)
    settled = _TOLD_TIME and max(stat[0], stat[1]) < now - _COARSE
    return Seen(stat, settled, blake2b(data, digest_size=32).digest()), data


def _is_there(path: str) -> bool:
    return os.path.lexists(path)


def _current_folder() -> str:
    try:
        return os.getcwd()  # noqa: PTH109
    except OSError:
        return ""


def _project(here: str) -> str:
    """The repository that a folder is in; else the folder itself."""
    return str(repository_of(Path(here)) or here)
