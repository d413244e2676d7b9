"""A settings file → sentences about its patterns that no chain is meant by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from nyttokedja.checking.settings import Lookup
from nyttokedja.checking.settings.files import SettingsFile
from nyttokedja.checking.settings.unused import unused_patterns
from nyttokedja.cli.translation import told


def unused_lines(file: object, language: str) -> Iterator[str]:
    """A sentence about each pattern of a settings file that no file below it is meant by."""
    if not isinstance(file, SettingsFile):
        return
    for unused in unused_patterns(file):
        place = f"{file.name}:{unused.line}"
        pattern, meant = (json.dumps(name, ensure_ascii=False) for name in (unused.pattern, unused.meant))
        sentence = "{place}: {pattern} is no file or folder with chains here."
        if unused.meant:
            sentence = "{place}: {pattern} is no file or folder with chains here. Is {meant} meant?"
        yield told(sentence, language, place=place, pattern=pattern, meant=meant)


def searched_whole(paths: Iterable[str], lookup: Lookup, chains: Iterable[Path]) -> list[SettingsFile]:
    """The settings files that were asked about chains, in folders that were searched as a whole."""
    folders = [Path(path).resolve() for path in paths if _is_folder(path)]
    found = (lookup.file(chain) for chain in chains)
    asked = {file.folder: file for file in found if isinstance(file, SettingsFile)}
    return [
        file
        for home, file in asked.items()
        if any(folder == home.resolve() or folder in home.resolve().parents for folder in folders)
    ]


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()
    except (OSError, ValueError):  # what cannot be asked about is told where it is opened
        return False
