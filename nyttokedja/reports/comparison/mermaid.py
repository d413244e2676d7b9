"""The neighbourhood of a change → a Mermaid flowchart with as much of it as there is room for.

Ids are made here, and of what a chain says only letters and digits are written as they are: nothing of it
is ever syntax. Each sign says in a label what its colour says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nyttokedja.comparing import Kind
from nyttokedja.comparing.wording import BAD, GOOD, SIGNS, TOUCHED, ComparisonWords
from nyttokedja.language.safe_text import clean
from nyttokedja.reports.comparison.chart_items import Box, Item, Line
from nyttokedja.reports.comparison.size_limit import size

MOST_ARROWS = 500
MOST_CHARACTERS = 50_000
"""What platforms that draw Mermaid draw at most."""

LOOSE = "?"
"""The sign of what is not there."""

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

_APART = dict.fromkeys(":$", "#8203;")
"""Signs that make icons and formulas also when they are escaped → a space without width, which hinders it."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A flowchart and what it shows: how many boxes, how many arrows, and which signs."""

    text: str
    boxes: int
    arrows: int
    signs: tuple[str, ...]


def chart(items: Sequence[Item], words: ComparisonWords, room: int = MOST_CHARACTERS) -> Chart | None:
    """A flowchart of as many of the first items as may be; None where that is no box."""
    lines = [n for n, item in enumerate(items) if isinstance(item, Line)]
    most = lines[MOST_ARROWS] if len(lines) > MOST_ARROWS else len(items)
    room = min(room, MOST_CHARACTERS)
    n = bisect_right(range(most), room, key=lambda n: size(_text(items[: n + 1], words)))
    if not n:
        return None
    shown = items[:n]
    arrows = sum(isinstance(item, Line) for item in shown)
    return Chart(_text(shown, words), n - arrows, arrows, tuple(dict.fromkeys(_signs(shown))))


def _text(items: Sequence[Item], words: ComparisonWords) -> str:
    boxes = [item for item in items if isinstance(item, Box)]
    lines = [item for item in items if isinstance(item, Line)]
    ids = {box.id: f"n{n}" for n, box in enumerate(boxes, 1)}
    rows = ["flowchart LR"]
    rows += [f'  {ids[box.id]}["{_label(box, words)}"]' for box in boxes]
    rows += [f"  {ids[line.ends[0]]} {_arrow(line)} {ids[line.ends[1]]}" for line in lines]
    rows += _styles(boxes, lines, ids)
    return "\n".join(rows)


def _label(box: Box, words: ComparisonWords) -> str:
    said = words.short(box.node.title if box.node else box.id)
    head = " ".join((*_box_signs(box), words.type(box.node) if box.node else ""))
    return f"{head.strip()}<br/>{_escaped(said)}"


def _box_signs(box: Box) -> Iterator[str]:
    if box.node is None:
        yield LOOSE
    if box.kind is not None:
        yield SIGNS[box.kind]
    if box.good is not None:
        yield GOOD if box.good else BAD


def _line_signs(line: Line) -> Iterator[str]:
    if line.kind is not None:
        yield SIGNS[line.kind]
    if line.doubted:
        yield TOUCHED


def _signs(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield from _box_signs(item) if isinstance(item, Box) else _line_signs(item)


def _arrow(line: Line) -> str:
    shape = "--o" if line.pointer else _SHAPES.get(line.kind, "-->")
    signs = " ".join(_line_signs(line))
    return f'{shape}|"{signs}"|' if signs else shape


def _styles(boxes: Sequence[Box], lines: Sequence[Line], ids: Mapping[str, str]) -> Iterator[str]:
    """The colours of boxes and arrows, said once a kind."""
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


def _classes(box: Box) -> Iterator[str]:
    if box.node is None:
        yield "loose"
    if box.kind is not None:
        yield box.kind.value
    if box.good is not None:
        yield "good" if box.good else "bad"


def _escaped(text: str) -> str:
    """A text as Mermaid shows it: all but letters, digits and spaces by their numbers."""
    text = clean(text).replace("ﬂ", "fl")  # which Mermaid writes its own escapes with
    return "".join(c if c.isalnum() or c == " " else f"#{ord(c)};{_APART.get(c, '')}" for c in text)
