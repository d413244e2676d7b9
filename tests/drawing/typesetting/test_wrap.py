"""Wrapping: every letter stays, every line fits."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.drawing.boxes.box import LOW_TITLE, SMALL, TITLE
from nyttokedja.drawing.typesetting.hyphenation import compound_breaks, syllable_breaks
from nyttokedja.drawing.typesetting.wrap import TextStyle, wrap

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
    ("text", "room", "lines"),
    [
        ("Läkemedelshanteringsavvikelser", 186, ("Läkemedels-", "hanteringsavvikelser")),
        ("Sjuksköterskebemanningens", 156, ("Sjuksköterske-", "bemanningens")),
        ("Kompetensförsörjningsstrategi", 172, ("Kompetensförsörjnings-", "strategi")),
        ("välfärdsteknikkonsulenternas", 172, ("välfärdsteknik-", "konsulenternas")),
        ("Läkemedelsautomatinstallation", 110, ("Läkemedels-", "automat-", "installation")),
        ("(Myndighetsutövningens),", 150, ("(Myndighets-", "utövningens),")),
    ],
)
def test_compounds_break_at_their_seams(text, room, lines):
    assert wrap(text, room, TITLE) == lines


def test_the_language_says_where():
    assert wrap("Velferdsteknologikonsulentene", 140, TITLE, "nb") == ("Velferdsteknologi-", "konsulentene")
    assert wrap("telecommunications", 90, TITLE, "en") == ("telecommu-", "nications")


def test_a_seam_that_fills_too_little_is_passed_over():
    assert wrap("Rättspsykiatriska", 100, TITLE) == ("Rättspsykia-", "triska")
    assert wrap("Rättspsykiatriska", 60, TITLE)[0] == "Rätts-"


def test_a_word_without_seam_breaks_between_syllables():
    assert wrap("Ekonomiadministration", 110, TITLE) == ("Ekonomiad-", "ministration")


@pytest.mark.parametrize("word", ["välfärdsteknikkonsulenternas", "Ekonomiadministration", "(Amöborna),"])
def test_few_letters_are_never_left_alone(word):
    letters = word.strip("(),")
    places = {at - word.index(letters) for at in compound_breaks(word, "sv") | syllable_breaks(word, "sv")}
    assert places
    assert min(places) >= 3
    assert max(places) <= len(letters) - 4


def test_each_language_has_its_dictionary():
    word = "organisasjonene"
    assert len({syllable_breaks(word, language) for language in ("sv", "nb", "en")}) == 3


def test_no_syllable_parts_a_seam_from_its_joint():
    assert compound_breaks("Läkemedelsautomaten", "sv") == {4, 10}
    assert "Läkemedel" not in {
        "Läkemedelsautomaten"[:at] for at in syllable_breaks("Läkemedelsautomaten", "sv")
    }


def test_lines_are_not_made_even_at_the_cost_of_a_seam():
    assert wrap("Kompetensförsörjningsplan", 156, TITLE) == ("Kompetensförsörjnings-", "plan")


def test_the_dictionary_is_read_only_for_words_that_are_too_long():
    code = (
        "import sys; from nyttokedja.drawing.boxes.box import TITLE; "
        "from nyttokedja.drawing.typesetting.wrap import wrap; "
        "wrap('Ekonomiadministration som är jämn', 170, TITLE); print('pyphen' in sys.modules); "
        "wrap('Ekonomiadministration', 110, TITLE); print('pyphen' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


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


@pytest.mark.parametrize(
    ("word", "room", "language", "lines"),
    [
        ("medborgarinflytande", 110, "sv", ("medborgar-", "inflytande")),
        ("bygglovsansökan", 90, "sv", ("bygglovs-", "ansökan")),
        ("bærekraftsmål", 75, "nb", ("bærekrafts-", "mål")),
        ("Trivselmål", 60, "sv", ("Trivsel-", "mål")),
        (
            "Tillgänglighetsredogörelseuppdateringsfrekvens", 192, "sv",
            ("Tillgänglighetsredogörelse-", "uppdateringsfrekvens"),
        ),
        (
            "Tillgänglighetsredogörelseuppdateringsfrekvens", 130, "sv",
            ("Tillgänglighets-", "redogörelse-", "uppdateringsfrekvens"),
        ),
    ],
)  # fmt: skip
def test_words_of_the_trade_break_at_their_seams(word, room, language, lines):
    assert wrap(word, room, TITLE, language) == lines


@pytest.mark.parametrize(
    "letters", ["ภาษาไทยไม่มียัติภังค์", "可及性说明更新频率", "إمكانيةالوصولالرقمي", "サービス", "한국어"]
)
@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_scripts_without_hyphens_get_none(letters, language):
    lines = wrap(letters * 6, 110, TITLE, language)
    assert len(lines) > 1
    assert "".join(lines) == letters * 6


@pytest.mark.parametrize("letters", ["x", "å", "ab-", "👩", "a\u0301", "1"])
def test_a_long_word_takes_a_time_in_step_with_its_length(letters):
    word = letters * (20_000 // len(letters))
    start = time.monotonic()
    lines = wrap(word, 120.0, TextStyle(13, 16))
    assert time.monotonic() - start < 3
    assert "".join(line.removesuffix("-") if letters != "ab-" else line for line in lines) == word
    assert all(TextStyle(13, 16).width(line) <= 120.0 for line in lines)
