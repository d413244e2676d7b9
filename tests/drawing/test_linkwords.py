"""The words at arrows that say how strong a link is."""

import pytest

from nyttokedja.chain import Chain
from nyttokedja.drawing.boxes import SMALL

from .chains import BACKWARD, FULL, OFFERS, change, effect
from .laid import SVG, drawn, laid_out, parsed


def spoken(chain):
    """(word, x, y) of the haloed texts."""
    found = (text for text in parsed(drawn(chain)).iter(f"{SVG}text") if text.get("paint-order"))
    return [(text.text, float(text.get("x")), float(text.get("y"))) for text in found]


@pytest.mark.parametrize(
    ("chain", "words"),
    [
        (FULL, ["direkt", "indirekt"]),
        (BACKWARD, ["indirekt"]),
        (OFFERS, ["begränsad"] * 3 + ["direkt"] * 3 + ["indirekt"] * 2),
    ],
    ids=["full", "backward", "offers"],
)
def test_every_link_that_has_a_strength_says_it(chain, words):
    assert sorted(word for word, _, _ in spoken(chain)) == words


def test_above_the_line_but_below_it_where_it_rises():
    (_, _, direct), (_, _, indirect) = sorted(spoken(FULL))
    canvas = laid_out(FULL).canvas
    assert direct == pytest.approx(canvas.placed.leaves["tid", "bemanning"] - 5, abs=0.1)
    assert indirect == pytest.approx(canvas.placed.leaves["ssk", "bemanning"] + 13, abs=0.1)


def test_words_never_stand_on_each_other():
    heads = {f"e{n}": ("direct", "indirect", "limited")[n % 3] for n in range(7)}
    nodes = (change("c", to=heads), *(effect(id) for id in heads))
    found = spoken(Chain("x", nodes=nodes))
    assert len(found) == 7
    for number, (word, x, y) in enumerate(found):
        for other, other_x, other_y in found[number + 1 :]:
            beside = x + SMALL.width(word) <= other_x or other_x + SMALL.width(other) <= x
            assert beside or abs(y - other_y) >= 14
