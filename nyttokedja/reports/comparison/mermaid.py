"""The changed part of a chain → a Mermaid flowchart, with as much of it as fits.

Ids are made here, and of what a chain says only letters and digits are written as they are: nothing of it
is ever syntax. Each sign says in a label what its colour says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.comparing import Kind
from nyttokedja.comparing.fact_wording import SIGNS
from nyttokedja.comparing.wording import BAD, GOOD, TOUCHED, ComparisonWords
from nyttokedja.drawing.mermaid import MAX_ARROWS, MAX_CHARACTERS, escaped
from nyttokedja.language.safe_text import utf_16_length
from nyttokedja.reports.comparison.chart_items import ChartArrow, ChartBox, ChartItem

LOOSE = "?"
"""The sign of an id that no node has."""

_CLASSES = {
    "added": "fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
    "removed": "fill:#ffebe9,stroke:#cf222e,color:#1f2328,stroke-dasharray:4",
    "changed": "fill:#fff8c5,stroke:#9a6700,color:#1f2328",
    "loose": "stroke-dasharray:2",
    "bad": "stroke:#cf222e,stroke-width:4px",
    "good": "stroke:#1a7f37,stroke-width:4px",
}
_COLOURS = {Kind.ADDED: "#1a7f37", Kind.REMOVED: "#cf222e", Kind.CHANGED: "#9a6700"}
_SHAPES: Mapping[Kind | None, str] = {Kind.ADDED: "==>", Kind.REMOVED: "-.->"}


@dataclass(frozen=True, slots=True)
class Flowchart:
    """The text of a flowchart, the number of boxes and arrows in it, and the signs that occur."""

    text: str
    boxes: int
    arrows: int
    signs: tuple[str, ...]


def flowchart(
    items: Sequence[ChartItem], words: ComparisonWords, limit: int = MAX_CHARACTERS
) -> Flowchart | None:
    """A flowchart of as many of the first items as fit in so many characters; None where none does."""
    lines = [n for n, item in enumerate(items) if isinstance(item, ChartArrow)]
    most = lines[MAX_ARROWS] if len(lines) > MAX_ARROWS else len(items)
    limit = min(limit, MAX_CHARACTERS)
    n = bisect_right(range(most), limit, key=lambda n: utf_16_length(_text(items[: n + 1], words)))
    if not n:
        return None
    shown = items[:n]
    arrows = sum(isinstance(item, ChartArrow) for item in shown)
    return Flowchart(_text(shown, words), n - arrows, arrows, tuple(dict.fromkeys(_signs(shown))))


def _text(items: Sequence[ChartItem], words: ComparisonWords) -> str:
    boxes = [item for item in items if isinstance(item, ChartBox)]
    lines = [item for item in items if isinstance(item, ChartArrow)]
    ids = {box.id: f"n{n}" for n, box in enumerate(boxes, 1)}
    rows = ["flowchart LR"]
    rows += [f'  {ids[box.id]}["{_label(box, words)}"]' for box in boxes]
    rows += [f"  {ids[line.ends[0]]} {_arrow(line)} {ids[line.ends[1]]}" for line in lines]
    rows += _styles(boxes, lines, ids)
    return "\n".join(rows)


def _label(box: ChartBox, words: ComparisonWords) -> str:
    title = words.short(box.node.title if box.node else box.id)
    head = " ".join((*_box_signs(box), words.type(box.node) if box.node else ""))
    return f"{head.strip()}<br/>{escaped(title)}"


def _box_signs(box: ChartBox) -> Iterator[str]:
    if box.node is None:
        yield LOOSE
    if box.kind is not None:
        yield SIGNS[box.kind]
    if box.good is not None:
        yield GOOD if box.good else BAD


def _arrow_signs(line: ChartArrow) -> Iterator[str]:
    if line.kind is not None:
        yield SIGNS[line.kind]
    if line.doubted:
        yield TOUCHED


def _signs(items: Sequence[ChartItem]) -> Iterator[str]:
    for item in items:
        yield from _box_signs(item) if isinstance(item, ChartBox) else _arrow_signs(item)


def _arrow(line: ChartArrow) -> str:
    shape = "--o" if line.pointer else _SHAPES.get(line.kind, "-->")
    signs = " ".join(_arrow_signs(line))
    return f'{shape}|"{signs}"|' if signs else shape


def _styles(boxes: Sequence[ChartBox], lines: Sequence[ChartArrow], ids: Mapping[str, str]) -> Iterator[str]:
    """The colours of boxes and arrows, one line a kind."""
    classes: dict[str, list[str]] = defaultdict(list)
    for box in boxes:
        for name in _classes(box):
            classes[name].append(ids[box.id])
    for name, members in classes.items():
        yield f"  classDef {name} {_CLASSES[name]}"
        yield f"  class {','.join(members)} {name}"
    for kind, colour in _COLOURS.items():
        if numbers := [str(n) for n, line in enumerate(lines) if line.kind is kind]:
            yield f"  linkStyle {','.join(numbers)} stroke:{colour}"


def _classes(box: ChartBox) -> Iterator[str]:
    if box.node is None:
        yield "loose"
    if box.kind is not None:
        yield box.kind.value
    if box.good is not None:
        yield "good" if box.good else "bad"
