"""Where settings files lie: in the folders of the machine, or in those that a version of them had."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from nyttokedja.reading.discovery import Candidate, read_bytes

_END = ".git"
"""What lies in the folder above which no settings are looked for."""


class Tree(Protocol):
    """Folders with settings files, by their paths from the root.

    `called` stands before a file's name where something is wrong with it: it says which version is meant.
    """

    called: str

    def read(self, path: Path, limit: int) -> bytes | None:
        """The bytes of a file, at most one more than ``limit``; None where it is not there.

        Raises:
            OSError: it cannot be opened or read.
        """

    def is_top(self, folder: Path) -> bool:
        """Whether no settings are looked for above a folder."""


class _OnDisk:
    """The folders as they are now."""

    called = ""

    def read(self, path: Path, limit: int) -> bytes | None:
        return read_bytes(Candidate(path, str(path), named=True), limit) if os.path.lexists(path) else None

    def is_top(self, folder: Path) -> bool:
        return os.path.lexists(folder / _END)


ON_DISK: Tree = _OnDisk()
"""The folders of the machine, as they are now."""


def has(tree: Tree, path: Path) -> bool:
    """Whether a tree has a file, be it one that cannot be read."""
    try:
        return tree.read(path, 0) is not None
    except OSError:
        return True
