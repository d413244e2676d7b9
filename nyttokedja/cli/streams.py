"""The standard streams: UTF-8 whatever the locale, and robust to closed descriptors, pipes and full disks."""

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
    """A raw stream over a file descriptor that goes on accepting data when the reader has closed the pipe.

    With ``nyttokedja check | head`` the work and the exit code are thereby the same however fast each of the
    two runs. Any other failure, as a full disk, is raised once as a `CannotWrite`, and what is written after
    it is dropped; with ``quiet`` nothing is raised, since there is no stream left to say it on.
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
    from nyttokedja.language.system_errors import why

    return f"Cannot write to {name}: {why(error, writing=True)}. Send it somewhere else, or make room there."


def prepare() -> None:
    """Make ``sys.stdout`` and ``sys.stderr`` UTF-8 streams that fail for no character and no closed pipe."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _occupy()
    sys.stdout = _prepared(sys.stdout, sys.__stdout__, "standard output")
    sys.stderr = _prepared(sys.stderr, sys.__stderr__, "standard error", quiet=True)


def _occupy() -> None:
    """Open the null device where a descriptor 0 to 2 is closed: else a file opened later would get it."""
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
