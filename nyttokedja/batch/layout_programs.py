"""The programs that lay out graphs: DOT texts → answers, each in a child process under a time limit."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from nyttokedja.drawing.layout.engine_input import Answer, read_answers
from nyttokedja.errors import CannotDraw
from nyttokedja.extras import how_to_install
from nyttokedja.language.system_errors import why

_PYGRAPHVIZ = """
import json, sys
try:
    import pygraphviz
except ImportError:
    sys.exit(77)
for dot in json.load(sys.stdin):
    graph = pygraphviz.AGraph(string=dot)
    sys.stdout.write(graph.draw(format="json0", prog="dot").decode("utf-8"))
"""
_NO_PYGRAPHVIZ = 77
_MOST = 100_000_000
"""Bytes that an engine may say; what it says of a thousand boxes is a hundredth of that."""


class TimedOut(CannotDraw):
    """The engine took longer than it may."""


class Unavailable(CannotDraw):
    """The engine is not installed, or the machine does not let it run."""


def graphviz_pure(dots: Sequence[str], timeout: float) -> list[Answer]:
    """Lay out with the program of the package graphviz-pure, within ``timeout`` seconds."""
    program = packaged_program()
    return _answers_of([program, "-Tjson0"], "\n".join(dots), "graphviz-pure", timeout, len(dots))


def packaged_program() -> str:
    """The path of the program that the package graphviz-pure installed, wherever scripts go."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        installed = files("graphviz-pure") or []
    except PackageNotFoundError:
        installed = []
    for file in installed:
        if file.name in ("graphviz-pure", "graphviz-pure.exe"):
            path = file.locate()
            if os.path.exists(path):  # noqa: PTH110 - locate() need not give a Path
                return os.path.realpath(path)
    raise Unavailable("The layout engine graphviz-pure is not installed.")


def dot(dots: Sequence[str], timeout: float) -> list[Answer]:
    """Lay out with the Graphviz of the machine, within ``timeout`` seconds."""
    program = shutil.which("dot")
    if program is None:
        raise Unavailable("The layout engine dot is not on the PATH.")
    return _answers_of([program, "-Tjson0"], "\n".join(dots), "dot", timeout, len(dots))


def pygraphviz(dots: Sequence[str], timeout: float) -> list[Answer]:
    """Lay out with the package pygraphviz, in a Python of its own, within ``timeout`` seconds."""
    # -P: nothing in the working folder can pass for pygraphviz
    command = [sys.executable, "-P", "-c", _PYGRAPHVIZ]
    return _answers_of(command, json.dumps(list(dots)), "pygraphviz", timeout, len(dots))


def _answers_of(command: Sequence[str], given: str, engine: str, timeout: float, graphs: int) -> list[Answer]:
    try:
        child = subprocess.Popen(  # noqa: S603 - a program of an installed package, or the user's dot
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except FileNotFoundError:
        raise Unavailable(f"The layout engine {engine} is not where it was installed.") from None
    except OSError as error:
        raise Unavailable(f"The layout engine {engine} is not allowed to run here: {why(error)}.") from None
    out, err = _talk(child, given, engine, timeout)
    if child.returncode == _NO_PYGRAPHVIZ and engine == "pygraphviz":
        raise Unavailable(
            "The layout engine pygraphviz is not installed. Install it with: {command}",
            command=how_to_install("pygraphviz"),
        )
    if child.returncode:
        raise CannotDraw(_crash(engine, child.returncode, err))
    return read_answers(out.decode("utf-8", "replace"), engine, graphs)


def _talk(child: subprocess.Popen[bytes], given: str, engine: str, timeout: float) -> tuple[bytes, bytes]:
    """What a child says to what it is given: at most `_MOST` of it, and no longer than allowed."""
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    said = [_Kept(child.stdout), _Kept(child.stderr)]
    workers = [threading.Thread(target=kept.read, daemon=True) for kept in said]
    workers.append(threading.Thread(target=_give, args=(child.stdin, given.encode("utf-8")), daemon=True))
    try:
        for worker in workers:
            worker.start()
        deadline = time.monotonic() + timeout
        while any(worker.is_alive() for worker in workers) or child.poll() is None:
            if any(kept.overflowed for kept in said):
                raise CannotDraw(f"The layout engine {engine} printed more than {_MOST // 10**6} MB.")
            if time.monotonic() > deadline:
                raise TimedOut(f"The layout engine {engine} took more than {timeout:.3g} seconds.")
            workers[0].join(0.02) if workers[0].is_alive() else time.sleep(0.005)
    except BaseException:
        _kill(child)
        raise
    finally:
        for worker in workers:
            worker.join(1)  # what was killed has let go of the pipes
        for pipe in (child.stdin, child.stdout, child.stderr):
            with suppress(OSError, ValueError):
                pipe.close()
    return said[0].data, said[1].data


class _Kept:
    """What a pipe has said, up to `_MOST`."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._parts: list[bytes] = []
        self.overflowed = False

    def read(self) -> None:
        size = 0
        with suppress(OSError, ValueError):
            while part := os.read(self._pipe.fileno(), 1 << 16):
                self._parts.append(part)
                size += len(part)
                if size > _MOST:
                    self.overflowed = True
                    return

    @property
    def data(self) -> bytes:
        return b"".join(self._parts)


def _give(pipe: IO[bytes], data: bytes) -> None:
    with suppress(OSError, ValueError), pipe:
        pipe.write(data)


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it has started."""
    if sys.platform == "win32":
        child.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _crash(engine: str, code: int, err: bytes) -> str:
    lines = [line.strip() for line in err.decode("utf-8", "replace").splitlines() if line.strip()]
    message = "".join(char if char.isprintable() else "?" for char in lines[-1][:200]) if lines else ""
    return f"The layout engine {engine} failed with exit code {code}{': ' + message if message else ''}."
