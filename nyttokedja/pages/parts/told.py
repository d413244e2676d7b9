"""The chain in words: read forwards and backwards, and its boxes described, as by `nyttokedja read`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, groupby

from nyttokedja.errors import CannotDraw
from nyttokedja.pages.subject import PageSubject
from nyttokedja.reports.twin.document import blocks_of
from nyttokedja.reports.twin.model import Telling
from nyttokedja.writing.blocks import Block, Heading, Item, Paragraph, Sentence
from nyttokedja.writing.html import Node, Tag, tag


def told(subject: PageSubject) -> Iterator[Tag]:
    """The text but for its beginning, which the page says itself; nothing of a chain too large for it."""
    try:
        blocks = blocks_of(Telling(subject.checked, table=False))
    except CannotDraw:
        return
    read = dropwhile(lambda block: not (isinstance(block, Heading) and block.level > 1), blocks)
    for kind, group in groupby(read, type):
        yield from _together(kind, tuple(group))


def _together(kind: type[Block], blocks: tuple[Block, ...]) -> Iterator[Tag]:
    """Blocks of one kind that stand together; what is counted or listed becomes one list."""
    if kind is Item:
        yield tag(
            "ul", *(tag("li", *_labelled(one.label, one.text)) for one in blocks if isinstance(one, Item))
        )
    elif kind is Sentence:
        sentences = [one for one in blocks if isinstance(one, Sentence)]
        yield tag("ol", *map(_sentence, sentences), start=str(sentences[0].number))
    for one in blocks:
        if isinstance(one, Heading):
            yield tag(f"h{one.level + 1}", one.text)
        elif isinstance(one, Paragraph):
            yield tag("p", *_labelled(one.label, one.text))


def _sentence(sentence: Sentence) -> Tag:
    items = [tag("ul", *(tag("li", item) for item in sentence.items))] if sentence.items else []
    return tag("li", sentence.text, *items)


def _labelled(label: str, text: str) -> Iterator[Node]:
    if label:
        yield tag("span", f"{label}: ", class_="label")
    yield text
