"""Contrast, computed as WCAG 2 does: text on fill at least 4.5, outlines on their ground at least 3."""

import pytest

from nyttokedja.drawing.boxes.shapes import SHAPES
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.page.status_styles import box_style, draw_symbol
from nyttokedja.drawing.svg.theme import LIGHT


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


TOLD = [status for status in Status if status is not Status.KEPT]


@pytest.mark.parametrize("status", TOLD)
@pytest.mark.parametrize("kind", SHAPES)
def test_text_about_a_change_on_fill(status, kind):
    look = box_style(kind, status, LIGHT)
    for ink in (LIGHT.statuses[status], LIGHT.soft, LIGHT.missing, look.type, look.ink):
        assert contrast(ink, look.colours.fill) >= 4.5


@pytest.mark.parametrize("status", TOLD)
def test_a_badge_can_be_read(status):
    assert contrast(LIGHT.statuses[status], LIGHT.page) >= 4.5


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("ground", [LIGHT.page, LIGHT.column])
def test_lines_of_a_change_on_ground(status, ground):
    assert contrast(box_style("effect", status, LIGHT).colours.line, ground) >= 3
    assert contrast(LIGHT.statuses[status], ground) >= 3


def test_what_is_as_it_was_can_be_read():
    look = box_style("benefit", Status.KEPT, LIGHT)
    assert contrast(look.ink, look.colours.fill) >= 4.5
    assert contrast(look.type, look.colours.fill) >= 4.5


def test_no_two_statuses_look_the_same_without_colour():
    looks = {status: box_style("effect", status, LIGHT) for status in Status}
    lines = {status: (look.heavier, look.dashes, look.struck) for status, look in looks.items()}
    assert lines[Status.ADDED] == lines[Status.CHANGED] != lines[Status.REMOVED]
    symbols = [draw_symbol(status, 0, 0, 8, "#000000").attributes["d"] for status in TOLD]
    assert len(set(symbols)) == 4
