"""The steps of a file's history → what is said of each: its versions are checked once, and compared.

A version that cannot be read is said to be so; the next one is compared with the last that could be. What a
commit changes is told by the settings that held before it, and then which settings are others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from nyttokedja.checking.check import Checked, check_guarded
from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup
from nyttokedja.comparing import Comparison, Weight, compare, compare_judged
from nyttokedja.comparing.merge_commits import combined
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.language.texts import texts
from nyttokedja.versions.git import Objects
from nyttokedja.versions.history import Step
from nyttokedja.versions.judged_steps import JudgedStep, judged
from nyttokedja.versions.log_model import LogEntry
from nyttokedja.versions.log_sentences import said

_KEPT = 50
"""So many versions are kept in mind: a commit and the one before it have one in common."""


def quick(config: Config) -> Config:
    """A config that asks no rules, since a history tells of chains and not of findings."""
    return replace(config, ignore=frozenset({"NK"}), select=frozenset(), today=None)


def language(steps: Sequence[Step], top: Path, lookup: Lookup) -> str:
    """The language of the newest version."""
    (newest,) = judged(steps[:1], lookup, top)
    config = newest.after
    with Objects(top, config.limits.file) as objects:
        versions = _Versions(objects)
        blobs = (step.blob or step.base for step in steps)
        last = next((version for blob in blobs if (version := versions.of(blob, config))), None)
    return last.language if last else config.language or "sv"


def told(span: range, steps: Sequence[Step], top: Path, lookup: Lookup) -> tuple[LogEntry, ...]:
    """What is said of some steps, newest first.

    Args:
        span: their numbers.
        steps: all steps of the history.
        top: the folder of the repository.
        lookup: the choices of the run; their language is spoken.
    """
    those = list(judged([steps[n] for n in span], lookup, top))
    with Objects(top, max(one.after.limits.file for one in those)) as objects:
        words = ComparisonWords(those[0].after.language or "sv")
        teller = _Teller(steps, _Versions(objects), words)
        return tuple(map(teller.told, those))


class _Versions:
    """The checks of a file's versions, by the ids of their bytes and by what they are judged by."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._known: dict[tuple[str, int], Checked | None] = {}

    def of(self, blob: str | None, config: Config) -> Checked | None:
        """The check of a version; None where its bytes are not there."""
        if blob is None:
            return None
        key = (blob, id(config))  # equal settings of a history are one value
        if key not in self._known:
            if len(self._known) >= _KEPT:
                del self._known[next(iter(self._known))]
            data = self._objects.read(blob)
            self._known[key] = None if data is None else check_guarded(data, "", quick(config))
        return self._known[key]

    def readable(self, blob: str | None, config: Config) -> Checked | None:
        """The check of a version that is a chain."""
        version = self.of(blob, config)
        return version if version and version.graph else None


class _Teller:
    def __init__(self, steps: Sequence[Step], versions: _Versions, words: ComparisonWords) -> None:
        self._steps = steps
        self._versions = versions
        self._words = words

    def told(self, one: JudgedStep) -> LogEntry:
        """What is said of a step."""
        step = one.step
        after = self._versions.of(step.blob, one.after)
        if step.blob and (after is None or after.graph is None):
            status = "unfetched" if after is None else "unread"
            return LogEntry(step, status, Weight.REASONING, why=_why(after) if after else "")
        befores, base = self._before(one)
        if not befores:
            return self._said(step, compare(None, after), "")
        as_before = self._versions.of(step.blob, one.before) if one.settings else after
        comparisons = [compare_judged(before, after, as_before, one.settings) for before in befores]
        return self._said(step, combined(comparisons), base)

    def _before(self, one: JudgedStep) -> tuple[list[Checked], str]:
        """What a step is compared with: what its parents had, or else the last version that can be read."""
        step, config = one.step, one.before
        parents = [version for blob in step.before if (version := self._versions.readable(blob, config))]
        if parents:
            return parents, ""
        while step.base and step.since is not None:
            step = self._steps[step.since]
            if version := self._versions.readable(step.blob, config):
                return [version], step.commit
        return [], ""

    def _said(self, step: Step, comparison: Comparison, base: str) -> LogEntry:
        sentences = tuple(said(comparison, self._words))
        graph = comparison.after.graph if comparison.after else None
        weight = Weight.REASONING if step.blob is None else comparison.weight
        return LogEntry(
            step,
            _status(step, comparison, weight),
            weight,
            said=sentences,
            renamed=dict(comparison.renamed),
            counts=(len(graph.nodes), len(graph.arrows)) if graph else (0, 0),
            base=base,
            incomplete=comparison.after is not None and not comparison.after.complete,
        )


def _status(step: Step, comparison: Comparison, weight: Weight) -> str:
    if comparison.after is None:
        return "gone"
    if comparison.before is None:
        return "cut" if step.cut else "new"
    return "changed" if weight else "same"


def _why(version: Checked) -> str:
    """What keeps a version from being read."""
    if not version.findings:
        return ""
    finding = version.findings[0]
    return f"{finding.code} {texts(finding.language).message(finding)}"


def followed(told: Sequence[LogEntry], id: str) -> Iterable[LogEntry] | None:
    """The commits that concern a box, newest first, with only what does; None where no version has it.

    The box is known by any id that it has had; of several boxes that had it, the last one is meant.
    """
    seen = next((n for n, one in enumerate(told) if any(id in said.nodes for said in one.said)), None)
    if seen is None:
        return None
    for one in reversed(told[: seen + 1]):
        id = (one.renamed or {}).get(id, id)
    return _back(told, id)


def _back(told: Iterable[LogEntry], id: str) -> Iterator[LogEntry]:
    for one in told:
        about = one.about(id)
        if about.said:
            yield about
        id = next((old for old, new in (one.renamed or {}).items() if new == id), id)
