"""Folders → a lock that keeps other runs of nyttokedja from replacing files in them meanwhile.

The system lets it go when the process ends, however it ends. Where a share knows no locks there is none, and
whoever replaces a file compares its content again, as always.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from nyttokedja.errors import CannotWrite

_PATIENCE = 10.0
_PAUSE = 0.02


@contextmanager
def locked(paths: Sequence[Path]) -> Iterator[None]:
    """Hold the folders of some files, in one order for all, so that no two wait for each other.

    Raises:
        CannotWrite: another program holds one for too long.
    """
    with ExitStack() as held:
        for folder in sorted({path.parent for path in paths}):
            held.enter_context(_folder(folder))
        yield


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    handle = _opened(folder)
    if handle is None:
        yield
        return
    try:
        deadline = time.monotonic() + _PATIENCE
        while not _taken(handle):
            if time.monotonic() > deadline:
                raise CannotWrite(f"Another program is writing in {folder}. Try again when it is done.")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int | None:
        """A file in the folder that is gone when nobody has it open, since a folder cannot be locked."""
        with suppress(OSError):
            flags = os.O_RDWR | os.O_CREAT | os.O_TEMPORARY | os.O_NOINHERIT
            return os.open(folder / ".nyttokedja-lock", flags)
        return None

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(folder: Path) -> int | None:
        """The folder itself, so that no file is left in it."""
        with suppress(OSError):
            return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        return None

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a share that knows no locks
            return True
        return True
