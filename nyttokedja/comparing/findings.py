"""Two checks of a chain → which findings are new, which are gone, and which only stand at another box."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from nyttokedja.checking.check import Checked
from nyttokedja.comparing.model import FindingChanges
from nyttokedja.model.findings import Finding
from nyttokedja.model.fingerprints import identity


def findings(before: Checked | None, after: Checked | None, renamed: Mapping[str, str]) -> FindingChanges:
    """The differences, each side in the order of its file; what has been accepted is as if not there."""
    old, new = _open(before), _open(after)
    gone = _without(old, Counter(identity(finding) for finding in new), renamed)
    fresh = _without(new, Counter(identity(finding, renamed) for finding in old), {})
    moved = tuple(_moved(gone, fresh))
    return FindingChanges(
        tuple(finding for finding in fresh if all(finding is not to for _, to in moved)),
        tuple(finding for finding in gone if all(finding is not was for was, _ in moved)),
        moved,
    )


def _open(side: Checked | None) -> list[Finding]:
    return [finding for finding in side.findings if not finding.accepted] if side else []


def _without(
    findings: Iterable[Finding], known: Counter[tuple[str, str, tuple[str, ...]]], renamed: Mapping[str, str]
) -> list[Finding]:
    left = []
    for finding in findings:
        mark = identity(finding, renamed)
        if known[mark]:
            known[mark] -= 1
        else:
            left.append(finding)
    return left


def _moved(gone: Iterable[Finding], fresh: Iterable[Finding]) -> Iterable[tuple[Finding, Finding]]:
    """Of a rule that has one finding less and one more: these two."""
    by_code: dict[str, tuple[list[Finding], list[Finding]]] = defaultdict(lambda: ([], []))
    for side, findings in enumerate((gone, fresh)):
        for finding in findings:
            by_code[finding.code][side].append(finding)
    for was, to in by_code.values():
        if len(was) == len(to) == 1 and was[0].node != to[0].node:
            yield was[0], to[0]
