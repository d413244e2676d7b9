"""Files, folders or revisions → the two sides of a comparison, file by file.

    Sides: the name of a chain → its bytes before and after, and where each of the two lies

A file of one side that the other has under another name is found by the boxes that they share.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from nyttokedja.checking.settings.files import OWN, SHARED
from nyttokedja.errors import CannotRead
from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.keywords import format_words
from nyttokedja.language.texts import texts
from nyttokedja.reading.discovery import ENDINGS, Candidate, candidates, read_bytes, reason
from nyttokedja.reading.limits import LIMITS
from nyttokedja.reading.sniffing import is_chain
from nyttokedja.versions.git import (
    Objects,
    inside,
    root,
)
from nyttokedja.versions.listed_files import files_at, unchecked_files, working_files
from nyttokedja.versions.revisions import merge_base, resolve

_RANGE = re.compile(r"(.*?)(\.\.\.?)(.*)")
_KEY = re.compile(r"^[ \t]+([^\s:#'\"{}\[\],-][^:\n]*):", re.MULTILINE)
_MOST_PAIRS = 10_000
_LIKE = 0.5
"""The share of their boxes that two files must have in common to be one that has been renamed."""


class Pair(NamedTuple):
    """A chain before and after: its names and its bytes; None where it is not there."""

    before_name: str
    name: str
    before: bytes | None
    after: bytes | None

    @property
    def is_same(self) -> bool:
        """Whether it is the same bytes under the same name."""
        return self.before == self.after and self.before_name == self.name


class State(NamedTuple):
    """Where the files of a side lie: in a folder, as they are now or as a ``commit`` has them.

    A single ``file`` may be called something else on disk than in the comparison. `left_out` are settings
    that git keeps out of the folder: name → id.
    """

    home: Path = Path()
    commit: str = ""
    file: Path | None = None
    left_out: Mapping[str, str] = {}

    def path(self, name: str) -> Path:
        """The path of a chain of the side."""
        return self.file or self.home / name


@dataclass(frozen=True)
class Sides:
    """The files of two states, by their names, what the states are called, and where they lie.

    `alike` are the files that both commits have as they were, and that nobody had to read: name → id.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    called: tuple[str, str] = ("", "")
    states: tuple[State, State] = (State(), State())
    alike: Mapping[str, str] = field(default_factory=dict)

    def pairs(self) -> Iterator[Pair]:
        """Every chain that is not the same bytes on both sides, in the order of names."""
        old_of = {new: old for old, new in renamed(self.before, self.after)}
        gone = self.before.keys() - self.after.keys() - set(old_of.values())
        for name in sorted(self.after.keys() | gone):
            old = old_of.get(name, name)
            before, after = self.before.get(old), self.after.get(name)
            if not (pair := Pair(old, name, before, after)).is_same:
                yield pair

    def unchanged(self) -> list[str]:
        """The names of the files that are the same bytes on both sides; not all of them need be chains."""
        held = (name for name, data in self.after.items() if self.before.get(name) == data)
        return sorted([*held, *self.alike])

    def unchanged_pairs(self, names: Collection[str]) -> Iterator[Pair]:
        """The chains among some of these, in the order of names."""
        if not names:
            return
        with Objects(self.states[1].home, LIMITS.file) if self.alike else nullcontext() as objects:
            for name in sorted(names):
                data = (
                    objects.content(self.alike[name], name)
                    if objects and name in self.alike
                    else self.after[name]
                )
                if is_chain(data):
                    yield Pair(name, name, data, data)


def of_paths(before: str, after: str) -> Sides:
    """Two files, or two folders with files of the same names.

    Raises:
        CannotRead: one of them cannot be opened, or a file is compared with a folder.
    """
    one, other = Path(before), Path(after)
    if one.is_dir() is not other.is_dir():
        raise CannotRead(f"{before} and {after}: compare a file with a file, or a folder with a folder.")
    if one.is_dir():
        states = State(one), State(other)
        return Sides(_in_folder(one), _in_folder(other), (before, after), states)
    held = {path: _read(Candidate(Path(path), path, named=True)) for path in (before, after)}
    states = State(file=one), State(file=other)
    return Sides({after: held[before]}, {after: held[after]}, (before, after), states)


def of_revisions(said: str, paths: Sequence[str]) -> Sides:
    """Two revisions (``a..b``; ``a...b`` from where they parted), or one and the files as they are now.

    Args:
        said: the revisions; "" stands for the last one.
        paths: of files and folders; all chains of the repository where there are none.

    Raises:
        CannotRead: there is no repository or no such revision, or something in it cannot be read.
    """
    here = Path()
    top = root(Path(paths[0]) if paths and Path(paths[0]).exists() else here)
    names = [inside(Path(path), top) for path in paths]
    names = [] if "." in names else names
    match = _RANGE.fullmatch(said)
    if match is None:
        base = resolve(said or "HEAD", top)
        before, (after, left_out) = _at(base, names, top), _working(top, names)
        _all_known(names, before, after)
        return Sides(before, after, (said or "HEAD", ""), (State(top, base), State(top, left_out=left_out)))
    one, other = match[1] or "HEAD", match[3] or "HEAD"
    base, head = resolve(one, top), resolve(other, top)
    if match[2] == "...":
        base = merge_base(base, head, top)
    old, new = (files_at(commit, names, top) for commit in (base, head))
    _all_known(names, old, new)
    old, new = _yaml(old), _yaml(new)
    alike = dict(old.items() & new.items())
    before, after = _changed(old, new, alike, top)
    return Sides(before, after, (one, other), (State(top, base), State(top, head)), alike)


