"""Outcomes → diagnostics: findings with their texts, and files that could not be checked, in one shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding, Place
from nyttokedja.model.fingerprints import Strictness, digest, fingerprint
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.groups import Group
from nyttokedja.reports.findings.text import failure_sentence
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.model import CANNOT_OPEN, CRASHED, ReportContext


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A message about a place in a file, in the chain's language; without a `finding`, an error of the run.

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
        """Whether the finding is accepted in the chain."""
        return self.finding is not None and self.finding.accepted

    def full_text(self, separator: str) -> str:
        """The message and the remedy, with a separator between them."""
        return f"{self.message}{separator}{self.remedy}" if self.remedy else self.message


def diagnostics(outcomes: Iterable[Outcome], *, accepted: bool = False) -> Iterator[Diagnostic]:
    """The diagnostics of outcomes, in order; those of accepted findings only where wanted."""
    for outcome in outcomes:
        if outcome.trouble:
            yield failure_diagnostic(outcome)
        for finding in outcome.findings:
            if accepted or not finding.accepted:
                yield finding_diagnostic(finding)


def finding_diagnostic(finding: Finding) -> Diagnostic:
    """The diagnostic of a finding."""
    catalog = texts(finding.language)
    return Diagnostic(
        finding.file,
        finding.place,
        finding.severity,
        catalog.word("severity", finding.severity.word),
        finding.code,
        finding.name,
        catalog.title(finding.code),
        catalog.message(finding),
        catalog.remedy(finding),
        finding,
    )


def group_diagnostic(group: Group) -> Diagnostic:
    """The diagnostic of findings that are told together, at the place of the first."""
    return replace(finding_diagnostic(group.first), message=group.message, remedy=group.remedy)


def failure_diagnostic(outcome: Outcome) -> Diagnostic:
    """The diagnostic of a file that could not be checked."""
    code = CRASHED if outcome.crashed else CANNOT_OPEN
    catalog = texts(outcome.language)
    word, title = catalog.word("severity", Severity.ERROR.word), catalog.word("report", code)
    return Diagnostic(
        outcome.name, Place(), Severity.ERROR, word, code, code, title, failure_sentence(outcome)
    )


def fingerprinted(listed: Iterable[Diagnostic], context: ReportContext) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic with its fingerprint: unique in a run, and the same in the next one.

    Identical diagnostics, in one file or several, are distinguished by their order.
    """
    seen: Counter[str] = Counter()
    for one in listed:
        finding = one.finding
        known = (
            fingerprint(finding, Strictness.SUBJECTS)
            if finding
            else (one.code, report_path(one.file, context))
        )
        mark = digest(known)
        seen[mark] += 1
        yield one, mark if seen[mark] == 1 else digest([mark, seen[mark]])
