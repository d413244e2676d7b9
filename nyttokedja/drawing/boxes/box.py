"""Node → its box with all text wrapped and measured, so that its size is known before it is placed.

Lengths in px; positions in a box are relative to its upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nyttokedja.drawing.content.details import DetailLine, Subject, details_of, head_of, title_of, type_of
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.svg.elements import one_line
from nyttokedja.drawing.typesetting.wrap import TextStyle, longest_word, wrap
from nyttokedja.model.chain import Node, NodeType, Note

TYPE_WORD = TextStyle(11.5, 15, bold=True, spacing=0.5)
SMALL = TextStyle(11.5, 15)
SMALL_BOLD = TextStyle(11.5, 15, bold=True)
TITLE = TextStyle(13.5, 17.5)
LOW_TITLE = TextStyle(12.5, 16)

_STRONG: Mapping[str, str] = {
    **dict.fromkeys(("missing", "fault", "worse"), "missing"),
    **{status: status for status in ("added", "removed", "changed")},
    "better": "added",
}
"""Kind of annotation → the ink of its text, which is bold; other kinds are in the soft ink."""

PAD = 12.0
"""From the sides of a box to its text."""

TYPE_X, TYPE_Y, GAP = 32.0, 18.5, 8.0
"""The position of the type word, behind the pictogram, and the gap between it and the category."""

SIGN_ROOM, _SIGN_X, _SIGN_UP = 16.0, 6.0, 4.0
"""The width that the sign of an annotation takes in its line; its middle, from the line's left end and
baseline.
"""

_FIRST_ROW, _BEFORE_SMALL, _FOOT = 26.0, 2.0, 8.0
"""The height of the row with the type word; the space above the small lines, and below all lines."""

_TITLE_UP, _LOW_TITLE_Y, _SMALL_Y = 1.5, 36.5, 16.0
"""Baselines: how much nearer than its size a title's is to the first row, where a low title's is, and how far
below the last line of the title that of the first small line.
"""

_POINT_ROOM = 8.0
"""The space between text and the point of a change."""

LEAST, MOST = 220.0, 256.0
"""The limits of the natural width of boxes."""

CARD = 250.0
"""The width of a card in a band."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text from ``x`` on the baseline ``y``; ``ink`` is ink, soft, type, missing or a status."""

    text: str
    x: float
    y: float
    style: TextStyle
    ink: str


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of an annotation or a status, by its kind, with its middle at (x, y)."""

    kind: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class TypesetBox:
    """A box of known size. ``details`` are the texts of its small lines, unbroken, for screen readers.

    In the picture of a change it has a ``status``, and as a ``badge`` the word for it, unless it is kept.
    """

    id: str
    kind: str
    type_word: str
    title: str
    width: float
    height: float
    lines: tuple[TextLine, ...]
    signs: tuple[Sign, ...] = ()
    details: tuple[str, ...] = ()
    pictogram: str = ""
    effect_goal: bool = False
    status: Status | None = None
    badge: str = ""

    @property
    def middle(self) -> float:
        """Half the height: where arrows meet the box."""
        return self.height / 2


def typeset_box(node: Node, subject: Subject, width: float) -> TypesetBox:
    """The box of a node in a column, or of an opportunity; a narrow one has its title in smaller type."""
    style = TITLE if width >= LEAST else LOW_TITLE
    return _compose(node, subject, width, style, details_of(node, subject))


def typeset_card(node: Node, subject: Subject, width: float, extra: Iterable[DetailLine] = ()) -> TypesetBox:
    """The box of a dock or a card, in smaller type; the ``extra`` lines come first."""
    return _compose(node, subject, width, LOW_TITLE, (*extra, *details_of(node, subject)))


def typeset_reference(node: Node, subject: Subject, width: float, extra: Iterable[DetailLine]) -> TypesetBox:
    """The box of a dock that is drawn in full elsewhere: its title, and the ``extra`` lines."""
    return _compose(node, subject, width, LOW_TITLE, tuple(extra))


def typeset_note(note: Note, number: int, subject: Subject, width: float) -> TypesetBox:
    """The card of an unsorted note."""
    origin = one_line(note.origin)
    details = (DetailLine(origin),) if origin else ()
    word = subject.words.word("boxes", "note")
    text, language = one_line(note.text), subject.words.language
    return _typeset(f"note {number}", "note", word, "", text, details, width, LOW_TITLE, language)


def natural_width(nodes: Sequence[Node], subject: Subject) -> float:
    """The width of all boxes in which no long word is broken and no first row wrapped, within limits."""
    needs = [LEAST]
    for node in nodes:
        point = _POINT_ROOM if node.type is NodeType.CHANGE else 0.0
        needs.append(longest_word(title_of(node), TITLE) + 2 * PAD + point)
        head = head_of(node, subject)
        if node.type is NodeType.BENEFIT and head:
            type_word = TYPE_WORD.width(type_of(node, subject.words).upper())
            needs.append(TYPE_X + type_word + GAP + SMALL.width(head) + PAD)
    return min(MOST, float(-(-max(needs) // 1)))


def least_width(nodes: Sequence[Node], subject: Subject) -> float:
    """The least width of all boxes: that of the widest type word with its pictogram."""
    type_words = {type_of(node, subject.words).upper() for node in nodes}
    return max((TYPE_X + TYPE_WORD.width(word) + GAP for word in type_words), default=0.0)


def _compose(
    node: Node, subject: Subject, width: float, title: TextStyle, details: Sequence[DetailLine]
) -> TypesetBox:
    effect_goal = node.effect_goal and node.type is not NodeType.GOAL
    box = _typeset(
        node.id, node.kind, type_of(node, subject.words), head_of(node, subject),
        title_of(node), details, width, title, subject.words.language,
    )  # fmt: skip
    pictogram = "met" if node.type is NodeType.PRECONDITION and node.met else node.kind
    box = replace(box, pictogram=pictogram, effect_goal=effect_goal)
    if subject.overlay is None:
        return box
    status = subject.overlay.box(node.id).status
    if status is Status.KEPT:
        return replace(box, status=status)
    badge = subject.words.word("status", status)
    return replace(box, status=status, badge=badge, details=(badge, *box.details))


def _typeset(
    id: str, kind: str, word: str, head: str, title: str, details: Sequence[DetailLine], width: float,
    style: TextStyle, language: str,
) -> TypesetBox:  # fmt: skip
    """The box of texts; ``style`` is that of the title."""
    room = width - 2 * PAD - (_POINT_ROOM if kind == "change" else 0.0)
    head_x = TYPE_X + TYPE_WORD.width(word.upper()) + GAP
    lines = [TextLine(word.upper(), TYPE_X, TYPE_Y, TYPE_WORD, "type")]
    rows = list(details)
    if head and head_x + SMALL.width(head) <= PAD + room:
        lines.append(TextLine(head, head_x, TYPE_Y, SMALL, "soft"))
    elif head:
        rows.insert(0, DetailLine(head))
    wrapped = wrap(title, room, style, language)
    first = _FIRST_ROW + style.size - _TITLE_UP if style is TITLE else _LOW_TITLE_Y
    lines += [TextLine(text, PAD, first + n * style.lead, style, "ink") for n, text in enumerate(wrapped)]
    height = _FIRST_ROW + style.lead * len(wrapped)
    small, signs = _small(rows, room, language, first + style.lead * (len(wrapped) - 1) + _SMALL_Y)
    height += (_BEFORE_SMALL + SMALL.lead * len(small) if small else 0.0) + _FOOT
    texts = tuple(part for part in (head, *(detail.text for detail in details)) if part)
    return TypesetBox(id, kind, word, title, width, height, (*lines, *small), signs, texts, kind)


def _small(
    rows: Iterable[DetailLine], room: float, language: str, y: float
) -> tuple[tuple[TextLine, ...], tuple[Sign, ...]]:
    """The small lines from the baseline ``y`` down, and their signs."""
    lines: list[TextLine] = []
    signs: list[Sign] = []
    for row in rows:
        indent = SIGN_ROOM if row.kind else 0.0
        style = SMALL_BOLD if row.kind in _STRONG else SMALL
        if row.kind:
            signs.append(Sign(row.kind, PAD + _SIGN_X, y - _SIGN_UP))
        for text in wrap(row.text, room - indent, style, language):
            lines.append(TextLine(text, PAD + indent, y, style, _STRONG.get(row.kind, "soft")))
            y += SMALL.lead
    return tuple(lines), tuple(signs)
