"""Widths of boxes: a long type word does not make all boxes wide."""

from nyttokedja.drawing.boxes.box import GAP, TYPE_WORD, pad_of, typeset_box
from nyttokedja.drawing.boxes.widths import least_width, natural_width
from nyttokedja.drawing.layout.ranks import in_columns
from nyttokedja.model.chain import Chain
from tests.drawing.chains import FULL, TINY, drawback
from tests.drawing.laid import subject_of

DRAWBACK = Chain("x", nodes=(drawback("d"),))


def test_the_natural_width_of_the_full_chain():
    assert round(natural_width(in_columns(FULL.nodes), subject_of(FULL))) == 238


def test_a_long_type_word_is_broken_in_a_narrow_box():
    subject = subject_of(DRAWBACK)
    narrow, wide = (typeset_box(DRAWBACK.nodes[0], subject, width) for width in (138.0, 220.0))
    assert [line.text for line in narrow.lines[:2]] == ["KONSEKVENS-", "KOSTNAD"]
    assert wide.lines[0].text == "KONSEKVENSKOSTNAD"
    assert narrow.height == wide.height + 15 + 16 - 17.5
    assert narrow.lines[2].y == narrow.lines[1].y + 18


def test_the_least_width_holds_the_widest_part_of_a_type_word():
    subject = subject_of(DRAWBACK)
    least = least_width(DRAWBACK.nodes, subject)
    assert least < 138
    box = typeset_box(DRAWBACK.nodes[0], subject, least)
    assert all(line.x + TYPE_WORD.width(line.text) <= least - GAP for line in box.lines[:2])


def test_narrow_boxes_have_less_beside_their_text():
    subject = subject_of(TINY)
    narrow, wide = (typeset_box(TINY.nodes[0], subject, width) for width in (138.0, 220.0))
    assert pad_of(138) == 9 == narrow.lines[1].x
    assert pad_of(220) == 12 == wide.lines[1].x
    assert narrow.lines[0].x == wide.lines[0].x - 3
