"""What is missing, and who could say it; what has been left open on purpose; what is not sorted yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nyttokedja.checking.outcome import summed_up
from nyttokedja.documents.boxes import spots
from nyttokedja.documents.model import Block, Paragraph, Section
from nyttokedja.documents.source import Source
from nyttokedja.documents.tables import dated, tabled
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.groups import Group, groups


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
        known = {node.id: node for node in source.chain.nodes}
        rows = ((group.message, "\n".join(_who(source, group, known))) for group in found)
        yield from tabled(source, ("lacking", "who_knows"), rows)
    else:
        yield Paragraph(source.word("labels", "nothing_missing"))
    left = (
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
    yield from tabled(source, columns, left, source.word("labels", "accepted"))
    notes = ((note.text, note.origin, ", ".join(note.tags)) for note in source.chain.notes)
    yield from tabled(source, ("note", "origin", "tags"), notes, source.word("labels", "notes"))


def _who(source: Source, group: Group, known: Mapping[str, Node]) -> Iterable[str]:
    """Who could say it: the owners of the boxes, else of the changes, else who leads the work."""
    boxes = (known[one.node] for one in group.findings if one.node in known)
    owners = [role for node in boxes if (role := node.owner or node.who)]
    changes = [node.owner for node in source.chain.of(NodeType.CHANGE) if node.owner]
    return dict.fromkeys(owners or changes or [source.word("labels", "leader")])
