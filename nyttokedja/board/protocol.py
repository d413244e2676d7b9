"""Message → answer: what a screen may ask of the room behind it. Plain data both ways, as JSON has it.

    {"ask": "order", "order": {"do": "link", "source": "a", "target": "b"}, "who": "tab-1", "token": "…"}
    → {"answer": "done", "revision": 7, "said": ["…"], "touched": ["b"], "state": {…}}

Every answer is ``done``, with what was asked for, or ``refused``, with why in the chain's language. A message
that is none is a mistake in the program that sent it: `MalformedMessage`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nyttokedja.board.details import details_of
from nyttokedja.board.orders import order_from_data
from nyttokedja.board.room import Answer, Refused, Room
from nyttokedja.board.state import picture_of, state_of
from nyttokedja.drawing.layout.engine_input import Layout
from nyttokedja.editing import CannotEdit
from nyttokedja.editing.document import document
from nyttokedja.editing.orders import MalformedOrder
from nyttokedja.errors import CannotDraw, NyttokedjaError
from nyttokedja.language.texts import texts

Message = Mapping[str, Any]


class MalformedMessage(NyttokedjaError):
    """A message that is none: a mistake in the program that sent it, said in an English sentence."""


def answer(message: object, room: Room, layout: Layout) -> Mapping[str, Any]:
    """What is answered to a message.

    Args:
        message: what came from a screen.
        room: the chain that it is about.
        layout: what lays out its picture.

    Raises:
        MalformedMessage: it is no message.
    """
    if not isinstance(message, Mapping) or message.get("ask") not in ASKED:
        raise MalformedMessage(f"The key “ask” of a message is one of: {', '.join(ASKED)}.")
    try:
        return {"answer": "done", **ASKED[message["ask"]](message, room, layout)}
    except (Refused, CannotDraw) as reason:
        return {"answer": "refused", "why": str(reason), "revision": room.revision}
    except MalformedOrder as error:
        raise MalformedMessage(str(error)) from error


def _state(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    return {"state": state_of(room, text_in(message, "who"))}


def _picture(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    if not room.is_readable:
        raise Refused(texts(room.language).word("board/told", "no-picture"))
    return {
        "revision": room.revision,
        "svg": picture_of(room.checked, layout, calm=bool(message.get("calm"))),
    }


def _text_of_file(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    return {"revision": room.revision, "text": room.parsed.text}


def _details(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """What can be filled in of a box, or with "" of the chain."""
    if not room.is_readable:
        raise Refused(texts(room.language).word("board/told", "unreadable"))
    try:
        fields = list(details_of(document(room.parsed), text_in(message, "id"), room.language))
    except CannotEdit as error:
        raise Refused(str(error)) from error
    return {"fields": fields}


def _order(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    order, who = order_from_data(message.get("order")), text_in(message, "who")
    seen = text_in(message, "seen") if "seen" in message else None
    return _done(room.carry_out(order, who, text_in(message, "token", ""), seen), room, who)


def _undo(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    who = text_in(message, "who")
    return _done(room.undo(who, _number(message)), room, who)


def _redo(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    who = text_in(message, "who")
    return _done(room.redo(who, _number(message)), room, who)


def _done(done: Answer, room: Room, who: str) -> Mapping[str, Any]:
    return {**_plain(done), "state": state_of(room, who)}


def _plain(done: Answer) -> Mapping[str, Any]:
    return {"revision": done.revision, "said": list(done.said), "touched": list(done.touched)}


def text_in(message: Message, key: str, otherwise: str | None = None) -> str:
    """A text of a message.

    Raises:
        MalformedMessage: there is none.
    """
    value = message.get(key, otherwise)
    if not isinstance(value, str):
        raise MalformedMessage(f"The key “{key}” of a message holds a text.")
    return value


def _number(message: Message) -> int | None:
    value = message.get("number")
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise MalformedMessage("The key “number” of a message holds a number.")
    return value


ASKED: Mapping[str, Callable[[Message, Room, Layout], Mapping[str, Any]]] = {
    "state": _state,
    "picture": _picture,
    "file": _text_of_file,
    "details": _details,
    "order": _order,
    "undo": _undo,
    "redo": _redo,
}
"""What may be asked → what answers it."""
