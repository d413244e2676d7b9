"""The title block: what the picture is of, what is counted, and what its boxes cannot say.

That is the alternatives, and what is missing or amiss in the chain as a whole.
"""

from __future__ import annotations

from nyttokedja.drawing.boxes import Sign
from nyttokedja.drawing.elements import Element, clean, words
from nyttokedja.drawing.gutters import MARGIN
from nyttokedja.drawing.labels import chain_title
from nyttokedja.drawing.paint import draw_sign
from nyttokedja.drawing.particulars import Subject
from nyttokedja.drawing.theme import Theme
from nyttokedja.drawing.wrap import Type, wrap

KIND = Type(11.5, 15, bold=True, spacing=1.4)
TITLE = Type(24, 30, bold=True)
META = Type(13, 18)
COUNT = Type(13, 23, bold=True)
SIDE, SIDE_BOLD = Type(12, 16), Type(12, 16, bold=True)

_BELOW, _SIGN, _LONGEST = 26.0, 18.6, 900.0
_WHOLE = (
    (("missing", "fault"), "missing", SIDE_BOLD),
    (("soft",), "soft", SIDE),
    (("accepted",), "accepted", SIDE),
)
"""Which marks of the whole chain stand together in the title block, with which sign, in which type."""


def draw_heading(subject: Subject, width: float, theme: Theme) -> tuple[list[Element], float]:
    """The elements, and the y where the columns begin, in a picture ``width`` px wide."""
    room = width - 2 * MARGIN
    kind = subject.words.say("title", "kind").upper()
    drawn = [words(MARGIN, 36, kind, KIND.size, theme.soft, KIND.bold, KIND.spacing)]
    y = 36.0
    for line in wrap(chain_title(subject), room, TITLE, subject.words.language):
        y += TITLE.lead
        drawn.append(words(MARGIN, y, line, TITLE.size, theme.ink, TITLE.bold))
    lines = wrap(" · ".join(_meta(subject)), room, META, subject.words.language)
    y += 23.0
    first = y
    for number, line in enumerate(lines):
        y = first + number * META.lead
        drawn.append(words(MARGIN, y, line, META.size, theme.soft))
    counts = _counts(subject)
    if counts:
        long = sum(_count_width(*count) for count in counts) + 22.0 * (len(counts) - 1)
        beside = len(lines) == 1 and META.width(lines[0]) + 40 + long <= room
        y = y if beside else y + COUNT.lead
        drawn += _draw_counts(counts, width - MARGIN - long if beside else MARGIN, y, theme)
    alternatives, y = _alternatives(subject, y, room, theme)
    whole, y = _whole(subject, y, room, theme)
    return [*drawn, *alternatives, *whole], y + _BELOW


def _meta(subject: Subject) -> list[str]:
    chain, say = subject.chain, subject.words.say
    stage = say("title", "stage", stage=subject.words.word("stages", chain.stage.value))
    about = chain.about
    return [part for part in (clean(about.organisation), stage, clean(about.purpose)) if part]


def _counts(subject: Subject) -> list[tuple[str, Type]]:
    """What is counted, and in which type: what is accepted is said, but does not cry."""
    marks, say = subject.marks, subject.words.say
    counted = (
        ("missing", marks.missing, COUNT),
        ("faults", marks.faults, COUNT),
        ("accepted", marks.accepted, META),
    )
    return [(say("title", key, n=n), type) for key, n, type in counted if n]


def _count_width(text: str, type: Type) -> float:
    return _SIGN + type.width(text)


def _draw_counts(counts: list[tuple[str, Type]], x: float, y: float, theme: Theme) -> list[Element]:
    drawn = []
    for text, type in counts:
        kind, ink = ("missing", theme.missing) if type is COUNT else ("accepted", theme.soft)
        drawn += draw_sign(Sign(kind, x + 6.6, y - 4), 0, 0, theme.page, theme)
        drawn.append(words(x + _SIGN, y, text, type.size, ink, type.bold))
        x += _count_width(text, type) + 22.0
    return drawn


def _alternatives(subject: Subject, y: float, room: float, theme: Theme) -> tuple[list[Element], float]:
    about, say = subject.chain.about, subject.words.say
    given = [
        (say("title", key), clean(text)) for key, text in (("now", about.now), ("new", about.new)) if text
    ]
    indent = max((SIDE_BOLD.width(label) for label, _ in given), default=0.0) + 16.0
    drawn = []
    for label, text in given:
        y += 19.0
        drawn.append(words(MARGIN, y, label, SIDE.size, theme.ink, bold=True))
        for number, line in enumerate(_wrapped(text, room - indent, SIDE, subject)):
            y += SIDE.lead if number else 0.0
            drawn.append(words(MARGIN + indent, y, line, SIDE.size, theme.soft))
    return drawn, y


def _whole(subject: Subject, y: float, room: float, theme: Theme) -> tuple[list[Element], float]:
    """What no box can say: each mark of the chain as a whole, in words."""
    drawn = []
    for kinds, sign, type in _WHOLE:
        said = [mark.text for kind in kinds for mark in subject.marks.whole if mark.kind == kind]
        if not said:
            continue
        y += 19.0
        drawn += draw_sign(Sign(sign, MARGIN + 6.6, y - 4), 0, 0, theme.page, theme)
        ink = theme.missing if type.bold else theme.soft
        for number, line in enumerate(_wrapped(" · ".join(said), room - _SIGN, type, subject)):
            y += type.lead if number else 0.0
            drawn.append(words(MARGIN + _SIGN, y, line, type.size, ink, type.bold))
    return drawn, y


def _wrapped(text: str, room: float, type: Type, subject: Subject) -> tuple[str, ...]:
    return wrap(text, min(room, _LONGEST), type, subject.words.language)
