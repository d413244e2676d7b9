"""Node → its box with all text wrapped and measured, so that its size is known before it is placed.

Lengths in px; positions in a box are relative to its upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nyttokedja.drawing.content.details import DetailLine, Subject, details_of, head_of, title_of, type_of
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.typesetting.wrap import TextStyle, wrap
from nyttokedja.model.chain import Node, NodeType

TYPE_WORD = TextStyle(12, 15, bold=True, spacing=0.5)
SMALL = TextStyle(12, 15)
SMALL_BOLD = TextStyle(12, 15, bold=True)
TITLE = TextStyle(13.5, 17.5)
LOW_TITLE = TextStyle(12.5, 16)

_STRONG: Mapping[str, str] = {
    **dict.fromkeys(("fault", "worse"), "missing"),
    **{status: status for status in ("added", "removed", "changed")},
    "better": "added",
}
"""Kind of annotation → the ink of its text, which is bold; other kinds are in the soft ink."""

PAD, _NARROW, _NARROW_PAD = 12.0, 170.0, 9.0
"""From the sides of a box to its text; a box that is narrower than so much has less."""

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

NUMBER = TextStyle(12, 15, bold=True)
NUMBER_HIGH, NUMBER_PAD, NUMBER_LAMP, NUMBER_GAP, _NUMBERS_APART = 14.0, 5.0, 10.0, 3.0, 4.0
"""The number of an opportunity, in a pill: its height, what is free at its ends, its lamp, the gap behind
that, and the gap behind the pill.
"""

_RUN_IN_UP, _RUN_IN_FOOT = 2.0, 7.5
"""Where a title begins in the first row: how much higher its second line is, and from the last baseline to
the foot.
"""

POINT_ROOM = 8.0
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
    text: str = ""  # the number of an opportunity


def pad_of(width: float) -> float:
    """From the sides of a box of this width to its text."""
    return PAD if width >= _NARROW else _NARROW_PAD


def number_width(number: str) -> float:
    """The width of the pill with the number of an opportunity."""
    return 2 * NUMBER_PAD + NUMBER_LAMP + NUMBER_GAP + NUMBER.width(number)


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


def typeset_dock(
    node: Node, subject: Subject, width: float, extra: Iterable[DetailLine], number: str, *, again: bool
) -> TypesetBox:
    """The box of a dock, whose title begins behind its type word.

    One that is drawn at several places has a ``number``; where it is drawn ``again``, its title and the
    ``extra`` lines say enough.
    """
    details = tuple(extra) if again else (*extra, *details_of(node, subject))
    return _compose(node, subject, width, LOW_TITLE, details, number=number, run_in=True)


def typeset_beside(
    id: str, kind: str, title: str, details: Sequence[DetailLine], subject: Subject, width: float
) -> TypesetBox:
    """The card of what is no node of the chain."""
    words = subject.words
    return _typeset(id, kind, words.word("boxes", kind), "", title, details, width, LOW_TITLE, words.language)


def type_lines(word: str, room: float, language: str) -> tuple[str, ...]:
    """The lines of a type word, which is broken where it is too long for so much room."""
    return wrap(word.upper(), room, TYPE_WORD, language)


def _compose(
    node: Node, subject: Subject, width: float, title: TextStyle, details: Sequence[DetailLine], *,
    number: str = "", run_in: bool = False,
) -> TypesetBox:  # fmt: skip
    effect_goal, word = node.effect_goal and node.type is not NodeType.GOAL, type_of(node, subject.words)
    if number:
        word = subject.words.say("lines", "numbered", type=word, n=number)
    head = head_of(node, subject)
    if subject.bare:
        head, details, run_in = "", (), False
    box = _typeset(
        node.id, node.kind, word, head, title_of(node), details, width, title,
        subject.words.language, run_in=run_in,
    )  # fmt: skip
    if subject.bare and not number:
        box = replace(box, lines=tuple(line for line in box.lines if line.ink != "type"))
    if node.id in subject.numbers:
        pill = str(subject.numbers[node.id])
        x = width - PAD - number_width(pill) / 2
        box = replace(box, signs=(*box.signs, Sign("number", x, TYPE_Y - _SIGN_UP, pill)))
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
    style: TextStyle, language: str, *, run_in: bool = False,
) -> TypesetBox:  # fmt: skip
    """The box of texts; ``style`` is that of the title, which begins in the first row if ``run_in``."""
    pad = pad_of(width)
    type_x = TYPE_X - PAD + pad
    room = width - 2 * pad - (POINT_ROOM if kind == "change" else 0.0)
    types = type_lines(word, width - type_x - GAP, language) if word else ("",)
    head_x = type_x + TYPE_WORD.width(types[-1]) + GAP
    lines = [
        TextLine(text, type_x, TYPE_Y + n * TYPE_WORD.lead, TYPE_WORD, "type") for n, text in enumerate(types)
    ]
    broken = TYPE_WORD.lead * (len(types) - 1)
    rows = list(details)
    if head and not broken and head_x + SMALL.width(head) <= pad + room:
        lines.append(TextLine(head, head_x, TYPE_Y, SMALL, "soft"))
    elif head:
        rows.insert(0, DetailLine(head))
    begun, rest = _begun(title, pad + room - head_x, style) if run_in else ("", title)
    if begun:
        lines.append(TextLine(begun, head_x, TYPE_Y, style, "ink"))
    wrapped = wrap(rest, room, style, language) if rest else ()
    first = _FIRST_ROW + style.size - _TITLE_UP if style is TITLE else _LOW_TITLE_Y
    first += broken - (_RUN_IN_UP if run_in else 0.0)
    lines += [TextLine(text, pad, first + n * style.lead, style, "ink") for n, text in enumerate(wrapped)]
    last = first + style.lead * (len(wrapped) - 1) if wrapped else TYPE_Y + broken
    below = last + _SMALL_Y
    small, signs, end = _small(rows, pad, room, language, below)
    height = _FIRST_ROW + broken + style.lead * len(wrapped) + _FOOT
    if run_in:
        height = last + _RUN_IN_FOOT
    height += _BEFORE_SMALL + end - below if end > below else 0.0
    texts = tuple(part for part in (head, *(one.text for one in details if one.spoken)) if part)
    return TypesetBox(id, kind, word, title, width, height, (*lines, *small), signs, texts, kind)


def _begun(title: str, room: float, style: TextStyle) -> tuple[str, str]:
    """(the first words of a title, as many as fit in ``room`` px, the others)."""
    words = title.split()
    many = 0
    while many < len(words) and style.width(" ".join(words[: many + 1])) <= room:
        many += 1
    return " ".join(words[:many]), " ".join(words[many:])


def _small(
    rows: Iterable[DetailLine], pad: float, room: float, language: str, y: float
) -> tuple[tuple[TextLine, ...], tuple[Sign, ...], float]:
    """The small lines from the baseline ``y`` down, their signs, and the baseline of what would follow."""
    lines: list[TextLine] = []
    signs: list[Sign] = []
    for row in rows:
        if row.numbers:
            placed, x, y = _numbers(row.numbers, pad, room, y)
            signs += placed
            if x + SMALL.width(row.text) > pad + room:
                x, y = pad, y + SMALL.lead
            for text in wrap(row.text, room, SMALL, language):
                lines.append(TextLine(text, x, y, SMALL, "soft"))
                x, y = pad, y + SMALL.lead
            continue
        indent = SIGN_ROOM if row.kind else 0.0
        style = SMALL_BOLD if row.kind in _STRONG else SMALL
        if row.kind:
            signs.append(Sign(row.kind, pad + _SIGN_X, y - _SIGN_UP))
        for text in wrap(row.text, room - indent, style, language):
            ink = "ink" if row.kind in ("missing", "remark", "behind") else _STRONG.get(row.kind, "soft")
            lines.append(TextLine(text, pad + indent, y, style, ink))
            y += SMALL.lead
    return tuple(lines), tuple(signs), y


def _numbers(numbers: Sequence[str], pad: float, room: float, y: float) -> tuple[list[Sign], float, float]:
    """The numbers of opportunities from the baseline ``y`` down, and where the text behind them begins."""
    x, signs = pad, []
    for number in numbers:
        wide = number_width(number)
        if x > pad and x + wide > pad + room:
            x, y = pad, y + SMALL.lead
        signs.append(Sign("number", x + wide / 2, y - _SIGN_UP, number))
        x += wide + _NUMBERS_APART
    return signs, x, y
