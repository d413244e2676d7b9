"""The styles of DOT: in the colours of the pictures, and different without them."""

import pytest

from nyttokedja.drawing.dot.styles import LINK_STYLES, STYLES, styles_in
from nyttokedja.drawing.routing.arrow_labels import LABELLED
from nyttokedja.drawing.svg.theme import LIGHT, THEMES


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_colours_are_those_of_the_theme(theme):
    styles = styles_in(theme)
    assert styles.keys() == theme.kinds.keys()
    for kind, style in styles.items():
        assert (style.fill, style.line) == (theme.kinds[kind].fill, theme.kinds[kind].line)
    assert styles_in(LIGHT) == STYLES


def test_no_two_kinds_share_shape_style_width_and_peripheries():
    assert len({(one.shape, one.style, one.width, one.peripheries) for one in STYLES.values()}) == len(STYLES)


def test_every_strength_has_a_style_of_its_own():
    assert set(LINK_STYLES) == set(LABELLED)
    assert len(set(LINK_STYLES.values())) == 3
