"""Checks before and after fixes → whether the fixes make a new finding.

A finding that a fault kept from being seen is not made by mending the fault. The check holds back in
three ways, and here it may speak for the first time:

- a file that could not be read, or where nodes may be gone, is not judged as a chain;
- a node with a fault is not asked for what may only be misspelt, and is believed to have it;
- what did not fit is left out, and no rule sees it.

What is wrong with the file itself (NK0, NK1) is seen as soon as it can be read, so that none is ever new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nyttokedja.checking.check import Checked
from nyttokedja.checking.fixes.table import READ_FIRST, UNDERSTOOD
from nyttokedja.model.findings import Finding
from nyttokedja.model.fingerprints import Strictness, new_findings
from nyttokedja.reading.hidden_characters import seen_only
from nyttokedja.reading.yaml_events import stop

_SEEN_WHERE_THEY_ARE = frozenset({"hard-space", "bullet"})
"""What stops the reading where it stands; a slip of another kind may be said of a line far above."""
_READING, _POINTING = "NK0", "NK1"


def makes_new(before: Checked, after: Checked, mended: Sequence[Finding]) -> bool:
    """Whether a check has findings after some were mended that the mending has made."""
    if before.chain is None:
        return after.chain is None and _left(after) >= _left(before)
    if after.chain is None:
        return True
    new = new_findings(before.findings, after.findings, Strictness.GRAVITY, _renamed(mended))
    return any(not _was_hidden(finding.code, before, mended) for finding in new)


def _left(checked: Checked) -> int:
    """How much of a file that could not be read is left where reading stopped."""
    text, fault = checked.source.text, checked.source.faults[0]
    parsed = None if fault.variant in _SEEN_WHERE_THEY_ARE else stop(text)
    return len(text) - (fault.span.start if parsed is None else parsed)


def _renamed(mended: Iterable[Finding]) -> dict[str, str]:
    """Ids that were none, or misspelt → what they were replaced with."""
    renamed = {}
    for finding in mended:
        if (finding.code, finding.variant) == ("NK004", "id"):
            renamed[finding.particulars["text"]] = finding.particulars["suggestion"]
        elif (finding.code, finding.variant) == ("NK101", "id"):
            renamed[finding.particulars["meant"].id] = finding.particulars["written"]
        elif (finding.code, finding.variant) == ("NK006", ""):
            renamed[finding.particulars["text"]] = seen_only(finding.particulars["text"])
    return renamed


def _was_hidden(code: str, before: Checked, mended: Sequence[Finding]) -> bool:
    """Whether a finding of a rule, new after fixes, may have been there and kept from being seen."""
    kinds = {(finding.code, finding.variant) for finding in mended}
    if kinds <= READ_FIRST or any(finding.variant == "more" for finding in before.findings):
        return True
    if code.startswith(_READING):
        return False
    if not before.complete:
        return True
    if code.startswith(_POINTING):
        return False
    assert before.chain is not None
    # what a node with a fault may say is believed of it, of what is asked of others, and of the whole
    faulty = {node.id for node in before.chain.nodes if node.faulty}
    return not kinds <= UNDERSTOOD or any(finding.node in faulty for finding in mended)
