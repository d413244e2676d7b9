"""The files that are followed, as they are on the disk at each look.

Files are looked at again and again: shares over a network tell nobody of a change, and many editors save by
giving another file the name. What a tab is open for is read each time, since a share's clock may be too
coarse to show that a file is another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup, WrongSettings
from nyttokedja.reading.discovery import Candidate, candidates, read_bytes, reason
from nyttokedja.reading.sniffing import contains_chain


class Reading(NamedTuple):
    """A file as it was at one look: its bytes or why it has none, and the settings that hold for it.

    `settings` is the name of a settings file that cannot be understood; those that held for the file before
    hold then.
    """

    file: Candidate
    config: Config
    settings: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it could be read."""
        return self.file.data is not None

    @property
    def same_as(self) -> tuple[object, ...]:
        """What is equal of two readings from which the same comes."""
        digest = sha256(self.file.data).digest() if self.file.data is not None else None
        return digest, self.file.trouble, repr(self.config), self.settings


Stamp = tuple[int, int, int]
_DEFAULT = Config()


class Files:
    """The chains at some paths.

    Args:
        paths: files and folders.
        lookup: what makes a lookup of the settings, as they are when it is called.
    """

    def __init__(self, paths: Sequence[str], lookup: Callable[[], Lookup]) -> None:
        self._paths = paths
        self._lookup = lookup
        self._chains: dict[str, tuple[Stamp, bool]] = {}
        self._configs: dict[str, Config] = {}

    def listed(self) -> list[Candidate]:
        """The chains that there are now; of a file that was named, it is not asked whether it is one."""
        found = [file for file in candidates(self._paths) if not file.outside]
        return [file for file in found if file.named or self._is_chain(file)]

    def stamp(self, file: Candidate) -> Stamp | None:
        """What tells a file from one that was saved since, without reading it; None where it is gone."""
        return _stamp(file.path)

    def read(self, file: Candidate) -> Reading:
        """A file as it is now."""
        settings = ""
        config = self._configs.get(file.name, _DEFAULT)
        try:
            config = self._configs[file.name] = self._lookup().config(file.path)
        except WrongSettings as wrong:
            settings = wrong.file
        try:
            data = read_bytes(file, config.limits.file)
        except OSError as error:
            return Reading(file._replace(trouble=reason(error)), config, settings)
        return Reading(file._replace(data=data, trouble=""), config, settings)

    def _is_chain(self, file: Candidate) -> bool:
        stamp = _stamp(file.path)
        if stamp is None:
            return bool(file.trouble)
        known = self._chains.get(file.name)
        if known is None or known[0] != stamp:
            known = self._chains[file.name] = (
                stamp,
                contains_chain(file, self._configs.get(file.name, _DEFAULT).limits.file),
            )
        return known[1]


def _stamp(path: Path) -> Stamp | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino
