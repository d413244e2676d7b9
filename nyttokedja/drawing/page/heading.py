"""The title block: what the picture is of, what is counted, and what its boxes cannot say.

`headline_of` says what stands there for a chain: the alternatives, and what is missing or amiss in the
chain as a whole. `draw_heading` sets any `Headline`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nyttokedja.drawing.boxes.box import Sign
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.overlay import Headline, Signed
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.aria import chain_title
from nyttokedja.drawing.page.boxes import draw_sign
from nyttokedja.drawing.svg.elements import Element, clean, words
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.wrap import Type, wrap

KIND = Type(11.5, 15, bold=True, spacing=1.4)
TITLE = Type(24, 30, bold=True)
META = Type(13, 18)
COUNT = Type(13, 23, bold=True)
SIDE, SIDE_BOLD = Type(12, 16), Type(12, 16, bold=True)

_FIRST, _META_DOWN, _ROW_DOWN, _BELOW = 36.0, 23.0, 19.0, 26.0
"""The first baseline; from the title to the next line, from row to row, from the last row to the columns."""

_SIGN, _SIGN_X, _SIGN_UP = 18.6, 6.6, 4.0
"""What a sign takes of its line; where its middle is, from the line's left end and baseline."""

_COUNTS_APART, _COUNTS_AWAY, _LABEL_GAP = 22.0, 40.0, 16.0
"""From one count to the next, from what stands before them in their line, from the labels to their texts."""

_LONGEST = 900.0
"""No line of small text is longer."""

_WHOLE = (
    (("missing", "fault"), "missing", True),
    (("soft",), "soft", False),
    (("accepted",), "accepted", False),
)
"""Which marks of the whole chain stand together in the title block, with which sign, and whether bold."""


def headline_of(subject: Subject) -> Headline:
    """What is said of a chain, or of what has become of it."""
    whole = tuple(_whole(subject))
    if subject.overlay:
        told = subject.overlay.headline
        return replace(told, rows=(*told.rows, *whole))
    return Headline(
        subject.words.say("title", "kind"),
        chain_title(subject),
        tuple(_meta(subject)),
        tuple(_counts(subject)),
        tuple(_alternatives(subject)),
        whole,
    )


def _meta(subject: Subject) -> list[str]:
    chain, say = subject.chain, subject.words.say
    stage = say("title", "stage", stage=subject.words.word("stages", chain.stage.value))
    about = chain.about
    return [part for part in (clean(about.organisation), stage, clean(about.purpose)) if part]


def _counts(subject: Subject) -> Iterator[Signed]:
    """What is counted: what is accepted is said, but does not cry."""
    marks = subject.marks
    counted = (
        ("missing", "missing", marks.missing),
        ("missing", "faults", marks.faults),
        ("accepted", "accepted", marks.accepted),
    )
    for sign, key, n in counted:
        if n:
            yield Signed(sign, subject.words.say("title", key, n=n), sign == "missing")


def _alternatives(subject: Subject) -> Iterator[tuple[str, str]]:
    about = subject.chain.about
    for key, text in (("now", about.now), ("new", about.new)):
        if text:
            yield subject.words.say("title", key), clean(text)


def _whole(subject: Subject) -> Iterator[Signed]:
    """What no box can say: each mark of the chain as a whole, in words."""
    for kinds, sign, strong in _WHOLE:
        said = [mark.text for kind in kinds for mark in subject.marks.whole if mark.kind == kind]
        if said:
            yield Signed(sign, " · ".join(said), strong)


def draw_heading(
    headline: Headline, width: float, language: str, theme: Theme
) -> tuple[list[Element], float]:
    """The elements, and the y where the columns begin, in a picture ``width`` px wide."""
    room = width - 2 * MARGIN
    kind = headline.kind.upper()
    drawn = [words(MARGIN, _FIRST, kind, KIND.size, theme.soft, KIND.bold, KIND.spacing)]
    y = _FIRST
    for line in wrap(headline.title, room, TITLE, language):
        y += TITLE.lead
        drawn.append(words(MARGIN, y, line, TITLE.size, theme.ink, TITLE.bold))
    lines = wrap(" · ".join(headline.meta), room, META, language)
    y += _META_DOWN
    first = y
    for number, line in enumerate(lines):
        y = first + number * META.lead
        drawn.append(words(MARGIN, y, line, META.size, theme.soft))
    counts = headline.counts
    if counts:
        long = sum(map(_count_width, counts)) + _COUNTS_APART * (len(counts) - 1)
        beside = len(lines) == 1 and META.width(lines[0]) + _COUNTS_AWAY + long <= room
        y = y if beside else y + COUNT.lead
        drawn += _draw_counts(counts, width - MARGIN - long if beside else MARGIN, y, theme)
    labelled, y = _draw_labelled(headline.labelled, y, room, language, theme)
    rows, y = _draw_rows(headline.rows, y, room, language, theme)
    return [*drawn, *labelled, *rows], y + _BELOW


def _type(count: Signed) -> Type:
    return COUNT if count.strong else META


def _count_width(count: Signed) -> float:
    return _SIGN + _type(count).width(count.text)


def _draw_counts(counts: Sequence[Signed], x: float, y: float, theme: Theme) -> list[Element]:
    drawn = []
    for count in counts:
        type, ink = _type(count), _ink(count, theme)
        drawn += draw_sign(Sign(count.sign, x + _SIGN_X, y - _SIGN_UP), 0, 0, theme.page, theme)
        drawn.append(words(x + _SIGN, y, count.text, type.size, ink, type.bold))
        x += _count_width(count) + _COUNTS_APART
    return drawn


def _ink(signed: Signed, theme: Theme) -> str:
    return theme.statuses.get(signed.sign, theme.missing) if signed.strong else theme.soft


def _draw_labelled(
    labelled: Sequence[tuple[str, str]], y: float, room: float, language: str, theme: Theme
) -> tuple[list[Element], float]:
    indent = max((SIDE_BOLD.width(label) for label, _ in labelled), default=0.0) + _LABEL_GAP
    drawn = []
    for label, text in labelled:
        y += _ROW_DOWN
        drawn.append(words(MARGIN, y, label, SIDE.size, theme.ink, bold=True))
        for number, line in enumerate(_wrapped(text, room - indent, SIDE, language)):
            y += SIDE.lead if number else 0.0
            drawn.append(words(MARGIN + indent, y, line, SIDE.size, theme.soft))
    return drawn, y


def _draw_rows(
    rows: Sequence[Signed], y: float, room: float, language: str, theme: Theme
) -> tuple[list[Element], float]:
    drawn = []
    for row in rows:
        type = SIDE_BOLD if row.strong else SIDE
        y += _ROW_DOWN
        drawn += draw_sign(Sign(row.sign, MARGIN + _SIGN_X, y - _SIGN_UP), 0, 0, theme.page, theme)
        for number, line in enumerate(_wrapped(row.text, room - _SIGN, type, language)):
            y += type.lead if number else 0.0
            drawn.append(words(MARGIN + _SIGN, y, line, type.size, _ink(row, theme), type.bold))
    return drawn, y


def _wrapped(text: str, room: float, type: Type, language: str) -> tuple[str, ...]:
    return wrap(text, min(room, _LONGEST), type, language)
