"""Three files → one, line by line, as git merges them: with conflict markers where both sides changed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from nyttokedja.versions.git import ask

_MOST_CONFLICTS = 127
"""Above this, what git answers is no number of conflicts."""


class Labels(NamedTuple):
    """What conflict markers call the three sides, and how long they are."""

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7


class Lines(NamedTuple):
    """What merging by lines came to; ``clean`` is whether it left no conflict."""

    data: bytes
    clean: bool


def by_lines(base: bytes, ours: bytes, theirs: bytes, labels: Labels, cwd: Path) -> Lines:
    """Merge as ``git merge-file`` does, with the settings of the repository ``cwd`` lies in.

    What git does not merge, as what is no text, stays ours and is a conflict.

    Raises:
        CannotRead: git could not be run.
    """
    named = [part for label in labels[:3] for part in ("-L", label)]
    with tempfile.TemporaryDirectory(prefix="nyttokedja-") as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for path, data in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(data)
        size = f"--marker-size={labels.size}"
        answer = ask(["merge-file", "-p", "-q", size, *named, *map(str, paths)], cwd)
    if answer.code > _MOST_CONFLICTS or answer.code < 0:
        return Lines(ours, clean=ours == theirs)
    return Lines(answer.out, clean=not answer.code)


def in_conflict(ours: bytes, theirs: bytes, labels: Labels, cwd: Path) -> bytes:
    """Two files as one with conflict markers wherever they differ, though their lines could be merged."""
    return by_lines(b"", ours, theirs, labels, cwd).data
