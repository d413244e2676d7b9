"""What a killed write has left in a folder: its temporary files, by which it is told of and tidied up."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

PREFIX = ".nyttokedja-"
_OURS = re.compile(rf"{re.escape(PREFIX)}[a-z0-9_]{{8}}(?:~(.+))?", re.DOTALL)
_DAY = 24 * 60 * 60
_LONGEST = 180
"""Bytes of a name that a temporary file's own name has room for."""


def suffix_of(path: Path) -> str:
    """The end of a temporary file's name that says which file it is to replace."""
    return f"~{path.name}" if len(os.fsencode(path.name)) <= _LONGEST else ""


@cache  # once a folder and run
def tidy(folder: Path) -> None:
    """Remove the temporary files of ours that have lain in a folder for more than a day."""
    for entry, _ in _temporaries(folder):
        with suppress(OSError):
            if time.time() - entry.stat(follow_symlinks=False).st_mtime > _DAY:
                os.unlink(entry.path)  # noqa: PTH108 - an entry of the folder, whatever it is called


def interrupted(folder: Path) -> Iterator[Path]:
    """The files in a folder that a killed write was to replace and did not; its temporaries are removed.

    Only for who holds the folder's lock: what is there then belongs to no write that is still going on.
    """
    for entry, name in _temporaries(folder):
        if name:
            with suppress(OSError):
                os.unlink(entry.path)  # noqa: PTH108 - as above
                yield folder / name


def _temporaries(folder: Path) -> list[tuple[os.DirEntry[str], str]]:
    """Our own temporary files, each with the name of the file that it was to replace."""
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _OURS.fullmatch(entry.name)
            if match and _is_ours(entry):
                found.append((entry, match[1] or ""))
    return sorted(found, key=lambda pair: pair[1])


def _is_ours(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):
        seen = entry.stat(follow_symlinks=False)
        return stat.S_ISREG(seen.st_mode) and (not hasattr(os, "getuid") or seen.st_uid == os.getuid())
    return False
