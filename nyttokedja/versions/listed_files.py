"""A repository → which of its files git keeps, keeps out of the working folder, or has in conflict."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from nyttokedja.errors import CannotRead
from nyttokedja.versions.git import Objects, inside, root, run

REGULAR_MODES = frozenset({"100644", "100755"})
"""The modes of files in git: not links, and not other repositories."""


def files_at(commit: str, paths: Iterable[str], cwd: Path) -> dict[str, str]:
    """The files in a commit at and below names in the repository (none: all), by name → id; no links."""
    out = run(["ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths], cwd)
    found = {}
    for row in out.split(b"\0"):
        about, _, name = row.partition(b"\t")
        mode, _, rest = about.partition(b" ")
        if mode.decode("ascii") in REGULAR_MODES:
            found[os.fsdecode(name)] = rest.split()[1].decode("ascii")
    return found


def working_files(paths: Iterable[str], cwd: Path) -> list[str]:
    """The files of the working folder at and below names in the repository (none: all) that are not ignored.

    Raises:
        CannotRead: there is no working folder.
    """
    if run(["rev-parse", "--is-inside-work-tree"], cwd).strip() != b"true":
        raise CannotRead(f"{cwd} has no files of its own: a bare repository has only revisions. Name two.")
    out = run(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *paths], cwd)
    return sorted({os.fsdecode(name) for name in out.split(b"\0") if name})


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


def is_kept(path: Path, data: bytes) -> bool:
    """Whether git can give a file back with these bytes: ``git checkout`` of it does that."""
    with suppress(CannotRead):
        top = root(path)
        with Objects(top) as objects:
            kept = objects.read(f":{inside(path, top)}")
        return kept is not None and kept.replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n")
    return False


def conflicted_names(cwd: Path) -> frozenset[str]:
    """The last parts of the names of files that a merge has left in conflict."""
    out = run(["ls-files", "-z", "--unmerged"], cwd)
    names = (os.fsdecode(row).partition("\t")[2] for row in out.split(b"\0") if row)
    return frozenset(name.rpartition("/")[2] for name in names)
