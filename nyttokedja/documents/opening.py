"""What every document has: its head, what is wrong with the chain it is of, and the chain's picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.checking.outcome import summed_up
from nyttokedja.documents.blocks import facts_of
from nyttokedja.documents.model import Block, Document, Figure, Listed, Paragraph, Section, Spot, Tone
from nyttokedja.documents.source import Source
from nyttokedja.drawing.content.details import title_of
from nyttokedja.drawing.mermaid import to_mermaid
from nyttokedja.drawing.page.aria import chain_title, picture_title, summary
from nyttokedja.drawing.page.compose import LaidOutPicture
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.drawing.page.places import box_places, text_places
from nyttokedja.errors import CannotDraw
from nyttokedja.language.failures import retold
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.groups import Group, groups


def document_of(source: Source, name: str, sections: Iterable[Section]) -> Document:
    """The document of a name, with its head: what it is of, and what is wrong with that."""
    chain = source.chain
    return Document(
        source.word("kinds", name),
        chain_title(source.subject),
        source.said.language,
        chain.about.organisation,
        tuple(_about(source)),
        tuple(sections),
        source.today,
    )


def picture_of(source: Source) -> Sequence[Block]:
    """The picture of the chain, or that there is none and why; nothing where none has been asked for."""
    picture = source.picture
    if picture is None:
        return ()
    if isinstance(picture, CannotDraw):
        return (
            Paragraph(source.word("common", "no_picture"), Tone.MISSING),
            Paragraph(retold(str(picture), source.said.language), Tone.ASIDE),
        )
    title = picture_title(picture.subject)
    alt = f"{title}. {summary(picture.subject)}"
    spots = tuple(_spots(picture))
    return (
        Figure(
            svg_of(picture, data_attributes=True),
            picture.width,
            picture.height,
            alt,
            title,
            wide=True,
            spots=spots,
            mermaid=to_mermaid(source.chain, source.graph),
        ),
    )


def _spots(picture: LaidOutPicture) -> Iterator[Spot]:
    """The boxes and texts of a picture, which are not cut where it is shown in parts."""
    titles = {node.id: title_of(node) for node in picture.subject.chain.nodes}
    for id, at in box_places(picture).items():
        yield Spot(at.x, at.y, at.width, at.height, titles[id])
    for at in text_places(picture):
        yield Spot(at.x, at.y, at.width, at.height)


def _fault(source: Source, group: Group) -> str:
    """What is wrong, where in the file, and what to do about it."""
    line, told = group.first.place.line, f"{group.message} {group.remedy}".strip()
    return source.say("common", "fault", line=line, told=told)


def _stage(source: Source) -> str:
    if source.chain.reference:
        return source.said.word("questions/chain", "reference")
    return source.said.word("stage", source.chain.stage.value)


def _about(source: Source) -> Iterator[Block]:
    chain, said = source.chain, source.said
    facts = (
        ("organisation", chain.about.organisation),
        ("contact", chain.about.contact),
        ("stage", _stage(source)),
        ("version", chain.about.version),
        ("day", source.today.isoformat() if source.today else ""),
    )
    yield from facts_of((source.word("head", name), text) for name, text in facts)
    found = [
        group
        for group in groups(summed_up(source.checked), verbose=False)
        if group.first.severity is Severity.ERROR and not group.first.accepted
    ]
    if not found:
        return
    n = sum(len(group.findings) for group in found)
    yield Paragraph(said.say("documents/common", "faults", n=n), Tone.FAULT)
    yield Listed(tuple(_fault(source, group) for group in found))
    if not source.checked.complete:
        yield Paragraph(source.word("common", "unfinished"), Tone.FAULT)
