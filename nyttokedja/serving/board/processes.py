"""What is called in the two processes of a board, where what they have open is found again.

What is written goes through one process, one thing after the other. What is only looked at (pictures, pages,
exports) is made in the other of a `View` of the room, so that orders never wait for a picture.
"""

from __future__ import annotations

import pickle
from pathlib import Path

from nyttokedja.board.protocol import Message
from nyttokedja.board.room import Room
from nyttokedja.checking.check import Checked
from nyttokedja.checking.config import Config
from nyttokedja.serving.board.desk import Desk, Opening, Told, View, answered, as_json, failed

_desks: dict[Path, Desk] = {}
_rooms: dict[int, Room] = {}
"""What this process has open: the room of a file, and a room as it was at a turn."""


def answer(opening: Opening, since: int, message: Message) -> Told:
    """Answer a message, in the process of the room."""
    try:
        return _desk(opening, since).answer(message)
    except OSError as error:
        why = failed(opening.path.name, error, opening.language)
        return Told(as_json({"answer": "refused", "why": why}), since)


def state(opening: Opening, since: int, who: str) -> Told | None:
    """What a person's tab is told; None while the file cannot be opened."""
    desk = _opened(opening, since)
    return desk.state(who) if desk else None


def view(opening: Opening, since: int) -> View | None:
    """The room to be looked at elsewhere; None while the file cannot be opened."""
    desk = _opened(opening, since)
    return desk.view() if desk else None


def look(opening: Opening, since: int) -> int:
    """The number of what there is to be told, once the disk has been looked at."""
    desk = _opened(opening, since)
    if desk is None:
        return since
    desk.look()
    return desk.turn


def seen(view: View, config: Config, message: Message) -> Told:
    """Answer a message that only looks, in the process beside."""
    if view.turn not in _rooms:
        _rooms.clear()
        checked: Checked = pickle.loads(view.checked)  # noqa: S301 - made by the process of the room
        _rooms[view.turn] = room = Room(view.data, view.name, config, checked=checked)
        room.revision = view.revision
    text, is_mistake = answered(message, _rooms[view.turn])
    return Told(text, view.turn, is_mistake)


def _desk(opening: Opening, since: int) -> Desk:
    if opening.path not in _desks:
        _desks[opening.path] = Desk(opening, since)
    return _desks[opening.path]


def _opened(opening: Opening, since: int) -> Desk | None:
    try:
        return _desk(opening, since)
    except OSError:
        return None
