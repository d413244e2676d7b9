"""Contrast, computed as WCAG 2 does: text on fill at least 4.5, outlines on their ground at least 3."""

import pytest

from nyttokedja.drawing.boxes.shapes import SHAPES
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.page.status_styles import box_style, draw_symbol
from nyttokedja.drawing.svg.theme import THEMES
from nyttokedja.model import picture_settings


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.fixture(params=THEMES.values(), ids=THEMES)
def theme(request):
    return request.param


def test_every_theme_can_be_chosen():
    assert tuple(THEMES) == picture_settings.THEMES


@pytest.mark.parametrize("kind", SHAPES)
def test_all_text_in_high_contrast_is_seven_to_one(kind):
    theme = THEMES["high-contrast"]
    for ground in (theme.page, theme.column, theme.kinds[kind].fill):
        for ink in (theme.ink, theme.soft, theme.missing, theme.kinds[kind].line, *theme.statuses.values()):
            assert contrast(ink, ground) >= 7


def test_print_has_no_colour():
    theme = THEMES["print"]
    colours = [theme.page, theme.column, theme.rule, theme.ink, theme.soft, theme.arrow, theme.missing]
    colours += [one for kind in theme.kinds.values() for one in (kind.fill, kind.line)]
    assert all(one[1:3] == one[3:5] == one[5:] for one in (*colours, theme.pale, *theme.statuses.values()))


@pytest.mark.parametrize("kind", SHAPES)
def test_text_on_fill(kind, theme):
    paint = theme.kinds[kind]
    for ink in (theme.ink, theme.soft, theme.missing, paint.line):
        assert contrast(ink, paint.fill) >= 4.5


@pytest.mark.parametrize("kind", SHAPES)
@pytest.mark.parametrize("ground", ["page", "column"])
def test_outline_on_ground(kind, ground, theme):
    assert contrast(theme.kinds[kind].line, getattr(theme, ground)) >= 3


@pytest.mark.parametrize("ground", ["page", "column"])
def test_lines_and_text_on_ground(ground, theme):
    assert contrast(theme.arrow, getattr(theme, ground)) >= 3
    for ink in (theme.ink, theme.soft, theme.missing, *(theme.kinds[k].line for k in ("change", "goal"))):
        assert contrast(ink, getattr(theme, ground)) >= 4.5


TOLD = [status for status in Status if status is not Status.KEPT]


@pytest.mark.parametrize("status", TOLD)
@pytest.mark.parametrize("kind", SHAPES)
def test_text_about_a_change_on_fill(status, kind, theme):
    look = box_style(kind, status, theme)
    for ink in (theme.statuses[status], theme.soft, theme.missing, look.type, look.ink):
        assert contrast(ink, look.colours.fill) >= 4.5


@pytest.mark.parametrize("status", TOLD)
def test_a_badge_can_be_read(status, theme):
    assert contrast(theme.statuses[status], theme.page) >= 4.5


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("ground", ["page", "column"])
def test_lines_of_a_change_on_ground(status, ground, theme):
    assert contrast(box_style("effect", status, theme).colours.line, getattr(theme, ground)) >= 3
    assert contrast(theme.statuses[status], getattr(theme, ground)) >= 3


def test_what_is_as_it_was_can_be_read(theme):
    look = box_style("benefit", Status.KEPT, theme)
    assert contrast(look.ink, look.colours.fill) >= 4.5
    assert contrast(look.type, look.colours.fill) >= 4.5


def test_no_two_statuses_look_the_same_without_colour(theme):
    looks = {status: box_style("effect", status, theme) for status in Status}
    lines = {status: (look.heavier, look.dashes, look.struck) for status, look in looks.items()}
    assert lines[Status.ADDED] == lines[Status.CHANGED] != lines[Status.REMOVED]
    symbols = [draw_symbol(status, 0, 0, 8, "#000000").attributes["d"] for status in TOLD]
    assert len(set(symbols)) == 4
