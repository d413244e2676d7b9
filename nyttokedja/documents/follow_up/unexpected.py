"""Quality with examples, and what nobody expected: neither is told in money."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.documents.blocks import listed, missing, table
from nyttokedja.documents.boxes import receiver
from nyttokedja.documents.follow_up.told import Part, Telling
from nyttokedja.documents.model import Block, Paragraph
from nyttokedja.drawing.content.details import in_words
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.plan import SuccessStory

_REST = (("group", 1.4), ("indicator", 2.0), ("standing", 2.6))


def quality(told: Telling) -> Part:
    """The benefits of quality and environment as they stand, and what people have told and consented to."""
    return Part(tuple(_quality(told)))


def _quality(told: Telling) -> Iterator[Block]:
    found = [node for node in told.nodes(NodeType.BENEFIT) if node.category in ("quality", "environment")]
    if not found:
        yield missing(told.say("no_quality"))
    yield from _standing(told, found, "benefit", told.say("quality"), told.say("no_indicator"))
    stories = [story for story in told.source.chain.success_stories if story.consent and story.text.strip()]
    if stories:
        yield Paragraph(told.say("stories"))
        yield from listed(_story(story, told) for story in stories)
    else:
        yield missing(told.say("no_stories"))


def _standing(told: Telling, nodes: list[Node], kind: str, caption: str, unmeasured: str) -> Iterator[Block]:
    columns = [told.column(name, share) for name, share in ((kind, 2.4), *_REST)]
    rows = [
        (told.title(node), receiver(told.source, node), *said)
        for node in nodes
        for said in [(told.called(one), told.standing(one)) for one in told.of(node)] or [("", unmeasured)]
    ]
    yield from table(caption, columns, rows)


def _story(story: SuccessStory, told: Telling) -> str:
    """What somebody told: the words, who it was by role, when, and about which box."""
    spots = told.source.graph.resolve_all(story.at)
    rest = (story.by, story.date.written if story.date else "", in_words(spots))
    by = ", ".join(" ".join(part.split()) for part in rest if part)
    quoted = " ".join(story.text.split())
    return told.say("story", text=quoted, by=by) if by else told.say("story_alone", text=quoted)


def unexpected(told: Telling) -> Part:
    """What is marked as unexpected, and how the drawbacks that were expected have turned out."""
    return Part(tuple(_unexpected(told)))


def _unexpected(told: Telling) -> Iterator[Block]:
    marks = set(told.source.said.group("documents/follow-up")["unexpected_tags"])
    marked = [
        node
        for node in told.nodes(NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.EFFECT)
        if marks & {tag.strip().casefold() for tag in node.tags}
    ]
    if marked:
        yield Paragraph(told.say("marked"))
        yield from listed(
            told.say(
                "kind_and_title", kind=told.source.words.word("boxes", node.kind), title=told.title(node)
            )
            for node in marked
        )
    else:
        yield missing(told.say("no_marked"))
    drawbacks = [node for node in told.nodes(NodeType.DRAWBACK) if node not in marked]
    unmeasured = told.say("no_drawback_indicator")
    yield from _standing(told, drawbacks, "drawback", told.say("drawbacks"), unmeasured)
    for node in told.nodes(NodeType.DRAWBACK):
        if found := told.of(node):
            yield from told.indicators(found)
