"""The title block: title, purpose, counts, alternatives, and annotations of the whole chain.

`title_block_of` gives that of a chain or of a change, and `draw_heading` draws it. Lengths in px.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from nyttokedja.drawing.boxes.box import Sign
from nyttokedja.drawing.content.annotations import missing_of
from nyttokedja.drawing.content.details import Subject
from nyttokedja.drawing.content.overlay import SignedText, TitleBlock
from nyttokedja.drawing.content.shown import shown
from nyttokedja.drawing.layout.spacing import MARGIN
from nyttokedja.drawing.page.aria import chain_title
from nyttokedja.drawing.page.boxes import draw_sign
from nyttokedja.drawing.svg.elements import Element, one_line, text_line
from nyttokedja.drawing.svg.theme import Theme
from nyttokedja.drawing.typesetting.wrap import TextStyle, wrap

_Part = Callable[[], list[Element]]
"""What draws a line of text or a sign."""

KIND = TextStyle(12, 15, bold=True, spacing=1.4)
TITLE = TextStyle(24, 30, bold=True)
META = TextStyle(13, 18)
COUNT = TextStyle(13, 23, bold=True)
MEANING, MEANING_BOLD = TextStyle(19, 24), TextStyle(19, 24, bold=True)
SIDE, SIDE_BOLD = TextStyle(12, 16), TextStyle(12, 16, bold=True)

_FIRST, _META_DOWN, _ROW_DOWN, _BELOW = 36.0, 23.0, 19.0, 26.0
"""The first baseline; from the title to the next line, from row to row, from the last row to the columns."""

_SIGN, _SIGN_X, _SIGN_UP = 18.6, 6.6, 4.0
"""The width that a sign takes in its line; its middle, from the line's left end and baseline."""

_COUNTS_APART, _COUNTS_AWAY, _LABEL_GAP, _LABELLED_APART = 22.0, 40.0, 16.0, 32.0
"""From one count to the next, from what stands before them in their line, from the labels to their texts, and
from one labelled text to the next.
"""

_LONGEST, _LARGE_LONGEST = 900.0, 1200.0
"""The greatest width of a line of small text, and of one in large type."""

_MEANING_DOWN, _MEANINGS_DOWN, _LARGE_SIGN, _LARGE_SIGN_UP = 31.0, 26.0, 21.0, 6.0
"""What a change means: from the title to its first sentence, from one to the next, and the width and height
of their signs.
"""

_WHOLE = (
    (("fault",), "fault", True),
    (("remark",), "remark", True),
    (("missing",), "missing", False),
    (("soft",), "soft", False),
    (("accepted",), "accepted", False),
)
"""Kinds of annotations of the whole chain that share a row, the sign of the row, and whether it is bold."""


_INK = ("missing", "remark")
"""The signs whose texts are in ink."""


def title_block_of(subject: Subject) -> TitleBlock:
    """The title block of a chain, or of a change to it."""
    whole = tuple(_whole(subject))
    if subject.overlay:
        block = subject.overlay.title_block
        return replace(block, rows=(*block.rows, *whole))
    return TitleBlock(
        subject.words.say("title", "kind"),
        chain_title(subject),
        tuple(_meta(subject)),
        tuple(_counts(subject)),
        (*_excerpt(subject), *_alternatives(subject)),
        whole,
    )


def _meta(subject: Subject) -> list[str]:
    chain, say = subject.chain, subject.words.say
    stage = say("title", "stage", stage=subject.words.word("stages", chain.stage.value))
    about = chain.about
    return [part for part in (one_line(about.organisation), stage, one_line(about.purpose)) if part]


def _counts(subject: Subject) -> Iterator[SignedText]:
    """The counts of annotations; that of accepted ones is not strong."""
    annotations = subject.annotations
    counted = (
        ("fault" if annotations.faults > annotations.remarks else "remark", "faults", annotations.faults),
        ("missing", "missing", annotations.missing),
        ("accepted", "accepted", annotations.accepted),
    )
    for sign, key, n in counted:
        if n:
            yield SignedText(sign, subject.words.say("title", key, n=n), sign in ("fault", "remark"))


def _excerpt(subject: Subject) -> Iterator[tuple[str, str]]:
    if subject.excerpt:
        yield subject.words.word("excerpt", "label"), shown(subject.excerpt, subject.words)


def _alternatives(subject: Subject) -> Iterator[tuple[str, str]]:
    about = subject.chain.about
    for key, text in (("now", about.now), ("new", about.new)):
        if text:
            yield subject.words.say("title", key), one_line(text)


def _whole(subject: Subject) -> Iterator[SignedText]:
    """The annotations of the whole chain, in rows."""
    for kinds, sign, strong in _WHOLE:
        found = subject.annotations.whole
        texts = [one.text for kind in kinds for one in found if one.kind == kind and not one.noun]
        texts += [text for kind in kinds if (text := missing_of(found, kind, subject.words))]
        if texts:
            yield SignedText(sign, " · ".join(texts), strong)


def draw_heading(block: TitleBlock, width: float, language: str, theme: Theme) -> tuple[list[Element], float]:
    """The elements of a title block ``width`` px wide, and the top of the columns."""
    parts, top = place_heading(block, width, language, theme)
    return [element for part in parts for element in part()], top


