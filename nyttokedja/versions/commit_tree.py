"""A commit, or a working folder that git has left files out of → where settings are looked for."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from nyttokedja.checking.settings.trees import ON_DISK
from nyttokedja.versions.git import Objects, ask


class _GitTree:
    """Settings files of the repository in ``top``, read from git: ``objects`` follow links."""

    called = ""

    def __init__(self, objects: Objects, top: Path) -> None:
        self._objects = objects
        self._top = top

    def is_top(self, folder: Path) -> bool:
        """Whether it is the top folder of the repository, above which no settings are looked for."""
        return folder == self._top

    def _name(self, path: Path) -> str | None:
        return path.relative_to(self._top).as_posix() if path.is_relative_to(self._top) else None


class CommitTree(_GitTree):
    """The settings files of a commit; what it is ``called`` is for people."""

    def __init__(self, commit: str, objects: Objects, top: Path, called: str = "") -> None:
        super().__init__(objects, top)
        self.called = f"{called or commit}:"
        self._commit = commit

    def read(self, path: Path, limit: int) -> bytes | None:
        """The bytes of a file, at most one more than ``limit``; None where the commit has none.

        Raises:
            OSError: it has one, which was not fetched to this copy of the repository.
        """
        name = self._name(path)
        if name is None:
            return None
        data = self._objects.read(f"{self._commit}:{name}")
        if data is None and self._objects.is_partial and self._has(name):
            raise OSError(errno.ENODATA, "not fetched")
        return data and data[: limit + 1]

    def _has(self, name: str) -> bool:
        return not ask(["rev-parse", "--verify", "--quiet", f"{self._commit}:{name}"], self._top).code


class SparseTree(_GitTree):
    """The settings files of a working folder, and those that git keeps out of it: name → id."""

    def __init__(self, left_out: Mapping[str, str], objects: Objects, top: Path) -> None:
        super().__init__(objects, top)
        self._left_out = left_out

    def read(self, path: Path, limit: int) -> bytes | None:
        """The bytes of a file, at most one more than ``limit``; None where it is neither there nor left out.

        Raises:
            OSError: it cannot be opened or read.
        """
        data = ON_DISK.read(path, limit)
        id = self._left_out.get(self._name(path) or "")
        return data if data is not None or id is None else self._objects.read(id)
