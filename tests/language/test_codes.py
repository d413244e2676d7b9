import pytest

from nyttokedja.language.codes import guessed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("språk: nb\n", "nb"),
        ('language: "en"\n', "en"),
        ("sprak: sv\ntitle: x\n", "sv"),
        ("tittel: x\n", "nb"),
        ("title: x\n", "en"),
        ("rubrik: x\n", "sv"),
        ("", "sv"),
        ("  språk: nb\n", "sv"),
    ],
)
def test_a_broken_file_is_spoken_of_in_its_likely_language(text, language):
    assert guessed(text) == language
