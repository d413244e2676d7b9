"""Contrast, computed as WCAG 2 does: text on fill at least 4.5, outlines on their ground at least 3."""

import pytest

from nyttokedja.drawing.outlines import SHAPES
from nyttokedja.drawing.theme import LIGHT


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("kind", SHAPES)
def test_text_on_fill(kind):
    paint = LIGHT.kinds[kind]
    for ink in (LIGHT.ink, LIGHT.soft, LIGHT.missing, paint.line):
        assert contrast(ink, paint.fill) >= 4.5


@pytest.mark.parametrize("kind", SHAPES)
@pytest.mark.parametrize("ground", [LIGHT.page, LIGHT.column])
def test_outline_on_ground(kind, ground):
    assert contrast(LIGHT.kinds[kind].line, ground) >= 3


@pytest.mark.parametrize("ground", [LIGHT.page, LIGHT.column])
def test_lines_and_text_on_ground(ground):
    assert contrast(LIGHT.arrow, ground) >= 3
    for ink in (LIGHT.ink, LIGHT.soft, LIGHT.missing, *(LIGHT.kinds[k].line for k in ("change", "goal"))):
        assert contrast(ink, ground) >= 4.5
