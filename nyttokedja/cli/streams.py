"""Standard input, output and error, made fit for whatever stands at their other end."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_CLOSED = -1


class _Output(io.RawIOBase):
    """A file descriptor that takes all that is written, also when nobody reads it any more.

    Whoever pipes us into ``head`` has had enough before we are done: the work goes on, and the exit code
    is the one it would have been, however the two programs' timing falls out. Any other failure, as a
    full disk, is raised once; with ``quiet`` never, since there is nobody left to tell.
    """

    def __init__(self, descriptor: int, name: str, *, quiet: bool) -> None:
        self._descriptor = descriptor
        self._name = name
        self._gone = False
        self._quiet = quiet

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def write(self, data: ReadableBuffer) -> int:
        if not self._gone:
            try:
                return os.write(self._descriptor, data)
            except OSError as error:
                self._gone = True
                # on Windows, a pipe that was closed is EINVAL
                if error.errno not in (errno.EPIPE, errno.EINVAL) and not self._quiet:
                    from nyttokedja.errors import CannotWrite

                    raise CannotWrite(_why(self._name, error)) from error
        return memoryview(data).nbytes


def _why(name: str, error: OSError) -> str:
    reason = "it is closed" if error.errno == errno.EBADF else error.strerror
    return f"Cannot write to {name}: {reason}. Send it somewhere else, or make room there."


def prepare() -> None:
    """Make standard output and error speak UTF-8 and never fail for a character or a reader that left."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _occupy()
    sys.stdout = _prepared(sys.stdout, sys.__stdout__, "standard output")
    sys.stderr = _prepared(sys.stderr, sys.__stderr__, "standard error", quiet=True)


def _occupy() -> None:
    """Keep the descriptors 0 to 2 busy where they are closed, so that no file we open passes for one."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)


def _prepared(stream: TextIO | None, own: TextIO | None, name: str, *, quiet: bool = False) -> TextIO:
    if stream is None or (stream is own and not stream.isatty()):
        descriptor = stream.fileno() if stream else _CLOSED
        raw = io.BufferedWriter(_Output(descriptor, name, quiet=quiet))
        return io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace")
    if isinstance(stream, io.TextIOWrapper):  # a console on Windows would else be in cp1252
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
