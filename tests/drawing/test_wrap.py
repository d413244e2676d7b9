"""Wrapping: every letter stays, every line fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.drawing.boxes import LOW_TITLE, SMALL, TITLE
from nyttokedja.drawing.wrap import wrap

LONG = "Verksamhetsutvecklingsarbetetskvalitetssäkringssamordnarensuppföljningsrapporteringsskyldigheten"

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=60)


def letters(text):
    return "".join(text.split()).replace("-", "")


@given(st.lists(WORDS, max_size=8).map(" ".join), st.floats(60, 260))
def test_no_letter_is_lost(text, room):
    assert letters("".join(wrap(text, room, TITLE))) == letters(text)


@pytest.mark.parametrize("text", [LONG, "a" * 300, "上" * 90, "👩‍👩‍👧‍👦" * 30, "x-" * 80, "شبكة" * 20])
@pytest.mark.parametrize("type", [TITLE, LOW_TITLE, SMALL])
def test_every_line_fits(text, type):
    assert max(type.width(line) for line in wrap(text, 150, type)) <= 150


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Korttidsboendeplaceringar", ("Korttidsboende-", "placeringar")),
        ("Verksamhetsutvecklingsarbetet", ("Verksamhets-", "utvecklingsarbetet")),
        ("hemtjänst-nattpatrull-samordning", ("hemtjänst-nattpatrull-", "samordning")),
        ("och/eller/annars/däremellan", ("och/eller/annars/", "däremellan")),
        ("Frigjord tid för hemtjänstens personal", ("Frigjord tid för", "hemtjänstens personal")),
        ("", ("",)),
    ],
)
def test_lines_break_where_a_reader_would(text, lines):
    assert wrap(text, 156, TITLE) == lines


def test_lines_are_even():
    first, last = wrap("Besöken blir för få för att upptäcka försämring", 187, LOW_TITLE)
    assert abs(LOW_TITLE.width(first) - LOW_TITLE.width(last)) < 30


def test_an_emoji_is_not_parted():
    family = "👩‍👩‍👧‍👦"
    assert all(line.count("\u200d") % 3 == 0 for line in wrap(family * 30, 150, TITLE))
