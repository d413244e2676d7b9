"""Outcomes → notes: each finding with its words, and each file that could not be worked on, in one shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding, Place
from nyttokedja.model.fingerprints import Strictness, digest, fingerprint
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.text import trouble
from nyttokedja.reports.locations import path
from nyttokedja.reports.model import ReportContext

CANNOT_OPEN, CRASHED = "cannot-open", "crashed"
"""What stands for a rule's code where a file could not be opened, or nyttokedja failed on it."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say of a file, in the language of its chain; without a `finding`, an error of the run.

    `word` is that of its severity, `title` that of its rule.
    """

    file: str
    place: Place
    severity: Severity
    word: str
    code: str
    name: str
    title: str
    message: str
    remedy: str = ""
    finding: Finding | None = None

    @property
    def accepted(self) -> bool:
        """Whether the chain says that it has been decided about."""
        return self.finding is not None and self.finding.accepted

    def said(self, between: str) -> str:
        """What was found and what to do about it, with something between them."""
        return f"{self.message}{between}{self.remedy}" if self.remedy else self.message


def notes(outcomes: Iterable[Outcome], *, accepted: bool = False) -> Iterator[Note]:
    """All that there is to say, in order; what has been accepted only where it is wanted."""
    for outcome in outcomes:
        if outcome.trouble:
            yield _of_trouble(outcome)
        for finding in outcome.findings:
            if accepted or not finding.accepted:
                yield of_finding(finding)


def of_finding(finding: Finding) -> Note:
    """A finding with its words."""
    said = texts(finding.language)
    return Note(
        finding.file,
        finding.place,
        finding.severity,
        said.word("severity", finding.severity.word),
        finding.code,
        finding.name,
        said.title(finding.code),
        said.message(finding),
        said.remedy(finding),
        finding,
    )


def _of_trouble(outcome: Outcome) -> Note:
    code = CRASHED if outcome.crashed else CANNOT_OPEN
    said = texts(outcome.language)
    word, title = said.word("severity", Severity.ERROR.word), said.word("report", code)
    return Note(outcome.name, Place(), Severity.ERROR, word, code, code, title, trouble(outcome))


def fingerprints(listed: Iterable[Note], setting: ReportContext) -> list[str]:
    """What tells each note from the others, also in the next run.

    Those that are alike, in one file or several, are told apart by their order.
    """
    seen: Counter[str] = Counter()
    marks = []
    for note in listed:
        known = (
            fingerprint(note.finding, Strictness.SUBJECTS)
            if note.finding
            else (note.code, path(note.file, setting))
        )
        mark = digest(known)
        seen[mark] += 1
        marks.append(mark if seen[mark] == 1 else digest([mark, seen[mark]]))
    return marks
