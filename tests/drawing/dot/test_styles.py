"""The styles of DOT: in the colours of the pictures, and different without them."""

from nyttokedja.drawing.dot.styles import ARROW, INK, LINK_STYLES, SOFT, STYLES
from nyttokedja.drawing.routing.arrow_labels import LABELLED
from nyttokedja.drawing.svg.theme import LIGHT


def test_the_colours_are_those_of_the_theme():
    assert STYLES.keys() == LIGHT.kinds.keys()
    for kind, style in STYLES.items():
        assert (style.fill, style.line) == (LIGHT.kinds[kind].fill, LIGHT.kinds[kind].line)
    assert (LIGHT.ink, LIGHT.soft, LIGHT.arrow) == (INK, SOFT, ARROW)


def test_no_two_kinds_share_shape_style_width_and_peripheries():
    assert len({(one.shape, one.style, one.width, one.peripheries) for one in STYLES.values()}) == len(STYLES)


def test_every_strength_has_a_style_of_its_own():
    assert set(LINK_STYLES) == set(LABELLED)
    assert len(set(LINK_STYLES.values())) == 3
