"""Node → Box: its text wrapped and measured, so that its size is known before anything is placed.

Lengths in px; places inside a box count from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nyttokedja.drawing.content.details import Detail, Subject, details_of, head_of, title_of, type_of
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.svg.elements import clean
from nyttokedja.drawing.typesetting.wrap import Type, longest_word, wrap
from nyttokedja.model.chain import Node, NodeType, Note

TYPE_WORD = Type(11.5, 15, bold=True, spacing=0.5)
SMALL = Type(11.5, 15)
SMALL_BOLD = Type(11.5, 15, bold=True)
TITLE = Type(13.5, 17.5)
LOW_TITLE = Type(12.5, 16)

_STRONG: Mapping[str, str] = {
    **dict.fromkeys(("missing", "fault", "worse"), "missing"),
    **{status: status for status in ("added", "removed", "changed")},
    "better": "added",
}
"""Which marks have their words in bold, in which ink."""

PAD = 12.0
"""From the sides of a box to its text."""

TYPE_X, TYPE_Y, GAP = 32.0, 18.5, 8.0
"""Where the type word stands, behind the pictogram, and how far behind it the category."""

SIGN_ROOM, _SIGN_X, _SIGN_UP = 16.0, 6.0, 4.0
"""What the sign of a mark takes of its line; where its middle is, from the line's left end and baseline."""

_FIRST_ROW, _BEFORE_SMALL, _FOOT = 26.0, 2.0, 8.0
"""The height of the row with the type word; what is free above the small lines, and below all lines."""

_TITLE_UP, _LOW_TITLE_Y, _SMALL_Y = 1.5, 36.5, 16.0
"""Baselines: how much nearer than its size a title's is to the first row, where a low title's is, and how far
below the last line of the title that of the first small line.
"""

_POINT_ROOM = 8.0
"""What text leaves free before the point of a change."""

LEAST, MOST = 220.0, 256.0
"""The limits of the width of boxes as a chain asks for it."""

