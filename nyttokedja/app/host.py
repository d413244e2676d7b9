"""What the scripts of the app's page ask, in the tab: a message as JSON → its answer as JSON.

{"ask": "open", "name": "kedja.yaml", "text": "…"}     → {"answer": "done", "file": 1, "state": {…}}
{"ask": "order", "file": 1, "who": "me", "order": {…}} → as `nyttokedja.board.protocol` answers it
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from nyttokedja.app import engine
from nyttokedja.board.protocol import MalformedMessage, Message, text_in
from nyttokedja.board.room import Refused, Room
from nyttokedja.board.state import state_of
from nyttokedja.checking.config import Config
from nyttokedja.drawing.layout.engine_input import Answer, Layout, read_answers
from nyttokedja.errors import CannotDraw, CannotRead
from nyttokedja.importing import FORMATS, known_format, read_import
from nyttokedja.importing.chain_text import chain_text
from nyttokedja.importing.model import ImportOptions, remark_sentences
from nyttokedja.importing.packages.archive import refuse_unreadable
from nyttokedja.writing.chain_file import to_yaml

_ENGINE = "viz"
_LARGEST = 20_000_000


class Host:
    """The chains that are open in a tab.

    Args:
        render: DOT → what Graphviz says of it in the format json0, in the tab by viz.js.
        language: that of the person: sv, nb or en.
        today: the day by the clock of the machine, as YYYY-MM-DD; "" for none.
    """

    def __init__(self, render: Callable[[str], str], language: str = "sv", today: str = "") -> None:
        self._layout = layout_by(render)
        self._language = language
        self._config = Config(today=date.fromisoformat(today) if today else None)
        self._rooms: dict[int, Room] = {}

    def answer(self, message: str) -> str:
        """What is answered to a message; a mistake in the scripts is answered too."""
        try:
            told = self._answer(json.loads(message))
        except Refused as reason:
            told = {"answer": "refused", "why": str(reason)}
        except (MalformedMessage, ValueError) as error:
            told = {"answer": "mistake", "why": str(error)}
        return json.dumps(told, ensure_ascii=False)

    def _answer(self, message: object) -> Mapping[str, Any]:
        if not isinstance(message, Mapping):
            raise MalformedMessage("A message is a mapping of keys to values.")
        if (own := self._OWN.get(message.get("ask", ""))) is not None:
            return {"answer": "done", **own(self, message)}
        room = self._rooms.get(message.get("file", 0))
        if room is None:
            raise MalformedMessage("The key “file” of a message is the number of an open file.")
        return engine.answer(message, room, self._layout)

    # -- files --------------------------------------------------------------------------------------------

    def _open(self, message: Message) -> Mapping[str, Any]:
        """A chain's file."""
        return self._opened(text_in(message, "text").encode(), text_in(message, "name"), message)

    def _new(self, message: Message) -> Mapping[str, Any]:
        """A chain with nothing in it but its title."""
        language = text_in(message, "language", self._language)
        head = {"nyttokedja": 1, "title": text_in(message, "title"), "language": language, "stage": "draft"}
        return self._opened(to_yaml(head, language).encode(), text_in(message, "name"), message)

    def _import(self, message: Message) -> Mapping[str, Any]:
        """A chain made of a foreign file, whatever it is."""
        name = text_in(message, "name", "")
        data = b64decode(text_in(message, "data"), validate=True)
        if len(data) > _LARGEST:
            raise MalformedMessage("The file is too large.")
        options = ImportOptions(name=name, likely_language=self._language)
        try:
            refuse_unreadable(data, name)
            imported = read_import(data, FORMATS[known_format(data, name)], options)
        except CannotRead as error:
            raise Refused(str(error)) from error
        opened = self._opened(chain_text(imported).encode(), f"{name.partition('.')[0]}.yaml", message)
        return {**opened, "remarks": list(remark_sentences(imported.remarks, self._language))}

    def _opened(self, data: bytes, name: str, message: Message) -> Mapping[str, Any]:
        number = max(self._rooms, default=0) + 1
        self._rooms[number] = room = Room(data, name, self._config)
        return {"file": number, "state": state_of(room, text_in(message, "who", ""))}

    def _outside(self, message: Message) -> Mapping[str, Any]:
        """What another program has written into an open file."""
        room = self._rooms[message["file"]]
        room.replace(text_in(message, "text").encode())
        return {"state": state_of(room, text_in(message, "who", ""))}

    def _close(self, message: Message) -> Mapping[str, Any]:
        self._rooms.pop(message.get("file", 0), None)
        return {}

    _OWN: Mapping[str, Callable[[Host, Message], Mapping[str, Any]]] = {
        "open": _open,
        "new": _new,
        "import": _import,
        "outside": _outside,
        "close": _close,
    }


def layout_by(render: Callable[[str], str]) -> Layout:
    """The layout of pictures by a function from DOT to json0."""

    def layout(dots: Sequence[str]) -> list[Answer]:
        return read_answers("\n".join(map(_asked(render), dots)), _ENGINE, len(dots))

    return layout


def _asked(render: Callable[[str], str]) -> Callable[[str], str]:
    def asked(dot: str) -> str:
        try:
            return render(dot)
        except Exception as error:  # whatever the other side throws
            raise CannotDraw(f"The layout engine {_ENGINE} gave an answer that is not a layout.") from error

    return asked
