"""Three versions of a file → one, line by line, as ``git merge-file`` merges them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from nyttokedja.versions.git import ask
from nyttokedja.versions.merging.lines import Labels, Lines

_MOST_CONFLICTS = 127
"""Above this, the exit code of git is no number of conflicts."""


def by_lines(base: bytes, ours: bytes, theirs: bytes, labels: Labels, cwd: Path = Path()) -> Lines:
    """Merge as git does, with the settings of the repository that the folder ``cwd`` lies in.

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
        favour = [f"--{labels.favour}"] if labels.favour else []
        answer = ask(["merge-file", "-p", "-q", size, *favour, *named, *map(str, paths)], cwd)
    if answer.code > _MOST_CONFLICTS or answer.code < 0:
        return Lines(ours, clean=ours == theirs)
    return Lines(answer.out, clean=not answer.code)
