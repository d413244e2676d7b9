"""Two sides, and what is chosen → each chain with the settings that hold for it on either side.

The settings of a commit are those that it has, and those of a path lie beside it. A chain that says the same
on both sides is there too where it is judged by other settings: that is looked up a folder at a time.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from nyttokedja.checking.baseline import LARGEST, Baseline, held_in
from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup, Resolved, SettingChange, WrongSettings, changes
from nyttokedja.checking.settings.changes import KNOWN, NOT_UNDERSTOOD
from nyttokedja.checking.settings.files import SettingsFile, absolute
from nyttokedja.checking.settings.lookup import Found
from nyttokedja.checking.settings.trees import ON_DISK, Tree
from nyttokedja.errors import CannotRead
from nyttokedja.reading.limits import LIMITS
from nyttokedja.versions.commit_tree import CommitTree, SparseTree
from nyttokedja.versions.git import Objects
from nyttokedja.versions.pairs import Pair, Sides, State


class Baselines(NamedTuple):
    """The baselines of both sides, and where the chain lies that they are asked of."""

    before: Baseline | None
    after: Baseline | None
    chain: Path


class JudgedPair(NamedTuple):
    """A chain before and after, the config of each side, and the settings that are others on the later.

    Where the baseline is another, `known` are those of both sides.
    """

    pair: Pair
    before: Config
    after: Config
    settings: tuple[SettingChange, ...] = ()
    known: Baselines | None = None


def settings_of_both(
    before: Resolved | WrongSettings, after: Resolved | WrongSettings, bare: Resolved
) -> tuple[Config, Config, tuple[SettingChange, ...]]:
    """The config of each side, and the settings that are others.

    Where those of a side cannot be understood, those of the other hold for both; else what is ``bare``.
    """
    if isinstance(before, WrongSettings) or isinstance(after, WrongSettings):
        was, now = (side.file if isinstance(side, WrongSettings) else None for side in (before, after))
        known = next((side for side in (after, before) if isinstance(side, Resolved)), bare)
        return known.config, known.config, (SettingChange(NOT_UNDERSTOOD, was, now),)
    return before.config, after.config, changes(before, after)


class TwoSettings:
    """The settings of both sides, where those of commits are read from git until it is closed."""

    def __init__(self, sides: Sides, lookup: Lookup) -> None:
        self._sides = sides
        self._bare = lookup.without_files()
        self._open = ExitStack()
        self._trees = list(map(self._tree, sides.states, sides.called))
        self._lookups = [lookup if tree is ON_DISK else lookup.at(tree) for tree in self._trees]
        self._folders: dict[str, bool] = {}
        self._read: dict[tuple[int, Path], bytes | None] = {}

    def _tree(self, state: State, called: str) -> Tree:
        """Where the settings of a side lie."""
        if not state.commit and not state.left_out:
            return ON_DISK
        objects = self._open.enter_context(Objects(state.home, LIMITS.file, links=True))
        if state.commit:
            return CommitTree(state.commit, objects, state.home, called)
        return SparseTree(state.left_out, objects, state.home)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def judged(self) -> list[JudgedPair]:
        """Every chain that says something else or is judged by something else, in the order of names.

        Raises:
            WrongSettings: the settings of one cannot be understood, as they are on disk.
        """
        again = [name for name in self._sides.unchanged() if self._may_differ(name)]
        changed = map(self._of, self._sides.pairs())
        alike = map(self._of, self._sides.unchanged_pairs(again))
        found = [*changed, *(one for one in alike if one.settings)]
        return sorted(found, key=lambda one: one.pair.name)

    def _of(self, pair: Pair) -> JudgedPair:
        before, after = (
            lookup.tried(state.path(name), must=not state.commit)  # what is on disk is there to be mended
            for lookup, state, name in zip(
                self._lookups, self._sides.states, (pair.before_name, pair.name), strict=True
            )
        )
        if pair.after is None:
            after = before  # what is no more is judged by nothing new
        judged = JudgedPair(pair, *settings_of_both(before, after, self._bare))
        paths = judged.before.baseline, judged.after.baseline
        if paths == (None, None) or pair.after is None:
            return judged
        was, now = map(self._baseline, range(2), paths)
        here = self._sides.states[1].path(pair.name)
        known = Baselines(was, now, here)
        if any(change.key == "baseline" for change in judged.settings):
            return judged._replace(known=known)
        chains = (self._sides.states[0].path(pair.before_name), here)
        said = [one.known_of(str(path)) if one else () for one, path in zip((was, now), chains, strict=True)]
        if said[0] == said[1] or paths[1] is None:
            return judged
        change = SettingChange(KNOWN, None, paths[1].name)
        return judged._replace(known=known, settings=(*judged.settings, change))

    def _baseline(self, n: int, path: Path | None) -> Baseline | None:
        """The baseline that a side has at a path; one that cannot be read knows nothing."""
        data = None if path is None else self._bytes(n, absolute(path))
        if path is None or data is None:
            return None
        with suppress(CannotRead):
            return held_in(data, absolute(path))
        return None

    def _bytes(self, n: int, path: Path) -> bytes | None:
        """What a side has at a path."""
        if (n, path) not in self._read:
            self._read[n, path] = None
            with suppress(OSError):
                self._read[n, path] = self._trees[n].read(path, LARGEST)
        return self._read[n, path]

    def _may_differ(self, name: str) -> bool:
        """Whether what the folder of a chain is judged by is not the same on both sides."""
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            one, other = (absolute(state.path(name)) for state in self._sides.states)
            was, now = (lookup.file(path) for lookup, path in zip(self._lookups, (one, other), strict=True))
            self._folders[folder] = not _say_the_same(was, one, now, other) or self._knows_else(now)
        return self._folders[folder]

    def _knows_else(self, found: Found) -> bool:
        """Whether a baseline that a settings file names is another on the other side."""
        if not isinstance(found, SettingsFile):
            return False
        values = found.written.values
        said = {one["baseline"] for one in (values, *values.get("files", ())) if "baseline" in one}
        paths = [absolute(found.folder / name) for name in said]
        return any(self._bytes(0, path) != self._bytes(1, path) for path in paths)


def _say_the_same(was: Found, one: Path, now: Found, other: Path) -> bool:
    """Whether two settings files say the same of two chains."""
    if isinstance(was, SettingsFile) and isinstance(now, SettingsFile):
        same_place = one == other and was.folder == now.folder
        return was.written.values == now.written.values and (same_place or "files" not in was.written.values)
    return type(was) is type(now)
