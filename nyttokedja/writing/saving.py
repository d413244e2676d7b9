"""Content → file, whole or not at all: nobody ever sees half a file, and nothing is overwritten unasked."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from nyttokedja.errors import CannotWrite

_TRIES = 5
_WAIT = 0.2
"""Seconds between tries to replace a file that another program (OneDrive, an editor) holds open."""


def save(path: Path, content: str | bytes) -> bool:
    """Write bytes, or a text as UTF-8, where they differ from what is there; whether they did.

    Raises:
        CannotWrite: the folder or the file cannot be written.
    """
    if not differs(path, content):
        return False
    data = _encoded(content)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise _cannot_write(path, error) from error
    return True


def differs(path: Path, content: str | bytes) -> bool:
    """Whether a file is not there, cannot be read, or holds something else than the bytes or the text.

    A text may have the line ends of Windows, which git gives it there.
    """
    data = _encoded(content)
    with suppress(OSError):
        seen = path.stat()
        longer = data.count(b"\n") if isinstance(content, str) else 0
        # what is as long as the text can be read to its end; a pipe or a device may have none
        if not stat.S_ISREG(seen.st_mode) or not 0 <= seen.st_size - len(data) <= longer:
            return True
        there = path.read_bytes()
        return there != data and not (longer and there.replace(b"\r\n", b"\n") == data)
    return True


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")


def create(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8, to a file that is not there yet.

    Raises:
        CannotWrite: there is a file of that name already, or it cannot be written.
    """
    try:
        path.lstat()
    except FileNotFoundError:
        save(path, content)
    except OSError as error:
        raise _cannot_write(path, error) from error
    else:
        raise CannotWrite(
            f"{path} exists already, and is not overwritten. Choose another name with -o, or move it away."
        )


class Change(NamedTuple):
    """A file, the bytes that were read from it, and those that it is to hold."""

    path: Path
    before: bytes
    after: bytes


def replace_all(changes: Iterable[Change]) -> None:
    """Give files their new content: all of them, or none. What a link points at is replaced, not the link.

    Raises:
        CannotWrite: one of them cannot be written, or no longer holds what was read.
    """
    waiting = [
        change._replace(path=Path(os.path.realpath(change.path)))
        for change in changes
        if change.after != change.before
    ]
    temporaries: list[Path] = []
    done: list[Change] = []
    path = Path()
    try:
        for path, before, after in waiting:
            _must_hold(path, before)
            temporaries.append(_beside(path, after))
        for change, temporary in zip(waiting, temporaries, strict=True):
            path = change.path
            _must_hold(path, change.before)
            _move(temporary, path)
            done.append(change)
    except BaseException as error:
        for change in done:
            _replace(change.path, change.before)
        for temporary in temporaries:
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _cannot_write(path, error) from error
        raise


def _must_hold(path: Path, before: bytes) -> None:
    if path.read_bytes() != before:
        raise CannotWrite(f"{path} has been changed since it was read, and is not overwritten. Try again.")
    if not os.access(path, os.W_OK):
        raise CannotWrite(f"{path} is read-only, and is not overwritten. Make it writable and try again.")


def _cannot_write(path: Path, error: OSError) -> CannotWrite:
    reason = error.strerror or str(error)
    return CannotWrite(f"Cannot write {path}: {reason}. Mend that, or choose another place to write to.")


def _replace(path: Path, data: bytes) -> None:
    temporary = _beside(path, data)
    try:
        _move(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _beside(path: Path, data: bytes) -> Path:
    """The data in a file in the same folder, with the permissions that the path's own file has or gets."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".nyttokedja-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        seen = path.stat() if path.exists() else None
        if seen is not None and hasattr(os, "chown"):
            with suppress(OSError):  # only root may give a file away; a group, whoever is in it
                os.chown(temporary, seen.st_uid, seen.st_gid)
        temporary.chmod(stat.S_IMODE(seen.st_mode) if seen else 0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _move(temporary: Path, path: Path) -> None:
    for left in reversed(range(_TRIES)):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(_WAIT)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
