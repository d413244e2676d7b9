"""What the program itself is: another version of it, of Python or of a library may find something else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b

import nyttokedja

_ASIDE = ("__pycache__", "app", "node_modules")
"""Folders that have no part in what is found or drawn."""
_INSTALLED = (".dist-info", ".egg-info")


@cache
def program_key() -> str:
    """A text that is another one for another program; "" where that cannot be told."""
    try:
        own = "\n".join(_own_files(os.path.dirname(nyttokedja.__file__)))  # noqa: PTH120
    except (OSError, TypeError):  # from an archive
        return ""
    told = "\n".join((nyttokedja.__version__, sys.version, sys.platform, own, *_libraries()))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()


def _own_files(folder: str) -> Iterator[str]:
    """Each file of the program, its size and its time: a checkout keeps its version while it is changed."""
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name not in _ASIDE:
                yield from _own_files(entry.path)
        else:
            seen = entry.stat()
            yield f"{entry.name} {seen.st_size} {seen.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    """The packages that can be imported, with their versions, as the folders of their metadata are called."""
    for folder in sys.path:
        with suppress(OSError):
            yield from sorted(name for name in os.listdir(folder) if name.endswith(_INSTALLED))  # noqa: PTH208
