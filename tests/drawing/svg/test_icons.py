"""Pictograms: one for each kind of box, drawn in its square."""

import pytest

from nyttokedja.drawing.svg.icons import PICTOGRAMS, pictogram
from nyttokedja.drawing.svg.theme import LIGHT


def test_every_kind_has_its_own():
    assert set(LIGHT.kinds) <= set(PICTOGRAMS)
    assert len(set(PICTOGRAMS.values())) == len(PICTOGRAMS)


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_it_is_placed_and_scaled(name):
    drawn = pictogram(name, 10, 20.5, 8, "#123456").attributes
    assert drawn["d"] == PICTOGRAMS[name]
    assert drawn["transform"] == "translate(10 20.5) scale(0.500)"
    assert (drawn["fill"], drawn["stroke"]) == ("none", "#123456")
