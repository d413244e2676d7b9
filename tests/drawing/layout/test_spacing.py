"""The two ways to space a picture."""

from dataclasses import fields

import pytest

from nyttokedja.drawing.layout.spacing import NARROW, WIDE, Spacing


@pytest.mark.parametrize("name", [field.name for field in fields(Spacing) if field.name != "word"])
def test_narrow_is_narrower(name):
    assert getattr(NARROW, name) < getattr(WIDE, name)


@pytest.mark.parametrize("spacing", [NARROW, WIDE])
def test_columns_are_further_apart_than_ranks_and_boxes_than_lines(spacing):
    assert spacing.between > spacing.inside
    assert spacing.boxes > spacing.lines
