"""The notes of a chain, one at a time: what is answered is written at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

import click

from nyttokedja.cli.runs.returning import memory_path
from nyttokedja.cli.runs.targets import Sheet
from nyttokedja.cli.runs.writing import write
from nyttokedja.cli.terminal import look
from nyttokedja.editing import CannotEdit
from nyttokedja.importing.identity import identity
from nyttokedja.importing.kind_words import kind_of_word
from nyttokedja.importing.notation.vocabulary import vocabulary
from nyttokedja.importing.returning import read_memory
from nyttokedja.importing.returning.said import Box
from nyttokedja.importing.sorting import Sorting
from nyttokedja.importing.sorting.choosing import chosen, nearest_first
from nyttokedja.language.keywords import words
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS
from nyttokedja.model.spelling import fold
from nyttokedja.writing.saving import Change

Ask = Callable[[str], str]
"""Shows a line and reads what a person types after it; `EOFError` where there is no more."""

_COMMANDS = ("merge", "drop", "skip", "undo", "quit")
_MOST_SHOWN = 15


class Session:
    """A person, a chain and its notes."""

    def __init__(self, sheet: Sheet, ask: Ask) -> None:
        self._sheet, self._ask = sheet, ask
        self._beside = memory_path(sheet.path)
        held = self._beside.read_bytes() if self._beside.is_file() else None
        memory, self._lost = read_memory(held)
        self._keeps = held is not None and not self._lost
        self._state = Sorting(sheet.data, memory if self._keeps else None, name=sheet.source.name)
        self._earlier: list[Sorting] = []
        self._said = texts(sheet.language)
        self._language = sheet.language

    def run(self) -> None:
        """Ask until all notes are sorted, or the person stops.

        Raises:
            CannotWrite: the file cannot be written, or somebody has changed it meanwhile.
        """
        if self._lost:
            self._say("returning/told", f"lost-{self._lost}", memory=self._beside.name)
        if not self._state.notes:
            self._say("sorting/told", "no-notes", file=self._sheet.source.name)
            return
        try:
            while self._turn():
                pass
        except EOFError:
            click.echo()
        left = len(self._state.notes)
        self._say("sorting/told", "sum", n=self._state.done, left=left, file=self._sheet.source.name)

    def _turn(self) -> bool:
        """Ask one thing; whether there is more to ask."""
        state = self._state
        if state.asking is None:
            return self._command(self._asked("sorting/ask", "end"), skips=False) == "undo"
        if state.note is not None:
            return self._of_note(state.note)
        return self._of_arrow()

    def _of_note(self, note: str) -> bool:
        state = self._state
        self._line("")
        number = state.done + state.passed + 1
        self._say("sorting/told", "note", number=number, n=state.done + len(state.notes), note=note)
        if alike := [box.title for box in state.boxes if identity(box.title) == identity(note)]:
            self._say("sorting/told", "there", title=alike[0])
        self._line("  " + " · ".join(self._menu(self._kinds)))
        self._line("  " + " · ".join(self._menu(self._keys)))
        answer = self._asked("sorting/ask", "kind")
        command = self._command(answer)
        if command == "merge":
            return self._merge()
        if command == "drop":
            return self._take(state.dropped, "dropped", note=note)
        if command or not answer:
            return command != "quit"
        kind = self._kind(answer)
        if kind is None:
            return self._say("sorting/told", "unknown", answer=answer)
        return self._take(lambda: state.becomes(kind), "became", note=note, kind=self._a(kind))

    def _merge(self) -> bool:
        boxes = nearest_first(self._state.boxes, self._state.note or "")
        found = self._chosen("merge", boxes, {})
        if found is None or not found:
            return found is not None
        (box, *_) = found
        return self._take(lambda: self._state.merged_with(box.id), "merged", title=box.title)

    def _of_arrow(self) -> bool:
        state = self._state
        assert state.asking is not None
        what, id = state.asking
        box = state.box(id)
        kind = SECTIONS[box.section].value
        name = f"out-{kind}" if f"out-{kind}" in self._said.group("sorting/ask") and what == "out" else what
        boxes = state.candidates()
        if not boxes:
            return self._skip()
        found = self._chosen(name, nearest_first(boxes, box.title), {"title": box.title})
        if found is None:
            return False
        if not found:
            return True
        ids = [one.id for one in found]
        titles = tuple(one.title for one in found)
        return self._take(lambda: state.linked(ids), "linked", title=box.title, others=titles)

    def _chosen(
        self, question: str, boxes: Sequence[Box], particulars: Mapping[str, str]
    ) -> tuple[Box, ...] | None:
        """The boxes that a person means; none where they went on or back, None where they stopped."""
        self._list(boxes)
        while True:
            answer = self._asked("sorting/ask", question, **particulars)
            if question == "merge" and (not answer or self._means(answer) in ("undo", "skip")):
                return ()  # back to what the note is
            command = "skip" if not answer else self._means(answer)
            if command == "quit":
                return None
            if command in ("undo", "skip"):
                self._command(answer or self._keys["skip"][0])
                return ()
            found, several = chosen(answer, boxes, _MOST_SHOWN)
            if found:
                return found
            if several:
                self._say("sorting/told", "which")
                boxes = several
                self._list(boxes)
            else:
                self._say("sorting/told", "no-box", answer=answer)

    def _list(self, boxes: Sequence[Box]) -> None:
        for number, box in enumerate(boxes[:_MOST_SHOWN], 1):
            kind = self._said.word("type", SECTIONS[box.section].value)
            self._line(f"  {number:3} {box.title} ({kind})")
        if len(boxes) > _MOST_SHOWN:
            self._say("sorting/told", "more", n=len(boxes) - _MOST_SHOWN)

    # -- answers -----------------------------------------------------------------------------------

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[str, ...]]:
        """Kind → the letters that mean it in notes and nothing else here, and its name."""
        taken = {key for keys in self._keys.values() for key in keys}
        return {
            kind: (*(letter for letter in letters if letter not in taken), self._kind_word(kind))
            for kind, letters in vocabulary(self._language).written.items()
            if kind != "note"
        }

    @cached_property
    def _keys(self) -> Mapping[str, tuple[str, ...]]:
        """Command → what it is called by: its letter first, and its words last."""
        keys = self._said.group("sorting/keys")
        return {command: tuple(keys[command]) for command in _COMMANDS}

    def _menu(self, choices: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
        for short, *_, name in choices.values():
            yield f"{look().paint(short, 'place')} {name}"

    def _kind_word(self, kind: str) -> str:
        if kind == "behaviour":
            return words(self._language).key("behaviour", "effect")
        return self._said.word("type", kind)

    def _a(self, kind: str) -> str:
        """A kind with its article."""
        if kind == "behaviour":
            return f"{self._said.word('a', 'effect')} ({self._kind_word(kind)})"
        return self._said.word("a", kind)

    def _kind(self, answer: str) -> str | None:
        """The kind that an answer means: by its letters here, or by a word of any language."""
        for kind, names in self._kinds.items():
            if fold(answer) in map(fold, names):
                return kind
        named = kind_of_word(answer)
        return named if named in self._kinds else None

    def _means(self, answer: str) -> str:
        """The command that an answer is; "" for none."""
        said = answer.casefold()
        return next((name for name, keys in self._keys.items() if said in keys), "")

    def _command(self, answer: str, *, skips: bool = True) -> str:
        """The command that an answer is, done where it is about where the person stands; "" for none."""
        command = self._means(answer)
        if command == "undo":
            self._undo()
        elif command == "skip" and skips:
            self._skip()
        return command

    # -- states ------------------------------------------------------------------------------------

    def _take(self, step: Callable[[], Sorting], told: str, **particulars: object) -> bool:
        """Go on to another state, written at once, or say why that cannot be."""
        try:
            after = step()
        except CannotEdit as error:
            if not error.spoken:
                error.at(self._state.parsed.source.place, self._language, self._language)
            self._line(f"  {error}")
            return True
        before = self._state
        self._write(before, after)
        self._earlier.append(before)
        self._state = after
        return self._say("sorting/told", told, **particulars)

    def _skip(self) -> bool:
        self._earlier.append(self._state)
        self._state = self._state.skipped()
        return True

    def _undo(self) -> None:
        if not self._earlier:
            self._say("sorting/told", "nothing-undone")
            return
        before = self._earlier.pop()
        self._write(self._state, before)
        self._state = before
        self._say("sorting/told", "undone")

    def _write(self, now: Sorting, then: Sorting) -> None:
        changes = [Change(self._sheet.path, now.chain, then.chain)]
        if now.memory and then.memory and now.memory != then.memory:
            was = self._beside.read_bytes() if self._keeps else b""
            changes.append(Change(self._beside, was, then.memory.to_bytes()))
        write(changes, self._language)

    # -- speech ------------------------------------------------------------------------------------

    def _asked(self, group: str, name: str, **particulars: object) -> str:
        return self._ask(clean(self._said.say(group, name, **particulars))).strip()

    def _say(self, group: str, name: str, **particulars: object) -> bool:
        self._line(self._said.say(group, name, **particulars))
        return True

    def _line(self, text: str) -> None:
        click.echo(clean(text) if "\x1b" not in text else text, color=True)
