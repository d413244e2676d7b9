"""What a run remembers for the next one → a file in the user's cache folder, and back.

The file is ours alone to read: a digest, keyed with all that what is remembered depends on, and then the
entries as `marshal` has them. What does not fit the key, was cut, or was changed is as if it were not there;
so is a folder that cannot be read or written.
"""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

FOLDER = "NYTTOKEDJA_CACHE"
"""The variable that names another folder; where it is empty, nothing is remembered."""

_SIGN = b"nyttokedja cache 1\n"
_DIGEST = 32
_OLD = 30 * 86_400
"""Seconds after which a file that nobody has written is thrown away."""

Entries = dict[str, Any]
"""Name → what is remembered of it, in values that `marshal` knows."""


def cache_folder() -> Path | None:
    """The folder that caches lie in, as the platform has it; None where nothing is to be remembered."""
    said = os.environ.get(FOLDER)
    if said is not None:
        return Path(os.path.abspath(said)) if said else None  # noqa: PTH100 - links kept
    with suppress(RuntimeError):  # nobody's home
        if sys.platform == "win32":
            local = os.environ.get("LOCALAPPDATA")
            return Path(local, "nyttokedja", "Cache") if local else None
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "nyttokedja"
        base = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "nyttokedja"  # noqa: PTH117
    return None


class CacheFile:
    """One file of a cache: what one kind of run remembers of the files of one project."""

    def __init__(self, kind: str, root: str, key: str) -> None:
        """Name it.

        Args:
            kind: what is remembered.
            root: the folder of the project.
            key: all that what is remembered depends on, besides the files themselves and their settings.
        """
        folder = cache_folder()
        name = blake2b(os.fsencode(root), digest_size=16).hexdigest()
        self._path = None if folder is None else folder / f"{name}.{kind}"
        told = "\n".join((kind, root, key)).encode("utf-8", "surrogatepass")
        self._key = blake2b(told).digest()

    def size(self) -> int:
        """How many bytes it has; 0 where it is not there."""
        with suppress(OSError):
            return self._path.stat().st_size if self._path else 0
        return 0

    def load(self) -> Entries:
        """What it holds; nothing where it is not there, cannot be read, or does not fit."""
        if self._path is None:
            return {}
        with suppress(OSError, ValueError, EOFError, TypeError, MemoryError):
            data = self._path.read_bytes()
            start = len(_SIGN) + _DIGEST
            if data.startswith(_SIGN) and data[len(_SIGN) : start] == self._digest(data[start:]):
                held = marshal.loads(data[start:])  # noqa: S302 - it holds data alone, and the digest fits
                return held if isinstance(held, dict) else {}
        return {}

    def save(self, entries: Entries) -> None:
        """Replace it, whole or not at all; where that cannot be done, nothing is said."""
        if self._path is None:
            return
        temporary = None
        try:
            data = marshal.dumps(entries)
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=".writing-")
            with os.fdopen(handle, "wb") as file:
                file.writelines((_SIGN, self._digest(data), data))
            os.replace(temporary, self._path)  # noqa: PTH105
            _tidy(self._path.parent)
        except (OSError, ValueError):
            if temporary is not None:
                with suppress(OSError):
                    os.unlink(temporary)  # noqa: PTH108

    def _digest(self, data: bytes) -> bytes:
        return blake2b(data, digest_size=_DIGEST, key=self._key).digest()


def _tidy(folder: Path) -> None:
    """Throw away what projects that are gone, and runs that were killed, have left."""
    with suppress(OSError), os.scandir(folder) as listed:
        for entry in listed:
            ours = entry.name.endswith((".checks", ".pictures")) or entry.name.startswith(".writing-")
            if ours and time.time() - entry.stat(follow_symlinks=False).st_mtime > _OLD:
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108
