"""What tabs are told while they are open: server-sent events, of which only the newest state matters."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, NamedTuple

HEARTBEAT = 15.0
"""Seconds after which something is sent, so that both sides notice when the other has gone."""
_AGAIN = 500
"""Milliseconds after which a browser that has lost us tries again."""


class State(NamedTuple):
    """What a tab is to show, and the number that tells it from the one before."""

    revision: int
    data: Mapping[str, Any]


class Channel:
    """Those who listen to one thing. Each has a queue of one: being told that there is something newer."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Event] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._listeners)

    def tell(self) -> None:
        """Wake everybody up."""
        for listener in self._listeners:
            listener.set()

    def close(self) -> None:
        """Let everybody go, and whoever comes."""
        self._closed = True
        self.tell()

    async def listen(self, state: Callable[[], Awaitable[State | None]]) -> AsyncIterator[str]:
        """The events for one listener: the state as it is, and whenever it is another."""
        listener = asyncio.Event()
        self._listeners.add(listener)
        sent = None
        try:
            yield f"retry: {_AGAIN}\n\n"
            while not self._closed:
                listener.clear()
                now = await state()
                if now is not None and now.revision != sent:
                    sent = now.revision
                    # a line break within JSON is written as an escape: the event is one line
                    yield f"id: {now.revision}\nevent: state\ndata: {json.dumps(now.data)}\n\n"
                    continue
                try:
                    await asyncio.wait_for(listener.wait(), HEARTBEAT)
                except TimeoutError:
                    yield ": \n\n"
        finally:
            self._listeners.discard(listener)
