"""Two checks of a chain → which findings are new, which are gone, and which only stand at another box.

Where each side is judged by settings of its own, what they do is told apart from what the change does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nyttokedja.checking.baseline import Baseline
from nyttokedja.checking.check import Checked
from nyttokedja.checking.outcome import summed_up
from nyttokedja.checking.settings import SettingChange
from nyttokedja.comparing.model import FindingChanges, NodeChange, SettingsEffect
from nyttokedja.model.findings import Finding, Place
from nyttokedja.model.fingerprints import Fingerprint, Strictness, fingerprint, unmatched

Rewordings = Mapping[str, Mapping[str, str]]
"""Id of now → what texts of that node were → what they are."""


def reworded(nodes: Iterable[NodeChange]) -> Rewordings:
    """The texts that are others in the nodes that have changed."""
    texts = {
        change.node.id: {
            field.before: field.after
            for field in change.fields
            if isinstance(field.before, str) and isinstance(field.after, str)
        }
        for change in nodes
    }
    return {id: of_node for id, of_node in texts.items() if of_node}


def findings(
    before: Checked | None, after: Checked | None, renamed: Mapping[str, str], texts: Rewordings
) -> FindingChanges:
    """The differences, each side in the order of its file; what has been accepted is as if not there.

    Args:
        before: the check of the earlier side.
        after: that of the later side.
        renamed: old id → new id.
        texts: what else is called something else, as `reworded` finds it.
    """
    return _apart(*_new_and_gone(before, after, renamed, texts))


def judged_apart(
    before: Checked | None,
    after: Checked | None,
    as_before: Checked | None,
    changes: tuple[SettingChange, ...],
    renamed: Mapping[str, str],
    texts: Rewordings,
) -> tuple[FindingChanges, SettingsEffect]:
    """What a change does, and what it does that the later side is judged by other settings.

    Args:
        before: the check of the earlier side, by its settings.
        after: that of the later side, by its own.
        as_before: that of the later side by the settings of the earlier one.
        changes: the settings that are others.
        renamed: old id → new id.
        texts: what else is called something else, as `reworded` finds it.
    """
    fresh, gone = _new_and_gone(before, after, renamed, texts)
    _, mended = _new_and_gone(before, as_before, renamed, texts)
    added, hidden = _new_and_gone(as_before, after, {}, {})
    found = _apart(_but_for(fresh, added), [one for one in gone if any(one is each for each in mended)])
    return found, SettingsEffect(changes, tuple(hidden), tuple(added), tuple(_weighed(as_before, after)))


def known_apart(
    settings: SettingsEffect, after: Checked, name: str, was: Baseline | None, now: Baseline | None
) -> SettingsEffect:
    """The same, with what another baseline leaves out of a check, or leaves out no longer.

    Args:
        settings: what the other settings do.
        after: the check of the later side.
        name: the path of its file.
        was: the baseline of the earlier side.
        now: that of the later one.
    """
    outcome = summed_up(after)._replace(name=name, findings=tuple(_open(after)))
    left = [one.without_known(outcome).findings if one else outcome.findings for one in (was, now)]
    hidden, added = _but_for(left[0], left[1]), _but_for(left[1], left[0])
    return replace(settings, hidden=(*settings.hidden, *hidden), added=(*settings.added, *added))


def _new_and_gone(
    before: Checked | None, after: Checked | None, renamed: Mapping[str, str], texts: Rewordings
) -> tuple[list[Finding], list[Finding]]:
    old, new = _open(before), _open(after)
    then = [fingerprint(finding, Strictness.SUBJECTS, renamed) for finding in old]
    now = [fingerprint(finding, Strictness.SUBJECTS) for finding in new]
    fresh, gone = _beyond(new, now, known=then), _beyond(old, then, known=now)
    if not (fresh and gone and texts):
        return fresh, gone
    then = [_in_words_of_now(finding, renamed, texts) for finding in gone]
    now = [fingerprint(finding, Strictness.SUBJECTS) for finding in fresh]
    return _beyond(fresh, now, known=then), _beyond(gone, then, known=now)


def _in_words_of_now(finding: Finding, renamed: Mapping[str, str], texts: Rewordings) -> Fingerprint:
    """The fingerprint that a finding would have had, had its node been worded as it is now."""
    of_node = texts.get(renamed.get(finding.node, finding.node), {})
    return fingerprint(finding, Strictness.SUBJECTS, {**of_node, **renamed})


def _apart(fresh: list[Finding], gone: list[Finding]) -> FindingChanges:
    moved = tuple(_moved(gone, fresh))
    return FindingChanges(
        tuple(_but_for(fresh, [to for _, to in moved])),
        tuple(_but_for(gone, [was for was, _ in moved])),
        moved,
    )


def _but_for(findings: Iterable[Finding], those: Iterable[Finding]) -> list[Finding]:
    """The findings that are none of those: equal ones stand at several places."""
    left_out = {id(one) for one in those}
    return [finding for finding in findings if id(finding) not in left_out]


def _weighed(as_before: Checked | None, after: Checked | None) -> Iterable[tuple[Finding, Finding]]:
    """The findings of one file by two settings that have another severity, each with what it was."""
    was = {_at_its_place(finding): finding for finding in _open(as_before)}
    for finding in _open(after):
        earlier = was.get(_at_its_place(finding))
        if earlier is not None and earlier.severity is not finding.severity:
            yield earlier, finding


def _at_its_place(finding: Finding) -> tuple[Fingerprint, Place]:
    return fingerprint(finding, Strictness.SUBJECTS), finding.place


def _beyond(
    findings: Sequence[Finding], marks: Sequence[Fingerprint], known: Iterable[Fingerprint]
) -> list[Finding]:
    """The findings beyond those that are known, by the marks of both."""
    own = iter(marks)
    return unmatched(findings, Counter(known), lambda _: next(own))


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
