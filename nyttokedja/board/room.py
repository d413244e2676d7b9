"""Room: a chain that several people change at once, its steps, and how they are taken back.

An order names boxes, not a version of the file: it is carried out in what the file says now, so that it never
comes too late. Whoever undoes takes back their own newest step, and what others have done since stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from nyttokedja.board.carrying import Carried, carry_out
from nyttokedja.board.orders import BoardOrder
from nyttokedja.checking.check import Checked, check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.checking.regressions import new_errors
from nyttokedja.drawing.content.details import title_of
from nyttokedja.editing import CannotEdit
from nyttokedja.editing.orders import RetitleOrder
from nyttokedja.errors import CannotRead
from nyttokedja.language.codes import guessed
from nyttokedja.language.figures import Written
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.merging import Labels, Lines, Versions, merge

OUTSIDE = ""
"""Who has done what came from another program."""
_MOST_STEPS = 500
_MOST_ANSWERS = 1000
_MOST_FINDINGS = 3

Save = Callable[[bytes, bytes], None]
"""Keeps the bytes that a file is to have, in the place of those that it has; raises where it cannot."""


class Refused(Exception):
    """Why an order or an undo was not carried out, in the chain's language; nothing has been changed."""


class Step(NamedTuple):
    """Something that was done: the file before and after, what was said, who did it, and to which boxes.

    ``undoes`` is the number of the step that it took back, if it did.
    """

    number: int
    before: bytes
    after: bytes
    said: tuple[str, ...]
    who: str
    touched: tuple[str, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an order: the number of the state it made, what is said, and the boxes it is about."""

    revision: int
    said: tuple[str, ...]
    touched: tuple[str, ...] = ()


class Room:
    """A chain's file while people change it; in one thread at a time.

    Args:
        data: the bytes of the file.
        name: what it is called.
        config: how it is checked.
        save: what keeps it.
        checked: its check, where that is known already.
    """

    def __init__(
        self,
        data: bytes,
        name: str,
        config: Config | None = None,
        save: Save = lambda before, after: None,
        checked: Checked | None = None,
    ) -> None:
        self.config = config or Config()
        self._save = save
        self.parsed = Parsed(data, name)
        self.checked = checked or check_parsed(self.parsed, self.config)
        self.revision = 0
        self.steps: list[Step] = []
        self._answers: dict[str, Answer] = {}

    @property
    def data(self) -> bytes:
        """The bytes of the file now."""
        return self.parsed.data

    @property
    def is_readable(self) -> bool:
        """Whether the file can be read as a chain."""
        return self.checked.chain is not None

    def carry_out(self, order: BoardOrder, who: str, token: str = "", seen: str | None = None) -> Answer:
        """Carry out an order.

        Args:
            order: what is asked for.
            who: whose order it is.
            token: its own name: an order that comes twice is carried out once. "" for none.
            seen: the title that was seen where another is to be written; None where that is not known.

        Raises:
            Refused: it cannot be carried out.
        """
        if token and token in self._answers:
            return self._answers[token]
        self._refuse_overtaken(order, seen)
        try:
            done = carry_out(order, self.checked, self.parsed, self.config)
        except (CannotEdit, CannotRead) as error:
            raise Refused(self._why(error)) from error
        answer = self._step(done, who)
        if token:
            self._answers[token] = answer
            while len(self._answers) > _MOST_ANSWERS:
                del self._answers[next(iter(self._answers))]
        return answer

    def replace(self, data: bytes) -> Answer | None:
        """Take over what another program has written; None where it is what is known."""
        if data == self.data:
            return None
        return self._take(data, (self._word("outside"),), OUTSIDE, saved=True)

    def rewrite(self, data: bytes, told: str, who: str) -> Answer:
        """Take a step that is no order: ``told`` is its sentence in ``board/told``."""
        return self._take(data, (self._word(told),), who)

    def undo(self, who: str, number: int | None = None) -> Answer:
        """Take back a step: the newest that is this person's, or the one of a number.

        Raises:
            Refused: there is none, or what others have done since stands against it.
        """
        return self._revert(
            self._chosen(self.undoable(None if number else who), number, "nothing-to-undo"), "undone", who
        )

    def redo(self, who: str, number: int | None = None) -> Answer:
        """Do again what this person has taken back.

        Raises:
            Refused: as `undo`.
        """
        return self._revert(self._chosen(self.redoable(who), number, "nothing-to-redo"), "redone", who)

    def undoable(self, who: str | None = None) -> list[Step]:
        """The steps that can be taken back, the newest first; of one person, or of all."""
        back = self._taken_back()
        orders = [step for step in reversed(self.steps) if step.undoes is None and step.number not in back]
        return [step for step in orders if who in (None, step.who)]

    def redoable(self, who: str) -> list[Step]:
        """The undoing steps of a person that can be taken back: those since their last order."""
        redone = {step.undoes for step in self.steps}
        orders = {step.number for step in self.steps if step.undoes is None}
        mine = takewhile(lambda step: step.undoes, (step for step in reversed(self.steps) if step.who == who))
        return [step for step in mine if step.undoes in orders and step.number not in redone]

    def _refuse_overtaken(self, order: BoardOrder, seen: str | None) -> None:
        """Refuse a title in the place of one that its author has not seen."""
        if seen is None or not isinstance(order, RetitleOrder) or self.checked.graph is None:
            return
        node = self.checked.graph.nodes.get(order.id)
        if node is not None and title_of(node) not in (seen, order.title):
            said = texts(self.language)
            raise Refused(said.say("board/told", "overtaken", now=title_of(node), title=order.title))

    # -- steps --------------------------------------------------------------------------------------------

    def _taken_back(self) -> set[int | None]:
        """The numbers of the steps that have been taken back, where that has not been taken back in turn."""
        redone = {step.undoes for step in self.steps}
        return {step.undoes for step in self.steps if step.number not in redone}

    def _chosen(self, steps: list[Step], number: int | None, otherwise: str) -> Step:
        found = next((step for step in steps if number in (None, step.number)), None)
        if found is None:
            raise Refused(self._word(otherwise))
        return found

    def _revert(self, step: Step, told: str, who: str) -> Answer:
        data = step.before
        if self.data != step.after:
            merged = merge(Versions(step.after, self.data, step.before), _not_by_lines)
            if not merged.clean:
                raise Refused(" ".join((self._word("cannot-undo"), *merged.told[:1])))
            data = merged.data
        what = step if step.undoes is None else next(one for one in self.steps if one.number == step.undoes)
        said = texts(self.language).say("board/told", told, said=what.said[0] if what.said else "")
        return self._take(data, (said,), who, step.touched, undoes=step.number)

    def _take(
        self,
        data: bytes,
        said: tuple[str, ...],
        who: str,
        touched: tuple[str, ...] = (),
        *,
        undoes: int | None = None,
        saved: bool = False,
    ) -> Answer:
        parsed = Parsed(data, self.parsed.name)
        return self._step(
            Carried(parsed, check_parsed(parsed, self.config), said, touched), who, undoes=undoes, saved=saved
        )

    def _step(self, done: Carried, who: str, *, undoes: int | None = None, saved: bool = False) -> Answer:
        """Keep what was done, and only then tell of it."""
        before = self.data
        if done.parsed.data == before:
            return Answer(self.revision, done.said or (self._word("same"),), done.touched)
        if not saved:
            self._save(before, done.parsed.data)
        said = (*done.said, *_findings_said(self.checked, done.checked))
        self.parsed, self.checked = done.parsed, done.checked
        self.revision += 1
        self.steps.append(Step(self.revision, before, self.data, said, who, done.touched, undoes))
        del self.steps[:-_MOST_STEPS]
        return Answer(self.revision, said, done.touched)

    # -- words --------------------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """The language of the chain, also where it cannot be read."""
        return guessed(self.parsed.text)

    def _word(self, name: str) -> str:
        return texts(self.language).word("board/told", name)

    def _why(self, error: CannotEdit | CannotRead) -> str:
        """Why something is refused: where not all of the file can be read, what is wrong with it."""
        faulty = isinstance(error, CannotRead) or error.reason == "unreadable"
        grave = [found for found in self.checked.findings if found.severity is Severity.ERROR]
        if grave and (faulty or not self.is_readable):
            word = self._word("faults" if self.is_readable else "unreadable")
            return f"{word} {texts(grave[0].language).message(grave[0])}"
        return str(error)


def _findings_said(before: Checked, after: Checked) -> Iterator[str]:
    """The errors that were not there before: what only lacks something is no news while a chain grows."""
    said = texts(after.language)
    for finding in new_errors(before, after)[:_MOST_FINDINGS]:
        yield said.say("board/told", "new-finding", finding=Written(said.message(finding)))


def _not_by_lines(base: bytes, ours: bytes, theirs: bytes, labels: Labels) -> Lines:
    """No merge by lines: boxes are merged by what they say, which needs no program."""
    return Lines(ours, clean=False)
