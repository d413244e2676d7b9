"""What came of the files of a run, one by one → the same, with what they say of each other.

Only names and links are looked at here: no file is opened because another one names it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from nyttokedja.batch.parallel import Task
from nyttokedja.checking.across import found_across
from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.rules.together import Where
from nyttokedja.checking.settings.files import absolute
from nyttokedja.reading.discovery import STDIN

_TOP = ".git"
"""What lies in the folder that is the whole of a repository."""


def held_together(
    tasks: Sequence[Task], came: Sequence[Outcome], paths: Iterable[str] = ()
) -> Sequence[Outcome]:
    """The outcomes of a run's files, with what is found only by looking at all of them.

    Args:
        tasks: the files.
        came: what came of each of them.
        paths: the files and folders that the run was asked for.
    """
    chains = [
        (outcome.facts, path_of(task), task.config)
        for task, outcome in zip(tasks, came, strict=True)
        if outcome.facts is not None
    ]
    found = found_across(chains, where(paths))
    if not found:
        return came
    return [
        outcome._replace(
            findings=tuple(sorted((*outcome.findings, *here), key=lambda finding: finding.order))
        )
        if outcome.facts is not None and (here := found.get(outcome.name))
        else outcome
        for outcome in came
    ]


def path_of(task: Task) -> str:
    """The whole path of a file; "" of standard input."""
    return "" if task.file.name == STDIN else absolute(task.file.path).as_posix()


def where(paths: Iterable[str]) -> Where:
    """What a run over some files and folders knows of files besides its chains."""
    return Where(tuple(absolute(Path(path)).as_posix() for path in paths if _is_folder(path)), _stays_inside)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:  # a name too long, or a folder that may not be entered
        return False


def _stays_inside(path: str, target: str) -> bool:
    """Whether what a chain names lies in its repository, links followed; without one, in the folder."""
    folder = _around(Path(path).parent)
    return _is_in(folder, Path(target)) and _is_in(folder, Path(os.path.realpath(target)))


def _is_in(folder: Path, path: Path) -> bool:
    return path.is_relative_to(folder) or path.is_relative_to(os.path.realpath(folder))


@cache
def _around(folder: Path) -> Path:
    """The repository that a folder is in; else the current folder, if it is in that; else itself."""
    if repository := repository_of(folder):
        return repository
    current = absolute(Path())
    return current if folder.is_relative_to(current) else folder


def repository_of(folder: Path) -> Path | None:
    """The top folder of the repository that a folder is in; None where it is in none."""
    return next((here for here in (folder, *folder.parents) if os.path.lexists(here / _TOP)), None)
