"""Two checks of a chain, before and after a change → the findings that the change has made."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from nyttokedja.checking.check import Checked
from nyttokedja.model.findings import Finding
from nyttokedja.model.fingerprints import Strictness, new_findings
from nyttokedja.model.severity import Severity

_NOTHING_RENAMED: Mapping[str, str] = {}


def new_errors(
    before: Checked,
    after: Checked,
    renamed: Mapping[str, str] = _NOTHING_RENAMED,
    also: Collection[str] = (),
) -> tuple[Finding, ...]:
    """The errors that nobody has accepted and that were not there before, wherever they stood.

    Args:
        before: the check of the file as it was.
        after: the check of the file as it is to be.
        renamed: old id → new id.
        also: codes of rules whose findings count as errors here.
    """
    return tuple(new_findings(_errors(before, also), _errors(after, also), Strictness.NODE, renamed))


def _errors(checked: Checked, also: Collection[str]) -> list[Finding]:
    grave = (f for f in checked.findings if f.severity is Severity.ERROR or f.code in also)
    return [finding for finding in grave if not finding.accepted]
