"""Comparison → the title block of the picture of a change, and its title and summary for screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nyttokedja.comparing import Comparison, Consequence, Effect
from nyttokedja.comparing.model import Ends
from nyttokedja.comparing.relevant_part import Neighbourhood
from nyttokedja.comparing.wording import ComparisonWords, consequences
from nyttokedja.drawing.changes.fact_lines import as_annotations, limited, shortened
from nyttokedja.drawing.content.details import title_of
from nyttokedja.drawing.content.overlay import BoxOverlay, SignedText, Status, TitleBlock
from nyttokedja.drawing.content.wording import PictureWords
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.model.graph import Graph


@dataclass(frozen=True, slots=True)
class DrawnChange:
    """A change with the overlays of its boxes and arrows; ``struck`` is what a hypothetical one removes."""

    comparison: Comparison
    shown: Neighbourhood
    boxes: Mapping[str, BoxOverlay]  # by node id
    arrows: Mapping[Ends, Status]
    words: PictureWords
    sentences: ComparisonWords
    struck: str = ""

    @property
    def graph(self) -> Graph:
        """The graph that is drawn; all boxes and arrows with a status are in it."""
        return self.shown.graph

    @property
    def title(self) -> str:
        """The title of the chain."""
        return one_line(self.graph.chain.title) or self.words.say("title", "untitled")

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


_GRAVEST = (
    Effect.IMPOSSIBLE, Effect.GONE, Effect.UNEXPECTED, Effect.EXPOSED, Effect.NEW_UNREACHED, Effect.SINGLE,
    Effect.OWNER_LOST, Effect.TARGET_LOST, Effect.POSSIBLE, Effect.NEW, Effect.EXPECTED, Effect.SAFE,
    Effect.SEVERAL,
)  # fmt: skip
"""What may become of goals and benefits, the gravest first."""

_MOST_TITLES = 5
"""How many goals and benefits one sentence of the title block names."""


def title_block(change: DrawnChange, names: tuple[str, str]) -> TitleBlock:
    """The title block: what the change means first, then the verdict, counts and rows about the chain itself,
    and last the names of both sides.
    """
    before, after = map(one_line, names)
    between = change.words.say("change", "names", before=before, after=after) if before and after else after
    struck = change.words.say("change", "struck", what=change.struck)
    verdict = struck if change.struck else change.sentences.verdict(change.comparison)
    meaning = (*_meaning(change), *_result(change))
    return TitleBlock(
        change.words.say("change", "struck_kind" if change.struck else "kind"),
        change.title,
        (verdict,) if meaning else (),
        tuple(_counts(change)),
        rows=(*_chain(change), *_omitted(change)),
        meaning=meaning or (SignedText("", verdict),),
        closing=between,
    )


def aria_title(change: DrawnChange) -> str:
    """The title of the picture for screen readers."""
    return change.words.say("change", "struck_title" if change.struck else "title", title=change.title)


def summary(change: DrawnChange) -> str:
    """The change in sentences."""
    return " ".join(_sentences(change))


def _counts(change: DrawnChange) -> Iterator[SignedText]:
    for status in _STATUSES:
        counted = (
            ("boxes", len(change.boxes_of(status))),
            ("arrows", len(change.arrows_of(status))),
        )
        counts = [change.words.say(f"{status}_count", key, n=n) for key, n in counted if n]
        if counts:
            yield SignedText(status, ", ".join(counts), strong=True)
    if new := len(change.comparison.findings.new):
        yield SignedText("missing", change.sentences.count("new", new), strong=True)


def _meaning(change: DrawnChange) -> Iterator[SignedText]:
    """What becomes of goals and benefits, the worst first; of several the same in one sentence."""
    by_effect: dict[Effect, list[Consequence]] = {}
    for one in consequences(change.comparison):
        by_effect.setdefault(one.effect, []).append(one)
    for effect in (one for one in _GRAVEST if one in by_effect):
        alike = by_effect[effect]
        if len(alike) == 1:
            text = change.sentences.consequence(alike[0], struck=bool(change.struck))
        else:
            titles = [title_of(one.node) for one in alike]
            if (more := len(titles) - _MOST_TITLES) > 1:
                titles[_MOST_TITLES:] = [change.words.say("change", "others", n=more)]
            text = change.words.say("meaning", effect.value, titles="; ".join(titles))
        yield SignedText("better" if effect.good else "worse", text)


def _result(change: DrawnChange) -> Iterator[SignedText]:
    """What becomes of the result of the calculation."""
    for _, text in change.sentences.result(change.comparison.result):
        yield SignedText("changed", change.sentences.short(text), strong=True)


def _chain(change: DrawnChange) -> Iterator[SignedText]:
    """The changed fields of the chain itself, unless the chain is new or removed."""
    comparison = change.comparison
    if comparison.before is None or comparison.after is None:
        return
    lines = list(
        as_annotations(
            change.sentences.fields(tuple(map(shortened, comparison.fields)), brief=True), change.words
        )
    )
    yield from (SignedText(one.kind, one.text) for one in limited(lines, change.words))


def _omitted(change: DrawnChange) -> Iterator[SignedText]:
    """How many boxes and arrows are not drawn."""
    counted = (("boxes", change.shown.boxes), ("arrows", change.shown.arrows))
    parts = [change.words.say("change", key, n=n) for key, n in counted if n]
    if parts:
        yield SignedText(
            "cut", change.words.say("change", f"left_out_{len(parts)}", one=parts[0], other=parts[-1])
        )


def _sentences(change: DrawnChange) -> Iterable[str]:
    struck = change.struck
    yield (
        change.words.say("change", "struck", what=f"{struck}.")
        if struck
        else change.sentences.verdict(change.comparison)
    )
    yield from (
        change.sentences.consequence(one, struck=bool(struck)) for one in change.comparison.consequences
    )
    yield from (text for _, text in change.sentences.result(change.comparison.result))
    for status in _STATUSES:
        for key, titles in (("boxes", change.boxes_of(status)), ("arrows", change.arrows_of(status))):
            if titles:
                yield change.words.say(f"{status}_list", key, titles="; ".join(titles))
    yield from (f"{row.text.rstrip('.')}." for row in (*_chain(change), *_omitted(change)))