CARD = 250.0
"""The width of a card in a band."""


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: ``x`` and baseline ``y`` in the box; ``ink`` is ink, soft, type, missing or a status."""

    text: str
    x: float
    y: float
    type: Type
    ink: str


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a mark, by its kind, with its middle at (x, y) in the box."""

    kind: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A box ready to be placed. ``said`` is what its small lines say, whole, for the reading.

    In the picture of a change it has a ``status``, and a ``badge``: the word for it, unless it is kept.
    """

    id: str
    kind: str
    type_word: str
    title: str
    width: float
    height: float
    lines: tuple[Line, ...]
    signs: tuple[Sign, ...] = ()
    said: tuple[str, ...] = ()
    pictogram: str = ""
    chosen: bool = False
    status: Status | None = None
    badge: str = ""

    @property
    def middle(self) -> float:
        """Half the height: where arrows meet the box."""
        return self.height / 2


def box_of(node: Node, subject: Subject, width: float) -> Box:
    """The box of a node that stands in a column, or of an opportunity."""
    return _compose(node, subject, width, TITLE, details_of(node, subject))


def low_box_of(node: Node, subject: Subject, width: float, extra: Iterable[Detail] = ()) -> Box:
    """The box of a dock or a card, in the smaller type; ``extra`` lines come first."""
    return _compose(node, subject, width, LOW_TITLE, (*extra, *details_of(node, subject)))


def repeated_box_of(node: Node, subject: Subject, width: float, extra: Iterable[Detail]) -> Box:
    """The box of a dock that stands in full elsewhere: its title, and ``extra``."""
    return _compose(node, subject, width, LOW_TITLE, tuple(extra))


def note_of(note: Note, number: int, subject: Subject, width: float) -> Box:
    """The card of an unsorted note."""
    origin = clean(note.origin)
    details = (Detail(origin),) if origin else ()
    word = subject.words.word("boxes", "note")
    text, language = clean(note.text), subject.words.language
    return _set(f"note {number}", "note", word, "", text, details, width, LOW_TITLE, language)


def natural_width(nodes: Sequence[Node], subject: Subject) -> float:
    """The width of all boxes: what the longest word and the first rows ask for, within limits."""
    needs = [LEAST]
    for node in nodes:
        point = _POINT_ROOM if node.type is NodeType.CHANGE else 0.0
        needs.append(longest_word(title_of(node), TITLE) + 2 * PAD + point)
        head = head_of(node, subject)
        if node.type is NodeType.BENEFIT and head:
            typed = TYPE_WORD.width(type_of(node, subject.words).upper())
            needs.append(TYPE_X + typed + GAP + SMALL.width(head) + PAD)
    return min(MOST, float(-(-max(needs) // 1)))


def least_width(nodes: Sequence[Node], subject: Subject) -> float:
    """No box is narrower than this: the widest type word, with the pictogram, has room."""
    typed = {type_of(node, subject.words).upper() for node in nodes}
    return max((TYPE_X + TYPE_WORD.width(word) + GAP for word in typed), default=0.0)


def _compose(node: Node, subject: Subject, width: float, title: Type, details: Sequence[Detail]) -> Box:
    chosen = node.effect_goal and node.type is not NodeType.GOAL
    box = _set(
        node.id, node.kind, type_of(node, subject.words), head_of(node, subject),
        title_of(node), details, width, title, subject.words.language,
    )  # fmt: skip
    pictogram = "met" if node.type is NodeType.PRECONDITION and node.met else node.kind
    box = replace(box, pictogram=pictogram, chosen=chosen)
    if subject.overlay is None:
        return box
    status = subject.overlay.told(node.id).status
    if status is Status.KEPT:
        return replace(box, status=status)
    badge = subject.words.word("status", status)
    return replace(box, status=status, badge=badge, said=(badge, *box.said))


def _set(
    id: str, kind: str, word: str, head: str, title: str, details: Sequence[Detail], width: float, type: Type,
    language: str,
) -> Box:  # fmt: skip
    room = width - 2 * PAD - (_POINT_ROOM if kind == "change" else 0.0)
    head_x = TYPE_X + TYPE_WORD.width(word.upper()) + GAP
    lines = [Line(word.upper(), TYPE_X, TYPE_Y, TYPE_WORD, "type")]
    rows = list(details)
    if head and head_x + SMALL.width(head) <= PAD + room:
        lines.append(Line(head, head_x, TYPE_Y, SMALL, "soft"))
    elif head:
        rows.insert(0, Detail(head))
    wrapped = wrap(title, room, type, language)
    first = _FIRST_ROW + type.size - _TITLE_UP if type is TITLE else _LOW_TITLE_Y
    lines += [Line(text, PAD, first + n * type.lead, type, "ink") for n, text in enumerate(wrapped)]
    height = _FIRST_ROW + type.lead * len(wrapped)
    small, signs = _small(rows, room, language, first + type.lead * (len(wrapped) - 1) + _SMALL_Y)
    height += (_BEFORE_SMALL + SMALL.lead * len(small) if small else 0.0) + _FOOT
    said = tuple(part for part in (head, *(detail.text for detail in details)) if part)
    return Box(id, kind, word, title, width, height, (*lines, *small), signs, said, kind)


def _small(
    rows: Iterable[Detail], room: float, language: str, y: float
) -> tuple[tuple[Line, ...], tuple[Sign, ...]]:
    lines: list[Line] = []
    signs: list[Sign] = []
    for row in rows:
        indent = SIGN_ROOM if row.mark else 0.0
        strong = row.mark in _STRONG
        type = SMALL_BOLD if strong else SMALL
        if row.mark:
            signs.append(Sign(row.mark, PAD + _SIGN_X, y - _SIGN_UP))
        for text in wrap(row.text, room - indent, type, language):
            lines.append(Line(text, PAD + indent, y, type, _STRONG.get(row.mark, "soft")))
            y += SMALL.lead
    return tuple(lines), tuple(signs)
