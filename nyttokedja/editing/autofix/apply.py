"""Fixes → bytes: which can be made at once, and the file once they are."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from nyttokedja.model.findings import Finding, Fix, Span
from nyttokedja.reading.decoding import BYTE_ORDER_MARK


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


def applied(data: bytes, text: str, fixes: Iterable[Fix]) -> bytes:
    """The bytes of a file with the replacements of fixes, none over another; a byte order mark stays.

    Args:
        data: the file.
        text: what was read of it.
        fixes: what to do.
    """
    pieces, at = [], 0
    for span, _, written in sorted(made for fix in fixes for made in fix.replacements):
        pieces += [text[at : span.start], written]
        at = span.end
    mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
    return mark + "".join((*pieces, text[at:])).encode()
