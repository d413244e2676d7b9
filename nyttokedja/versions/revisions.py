"""What people call a version → the id of its commit, and where the history that was fetched ends."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from nyttokedja.errors import CannotRead
from nyttokedja.versions.git import ask, root, run


def resolve(rev: str, cwd: Path) -> str:
    """The id of the commit that a revision names.

    Raises:
        CannotRead: no commit is called that.
    """
    if not rev.startswith("-") and rev.isprintable():
        answer = ask(["rev-parse", "--verify", "--quiet", rev + "^{commit}"], cwd)
        if not answer.code:
            return answer.out.decode("ascii").strip()
        root(cwd)  # raises where the fault lies with the repository
        if rev == "HEAD" and not run(["rev-list", "--all", "--max-count=1"], cwd):
            raise CannotRead(
                "Nothing has been saved in git here yet, so there is nothing to compare with. Save a first "
                "version with git add and git commit."
            )
    raise CannotRead(f"There is no revision {rev!r} in this repository{_shallow(cwd)}.")


def merge_base(one: str, other: str, cwd: Path) -> str:
    """The id of the commit that two commits, given by their ids, grew from.

    Raises:
        CannotRead: they have no history in common.
    """
    out = run(["merge-base", one, other], cwd, ok=(0, 1))
    if not out:
        raise CannotRead(f"{one[:12]} and {other[:12]} have no history in common{_shallow(cwd)}.")
    return out.decode("ascii").split()[0]


def _shallow(cwd: Path) -> str:
    if ask(["rev-parse", "--is-shallow-repository"], cwd).out.strip() != b"true":
        return ""
    return ", of which only the latest history was fetched (git fetch --unshallow fetches the rest)"


def shallow(cwd: Path) -> frozenset[str]:
    """The ids of the commits whose parents were not fetched."""
    name = run(["rev-parse", "--git-path", "shallow"], cwd)
    with suppress(OSError):
        return frozenset((cwd / os.fsdecode(name.rstrip(b"\r\n"))).read_text("ascii").split())
    return frozenset()
