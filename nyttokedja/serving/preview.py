"""What each tab is shown: the last picture that could be made of its chain, and why there is no newer one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from nyttokedja.errors import CannotDraw
from nyttokedja.language.texts import texts
from nyttokedja.reading.discovery import Candidate
from nyttokedja.serving.drawing import Shown, counted, shown
from nyttokedja.serving.events import Channel, State
from nyttokedja.serving.watching import Files, Reading, Stamp
from nyttokedja.serving.worker import Worker

PAUSE = 0.1
"""Seconds between two looks at the disk."""
_SETTLED = 0.04
"""So many seconds a file that has changed is left alone, in case it is still being written."""
_GONE = 6
"""A file is gone when it has been so at so many looks: a save may take it away for a moment."""
_AT_ONCE = 0.3
"""Seconds of a look that are given to the list of chains, while tabs of a chain wait."""
_FIND = 1.0
"""Seconds between two searches of the folders."""
_IDLE = 30.0
"""Seconds that a chain is followed on when nobody listens to it: a tab that is loaded anew comes back."""


@dataclass
class Followed:
    """One chain, and what there is to show of it."""

    file: Candidate
    channel: Channel = field(default_factory=Channel)
    revision: int = 0
    page: str = ""  # the last one that could be made
    pictured: int = 0  # the revision that it is of
    last: Shown | None = None
    counted: Shown | None = None
    stamp: Stamp | None = None
    reading: Reading | None = None
    missing: int = 0
    wanted: float = -_IDLE

    @property
    def id(self) -> str:
        """Its part of an address, the same as long as the file is called what it is."""
        return sha256(self.file.name.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def is_wanted(self) -> bool:
        """Whether somebody looks at it."""
        return len(self.channel) > 0 or time.monotonic() - self.wanted < _IDLE

    @property
    def title(self) -> str:
        """What it is called."""
        known = self.last or self.counted
        return known.title if known else self.file.path.name

    @property
    def language(self) -> str:
        """That of the chain, as far as it is known."""
        known = self.last or self.counted
        return known.language if known else "sv"

    def state(self) -> State | None:
        """What a tab is told; None before anything is known."""
        if self.last is None:
            return None
        now, said = self.last, texts(self.language)
        data: dict[str, Any] = {"title": now.title, "language": now.language, "picture": self.pictured}
        if now.problem:
            data["problem"] = now.problem
            data["still"] = said.word("live/serve", "last_picture" if self.page else "no_picture")
            data["remarks"] = [
                {
                    "severity": one.severity,
                    "line": said.say("live/serve", "line", line=one.line),
                    "message": one.message,
                    "remedy": one.remedy,
                }
                for one in now.remarks
            ]
        return State(self.revision, data)


class Preview:
    """All chains that are served, and the list of them.

    Args:
        files: where they are.
        told: an English sentence of ours → what it is in the language of the person.
    """

    def __init__(self, files: Files, told: Callable[[str], str] = str) -> None:
        self._files = files
        self._told = told
        self._worker: Worker | None = None
        self._followed: dict[str, Followed] = {}
        self.listing = Channel()
        self._listed = 0
        self._changed = False
        self._closed = False
        self._asked = -_IDLE
        self._found = time.monotonic()
        self.find()

    def __iter__(self) -> Iterator[Followed]:
        return iter(self._followed.values())

    def __len__(self) -> int:
        return len(self._followed)

    def get(self, id: str) -> Followed | None:
        """The chain of an address, which is followed from now on."""
        found = next((each for each in self if each.id == id), None)
        if found is not None:
            found.wanted = time.monotonic()
        return found

    def list_is_asked_for(self) -> None:
        """Somebody looks at the list: all chains are read for it."""
        self._asked = time.monotonic()

    def listed(self) -> State:
        """What a tab with the list is told: that it is another."""
        return State(self._listed, {"listed": self._listed})

    def find(self) -> None:
        """See which chains there are."""
        found = {file.name: file for file in self._files.listed()}
        for name in found.keys() - self._followed.keys():
            self._followed[name] = Followed(found[name])
            self._changed = True
        for name in self._followed.keys() - found.keys():
            if not self._followed[name].is_wanted:  # else a tab is told that it is gone
                del self._followed[name]
                self._changed = True

    async def follow(self) -> None:
        """Look at the disk again and again, until it is closed."""
        self._worker = Worker()
        try:
            while not self._closed:
                await self.look()
                await asyncio.sleep(PAUSE)
        finally:
            self._worker.stop()

    async def look(self) -> None:
        """One look: what has changed is drawn anew, and told to those who look at it."""
        if time.monotonic() - self._found > _FIND:
            await asyncio.to_thread(self.find)
            self._found = time.monotonic()
        for each in list(self):
            if each.is_wanted:
                await self._update(each)
        if len(self.listing) or time.monotonic() - self._asked < _IDLE:
            is_done = await self._count()
            if self._changed and is_done:
                self._changed = False
                self._listed += 1
                self.listing.tell()

    def close(self) -> None:
        """Let all who listen go, and look no more."""
        self._closed = True
        for channel in (self.listing, *(each.channel for each in self)):
            channel.close()

    async def _update(self, each: Followed) -> None:
        now = await asyncio.to_thread(self._files.read, each.file)
        if now.is_there:
            each.missing = 0
        elif (missing := each.missing + 1) < _GONE and each.reading is not None:
            each.missing = missing
            return
        if each.reading is not None and now.same_as == each.reading.same_as:
            return
        if each.reading is not None:
            await asyncio.sleep(_SETTLED)
            if (await asyncio.to_thread(self._files.read, each.file)).same_as != now.same_as:
                return  # it is still being written
        each.reading = now
        self._show(each, await self._made(now))

    async def _made(self, reading: Reading) -> Shown:
        said = texts(reading.config.assumed_language or "sv")
        if reading.settings:
            why = said.say("live/serve", "settings", file=reading.settings)
            return Shown(reading.file.path.name, said.language, problem=why)
        assert self._worker is not None
        try:
            made = await self._worker.do(shown, reading.file, reading.config)
        except CannotDraw as error:
            made = Shown(reading.file.path.name, said.language, problem=str(error), failed=True)
        return made._replace(problem=self._told(made.problem)) if made.failed else made

    def _show(self, each: Followed, made: Shown) -> None:
        each.revision += 1
        if not made.page and each.last is not None:  # a file that cannot be read has said neither
            made = made._replace(title=each.last.title, language=each.last.language)
        each.last = made
        if made.page:
            each.page, each.pictured = made.page, each.revision
        each.channel.tell()

    async def _count(self) -> bool:
        """Read what has changed for the list, as much of it as a look has time for; whether that was all."""
        assert self._worker is not None
        begun = time.monotonic()
        stamps: Mapping[str, Stamp | None] = await asyncio.to_thread(self._stamps)
        for name, stamp in stamps.items():
            each = self._followed[name]
            if each.counted is not None and each.stamp == stamp:
                continue
            if time.monotonic() - begun > _AT_ONCE:
                return False
            now = await asyncio.to_thread(self._files.read, each.file)
            try:
                each.counted = await self._worker.do(counted, now.file, now.config)
            except CannotDraw as error:
                each.counted = Shown(each.file.path.name, each.language, problem=self._told(str(error)))
            each.stamp, self._changed = stamp, True
        return True

    def _stamps(self) -> Mapping[str, Stamp | None]:
        return {name: self._files.stamp(each.file) for name, each in self._followed.items()}
