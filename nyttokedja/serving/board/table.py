"""What each tab is told of a board, and what is answered to it; the work is done in two processes beside."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import TypeVar

from nyttokedja.app import engine
from nyttokedja.board import protocol
from nyttokedja.board.protocol import MalformedMessage, Message
from nyttokedja.errors import CannotDraw
from nyttokedja.serving.board import processes
from nyttokedja.serving.board.desk import WRITES, Opening, Told, View, as_json, refused
from nyttokedja.serving.events import Channel, State
from nyttokedja.serving.worker import Worker

T = TypeVar("T")

PAUSE = 0.25
"""Seconds between two looks at the disk."""
_LONGEST = 64
"""Signs of what a tab calls itself, and of what it calls an order."""
_MOST_PICTURES = 4

LOOKS = ("picture", *(name for name in engine.ASKED if name not in WRITES))
"""The questions that are answered in the process beside."""


class Table:
    """A board that several tabs sit at.

    Args:
        opening: its file.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._room = Worker()
        self._beside = Worker()
        self._turn = 0
        self._view: View | None = None
        self._pictures: dict[tuple[int, str], asyncio.Task[Told]] = {}
        self._closed = False
        self.channel = Channel()

    async def answer(self, message: object) -> Told:
        """What is answered to a message.

        Raises:
            MalformedMessage: it is none.
        """
        message = _asked(message)
        try:
            if message["ask"] in LOOKS:
                return await self._seen(message)
            return self._learned(await self._asked(processes.answer, message))
        except CannotDraw as error:  # the process has died of it
            return Told(refused(str(error), self._opening.language), self._turn)

    async def state(self, who: str) -> State | None:
        """What a tab is told; None while that cannot be said."""
        try:
            told = await self._asked(processes.state, who)
        except CannotDraw:
            return None
        return State(told.turn, json.loads(told.text)) if told else None

    async def follow(self) -> None:
        """Follow the file until it is closed."""
        try:
            while not self._closed:
                await self._look()
                await asyncio.sleep(PAUSE)
        finally:
            self._room.stop()
            self._beside.stop()

    def close(self) -> None:
        """Let all who listen go, and look no more."""
        self._closed = True
        self.channel.close()

    async def _look(self) -> None:
        try:
            self._is_at(await self._asked(processes.look))
        except CannotDraw:
            return

    async def _asked(self, work: Callable[..., T], *arguments: object) -> T:
        """What the process of the room says."""
        return await self._room.do(work, self._opening, self._turn, *arguments)

    def _learned(self, told: Told) -> Told:
        self._is_at(told.turn)
        return told

    def _is_at(self, turn: int) -> None:
        if turn > self._turn:
            self._turn = turn
            self.channel.tell()

    async def _seen(self, message: Message) -> Told:
        """What is to be seen of the room; a picture that several ask for is drawn once."""
        view = await self._viewed()
        if view is None:
            return self._learned(await self._asked(processes.answer, message))  # which says why
        if message["ask"] != "picture":
            return await self._beside.do(processes.seen, view, self._opening.config, message)
        key = view.turn, as_json({name: message[name] for name in message if name not in _OF_TABS})
        if (task := self._pictures.get(key)) is None or (task.done() and task.exception() is not None):
            work = self._beside.do(processes.seen, view, self._opening.config, message)
            task = self._pictures[key] = asyncio.create_task(work)
            while len(self._pictures) > _MOST_PICTURES:
                del self._pictures[next(iter(self._pictures))]
        return await asyncio.shield(task)

    async def _viewed(self) -> View | None:
        if self._view is None or self._view.turn != self._turn:
            self._view = await self._asked(processes.view)
        return self._view


_OF_TABS = ("who", "token", "file")
"""What messages say of those who send them."""


def _asked(message: object) -> Message:
    """A message that is one, of somebody.

    Raises:
        MalformedMessage: it is none.
    """
    if not isinstance(message, Mapping) or not isinstance(message.get("ask"), str):
        raise MalformedMessage("A message is a mapping with the key “ask”.")
    if message["ask"] not in (*protocol.ASKED, *engine.ASKED):
        raise MalformedMessage("The key “ask” of a message names no question.")
    for key in ("who", "token"):
        if key in message and not is_name(message[key]):
            raise MalformedMessage(f"The key “{key}” of a message holds a short text.")
    return message if "who" in message else {**message, "who": "-"}


def is_name(value: object) -> bool:
    """Whether something is what a tab may call itself or an order."""
    return isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST
