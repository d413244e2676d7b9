"""Two checks of a chain, before and after a change → the findings that the change has made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from nyttokedja.checking.check import Checked
from nyttokedja.model.findings import Finding
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
    had = Counter(_sign(finding, renamed) for finding in _errors(before, also))
    made = []
    for finding in _errors(after, also):
        if had[_sign(finding, {})]:
            had[_sign(finding, {})] -= 1
        else:
            made.append(finding)
    return tuple(made)


def _errors(checked: Checked, also: Collection[str]) -> list[Finding]:
    grave = (f for f in checked.findings if f.severity is Severity.ERROR or f.code in also)
    return [finding for finding in grave if not finding.accepted]


def _sign(finding: Finding, renamed: Mapping[str, str]) -> tuple[str, str, str]:
    """What a finding is known by, whatever line it stands on."""
    return finding.code, finding.variant, renamed.get(finding.node, finding.node)
