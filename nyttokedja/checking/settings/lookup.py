"""Lookup: the path of a chain → its settings, from the nearest file above it."""

from __future__ import annotations

import os
from pathlib import Path

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings.files import OWN, SHARED, SettingsFile, WrongSettings, absolute, opened
from nyttokedja.checking.settings.resolve import Layer, Resolved, resolve

_END = ".git"
"""What lies in the folder above which no settings are looked for."""
_NOTHING = Layer({})

_Found = SettingsFile | WrongSettings | None


class Lookup:
    """Answers what holds for each chain of a run; a file is read once, however many chains it is about."""

    def __init__(
        self, base: Config, options: Layer = _NOTHING, file: Path | None = None, *, search: bool = True
    ) -> None:
        """Take the choices of a run.

        Args:
            base: what is chosen for all chains and is no setting, as the day and the language to speak.
            options: the settings that go before those of files.
            file: the only settings file that is asked; else the nearest above each chain.
            search: whether the nearest is asked.
        """
        self._base = base
        self._options = options
        self._only = None if file is None else opened(absolute(file), needed=True)
        self._search = search and file is None
        self._by_folder: dict[Path, _Found] = {}
        self._resolved: dict[tuple[str, tuple[int, ...]], Resolved] = {}

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
        path = None if chain is None else absolute(chain)
        file = self._nearest(path.parent if path else absolute(Path())) if self._search else self._only
        if isinstance(file, WrongSettings):
            raise file
        about = file.about(path) if file else ()
        key = (file.name if file else "", about)
        if key not in self._resolved:
            layers = file.layers(about) if file else []
            self._resolved[key] = resolve([*layers, self._options], self._base)
        return self._resolved[key]

    def _nearest(self, folder: Path) -> _Found:
        passed: list[Path] = []
        found: _Found = None
        for here in (folder, *folder.parents):
            if here in self._by_folder:
                found = self._by_folder[here]
                break
            passed.append(here)
            if (found := _in(here)) or os.path.lexists(here / _END):
                break
        self._by_folder.update(dict.fromkeys(passed, found))
        return found


def _in(folder: Path) -> _Found:
    """The settings that lie in a folder itself."""
    for name in (OWN, SHARED):
        path = folder / name
        if os.path.lexists(path) and (found := opened(path, needed=name == OWN)) is not None:
            return found
    return None
