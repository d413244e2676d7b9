"""What freed resources are used for, what is decided and approved, and who takes over."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.blocks import facts_of
from nyttokedja.documents.boxes import spots, titles
from nyttokedja.documents.model import Block, Cell, Paragraph, Section, Tone
from nyttokedja.documents.source import Source
from nyttokedja.documents.tables import dated, number, or_missing, tabled
from nyttokedja.drawing.content.details import title_of
from nyttokedja.language.keywords import words
from nyttokedja.model.chain import NodeType, title_from
from nyttokedja.model.plan import Conversion


def conversion(source: Source, heading: str) -> Section:
    """What freed time and money go to, as words and as amounts, and whose decision that is."""
    blocks = tuple(_converted(source))
    categories = [node.category for node in source.chain.of(NodeType.BENEFIT)]
    if not blocks and categories and set(categories) <= _FREES_NOTHING:
        blocks = (Paragraph(source.word("labels", "frees_nothing")),)
    return Section("conversion", heading, or_missing(source, "conversion", blocks))


_FREES_NOTHING = frozenset({"quality", "environment"})
"""The categories of what frees no time and no money."""


def _converted(source: Source) -> Iterator[Block]:
    benefits = list(source.chain.of(NodeType.BENEFIT))
    uses = ((title_of(node), node.use) for node in benefits if node.use)
    yield from tabled(source, ("benefit", "use"), uses, source.word("labels", "use"))
    rows = (
        (
            title_of(node),
            _kind(source, one),
            number(source, one.amount) if one.amount is not None else "",
            _value(source, "unit", one.unit),
            Cell(str(one.year)) if one.year else "",
            one.decided_by,
            one.text,
        )
        for node in benefits
        for one in node.conversion
    )
    columns = ("benefit", "goes_to", "amount", "unit", "year", "decided_by", "text")
    yield from tabled(source, columns, rows, source.word("labels", "conversion"))
    freed = [node for node in benefits if node.category == "redistribution"]
    if open_ := [node for node in freed if not (node.use or node.conversion or node.id in source.left_open)]:
        lacking = source.word("lacks", "use")
        yield Paragraph(f"{lacking}\n{titles(open_)}", Tone.MISSING)
    if freed:
        yield Paragraph(source.word("labels", "freed"), Tone.ASIDE)


def _kind(source: Source, one: Conversion) -> str:
    return _value(source, "kind", one.kind)


def _value(source: Source, key: str, value: str) -> str:
    said = words(source.said.language).value(value, key, "conversion") if value else ""
    said = said.replace("_", " ")
    return said[:1].upper() + said[1:] if key == "kind" else said


def decision(source: Source, heading: str) -> Section:
    """What has been decided, and who has approved the plan."""
    return Section("decision", heading, tuple(_decided(source)))


def _decided(source: Source) -> Iterator[Block]:
    made = source.chain.decision
    if made:
        facts = {
            "decided": made.what,
            "decided_by": made.by,
            "decided_on": made.date.written if made.date else "",
            "reference": made.reference,
        }
        yield from facts_of((source.word("labels", name), text) for name, text in facts.items())
    else:
        yield Paragraph(source.word("lacks", "decision"), Tone.MISSING)
    rows = ((one.role, dated(one.date)) for one in source.chain.approved)
    table = tabled(source, ("role", "decided_on"), rows, source.word("labels", "approved"))
    approved: list[Block] = [*table]
    columns = ("criterion", "level", "because", "decided_by")
    rated = (
        (title_from(one.criterion), str(one.level), one.because, one.decided_by)
        for one in source.chain.prioritising
    )
    yield from tabled(source, columns, rated, source.word("labels", "prioritising"))
    yield from approved or [Paragraph(source.word("lacks", "approved"), Tone.MISSING)]


def handover(source: Source, heading: str) -> Section:
    """Who takes over, when, what they follow up, and what is prepared."""
    return Section("handover", heading, or_missing(source, "handover", _handed_over(source)))


def _handed_over(source: Source) -> Iterator[Block]:
    made = source.chain.handover
    if made:
        facts = {
            "handed_to": made.to,
            "handed_on": made.date.written if made.date else "",
            "followed_up": spots(source, made.followed_up),
            "ready": made.ready,
        }
        yield from facts_of((source.word("labels", name), text) for name, text in facts.items())
