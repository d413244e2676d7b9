"""The path of a settings file → what it says of which chains, or what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from nyttokedja.checking.settings.patterns import matches
from nyttokedja.checking.settings.resolve import Layer
from nyttokedja.checking.settings.trees import ON_DISK, Tree
from nyttokedja.errors import CannotRead
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.model.findings import Finding
from nyttokedja.reading.discovery import reason

if TYPE_CHECKING:  # a run without a settings file needs no reader of one
    from nyttokedja.checking.settings.toml_places import Unreadable, Written

OWN, SHARED = "nyttokedja.toml", "pyproject.toml"
"""The names of a file of our own, and of one that holds the settings of other tools too."""

_INSIDE = ("tool", "nyttokedja")
_READ = 1_000_000
_SPEECH = "sv"


class WrongSettings(CannotRead):
    """A settings file says what it cannot say, or cannot be opened: why is in `findings`, or in `trouble`."""

    def __init__(
        self, file: str, findings: tuple[Finding, ...] = (), data: bytes = b"", trouble: str = ""
    ) -> None:
        super().__init__(f"There is something wrong with the settings in {file}. See: nyttokedja config")
        self.file = file
        self.findings = findings
        self.trouble = trouble
        self._data = data

    @property
    def lines(self) -> Mapping[int, str]:
        """The lines that the findings stand on, by number."""
        lines = self._data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
        numbers = {finding.place.line for finding in self.findings}
        return {number: lines[number - 1] for number in numbers if number <= len(lines)}


class SettingsFile(NamedTuple):
    """A settings file without faults: the folder that it lies in, what it is called, and what it says."""

    folder: Path
    name: str
    written: Written

    def about(self, chain: Path | None) -> tuple[int, ...]:
        """Which of the file's ``files`` a chain is meant by, by their numbers; without a path, none."""
        parts = self.written.values.get("files", ())
        path = _within(absolute(chain), self.folder) if parts and chain else None
        if path is None:
            return ()
        return tuple(n for n, part in enumerate(parts) if any(matches(path, p) for p in part["paths"]))

    def layers(self, about: tuple[int, ...]) -> list[Layer]:
        """What holds for all chains, and then for those that some of its ``files`` are about."""
        values = self.written.values
        return [self._layer(values), *(self._layer(values["files"][n], "files", n) for n in about)]

    def _layer(self, values: Mapping[str, Any], *inside: str | int) -> Layer:
        def origin(key: str) -> str:
            return f"{self.name}:{self.written.place((*inside, key)).line}"

        return Layer(values, origin, Path(self.name).parent)


def opened(path: Path, *, needed: bool, tree: Tree = ON_DISK) -> SettingsFile | WrongSettings | None:
    """The settings in a file of a tree; None where it is not there or has none, and is not ``needed``."""
    name = shown(path)
    called = f"{tree.called}{name}"
    ours = needed or path.name == OWN
    try:
        data = tree.read(path, _READ)
    except OSError as error:
        return WrongSettings(called, trouble=reason(error)) if ours else None
    if data is None:
        return WrongSettings(called, trouble="not-found") if needed else None
    from nyttokedja.checking.settings.toml_places import Unreadable
    from nyttokedja.checking.settings.validation import findings, unread

    inside = _INSIDE if path.name == SHARED else ()
    ours = ours or ".".join(_INSIDE).encode() in data
    written, faulty = _parsed(data, inside)
    if written is None:
        written = Unreadable("no-table")
        ours = needed or path.name == OWN
    if isinstance(written, Unreadable):
        return WrongSettings(called, (unread(written, called, _SPEECH),), data) if ours else None
    if faulty:
        return WrongSettings(called, findings(written, called, _language(written)), data)
    return SettingsFile(path.parent, name, written)


@lru_cache(maxsize=8)
def _parsed(data: bytes, inside: tuple[str, ...]) -> tuple[Written | Unreadable | None, bool]:
    """What the bytes of a file say, and whether anything of it is wrong: many versions have the same."""
    from nyttokedja.checking.settings.toml_places import Written, parse
    from nyttokedja.checking.settings.validation import findings

    written = parse(data, inside)
    return written, isinstance(written, Written) and bool(findings(written, "", _SPEECH))


def absolute(path: Path) -> Path:
    """The path from the root, links kept."""
    try:
        return Path(os.path.normpath(path.absolute()))
    except OSError:  # the current folder may be gone
        return path


def shown(path: Path) -> str:
    """A path as people say it: from the current folder, where it is not far from there."""
    try:
        said = Path(os.path.relpath(path))
    except (ValueError, OSError):
        return path.as_posix()
    return path.as_posix() if said.parts[:3] == ("..",) * 3 else said.as_posix()


def _within(path: Path, folder: Path) -> str | None:
    """A path from a folder, None where it lies outside it."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else None


def _language(written: Written) -> str:
    """The language to speak of settings: the one that they say, if it is one."""
    said = written.values.get("language")
    return str(said) if said in LANGUAGES else _SPEECH
