"""The graph that a layout engine is given, and what is made of its answer."""

import pytest

from nyttokedja.drawing.layout.engine_input import check
from nyttokedja.drawing.layout.trials import Trial, draft_of
from nyttokedja.errors import CannotDraw
from tests.drawing.chains import HOSTILE_CHAIN, ONE
from tests.drawing.laid import subject_of


def test_text_never_enters_the_layout():
    dot = draft_of(subject_of(HOSTILE_CHAIN), Trial()).dot
    assert "HOSTILE" not in dot
    assert "script" not in dot


def test_a_layout_must_place_every_box():
    layered = draft_of(subject_of(ONE), Trial()).layered
    with pytest.raises(CannotDraw, match="without a place"):
        check({"n0": float("nan")}, layered)
