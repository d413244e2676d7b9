"""Comparison → what stands above the picture of a change, and what is read aloud of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nyttokedja.comparing import Comparison
from nyttokedja.comparing.model import Ends
from nyttokedja.comparing.relevant_part import Neighbourhood
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing.changes.fact_lines import fewer, marks, short
from nyttokedja.drawing.content.details import title_of
from nyttokedja.drawing.content.overlay import Headline, Signed, Status, Told
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import clean
from nyttokedja.model.graph import Graph


@dataclass(frozen=True, slots=True)
class Story:
    """All that is told of a change, and the words for it; ``struck`` is what is taken away on trial."""

    comparison: Comparison
    shown: Neighbourhood
    boxes: Mapping[str, Told]
    arrows: Mapping[Ends, Status]
    words: PictureWords
    said: ComparisonWords
    struck: str = ""

    @property
    def graph(self) -> Graph:
        """What is drawn; all that is told something of is in it."""
        return self.shown.graph

    @property
    def title(self) -> str:
        """The title of the chain."""
        return clean(self.graph.chain.title) or self.words.say("title", "untitled")

    def boxes_of(self, status: Status) -> list[str]:
        """The titles of the boxes with a status."""
        nodes = self.graph.nodes.items()
        return [title_of(node) for id, node in nodes if id in self.boxes and self.boxes[id].status is status]

    def arrows_of(self, status: Status) -> list[str]:
        """The arrows with a status, by the titles of their ends."""
        return [
            f"{title_of(arrow.source)} → {title_of(arrow.target)}"
            for arrow in self.graph.arrows
            if self.arrows.get(arrow.ends) is status
        ]


_STATUSES = (Status.ADDED, Status.REMOVED, Status.CHANGED, Status.TOUCHED)


def headline(story: Story, names: tuple[str, str]) -> Headline:
    """The title block: from what to what, what kind of change it is, and how much of what."""
    before, after = map(clean, names)
    between = story.words.say("change", "names", before=before, after=after) if before and after else after
    struck = story.words.say("change", "struck", what=story.struck)
    meta = (between, struck if story.struck else story.said.verdict(story.comparison))
    return Headline(
        story.words.say("change", "struck_kind" if story.struck else "kind"),
        story.title,
        tuple(part for part in meta if part),
        tuple(_counts(story)),
        rows=(*_chain(story), *_left_out(story)),
    )


def reading_title(story: Story) -> str:
    """What the picture is called where it is read aloud."""
    return story.words.say("change", "struck_title" if story.struck else "title", title=story.title)


def summary(story: Story) -> str:
    """The whole change in sentences."""
    return " ".join(_sentences(story))


def _counts(story: Story) -> Iterator[Signed]:
    for status in _STATUSES:
        counted = (
            ("boxes", len(story.boxes_of(status))),
            ("arrows", len(story.arrows_of(status))),
        )
        said = [story.words.say(f"{status}_count", key, n=n) for key, n in counted if n]
        if said:
            yield Signed(status, ", ".join(said), strong=True)
    if new := len(story.comparison.findings.new):
        yield Signed("missing", story.said.count("new", new), strong=True)


def _chain(story: Story) -> Iterator[Signed]:
    """What has changed in the chain itself; of one that is new or gone, all has."""
    comparison = story.comparison
    if comparison.before is None or comparison.after is None:
        return
    lines = list(marks(story.said.fields(tuple(map(short, comparison.fields))), story.words))
    yield from (Signed(mark.kind, mark.text) for mark in fewer(lines, story.words))


def _left_out(story: Story) -> Iterator[Signed]:
    counted = (("boxes", story.shown.boxes), ("arrows", story.shown.arrows))
    parts = [story.words.say("change", key, n=n) for key, n in counted if n]
    if parts:
        yield Signed(
            "cut", story.words.say("change", f"left_out_{len(parts)}", one=parts[0], other=parts[-1])
        )


def _sentences(story: Story) -> Iterable[str]:
    struck = story.struck
    yield (
        story.words.say("change", "struck", what=f"{struck}.")
        if struck
        else story.said.verdict(story.comparison)
    )
    yield from (story.said.consequence(one, struck=bool(struck)) for one in story.comparison.consequences)
    for status in _STATUSES:
        for key, titles in (("boxes", story.boxes_of(status)), ("arrows", story.arrows_of(status))):
            if titles:
                yield story.words.say(f"{status}_list", key, titles="; ".join(titles))
    yield from (f"{row.text.rstrip('.')}." for row in (*_chain(story), *_left_out(story)))