def _changed(
    old: Mapping[str, str], new: Mapping[str, str], alike: Mapping[str, str], top: Path
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The chains among the files of two commits, name → id, but for those that are the same in both."""
    with Objects(top, LIMITS.file) as objects:
        sides = [
            {name: objects.content(id, name) for name, id in side.items() if name not in alike}
            for side in (old, new)
        ]
    return _chains(sides[0], sides[1]), _chains(sides[1], sides[0])


def _at(commit: str, names: Sequence[str], top: Path) -> dict[str, bytes]:
    with Objects(top, LIMITS.file) as objects:
        files = _yaml(files_at(commit, names, top))
        held = {name: objects.content(id, name) for name, id in files.items()}
    return {name: data for name, data in held.items() if is_chain(data)}


def _working(top: Path, names: Sequence[str]) -> tuple[dict[str, bytes], dict[str, str]]:
    """The chains in the working folder that git has, or would add, by their names in the repository.

    What git keeps out of the working folder is as git has it; beside the chains the settings among that.
    """
    found = {}
    settings: dict[str, str] = {}
    for name in working_files(names, top):
        path = top / name
        if name.lower().endswith(ENDINGS) and path.is_file() and not path.is_symlink():
            found[name] = _read(Candidate(path, name, named=True))
    if left := {name: id for name, id in _yaml(unchecked_files(names, top)).items() if name not in found}:
        with Objects(top, LIMITS.file) as objects:
            found |= {name: objects.content(id, name) for name, id in left.items()}
        everything = unchecked_files([], top)
        settings = {name: id for name, id in everything.items() if name.rpartition("/")[2] in (OWN, SHARED)}
    return {name: data for name, data in found.items() if is_chain(data)}, settings


def is_revision(said: str) -> bool:
    """Whether the repository here has a commit of that name.

    Raises:
        CannotRead: there is no repository here.
    """
    top = root(Path())
    try:
        resolve(said, top)
    except CannotRead:
        return False
    return True


def _all_known(names: Sequence[str], *sides: Mapping[str, object]) -> None:
    """See to it that every path that was named leads to something on one of the sides.

    Raises:
        CannotRead: one does not; to compare it would say that nothing has changed.
    """
    for name in names:
        if not any(file == name or file.startswith(f"{name}/") for side in sides for file in side):
            raise CannotRead(
                f"There is no chain at {name}, neither before nor after. Name one that there is."
            )


def _in_folder(folder: Path) -> dict[str, bytes]:
    files = [file for file in candidates([str(folder)]) if not file.outside]
    held = {file.path.relative_to(folder).as_posix(): _read(file) for file in files}
    return {name: data for name, data in held.items() if is_chain(data)}


def _read(file: Candidate) -> bytes:
    try:
        return read_bytes(file, LIMITS.file)
    except OSError as error:
        why = texts(CANONICAL).word("reason", reason(error))
        raise CannotRead(f"Cannot open {file.name}: {why}.") from error


def _yaml(files: Mapping[str, str]) -> dict[str, str]:
    return {name: id for name, id in files.items() if name.lower().endswith(ENDINGS)}


def _chains(side: Mapping[str, bytes], other: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that are chains here, or there: what no longer is one must not vanish without a word."""
    return {name: data for name, data in side.items() if is_chain(data) or is_chain(other.get(name, b""))}


def renamed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The files that have another name now: of those that only one side has, the most alike."""
    old = {name: _keys(before[name]) for name in before.keys() - after.keys()}
    new = {name: _keys(after[name]) for name in after.keys() - before.keys()}
    if len(old) * len(new) > _MOST_PAIRS:
        return
    weighed = sorted(
        ((_alike(old[one], new[other]), one, other) for one in old for other in new), reverse=True
    )
    taken: set[tuple[int, str]] = set()
    for likeness, one, other in weighed:
        if likeness >= _LIKE and not {(0, one), (1, other)} & taken:
            taken |= {(0, one), (1, other)}
            yield one, other


def _keys(data: bytes) -> frozenset[str]:
    """The keys in a file that are no words of the format: the ids of its boxes and indicators."""
    keys = (match[1].strip() for match in _KEY.finditer(data.decode("utf-8", "replace")))
    return frozenset(key for key in keys if key not in format_words())


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
