"""bytes → Fixed: the file with all the fixes of its findings, and what is left for people to mend.

    check → fixes that do not overlap → check again → …

No fix may make a new finding: one that does is left out (`regressions`). What the check had understood
already is mended first, so that it is judged by itself. How often a file is checked is bounded by how much
it is to check (`work`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config
from nyttokedja.checking.fixes.table import READ_FIRST, UNDERSTOOD
from nyttokedja.editing.autofix.apply import apart, splices
from nyttokedja.editing.autofix.regressions import makes_new
from nyttokedja.editing.autofix.work import Work
from nyttokedja.editing.splices import spliced
from nyttokedja.model.findings import Finding
from nyttokedja.reading.parsed import Parsed

__all__ = ["Fixed", "fixed"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after, the findings that were fixed, and the check of what it is now.

    It is `stopped` where the file took so much work that what more can be fixed was not tried.
    """

    before: bytes
    after: bytes
    findings: tuple[Finding, ...]
    checked: Checked
    stopped: bool = False


def fixed(data: bytes, name: str = "", config: Config | None = None) -> Fixed:
    """Fix what can be fixed in the bytes of one chain. Never raises, whatever the bytes are.

    Args:
        data: the content of the file.
        name: what the findings call the file.
        config: the choices of the run.
    """
    now = Fixed(data, data, (), check(data, name, config))
    work = Work()
    while (step := _Round(now, config, work).taken()) is not None:
        now = Fixed(data, step.after, (*now.findings, *step.findings), step.checked)
    return replace(now, stopped=work.refused)


@dataclass(frozen=True, slots=True)
class _Round:
    """One round: the file as it is when it begins."""

    now: Fixed
    config: Config | None
    work: Work

    def taken(self) -> Fixed | None:
        """The file with the first group of fixes of which any does it good."""
        for group in _groups(self.now.checked.findings):
            step = self._with(None, group) if group else None
            if step is not None:
                return step
        return None

    def _with(self, sure: Fixed | None, doubtful: Sequence[Finding]) -> Fixed | None:
        """What is sure, with all other fixes that make no new finding; halved until the rest is found."""
        step = self._tried((*(sure.findings if sure else ()), *doubtful))
        if step is not None or len(doubtful) == 1 or self.work.refused:
            return step or sure
        half = len(doubtful) // 2
        return self._with(self._with(sure, doubtful[:half]), doubtful[half:])

    def _tried(self, findings: tuple[Finding, ...]) -> Fixed | None:
        before = self.now.checked
        if not self.work.granted(before):
            return None
        fixes = (finding.fix for finding in findings if finding.fix is not None)
        now = Parsed(self.now.after, before.source.name)
        after = now.with_text(spliced(before.source.text, splices(fixes))).data
        checked = check(after, before.source.name, self.config)
        return None if makes_new(before, checked, findings) else Fixed(b"", after, findings, checked)


def _groups(findings: Iterable[Finding]) -> tuple[list[Finding], ...]:
    """The findings that can be fixed at once: of what was understood, left out, not read at all."""
    groups: tuple[list[Finding], ...] = ([], [], [])
    for finding in apart(finding for finding in findings if not finding.accepted):
        kind = (finding.code, finding.variant)
        groups[0 if kind in UNDERSTOOD else 2 if kind in READ_FIRST else 1].append(finding)
    return groups
