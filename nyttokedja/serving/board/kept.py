"""The file of a board on the disk: read as it is now, replaced whole or not at all; versions on request."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from nyttokedja.batch.locks import locked
from nyttokedja.errors import CannotWrite
from nyttokedja.reading.discovery import Candidate, read_bytes
from nyttokedja.writing.saving import Change, create, replace_all

_DIGITS = 4


class Kept:
    """A chain's file.

    Args:
        path: where it is.
        limit: the most octets of it that are read.
        versions: the folder where what it held before each change is kept; None for nowhere.
    """

    def __init__(self, path: Path, limit: int, versions: Path | None = None) -> None:
        self.path = path
        self._limit = limit
        self._versions = versions

    def read(self) -> bytes:
        """What it holds now.

        Raises:
            OSError: it cannot be read.
        """
        return read_bytes(Candidate(self.path, self.path.name, named=True), self._limit)

    def replace(self, before: bytes, after: bytes) -> None:
        """Give it other bytes.

        Raises:
            CannotWrite: it cannot be written, or holds something else than ``before``.
        """
        version = self.keep(before)
        try:
            replace_all([Change(self.path, before, after)], locked)
        except CannotWrite:
            if version is not None:
                version.unlink(missing_ok=True)
            raise

    def keep(self, data: bytes) -> Path | None:
        """Keep what it held as a version; the file of that, if there is a folder for them.

        Raises:
            CannotWrite: the folder cannot be written.
        """
        if self._versions is None:
            return None
        path = self._versions / f"{self.path.stem}-{self._last() + 1:0{_DIGITS}}{self.path.suffix}"
        create(path, data)
        return path

    def _last(self) -> int:
        """The number of the newest version."""
        assert self._versions is not None
        named = re.compile(rf"{re.escape(self.path.stem)}-(\d{{{_DIGITS},}}){re.escape(self.path.suffix)}")
        names: list[str] = []
        with suppress(FileNotFoundError):
            names = [path.name for path in self._versions.iterdir()]
        return max((int(found[1]) for name in names if (found := named.fullmatch(name))), default=0)
