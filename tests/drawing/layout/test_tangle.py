"""A tangle of arrows that no layout engine gets through in its minute is refused before it is asked."""

import random

import pytest

from nyttokedja.checking.check import check
from nyttokedja.drawing import draw
from nyttokedja.drawing.content.size import MOST_PIECES
from nyttokedja.drawing.layout.trials import _MANY_PIECES, NATURAL, _Measured, best_draft, draft_of
from nyttokedja.errors import CannotDraw
from tests.drawing.laid import subject_of


def chain(boxes, each, seed=1):
    dice = random.Random(seed)
    lines = (
        f"  e{n}: {{leads_to: [{', '.join(f'e{to}' for to in dice.sample(range(boxes), each))}]}}\n"
        for n in range(boxes)
    )
    return check(f"nyttokedja: 1\ntitle: T\nstage: draft\neffects:\n{''.join(lines)}".encode())


def never(_):
    raise AssertionError("the engine was asked")


@pytest.mark.parametrize(("boxes", "each"), [(300, 3), (600, 3), (1500, 2)])
def test_a_tangle_is_refused_before_it_is_laid_out(boxes, each):
    checked = chain(boxes, each)
    with pytest.raises(CannotDraw, match="pass so many other boxes that a picture of them cannot be read"):
        draw(checked.chain, checked.graph, layout=never)


@pytest.mark.parametrize("seed", range(3))
def test_two_hundred_boxes_with_six_hundred_arrows_are_drawn_however_they_lead(seed):
    checked = chain(200, 3, seed)
    pieces = len(best_draft(subject_of(checked.chain), lambda _: 300.0).layered.edges)
    assert _MANY_PIECES < pieces < MOST_PIECES


def test_what_is_counted_is_what_is_laid_out():
    checked = chain(60, 2)
    draft = draft_of(subject_of(checked.chain), NATURAL)
    counted = _Measured(subject_of(checked.chain)).pieces
    assert 0.9 * counted <= len(draft.layered.edges) <= counted
