"""The server itself: it listens on this machine alone, says where once it does, and stops at Ctrl-C."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from secrets import token_urlsafe
from types import FrameType
from typing import Protocol

import uvicorn

from nyttokedja.errors import CannotRead
from nyttokedja.language.system_errors import why
from nyttokedja.serving.gate import App

HOST = "127.0.0.1"
_OCTETS = 24
"""Of chance in the key."""


class Following(Protocol):
    """What goes on beside the answers: something on the disk is followed, and those who listen are told."""

    async def follow(self) -> None:
        """Follow it until it is closed."""

    def close(self) -> None:
        """Let all who listen go."""


class _Server(uvicorn.Server):
    """A server that says when it listens, and lets all who listen to events go when it is to stop."""

    def __init__(self, config: uvicorn.Config, following: Following, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._following = following
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._following.close()
        super().handle_exit(sig, frame)


def serve(
    app: Callable[[int, str], App], following: Following, port: int, ready: Callable[[str], None]
) -> None:
    """Serve until the person stops it.

    Args:
        app: port and key → what answers there.
        following: what goes on beside the answers.
        port: the one to listen on; 0 takes one that is free.
        ready: what is called with the address, key and all, once it can be opened.

    Raises:
        CannotRead: the port is taken, or may not be listened on.
    """
    listening = _listening(port)
    port = listening.getsockname()[1]
    token = token_urlsafe(_OCTETS)
    config = uvicorn.Config(
        app(port, token),
        ws="none",
        lifespan="off",
        log_config=None,
        log_level=logging.ERROR if os.environ.get("NYTTOKEDJA_DEBUG") else logging.CRITICAL + 1,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=1,
    )
    server = _Server(config, following, lambda: ready(f"http://{HOST}:{port}/?key={token}"))
    with suppress(KeyboardInterrupt), listening:
        asyncio.run(_run(server, following, listening))


async def _run(server: _Server, beside: Following, listening: socket.socket) -> None:
    following = asyncio.create_task(beside.follow())
    serving = asyncio.create_task(server.serve([listening]))
    try:
        await asyncio.wait((following, serving), return_when=asyncio.FIRST_COMPLETED)
        server.should_exit = True
        await serving
        if following.done():
            following.result()  # a fault of ours is not served on in silence
    finally:
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following


def _listening(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "nt":  # there, a port in use could be taken over by whoever asks for it to be shared
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)  # type: ignore[attr-defined]
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen(128)
    except OSError as error:
        made.close()
        if error.errno == errno.EADDRINUSE:
            raise CannotRead(
                "Port {port} is taken by another program. Choose another with --port, or leave it out.",
                port=port,
            ) from error
        raise CannotRead(
            "Port {port} cannot be listened on: {why}. Choose another with --port, or leave it out.",
            port=port,
            why=why(error),
        ) from error
    return made
