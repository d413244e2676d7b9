"""A process of its own for what takes time, so that tabs get answers meanwhile."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from nyttokedja.errors import CannotDraw

T = TypeVar("T")


class Worker:
    """One process that works off one thing after the other; where it dies, the next thing gets another."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._context = get_context("spawn")
        self._lock = threading.Lock()
        self._start()

    def _start(self) -> None:
        self._pipe, other = self._context.Pipe()
        self._process = self._context.Process(target=_work, args=(other,), daemon=True)
        self._process.start()
        other.close()

    async def do(self, work: Callable[..., T], *arguments: Any) -> T:
        """Call a function of a module with arguments, over there.

        Raises:
            CannotDraw: the process died of it.
        """
        async with self._turn:  # who waits for it holds no thread
            return await asyncio.to_thread(self._do, work, *arguments)

    def _do(self, work: Callable[..., T], *arguments: Any) -> T:
        with self._lock:
            try:
                self._pipe.send((work, arguments))
                done: T = self._pipe.recv()
            except (EOFError, OSError) as error:
                self.stop()
                self._start()
                raise CannotDraw("The process that draws has come to an end.") from error
        return done

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.terminate()
        self._process.join(1)
        self._pipe.close()


def _work(pipe: Connection) -> None:
    # Ctrl-C goes to all processes of a terminal; this one is ended by the one that started it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for module in ("nyttokedja.drawing", "nyttokedja.pages"):  # before the first tab asks
        import_module(module)
    while True:
        try:
            work, arguments = pipe.recv()
        except EOFError:
            return
        pipe.send(work(*arguments))
