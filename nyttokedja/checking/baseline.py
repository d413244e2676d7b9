"""The findings that a run had, kept in a file → in later runs, only what is new.

A finding is known by what it says (`nyttokedja.model.fingerprints`), within its file. A file that has been
renamed since is known by the findings that it still has.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.rules import BY_NAME
from nyttokedja.errors import CannotRead
from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.texts import texts
from nyttokedja.language.validators import fits
from nyttokedja.model.findings import Finding
from nyttokedja.model.fingerprints import Strictness, digest, fingerprint, unmatched
from nyttokedja.reading.discovery import STDIN, Candidate, read_bytes, reason

SCHEMA = "baseline.schema.json"
_SIGN = "nyttokedja-baseline"
_NOTHING: Mapping[str, Any] = {}
LARGEST = 50_000_000
"""So many bytes of a baseline are read."""
_LIKE = 0.5
"""The share of its known findings that a file must still have to be one that has been renamed."""
_ALWAYS_SAID = ("NK001", "NK007")
"""What keeps the rest from being seen."""


Entries = Sequence[Mapping[str, Any]]
"""Findings of a file as a baseline keeps them: ``mark``, ``count``, and for people ``code`` and ``node``."""


class Baseline:
    """The findings that were known when a baseline was made; those that a run meets are crossed off."""

    def __init__(self, path: Path, files: Mapping[str, Entries] = _NOTHING) -> None:
        """Take what a baseline holds.

        Args:
            path: where it is kept.
            files: the name of a file, from the folder of ``path`` → its known findings.
        """
        self.path = path
        self._files = files
        self._left = {name: _counted(entries) for name, entries in files.items()}
        self._met: set[str] = set()
        self._over_files = {  # what a run over fewer files does not find may still be there
            entry["mark"]
            for held in files.values()
            for entry in held
            if (rule := BY_NAME.get(entry.get("code", ""))) is not None and rule.over_files
        }

    def without_known(self, outcome: Outcome) -> Outcome:
        """What came of a file, without the findings that were known; they are counted in ``known``."""
        new = unmatched(outcome.findings, self._left_of(outcome), _mark)
        return outcome._replace(findings=tuple(new), known=len(outcome.findings) - len(new))

    def known_of(self, chain: str) -> Entries:
        """What it knows of a file, by its path."""
        return self._files.get(self._name(chain), ())

    @property
    def gone(self) -> int:
        """How many of the known findings are no more in the files that were looked at."""
        return sum(
            n for name in self._met for mark, n in self._left[name].items() if mark not in self._over_files
        )

    def _left_of(self, outcome: Outcome) -> Counter[str]:
        name = self._named(outcome)
        if name not in self._left:
            name = self._renamed(outcome) or name
        if name in self._left:
            self._met.add(name)
        return self._left.get(name, Counter())

    def _renamed(self, outcome: Outcome) -> str | None:
        """The file that this one was when the baseline was made: of those gone, the one most like it."""
        marks = Counter(_mark(finding) for finding in outcome.findings if finding.node)
        likeness = {
            name: _share(_of_boxes(entries), marks)
            for name, entries in self._files.items()
            if name not in self._met and not self._is_there(name)
        }
        best = max(likeness, key=lambda name: likeness[name], default=None)
        return best if best is not None and likeness[best] >= _LIKE else None

    def written(self, outcomes: Iterable[Outcome]) -> str:
        """What it is to hold when the findings of these files are known; other files that are there stay."""
        seen = {self._named(outcome): entries(outcome) for outcome in outcomes}
        kept = {name: held for name, held in self._files.items() if self._is_there(name)}
        files = {name: held for name, held in sorted({**kept, **seen}.items()) if held}
        return json.dumps({_SIGN: 1, "files": files}, ensure_ascii=False, indent=1) + "\n"

    def _named(self, outcome: Outcome) -> str:
        """A file by its path from the baseline's folder, however it was reached."""
        return STDIN if outcome.name == STDIN else self._name(outcome.name)

    def _name(self, path: str) -> str:
        try:
            return Path(os.path.relpath(path, self.path.parent)).as_posix()
        except (ValueError, OSError):  # on another drive, or the current folder is gone
            return Path(path).as_posix()

    def _is_there(self, name: str) -> bool:
        return os.path.lexists(self.path.parent / name)


def _of_boxes(entries: Entries) -> Counter[str]:
    """The findings that stand at a box: what is said of a whole chain is said of many."""
    return _counted([entry for entry in entries if entry["node"]])


def _share(known: Counter[str], now: Counter[str]) -> float:
    """How much of what was known is found now, from 0 to 1."""
    return (known & now).total() / known.total() if known else 0


def _counted(entries: Entries) -> Counter[str]:
    return sum((Counter({entry["mark"]: entry["count"]}) for entry in entries), Counter())


def entries(outcome: Outcome) -> Entries:
    """What can be known of a file from now on: one entry for findings that say the same."""
    counted = Counter(
        (finding.code, finding.node, mark) for finding in outcome.findings if (mark := _mark(finding))
    )
    return [
        {"code": code, "node": node, "mark": mark, "count": count}
        for (code, node, mark), count in sorted(counted.items())
    ]


def can_be_known(finding: Finding) -> bool:
    """Whether a finding may be known already: not one that keeps others from being seen."""
    return finding.code not in _ALWAYS_SAID


def _mark(finding: Finding) -> str:
    if finding.accepted or not can_be_known(finding):
        return ""
    return digest(fingerprint(finding, Strictness.GRAVE_SUBJECTS))  # what weighs more now is news


def opened(path: Path) -> Baseline:
    """The baseline that a file holds.

    Raises:
        CannotRead: it cannot be opened, or holds something else.
    """
    try:
        data = read_bytes(Candidate(path, str(path), named=True), LARGEST)
    except OSError as error:
        name = reason(error)
        why = texts(CANONICAL).word("reason", "no-baseline" if name == "not-found" else name)
        raise CannotRead(f"Cannot open the baseline {path}: {why}.") from error
    return held_in(data, path)


def held_in(data: bytes, path: Path) -> Baseline:
    """The baseline that the bytes of a file hold, which is kept at a path.

    Raises:
        CannotRead: they hold something else.
    """
    try:
        held = json.loads(data.decode("utf-8-sig"))
        json.dumps(held, ensure_ascii=False).encode()  # half a character is no text
    except (ValueError, RecursionError):
        held = None
    if not fits(held, SCHEMA) or any("\0" in name for name in held["files"]):
        raise CannotRead(
            f"{path} is no baseline. Name one, or make one in another file with --write-baseline."
        )
    return Baseline(path, held["files"])
