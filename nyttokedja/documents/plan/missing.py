"""What is missing, and who could say it; what has been left open on purpose; what is not sorted yet."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.outcome import summed_up
from nyttokedja.documents.boxes import spots
from nyttokedja.documents.model import Block, Listed, Paragraph, Section
from nyttokedja.documents.source import Source
from nyttokedja.documents.tables import dated, tabled
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.groups import groups


def missing(source: Source, heading: str) -> Section:
    """What a check asks for."""
    return Section("missing", heading, tuple(_blocks(source)))


def _blocks(source: Source) -> Iterator[Block]:
    found = [
        group
        for group in groups(summed_up(source.checked), verbose=False)
        if not group.first.accepted and group.first.severity is not Severity.ERROR
    ]
    if found:
        yield Listed(tuple(f"{group.message}\n{group.remedy}".strip() for group in found))
    else:
        yield Paragraph(source.word("labels", "nothing_missing"))
    rows = (
        (
            source.said.title(one.rule),
            spots(source, one.at),
            one.why,
            one.decided_by,
            dated(one.until),
        )
        for one in source.chain.accepted
    )
    columns = ("left_open", "at", "why", "decided_by", "until")
    yield from tabled(source, columns, rows, source.word("labels", "accepted"))
    notes = ((note.text, note.origin, ", ".join(note.tags)) for note in source.chain.notes)
    yield from tabled(source, ("note", "origin", "tags"), notes, source.word("labels", "notes"))
