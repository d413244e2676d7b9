"""Two checks of a chain → which findings are new, which are gone, and which only stand at another box."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from nyttokedja.checking.check import Checked
from nyttokedja.comparing.model import FindingChanges
from nyttokedja.model.findings import Finding
from nyttokedja.model.fingerprints import Strictness, fingerprint, new_findings, unmatched


def findings(before: Checked | None, after: Checked | None, renamed: Mapping[str, str]) -> FindingChanges:
    """The differences, each side in the order of its file; what has been accepted is as if not there."""
    old, new = _open(before), _open(after)
    there = Counter(fingerprint(finding, Strictness.SUBJECTS) for finding in new)
    gone = unmatched(old, there, lambda finding: fingerprint(finding, Strictness.SUBJECTS, renamed))
    fresh = new_findings(old, new, Strictness.SUBJECTS, renamed)
    moved = tuple(_moved(gone, fresh))
    return FindingChanges(
        tuple(finding for finding in fresh if all(finding is not to for _, to in moved)),
        tuple(finding for finding in gone if all(finding is not was for was, _ in moved)),
        moved,
    )


def _open(side: Checked | None) -> list[Finding]:
    return [finding for finding in side.findings if not finding.accepted] if side else []


def _moved(gone: Iterable[Finding], fresh: Iterable[Finding]) -> Iterable[tuple[Finding, Finding]]:
    """Of a rule that has one finding less and one more: these two."""
    by_code: dict[str, tuple[list[Finding], list[Finding]]] = defaultdict(lambda: ([], []))
    for side, findings in enumerate((gone, fresh)):
        for finding in findings:
            by_code[finding.code][side].append(finding)
    for was, to in by_code.values():
        if len(was) == len(to) == 1 and was[0].node != to[0].node:
            yield was[0], to[0]
