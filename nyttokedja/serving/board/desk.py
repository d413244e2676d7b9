"""A room over a file on the disk: messages → answers as JSON."""

from __future__ import annotations

import json
import pickle
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from nyttokedja.app import engine
from nyttokedja.batch.check import BUG
from nyttokedja.batch.engines import layout_of
from nyttokedja.board.protocol import MalformedMessage, Message
from nyttokedja.board.room import OUTSIDE, Refused, Room
from nyttokedja.board.state import state_of
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome
from nyttokedja.errors import CannotWrite, crash_message
from nyttokedja.language.failures import retold, sentence
from nyttokedja.language.safe_text import clean
from nyttokedja.reading.discovery import reason
from nyttokedja.reports.findings.text import failure_sentence
from nyttokedja.serving.board.kept import Kept

WRITES = ("order", "undo", "redo", "fix", "format")
"""The questions that change the file."""
_SETTLED = 0.04
"""So many seconds a file that has changed is left alone, in case it is still being written."""
_GONE = 3
"""A file is gone when it has been so at so many looks: a save may take it away for a moment."""
_MOST_ANSWERS = 1000


class Opening(NamedTuple):
    """What a process needs to know to open a board, also where one before it has died.

    `language` is that of the person, for what is said where there is no chain. `is_new` is whether the file
    was made for the board, by a title that nobody has chosen.
    """

    path: Path
    config: Config
    versions: Path | None = None
    language: str = "sv"
    is_new: bool = False


class Told(NamedTuple):
    """An answer as JSON; the number of what there is to be told, and whether a question was a mistake."""

    text: str
    turn: int
    is_mistake: bool = False


class View(NamedTuple):
    """A room as it is at one time, for another process."""

    turn: int
    revision: int
    name: str
    data: bytes
    checked: bytes


class Desk:
    """A room and its file.

    Args:
        opening: which file, and how it is checked.
        since: the number that is to be gone on from, where a process before this one has died.
    """

    def __init__(self, opening: Opening, since: int = 0) -> None:
        self._kept = Kept(opening.path, opening.config.limits.file, opening.versions)
        self._answers: dict[str, Told] = {}
        self._is_new = opening.is_new
        self._troubles = 0
        self._trouble = ""
        self._missed = 0
        self.room = Room(self._kept.read(), opening.path.name, opening.config, self._save)
        self.room.revision = since

    @property
    def turn(self) -> int:
        """A number that is greater whenever there is something new to be told."""
        return self.room.revision + self._troubles

    def answer(self, message: Message) -> Told:
        """What is answered to a message; one that comes again is answered as it was."""
        writes = message.get("ask") in WRITES
        token = message.get("token") if writes else None
        if isinstance(token, str) and token in self._answers:
            return self._answers[token]
        self.look()
        told = self._told({key: value for key, value in message.items() if key != "token"})
        if isinstance(token, str) and not told.is_mistake:
            self._answers[token] = told
            while len(self._answers) > _MOST_ANSWERS:
                del self._answers[next(iter(self._answers))]
        return told

    def state(self, who: str) -> Told:
        """What a person's tab is told: the state, and what was done last."""
        last = self.room.steps[-1] if self.room.steps else None
        told = {
            "state": state_of(self.room, who),
            "said": list(last.said) if last else [],
            "mine": last is not None and last.who == who,
            "outside": last is not None and last.who == OUTSIDE,
            "trouble": self._trouble,
            "untitled": self._is_new and not self.room.revision,
        }
        return Told(as_json(told), self.turn)

    def view(self) -> View:
        """The room, for the process where it is looked at."""
        room = self.room
        return View(self.turn, room.revision, room.parsed.name, room.data, pickle.dumps(room.checked))

    def look(self) -> None:
        """Take over what another program has written into the file since."""
        try:
            data = self._settled()
        except OSError as error:
            self._missed += 1
            if self._missed >= _GONE:
                self._is_troubled(failed(self.room.parsed.name, error, self.room.language))
            return
        self._missed = 0
        self._is_troubled("")
        if data != self.room.data:
            before = self.room.data
            self.room.replace(data)
            with suppress(CannotWrite):  # it is there already, and nothing can be refused any more
                self._kept.keep(before)

    def _settled(self) -> bytes:
        """What the file holds; what is known, while it is still being written."""
        data = self._kept.read()
        if data == self.room.data:
            return data
        time.sleep(_SETTLED)
        return data if self._kept.read() == data else self.room.data

    def _is_troubled(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._troubles += 1

    def _save(self, before: bytes, after: bytes) -> None:
        try:
            self._kept.replace(before, after)
        except CannotWrite as error:
            raise Refused(clean(sentence(error, self.room.language))) from error

    def _told(self, message: Message) -> Told:
        text, is_mistake = answered(message, self.room)
        return Told(text, self.turn, is_mistake)


def answered(message: Message, room: Room) -> tuple[str, bool]:
    """The answer of a room as JSON, and whether the question was a mistake. Never raises."""
    try:
        return as_json(engine.answer(message, room, layout_of())), False
    except (MalformedMessage, ValueError) as error:
        return as_json({"answer": "mistake", "why": str(error)}), True
    except Exception as error:  # noqa: BLE001 - what fails at one question never ends the board
        return refused(BUG.format(crash_message(error)), room.language), False


def refused(why: str, language: str) -> str:
    """The answer to what was not done, for a reason in English."""
    return as_json({"answer": "refused", "why": clean(retold(why, language))})


def failed(name: str, error: OSError, language: str) -> str:
    """That a file cannot be read, and why."""
    return clean(failure_sentence(Outcome(name, trouble=reason(error), language=language)))


def as_json(data: object) -> str:
    """Plain data as JSON."""
    return json.dumps(data, ensure_ascii=False)
