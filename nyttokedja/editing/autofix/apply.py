"""Fixes → splices: which can be made at once, and what they put in the place of what."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from nyttokedja.editing.splices import Splice
from nyttokedja.model.findings import Finding, Fix, Span


def apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with a fix that is about nothing that an earlier one's fix is about."""
    taken: list[Span] = []
    for finding in findings:
        spans = [replacement.span for replacement in finding.fix.replacements] if finding.fix else []
        if spans and not any(_is_taken(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            yield finding


def _is_taken(span: Span, taken: list[Span]) -> bool:
    """Whether a span overlaps one of others, in order, or something is put in at the same place."""
    at = bisect_left(taken, span)
    near = taken[max(0, at - 2) : at + 2]
    return span in near or any(span.start < other.end and other.start < span.end for other in near)


def splices(fixes: Iterable[Fix]) -> Iterator[Splice]:
    """What fixes put in the place of what."""
    for fix in fixes:
        for span, _, text in fix.replacements:
            yield Splice(span.start, span.end, text)
