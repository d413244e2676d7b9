"""Widths: as the Arial-compatible faces have them, and never too small."""

import pytest

from nyttokedja.drawing.typesetting.metrics import advances, fallback, width


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"),
    [
        ("W", False, 944), ("W", True, 944), ("i", False, 222), ("i", True, 278),
        ("å", False, 556), ("→", False, 1000),
    ],
)  # fmt: skip
def test_known_advances(text, bold, thousandths):
    assert width(text, 1000, bold) == pytest.approx(thousandths, abs=1)


def test_the_table_covers_what_nordic_texts_need():
    needed = {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA1, 0x180)), *"–—‘’“”„…•→←≥≤€−"}
    for bold in (False, True):
        assert len(advances(bold)) >= 335
        assert needed - advances(bold).keys() <= {"\xad"}


def test_spacing_follows_each_character():
    assert width("AB", 10, spacing=0.5) == pytest.approx(width("AB", 10) + 1)


@pytest.mark.parametrize(
    ("char", "ems"),
    [
        ("上", 1.25),
        ("😀", 1.25),
        ("\u0301", 0),
        ("\u200d", 0),
        ("ש", 0.8),
        ("က", 1.25),
        ("ि", 0.8),
        ("ั", 0.8),
    ],
)
def test_other_characters_get_a_safe_width(char, ems):
    assert fallback(char) == ems
