"""Where words may be broken: in compounds, between syllables, and never near the ends of a word."""

import pytest

from nyttokedja.drawing.typesetting.hyphenation import compound_breaks, syllable_breaks, takes_hyphen


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("Läkemedelsautomaten", "sv", {"Läke", "Läkemedels"}),
        ("bygglovsansökan", "sv", {"bygglovs"}),
        ("(bygglovsansökan)", "sv", {"(bygglovs"}),
        ("Trivselmål", "sv", {"Trivsel"}),
        ("bærekraftsmål", "nb", {"bærekrafts"}),
        ("bygglovsansökan", "en", set()),
        ("mål", "sv", set()),
        ("可及性", "sv", set()),
    ],
)
def test_the_parts_of_compounds(word, language, parts):
    assert {word[:at] for at in compound_breaks(word, language)} == parts


@pytest.mark.parametrize("word", ["administration", "hemtjänstpersonalen", "uppföljningsplanen"])
def test_breaks_between_syllables_keep_from_the_ends_and_from_compounds(word):
    places = syllable_breaks(word, "sv")
    assert places
    assert min(places) >= 3
    assert max(places) <= len(word) - 4
    assert not any(0 < abs(at - other) < 3 for at in places for other in compound_breaks(word, "sv"))


def test_a_word_with_other_signs_is_broken_in_its_letters_only():
    assert {at - 4 for at in syllable_breaks("123 administration", "sv")} == syllable_breaks(
        "administration", "sv"
    )


@pytest.mark.parametrize(
    ("char", "takes"),
    [("å", True), ("α", True), ("ж", True), ("上", False), ("ש", False), ("-", False), ("1", False)],
)
def test_scripts_that_take_a_hyphen(char, takes):
    assert takes_hyphen(char) is takes
