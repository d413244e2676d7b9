"""The name of a file that is no chain → what it has held, commit by commit, and on which day."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nyttokedja.reading.limits import LIMITS
from nyttokedja.versions.git import Objects, inside, root
from nyttokedja.versions.history import steps
from nyttokedja.versions.revisions import resolve


class Held(NamedTuple):
    """The bytes of a file in a commit, and the author's day."""

    day: str
    data: bytes


def held_over_time(path: Path) -> tuple[Held, ...]:
    """All that git has of a file up to the last commit, the oldest first; what was taken away is left out.

    Raises:
        CannotRead: it lies in no repository, or git could not say.
    """
    top = root(path)
    found = []
    with Objects(top, LIMITS.file) as objects:
        for step in steps(inside(path, top), resolve("HEAD", top), top):
            data = objects.read(step.blob) if step.blob else None
            if data is not None:
                found.append(Held(step.date, data))
    return tuple(reversed(found))
