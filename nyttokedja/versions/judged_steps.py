"""The steps of a file's history → the settings that hold for each: those of its parent and of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup, SettingChange
from nyttokedja.checking.settings.changes import NOT_UNDERSTOOD
from nyttokedja.reading.limits import LIMITS
from nyttokedja.versions.commit_tree import CommitTree
from nyttokedja.versions.git import Objects
from nyttokedja.versions.history import Step
from nyttokedja.versions.judged_pairs import settings_of_both


class JudgedStep(NamedTuple):
    """A step, the config before it and after it, and the settings that are others after it."""

    step: Step
    before: Config
    after: Config
    settings: tuple[SettingChange, ...] = ()


def judged(steps: Sequence[Step], lookup: Lookup, top: Path) -> Iterator[JudgedStep]:
    """Each step with its settings; those that cannot be understood are passed over."""
    bare = lookup.without_files()
    with Objects(top, LIMITS.file, links=True) as objects:
        for step in steps:
            parent = step.commit if step.cut or not step.before else f"{step.commit}^"
            before, after = (
                lookup.at(CommitTree(commit, objects, top)).tried(top / name)
                for commit, name in ((parent, step.before_name), (step.commit, step.name))
            )
            one, other, settings = settings_of_both(before, after, bare)
            told = tuple(change for change in settings if change.key != NOT_UNDERSTOOD)
            yield JudgedStep(step, one, other, told)
