"""Places to break in what no dictionary breaks, and none anywhere else."""

import pytest

from nyttokedja.documents.writing.soft_breaks import SOFT, softened


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("kort", "kort"),
        ("x" * 23, "x" * 23),
        ("x" * 24, "xxxxxxxx|xxxxxxxx|xxxxxxxx"),
        ("läs x" + "1" * 25, "läs x1111111|11111111|11111111|11"),
        ("Sjukvårdsbehandlingsmetoder", "Sjukvårdsbehandlingsmetoder"),
        ("ab" * 12, "abababab|abababab|abababab"),
        ("abcdefgh" * 3, "abcdefgh|abcdefgh|abcdefgh"),
        ("abcdefghi" * 3, "abcdefghi" * 3),
        ("abcdefghijklmnopqrstu123456789", "abcdefghijklmnopqrstu123456789"),  # 21 letters of 30
        ("abcdefghijklmnopqrst1234567890", "abcdefgh|ijklmnop|qrst1234|567890"),  # 20 of 30
        ("https://ab.se/cdefghijklmn", "https://|ab.se/cd|efghijkl|mn"),
    ],
)
def test_a_long_word_is_broken_unless_the_dictionary_knows_how(text, broken):
    assert softened(text) == broken.replace("|", SOFT)


def test_all_that_people_read_is_softened_and_nothing_else():
    long, broken = "1" * 24, SOFT.join(["1" * 8] * 3)
    data = {"text": [long, (long,)], "svg": long, "alt": long, "n": 3, "is": True, "none": None}
    assert softened(data) == {
        "text": [broken, [broken]], "svg": long, "alt": long, "n": 3, "is": True, "none": None
    }  # fmt: skip
