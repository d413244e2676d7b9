"""What came of files in earlier runs → what comes of them now, where nothing is other.

Only what is sound is remembered: a chain in which nothing was found, and a file that is no chain. All else is
checked anew, so that nothing is ever found that is not there. What chains say of each other is found in each
run: the chains that take part in that get their facts back.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from posixpath import dirname
from typing import Any, NamedTuple

from nyttokedja.batch.check import check_outcome
from nyttokedja.batch.ledger import Ledger, Seen, can_be_kept, looked_at
from nyttokedja.batch.packed_facts import packed, takes_part, title_marks, unpacked
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.config import RUN_ONLY, Config, told_without
from nyttokedja.checking.facts import Facts
from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.rules.together import composed
from nyttokedja.checking.settings.files import absolute
from nyttokedja.model.elsewhere import flaw_of, target_of
from nyttokedja.reading.discovery import STDIN, Candidate
from nyttokedja.reading.sniffing import is_chain

_NO_CHAIN = ()
"""What is remembered of a file that is no chain."""


class Kept(NamedTuple):
    """What is remembered of a sound chain, in plain values."""

    language: str
    stage_said: bool
    complete: bool
    lines: dict[int, str]
    takes_part: bool
    titles: bytes
    facts: bytes


class CheckedFile(NamedTuple):
    """What came of a file, and what is to be remembered of it; None where nothing is."""

    outcome: Outcome
    seen: Seen | None = None
    kept: tuple[Any, ...] | None = None


def checked_file(file: Candidate, config: Config) -> CheckedFile:
    """Check a file that is read once, and say what may be remembered of it. Never raises."""
    if not can_be_kept(file):
        return CheckedFile(check_outcome(file, config))
    try:
        seen, data = looked_at(file, config.limits.file)
    except OSError:
        return CheckedFile(check_outcome(file, config))  # which says why
    outcome = check_outcome(file._replace(data=data), config)
    try:
        return CheckedFile(outcome, seen, _kept(outcome, sniffed=is_chain(data)))
    except ValueError:
        return CheckedFile(outcome)


def _kept(outcome: Outcome, *, sniffed: bool) -> tuple[Any, ...] | None:
    """What is remembered of an outcome; None where it is nothing."""
    facts = outcome.facts
    if not outcome.is_chain and not sniffed and not outcome.trouble:
        return _NO_CHAIN
    sound = sniffed and outcome.is_chain and not outcome.findings and not outcome.trouble
    if not sound or facts is None or facts.accepted:
        return None
    return tuple(
        Kept(
            outcome.language,
            outcome.stage_said,
            outcome.complete,
            dict(outcome.lines or {}),
            takes_part(facts),
            title_marks(facts),
            packed(facts),
        )
    )


class KnownChecks:
    """What is remembered of the files of a run."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        day = tasks[0].config.today if tasks else None
        self._tasks = tasks
        self._ledger = Ledger("checks", len(tasks), str(day))
        self._told: dict[int, str] = {}
        self._known: dict[int, Kept] = {}

    def recalled(self) -> list[Outcome | None]:
        """What came of each file, None where it is to be checked."""
        return [self._recalled(n, task) for n, task in enumerate(self._tasks)]

    def _recalled(self, n: int, task: Task) -> Outcome | None:
        file, config = task
        kept = self._ledger.found(file, self._settings(config), config.limits.file)
        if kept is None:
            return None
        if not kept:
            return None if file.named else Outcome(file.name, is_chain=False)
        self._known[n] = known = Kept(*kept)
        return Outcome(
            file.name,
            lines=known.lines,
            language=known.language,
            stage_said=known.stage_said,
            complete=known.complete,
            fail_on=config.fail_on,
        )

    def keep(self, task: Task, checked: CheckedFile) -> None:
        """Remember what came of a file, if that may be."""
        if checked.seen is not None and checked.kept is not None:
            self._ledger.keep(task.file, checked.seen, self._settings(task.config), checked.kept)

    def save(self) -> None:
        """Remember it for the next run."""
        self._ledger.save()

    def with_facts(self, came: Sequence[Outcome]) -> Sequence[Outcome]:
        """The outcomes, with the facts of those that say something of another chain, or are spoken of."""
        if not self._known:
            return came
        complete = list(came)
        for n in sorted({n for n, known in self._known.items() if known.takes_part} | self._sharing(came)):
            complete[n] = self._with_facts(n, came[n])
        folders = self._named_folders(complete)
        for n in self._known if folders else ():
            if complete[n].facts is None and dirname(_path(self._tasks[n])) in folders:
                complete[n] = self._with_facts(n, came[n])
        return complete

    def _with_facts(self, n: int, outcome: Outcome) -> Outcome:
        return outcome._replace(facts=unpacked(self._known[n].facts, outcome.name))

    def _sharing(self, came: Sequence[Outcome]) -> set[int]:
        """The remembered chains with a title that another chain of the run may have too."""
        marks = {n: array("Q", known.titles) for n, known in self._known.items()}
        others = (title_marks(one.facts) for one in came if one.facts is not None)
        every = array("Q", b"".join((*(known.titles for known in self._known.values()), *others)))
        if len(set(every)) == len(every):
            return set()
        shared = {mark for mark, times in Counter(every).items() if times > 1}
        return {n for n, own in marks.items() if not shared.isdisjoint(own)}

    def _named_folders(self, came: Sequence[Outcome]) -> set[str]:
        """The folders of the files that chains of the run name: their other files may be what was meant."""
        return {
            dirname(composed(target_of(path, pointing.written).file))
            for task, outcome in zip(self._tasks, came, strict=True)
            for path, facts in _pointing(task, outcome)
            for pointing in facts.pointing
            if not flaw_of(pointing.written)
        }

    def _settings(self, config: Config) -> str:
        """What a check depends on besides the bytes, as a short text; many files have the same."""
        told = self._told.get(id(config))
        if told is None:
            about = told_without(config, RUN_ONLY).encode("utf-8", "surrogatepass")
            told = blake2b(about, digest_size=16).hexdigest()
            self._told[id(config)] = told
        return told


def _path(task: Task) -> str:
    return composed(absolute(task.file.path).as_posix())


def _pointing(task: Task, outcome: Outcome) -> Iterator[tuple[str, Facts]]:
    """The path and the facts of a chain that names others; what comes from standard input names none."""
    if outcome.facts is not None and outcome.facts.pointing and task.file.name != STDIN:
        yield absolute(task.file.path).as_posix(), outcome.facts