def place_heading(block: TitleBlock, width: float, language: str, theme: Theme) -> tuple[list[_Part], float]:
    """The same before anything is drawn, for those who ask for the top of the columns alone."""
    room = width - 2 * MARGIN
    kind = block.kind.upper()
    drawn = [_line(MARGIN, _FIRST, kind, KIND.size, theme.soft, KIND.bold, KIND.spacing)]
    y = _FIRST
    for line in wrap(block.title, room, TITLE, language):
        y += TITLE.lead
        drawn.append(_line(MARGIN, y, line, TITLE.size, theme.ink, TITLE.bold))
    meaning, y = _draw_meaning(block.meaning, y, room, language, theme)
    drawn += meaning
    lines = wrap(" · ".join(block.meta), room, META, language) if block.meta else ()
    y += _META_DOWN if lines else 0.0
    first = y
    for number, line in enumerate(lines):
        y = first + number * META.lead
        drawn.append(_line(MARGIN, y, line, META.size, theme.soft))
    counts = block.counts
    if counts:
        length = sum(map(_count_width, counts)) + _COUNTS_APART * (len(counts) - 1)
        beside = len(lines) == 1 and META.width(lines[0]) + _COUNTS_AWAY + length <= room
        y = y if beside else y + COUNT.lead
        drawn += _draw_counts(counts, width - MARGIN - length if beside else MARGIN, y, theme)
    labelled, y = _draw_labelled(block.labelled, y, room, language, theme)
    rows, y = _draw_rows(block.rows, y, room, language, theme)
    drawn += [*labelled, *rows]
    for number, line in enumerate(_wrapped(block.closing, room, SIDE, language) if block.closing else ()):
        y += SIDE.lead if number else _ROW_DOWN
        drawn.append(_line(MARGIN, y, line, SIDE.size, theme.soft))
    return drawn, y + _BELOW


def _line(
    x: float, y: float, text: str, size: float, fill: str, bold: bool = False, spacing: float = 0.0
) -> _Part:
    return lambda: [text_line(x, y, text, size, fill, bold, spacing)]


def _sign(kind: str, x: float, y: float, theme: Theme) -> _Part:
    return lambda: draw_sign(Sign(kind, x, y), 0, 0, theme.page, theme)


def _draw_meaning(
    meaning: Sequence[SignedText], y: float, room: float, language: str, theme: Theme
) -> tuple[list[_Part], float]:
    """What a change means, in large type."""
    drawn = list[_Part]()
    for number, one in enumerate(meaning):
        y += _MEANINGS_DOWN if number else _MEANING_DOWN
        indent = _LARGE_SIGN if one.sign else 0.0
        if one.sign:
            drawn.append(_sign(one.sign, MARGIN + _SIGN_X, y - _LARGE_SIGN_UP, theme))
        style = MEANING_BOLD if one.strong else MEANING
        for place, line in enumerate(wrap(one.text, min(room, _LARGE_LONGEST) - indent, style, language)):
            y += style.lead if place else 0.0
            drawn.append(_line(MARGIN + indent, y, line, style.size, theme.ink, style.bold))
    return drawn, y


def _style(count: SignedText) -> TextStyle:
    return COUNT if count.strong else META


def _count_width(count: SignedText) -> float:
    return _SIGN + _style(count).width(count.text)


def _draw_counts(counts: Sequence[SignedText], x: float, y: float, theme: Theme) -> list[_Part]:
    drawn = list[_Part]()
    for count in counts:
        style, ink = _style(count), _ink(count, theme)
        drawn.append(_sign(count.sign, x + _SIGN_X, y - _SIGN_UP, theme))
        drawn.append(_line(x + _SIGN, y, count.text, style.size, ink, style.bold))
        x += _count_width(count) + _COUNTS_APART
    return drawn


def _ink(signed: SignedText, theme: Theme) -> str:
    if signed.sign in _INK:
        return theme.ink
    return theme.statuses.get(signed.sign, theme.missing) if signed.strong else theme.soft


def _draw_labelled(
    labelled: Sequence[tuple[str, str]], y: float, room: float, language: str, theme: Theme
) -> tuple[list[_Part], float]:
    """Texts with their labels: in one line where they have room there, else below each other."""
    indents = [SIDE_BOLD.width(label) + _LABEL_GAP for label, _ in labelled]
    ends = [indent + SIDE.width(text) for indent, (_, text) in zip(indents, labelled, strict=True)]
    in_line = sum(ends) + _LABELLED_APART * (len(ends) - 1) <= room
    x, drawn = MARGIN, list[_Part]()
    for number, (label, text) in enumerate(labelled):
        if number == 0 or not in_line:
            x, y = MARGIN, y + _ROW_DOWN
        indent = indents[number] if in_line else max(indents)
        drawn.append(_line(x, y, label, SIDE.size, theme.ink, bold=True))
        for place, line in enumerate((text,) if in_line else _wrapped(text, room - indent, SIDE, language)):
            y += SIDE.lead if place else 0.0
            drawn.append(_line(x + indent, y, line, SIDE.size, theme.soft))
        x += ends[number] + _LABELLED_APART
    return drawn, y


def _draw_rows(
    rows: Sequence[SignedText], y: float, room: float, language: str, theme: Theme
) -> tuple[list[_Part], float]:
    drawn = list[_Part]()
    for row in rows:
        style = SIDE_BOLD if row.strong else SIDE
        y += _ROW_DOWN
        drawn.append(_sign(row.sign, MARGIN + _SIGN_X, y - _SIGN_UP, theme))
        for number, line in enumerate(_wrapped(row.text, room - _SIGN, style, language)):
            y += style.lead if number else 0.0
            drawn.append(_line(MARGIN + _SIGN, y, line, style.size, _ink(row, theme), style.bold))
    return drawn, y


def _wrapped(text: str, room: float, style: TextStyle, language: str) -> tuple[str, ...]:
    return wrap(text, min(room, _LONGEST), style, language)
