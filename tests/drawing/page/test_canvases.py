"""How high the columns become, by what the picture has come to be."""

from benchmarks.pictures.realistic import recipe
from nyttokedja import check
from nyttokedja.batch.engines import lay_out
from nyttokedja.drawing import compose
from nyttokedja.drawing.layout.estimate import A3, SMALLEST
from nyttokedja.drawing.layout.trials import ENOUGH
from nyttokedja.drawing.page import canvases


def picture(size, depth, share, seed):
    checked = check(recipe(size, depth, share, seed).yaml)
    return compose(checked.chain, checked.graph, checked.findings, layout=lay_out)


def whole(width):
    """The height of the sheet, or what a picture of that width may have."""
    return max(A3[1] * SMALLEST / ENOUGH, width * A3[1] / A3[0])


def test_a_picture_that_came_out_too_high_is_laid_out_lower(monkeypatch):
    made = picture(40, 8, 0.25, 5)
    monkeypatch.setattr(canvases, "_NEAR", 2.0)
    once = picture(40, 8, 0.25, 5)
    assert once.height > 1.01 * whole(once.width)
    assert made.height < once.height
    assert made.canvas.ranks == once.canvas.ranks


def test_columns_are_no_lower_than_their_tallest_rank():
    made = picture(100, 3, 0.5, 0)
    (top, foot), *_ = made.canvas.placed.rows
    assert foot - top >= max(made.draft.rank_heights) - 0.1
    assert made.height > whole(made.width)


def test_a_small_picture_is_laid_out_once():
    made = picture(8, 3, 0.25, 0)
    assert canvases.true_height(made.draft, made.canvas, 1e9, made.width, made.height) is None
