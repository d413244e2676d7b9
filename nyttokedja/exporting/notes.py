"""A chain → notes as they are typed live: each box once, with its arrows and what is said of it under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.exporting.model import Exportable, Written
from nyttokedja.exporting.note_titles import NoteTitles
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.identity import identity
from nyttokedja.importing.model import Remark
from nyttokedja.importing.notation.vocabulary import KEYS
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.keywords import words
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import IN_GRAPH, LEADS_TO, POINTERS, SECTIONS, title_from

_ABOUT = ("organisation", "purpose")
_UNDER = frozenset(KEYS) - {"behaviour", "for"}
"""Keys of a box that have a line of their own under it."""
_LISTED = frozenset({"category", "perspective", "size", "timing"})
"""Keys with listed values."""


def write_notes(exportable: Exportable) -> Written:
    """The chain as notes in its own language, in UTF-8."""
    writer = _NotesWriter(exportable.data)
    lines = list(writer.lines())
    return Written("\n".join(lines) + "\n", tuple(writer.remarks()))


class _NotesWriter:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        said = data.get("language", "")
        self._language = said if said in LANGUAGES else LANGUAGES[0]
        self._keywords = words(self._language)
        self._said = texts(self._language)
        self._titles = NoteTitles(self._language)
        self._types = {
            id: kind.value
            for section, kind in SECTIONS.items()
            if isinstance(data.get(section), dict)
            for id in data[section]
        }
        self._nodes = {id: data[kind_section(type)][id] or {} for id, type in self._types.items()}
        self._written = {id: self._box(id) for id in self._types}

    def remarks(self) -> Iterator[Remark]:
        """What had to be written otherwise; to be asked when all lines are."""
        yield from self._titles.remarks
        yield from self._alike()

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        yield from self._headers()
        for id in self._types:
            yield ""
            yield self._written[id]
            yield from self._under(id)
        notes = [self._titles.note(flat(note["text"])) for note in self._data.get("notes") or ()]
        if notes:
            yield ""
            yield from notes

    def _headers(self) -> Iterator[str]:
        word = self._said.group("notation/headers")
        yield f"{word['title'][0]}: {flat(self._data['title'])}"
        yield f"{word['language'][0]}: {self._language}"
        about = self._data.get("about") or {}
        for key in _ABOUT:
            if key in about:
                yield f"{word[key][0]}: {flat(about[key])}"
        if stage := self._data.get("stage"):
            yield f"{word['stage'][0]}: {self._keywords.value(stage, 'stage')}"

    def _box(self, id: str) -> str:
        """The note of a box: its mark, its title, and who it is for."""
        node = self._nodes[id]
        kind = "behaviour" if node.get("behaviour") else self._types[id]
        title = flat(node.get("title") or title_from(id))
        return self._titles.box(kind, title, flat(node.get("for", "")))

    def _under(self, id: str) -> Iterator[str]:
        """The lines under a box: what is said of it, then its arrows."""
        for key, value in self._nodes[id].items():
            if key in _UNDER:
                for said in self._values(key, value):
                    yield f"  {self._key(key, id)}: {said}"
        who = self._nodes[id].get("for")
        if who and not self._titles.says_who(self._written[id]):
            yield f"  {self._key('for', id)}: {flat(who)}"
        yield from self._arrows(id)

    def _arrows(self, id: str) -> Iterator[str]:
        node = self._nodes[id]
        for arrow in listed(node.get(LEADS_TO)):
            if (target := arrow["to"]) in self._written:
                yield f"  -> {self._written[target]}"
                if reason := flat(arrow.get("because", "")):
                    yield f"     {self._titles.reason(reason)}"
        for key in POINTERS:
            for target in map(str, listed(node.get(key))):
                if self._types.get(target, "") in IN_GRAPH:
                    yield f"  {self._sign(key, target)} {self._written[target]}"

    def _sign(self, key: str, target: str) -> str:
        if key == "hinders":
            return "!-"
        return "<-" if key == "at" and self._types[target] == "drawback" else "->"

    def _key(self, key: str, id: str) -> str:
        return self._keywords.key(key, self._types[id]).replace("_", " ")

    def _values(self, key: str, value: Any) -> Iterator[str]:
        if isinstance(value, bool):
            if value or key == "met":
                said = "true" if value else "false"
                yield (*self._keywords.truths(said), said)[0]
        elif isinstance(value, list):
            yield ", ".join(map(flat, value))
        elif key == "text":
            yield from filter(None, map(flat, str(value).splitlines()))
        else:
            yield self._keywords.value(flat(value), key).replace("_", " ") if key in _LISTED else flat(value)

    def _alike(self) -> Iterator[Remark]:
        """A remark on each title that several boxes have, which are one when they are read back."""
        known = Counter(self._known_by(id) for id in self._types)
        for (_, title), n in known.items():
            if n > 1:
                yield Remark("alike-in-notes", title)

    def _known_by(self, id: str) -> tuple[str, str]:
        type = self._types[id]
        space = "chain" if type in IN_GRAPH else type
        node = self._nodes[id]
        who = f" ({node['for']})" if self._titles.says_who(self._written[id]) and node.get("for") else ""
        return space, identity(flat(node.get("title") or title_from(id))) + who


def kind_section(type: str) -> str:
    """The section that boxes of a type stand in."""
    return next(section for section, kind in SECTIONS.items() if kind.value == type)


def listed(value: Any) -> list[Any]:
    """What one or several values are, as a list."""
    return [] if value is None else value if isinstance(value, list) else [value]


def flat(text: Any) -> str:
    """A text on one line, as readers of notes see it."""
    return cleaned(str(text))
