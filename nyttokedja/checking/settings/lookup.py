"""Lookup: the path of a chain → its settings, from the nearest file above it."""

from __future__ import annotations

import os
from pathlib import Path

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings.files import OWN, SHARED, SettingsFile, WrongSettings, absolute, opened
from nyttokedja.checking.settings.resolve import Layer, Resolved, resolve
from nyttokedja.checking.settings.trees import ON_DISK, Tree, has

_NOTHING = Layer({})
_Key = tuple[str, str, tuple[int, ...]] | None
"""A settings file and which of its ``files`` are about a chain; None where there is no file."""

Found = SettingsFile | WrongSettings | None
"""The settings file of a chain, what is wrong with it, or that there is none."""


class Lookup:
    """Answers what holds for each chain of a run; a file is read once, however many chains it is about."""

    def __init__(
        self,
        base: Config,
        options: Layer = _NOTHING,
        file: Path | None = None,
        *,
        search: bool = True,
        tree: Tree = ON_DISK,
        known: dict[_Key, Resolved] | None = None,
    ) -> None:
        """Take the choices of a run.

        Args:
            base: what is chosen for all chains and is no setting, as the day and the language to speak.
            options: the settings that go before those of files.
            file: the only settings file that is asked; else the nearest above each chain.
            search: whether the nearest is asked.
            tree: where the nearest is looked for.
            known: what has been resolved already, by the same choices.
        """
        self._base = base
        self._options = options
        self._file = None if file is None else absolute(file)
        self._only = None if self._file is None else opened(self._file, needed=True, tree=tree)
        self._search = search and file is None
        self._tree = tree
        self._by_folder: dict[Path, Found] = {}
        self._by_name: dict[str, Found] = {}
        self._known = {} if known is None else known

    def at(self, tree: Tree) -> Lookup:
        """The same choices, with the settings files of another tree; the only one, if it has that.

        Raises:
            WrongSettings: the only one cannot be understood, and the tree has none of that name.
        """
        if self._search or (self._file is not None and has(tree, self._file)):
            return Lookup(self._base, self._options, self._file, tree=tree, known=self._known)
        if isinstance(self._only, WrongSettings):
            raise self._only
        return self

    def config(self, chain: Path | None = None) -> Config:
        """The config of a chain; without a path, that of one in the current folder.

        Raises:
            WrongSettings: its settings file cannot be understood.
        """
        return self.resolved(chain).config

    def resolved(self, chain: Path | None = None) -> Resolved:
        """What holds for a chain, and where each part of it was said.

        Raises:
            WrongSettings: its settings file cannot be understood.
        """
        file = self.file(chain)
        if isinstance(file, WrongSettings):
            raise file
        about = file.about(chain) if file else ()
        key = (file.name, file.written.text, about) if file else None
        if key not in self._known:
            layers = file.layers(about) if file else []
            self._known[key] = resolve([*layers, self._options], self._base)
        return self._known[key]

    def tried(self, chain: Path, *, must: bool = False) -> Resolved | WrongSettings:
        """What holds for a chain, or what is wrong with its settings.

        Raises:
            WrongSettings: they cannot be understood, and ``must`` be.
        """
        try:
            return self.resolved(chain)
        except WrongSettings as wrong:
            if must:
                raise
            return wrong

    def without_files(self) -> Resolved:
        """What holds where no settings file says anything."""
        return resolve([self._options], self._base)

    def file(self, chain: Path | None = None) -> Found:
        """The settings file that is asked about a chain, if there is any."""
        if not self._search:
            return self._only
        if chain is None or not chain.name.strip("."):
            return self._nearest(absolute(chain).parent if chain else absolute(Path()))
        folder = os.path.dirname(chain)  # noqa: PTH120 - as it is written, and for each of many files
        if folder not in self._by_name:
            self._by_name[folder] = self._nearest(absolute(chain).parent)
        return self._by_name[folder]

    def _nearest(self, folder: Path) -> Found:
        passed: list[Path] = []
        found: Found = None
        for here in (folder, *folder.parents):
            if here in self._by_folder:
                found = self._by_folder[here]
                break
            passed.append(here)
            if (found := self._in(here)) or self._tree.is_top(here):
                break
        self._by_folder.update(dict.fromkeys(passed, found))
        return found

    def _in(self, folder: Path) -> Found:
        """The settings that lie in a folder itself."""
        for name in (OWN, SHARED):
            if (found := opened(folder / name, needed=False, tree=self._tree)) is not None:
                return found
        return None
