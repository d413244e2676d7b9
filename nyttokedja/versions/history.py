"""The name of a file in a repository → the commits that changed it, newest first, whatever it was called.

    git log of a name → rows → the commits where the name is new → what it was called before → git log of that

A merge counts only where the file came to be another than in each of its parents.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from nyttokedja.reading.discovery import ENDINGS
from nyttokedja.reading.limits import LIMITS
from nyttokedja.versions.git import Objects, run
from nyttokedja.versions.listed_files import REGULAR_MODES
from nyttokedja.versions.pairs import renamed
from nyttokedja.versions.revisions import shallow

_LOG = ("log", "-z", "--date-order", "--encoding=UTF-8", "--no-follow")
_ROWS = ("-c", "--raw", "--no-abbrev", "--no-renames", "--root", "--date=short", "--format=%H%n%P%n%ad%n%s")
_TREES = ("diff-tree", "-r", "-z", "--raw", "--no-abbrev", "-M", "-l1000")
_MOST_READ = 200
"""Of more files than these none is read to find out which was renamed; git's own guess holds."""


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that changed the file: its id, the author's day, its subject, the file's names and bytes.

    `blob` and `before` are the ids of bytes, None where there is no file; `before` has one for each parent,
    and so none in a first commit. `since` is the number of the step that made what was before, where it is
    known. A step is `cut` where what went before it was not fetched.
    """

    commit: str
    date: str
    subject: str
    name: str
    before_name: str
    blob: str | None
    before: tuple[str | None, ...]
    cut: bool = False
    since: int | None = None

    @property
    def base(self) -> str | None:
        """The file before, in the first parent that had it."""
        return next((blob for blob in self.before if blob is not None), None)

    @property
    def tells(self) -> bool:
        """Whether the file became another: not only its mode, nor what a parent of a merge had."""
        if len(self.before) > 1:
            return self.blob not in self.before
        return self.blob != self.base or self.name != self.before_name


class _Row(NamedTuple):
    """What git says of a file in a commit; its bytes before are one for each parent."""

    commit: str
    parents: tuple[str, ...]
    date: str
    subject: str
    name: str
    before: tuple[str | None, ...]
    blob: str | None


class _File(NamedTuple):
    name: str
    blob: str | None


def steps(name: str, head: str, top: Path) -> tuple[Step, ...]:
    """All that happened to a file, up to a commit given by its id; none where no commit has it.

    Raises:
        CannotRead: git could not say.
    """
    found: dict[tuple[str, str], Step] = {}
    waiting = [(head, name)]
    cut = shallow(top)
    with Objects(top, LIMITS.file) as objects:
        while waiting:
            start, called = waiting.pop()
            for row in _log(start, called, top):
                if (row.commit, called) not in found:
                    step, earlier = _step(row, top, objects)
                    found[row.commit, called] = replace(step, cut=row.commit in cut)
                    waiting += earlier
    once = {step.commit: step for step in found.values()}  # not also gone under another name
    order = _order(head, {called for _, called in found}, top)
    told = sorted(once.values(), key=lambda step: order.get(step.commit, len(order)))
    return _dated([step for step in told if step.tells])


def _log(start: str, name: str, top: Path) -> Iterator[_Row]:
    """The commits up to one that changed what lies under a name."""
    parts = iter(run([*_LOG, *_ROWS, start, "--", name], top).split(b"\0"))
    about: list[str] = []
    for part in parts:
        said = part.decode("utf-8", "replace").lstrip("\n")
        if not said.startswith(":"):
            about = said.split("\n", 3) if said else about
            continue
        if next(parts) != os.fsencode(name):  # what lies in a folder of that name
            continue
        commit, parents, date, subject = about
        *before, blob = _files(said)
        known = tuple(parents.split())
        yield _Row(commit, known, date, subject, name, tuple(before[: len(known)]), blob)


def _files(row: str) -> list[str | None]:
    """The ids of the bytes in each parent and the commit itself; no links, and no other repositories."""
    sides = len(row) - len(row.lstrip(":")) + 1
    fields = row.lstrip(":").split()
    modes, ids = fields[:sides], fields[sides : 2 * sides]
    return [id if mode in REGULAR_MODES else None for mode, id in zip(modes, ids, strict=True)]


def _step(row: _Row, top: Path, objects: Objects) -> tuple[Step, list[tuple[str, str]]]:
    """The step that a row tells of, and where to look for what the file was called before."""
    before, earlier = list(row.before), []
    name = before_name = row.name
    for n, parent in enumerate(row.parents):
        if row.blob and before[n] is None and (old := _was(row.name, parent, row.commit, top, objects)):
            before[n] = old.blob
            earlier.append((parent, old.name))
    if earlier and not any(row.before):
        before_name = earlier[0][1]
    blob = row.blob
    if blob is None and len(row.parents) == 1:
        name, blob = _now(row.name, row.parents[0], row.commit, top, objects) or (name, blob)
    return Step(row.commit, row.date, row.subject, name, before_name, blob, tuple(before)), earlier


def _was(name: str, parent: str, commit: str, top: Path, objects: Objects) -> _File | None:
    """What a file was called before a commit in which its name is new."""
    pairs = _renames(parent, commit, top, objects)
    return next((old for old, new in pairs if new.name == name), None)


def _now(name: str, parent: str, commit: str, top: Path, objects: Objects) -> _File | None:
    """What a file is called after a commit in which its name is gone."""
    pairs = _renames(parent, commit, top, objects)
    return next((new for old, new in pairs if old.name == name), None)


def _renames(parent: str, commit: str, top: Path, objects: Objects) -> list[tuple[_File, _File]]:
    """The files that a commit gave other names: by the boxes of both, or else as git guesses."""
    old, new, guessed = _changed_names(parent, commit, top)
    if len(old) + len(new) > _MOST_READ:
        return guessed
    sides = [
        {file.name: objects.read(file.blob) or b"" for file in files if file.blob} for files in (old, new)
    ]
    here, there = ({file.name: file for file in files} for files in (old, new))
    alike = [(here[one], there[other]) for one, other in renamed(*sides)]
    return [*alike, *guessed]


def _changed_names(
    parent: str, commit: str, top: Path
) -> tuple[list[_File], list[_File], list[tuple[_File, _File]]]:
    """The chains that are gone, those that are new, and which of them git takes for the same."""
    old, new, guessed = [], [], []
    parts = iter(run([*_TREES, parent, commit], top).decode("utf-8", "surrogateescape").split("\0"))
    for row in parts:
        if not row.startswith(":"):
            continue
        status, name = row.split()[4][0], next(parts)
        before, after = _files(row)
        one, other = _File(name, before), _File(next(parts) if status == "R" else name, after)
        if status == "R":
            guessed.append((one, other))
        old += [one] if status in "RD" and before and name.lower().endswith(ENDINGS) else []
        new += [other] if status in "RA" and after and other.name.lower().endswith(ENDINGS) else []
    return old, new, guessed


def _order(head: str, names: Iterable[str], top: Path) -> Mapping[str, int]:
    """The place of each commit among all that touched one of the names."""
    args = [*_LOG, "--full-history", "--format=%H", head, "--", *sorted(names)]
    commits = run(args, top).decode("ascii").split("\0")
    return {commit.strip(): place for place, commit in enumerate(commits)}


def _dated(told: list[Step]) -> tuple[Step, ...]:
    """The steps, each with the number of the one that made what was before it."""
    made: dict[str | None, int] = {}
    for n in reversed(range(len(told))):
        step = told[n]
        told[n] = replace(step, since=made.get(step.base))
        made[step.blob] = n
    return tuple(told)
