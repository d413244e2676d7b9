"""A repository → which of its files git keeps, keeps out of the working folder, or has in conflict."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from nyttokedja.errors import CannotRead
from nyttokedja.versions.git import REGULAR_MODES, inside, root, run


def unchecked_files(paths: Iterable[str], cwd: Path) -> dict[str, str]:
    """The files at and below names in the repository that git keeps out of the working folder, name → id."""
    out = run(["ls-files", "-z", "--stage", "-t", "--", *paths], cwd)
    rows = (os.fsdecode(row).partition("\t") for row in out.split(b"\0") if row.startswith(b"S "))
    said = ((about.split(), name) for about, _, name in rows)
    return {name: id for (_, mode, id, _), name in said if mode in REGULAR_MODES}


def tracked_files(paths: Iterable[Path]) -> int:
    """How many of some files git keeps, if they are all in one repository; else none."""
    with suppress(CannotRead):
        tops = {root(path): path for path in paths}
        if len(tops) == 1:
            (top,) = tops
            names = [inside(path, top) for path in paths]
            return run(["ls-files", "-z", "--cached", "--", *names], top).count(b"\0")
    return 0


def conflicted_names(cwd: Path) -> frozenset[str]:
    """The last parts of the names of files that a merge has left in conflict."""
    out = run(["ls-files", "-z", "--unmerged"], cwd)
    names = (os.fsdecode(row).partition("\t")[2] for row in out.split(b"\0") if row)
    return frozenset(name.rpartition("/")[2] for name in names)
