"""Content → file, whole or not at all: nobody ever sees half a file, and nothing is overwritten unasked."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import NamedTuple

from nyttokedja.errors import CannotWrite
from nyttokedja.language.system_errors import why
from nyttokedja.writing.leftovers import PREFIX, interrupted, suffix_of, tidy

_TRIES = 5
_WAIT = 0.2
"""Seconds between tries to replace a file that another program (OneDrive, an editor) holds open."""

_PAUSE = 0.005


def save(path: Path, content: str | bytes) -> bool:
    """Write bytes, or a text as UTF-8, where they differ from what is there; whether they did.

    Raises:
        CannotWrite: the folder or the file cannot be written, or lies behind a link out of the current one.
    """
    must_stay(path.parent)
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


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """An empty file in the same folder, which replaces a file when all went well; raises as `save` does."""
    must_stay(path.parent)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = (temporary := _beside(path, b"")).stat().st_mode
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(mode))
        _move(temporary, path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


class Change(NamedTuple):
    """A file, the bytes that were read from it, and those that it is to hold."""

    path: Path
    before: bytes
    after: bytes


class Replaced(NamedTuple):
    """What a person should know of files that were replaced.

    `linked` are those that had another name too, which keeps what it held; `interrupted` those that an
    earlier write, which was killed, did not come to.
    """

    linked: tuple[Path, ...] = ()
    interrupted: tuple[Path, ...] = ()


Lock = Callable[[Sequence[Path]], AbstractContextManager[None]]
"""Files → what holds them while they are replaced."""


def replace_all(changes: Iterable[Change], lock: Lock | None = None) -> Replaced:
    """Give files their new content: all of them, or none. What a link points at is replaced, not the link.

    Args:
        changes: the files.
        lock: what keeps other processes from them meanwhile; by itself it is this one that is kept.

    Raises:
        CannotWrite: one of them cannot be written, or no longer holds what was read.
    """
    waiting = [
        change._replace(path=_behind_link(change.path)) for change in changes if change.after != change.before
    ]
    paths = [change.path for change in waiting]
    folders = sorted({path.parent for path in paths})
    with _claimed(paths), lock(paths) if lock else nullcontext():
        stopped = [path for folder in folders for path in interrupted(folder)] if lock else ()
        linked = tuple(path for path in paths if path.exists() and path.stat().st_nlink > 1)
        _replaced(waiting)
    return Replaced(linked, tuple(stopped))


def _replaced(waiting: Sequence[Change]) -> None:
    temporaries: list[Path] = []
    done: list[Change] = []
    path = Path()
    try:
        for path, before, after in waiting:
            _must_hold(path, before)
            temporaries.append(_beside(path, after, suffix_of(path)))
        for change, temporary in zip(waiting, temporaries, strict=True):
            path = change.path
            _must_hold(path, change.before)
            _move(temporary, path)
            done.append(change)
    except BaseException as error:
        stuck = [change.path for change in reversed(done) if not _taken_back(change)]
        for temporary in temporaries:
            temporary.unlink(missing_ok=True)
        if stuck:
            names = ", ".join(str(path) for path in reversed(stuck))
            others = ", ".join(str(change.path) for change in waiting if change.path not in stuck)
            raise CannotWrite(
                f"The work was interrupted: {names} had been written, and {others} not."
            ) from error
        if isinstance(error, OSError):
            raise _cannot_write(path, error) from error
        raise


def _taken_back(change: Change) -> bool:
    """Whether a file has got back the content that it had; not where somebody has changed it since."""
    with suppress(OSError):
        if change.path.read_bytes() == change.after:
            _replace(change.path, change.before)
        return True
    return False


_busy: dict[Path, object] = {}
"""The files that are being replaced in this process, each with who replaces it."""


@contextmanager
def _claimed(paths: Iterable[Path]) -> Iterator[None]:
    """Hold files for one thread of this process, in one order for all."""
    me = object()
    held = []
    try:
        for path in sorted(set(paths)):
            while _busy.setdefault(path, me) is not me:  # which no other thread can come between
                time.sleep(_PAUSE)
            held.append(path)
        yield
    finally:
        for path in held:
            del _busy[path]


def _behind_link(path: Path) -> Path:
    """The file itself that a path leads to.

    Raises:
        CannotWrite: it is a link out of its folder, and of the current one.
    """
    real = Path(os.path.realpath(path))
    if path.is_symlink() and not any(real.is_relative_to(folder) for folder in (_real(path.parent), _here())):
        raise CannotWrite(f"{path} is a link to {real}, outside its folder. Name that file itself.")
    return real


def must_stay(folder: Path) -> None:
    """See to it that what is written in a folder below the current one stays there.

    Raises:
        CannotWrite: the folder, or one on the way to it, is a link that leads out.
    """
    here = _here()
    if Path(os.path.abspath(folder)).is_relative_to(here) and not _real(folder).is_relative_to(here):  # noqa: PTH100 - links kept
        raise CannotWrite(
            f"{folder} is a link to {_real(folder)}, outside this folder, and nothing is written through it. "
            "Name that folder itself with -o."
        )


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _here() -> Path:
    try:
        return _real(Path())
    except OSError:  # the current folder is gone, and nothing is in it
        return Path(os.devnull)


def _must_hold(path: Path, before: bytes) -> None:
    if path.read_bytes() != before:
        raise CannotWrite(f"{path} has been changed since it was read, and is not overwritten. Try again.")
    if not os.access(path, os.W_OK):
        raise CannotWrite(f"{path} is read-only, and is not overwritten. Make it writable and try again.")


def _cannot_write(path: Path, error: OSError) -> CannotWrite:
    reason = why(error, writing=True)
    return CannotWrite(f"Cannot write {path}: {reason}. Mend that, or choose another place to write to.")


def _replace(path: Path, data: bytes) -> None:
    temporary = _beside(path, data)
    try:
        _move(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _beside(path: Path, data: bytes, suffix: str = "") -> Path:
    """The data in a file in the same folder, with the permissions that the path's own file has or gets."""
    tidy(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=PREFIX, suffix=suffix)
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
