"""A chain → its boxes and notes as every drawing of it names them, in the chain's own language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nyttokedja.drawing.content.details import type_of
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.exporting.model import Exportable
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.model.chain import SECTIONS, title_from


@dataclass(frozen=True, slots=True)
class Box:
    """A box or a note.

    Attributes:
        id: that of its node; "" for a note.
        key: what it is known by in the file.
        kind: as the colours of pictures have it.
        words: its type in words, ``Nytta · Effektmål``, as importers read it.
        title: on one line.
        alt: what a screen reader says.
        said: what else is said of it, by canonical key: ``for``, ``owner``, ``text``.
    """

    id: str
    key: str
    kind: str
    words: str
    title: str
    alt: str
    said: Mapping[str, str]


def boxes_of(exportable: Exportable) -> tuple[Box, ...]:
    """The boxes in the order of the file, and after them the notes."""
    return (*_of_nodes(exportable), *_of_notes(exportable))


def own_data(box: Box) -> dict[str, str]:
    """What a drawing must hold besides type and title, so that it is read back as the same box."""
    data = {"typ": box.words, "id": box.id, "owner": box.said.get("owner"), "for": box.said.get("for")}
    return {key: text for key, text in data.items() if text}


def _of_nodes(exportable: Exportable) -> Iterator[Box]:
    words = picture_words(exportable.chain.language)
    for id, data in _data(exportable.data):
        node = exportable.graph.nodes[id]
        title = cleaned(data.get("title") or title_from(id)) or id
        type = type_of(node, words)
        said = {key: cleaned(data[key]) for key in ("for", "owner", "text") if data.get(key)}
        parts = (words.say("aria", "node", type=type, title=title), *said.values())
        yield Box(id, f"n-{id}", node.kind, type, title, _sentences(parts), said)


def _of_notes(exportable: Exportable) -> Iterator[Box]:
    words = picture_words(exportable.chain.language)
    type = words.word("boxes", "note")
    for number, note in enumerate(exportable.data.get("notes") or (), start=1):
        text = cleaned(note["text"])
        alt = words.say("aria", "node", type=type, title=text)
        yield Box("", f"note-{number}", "note", type, text, alt, {})


def _data(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for section in SECTIONS:
        if isinstance(data.get(section), dict):
            for id, node in data[section].items():
                yield id, node or {}


def _sentences(parts: tuple[str, ...]) -> str:
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)
