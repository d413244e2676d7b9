"""The words at arrows that say how strong a link is."""

import pytest

from nyttokedja.drawing.boxes.box import SMALL
from nyttokedja.drawing.routing.collisions import points_of
from nyttokedja.model.chain import Chain
from tests.drawing.chains import BACKWARD, FULL, OFFERS, benefit, change, effect, goal, obstacle, tangled
from tests.drawing.laid import SVG, drawn, laid_out, parsed

SIBLINGS = Chain(
    "x",
    nodes=(
        change("c", to="e2"),
        effect("e2", "Kortare köer", to={"n1": "limited", "e3": ""}),
        effect("e3", to="n2"),
        benefit("n1", to="m"),
        benefit("n2", to="m"),
        goal("m"),
    ),
)
HINDERED = Chain(
    "x",
    nodes=(
        change("c", to="a1 a2"),
        effect("a1", to={"n": "limited"}),
        effect("a2", to={"n": "direct"}),
        benefit("n", to="m"),
        goal("m"),
        obstacle("o1", hinders=["a1 > n"]),
        obstacle("o2", hinders=["a2 > n"]),
    ),
)


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


def crossed(chain):
    """(word, how many routes are under it, whether a stem or a box is) of the haloed texts."""
    svg = drawn(chain)
    heading = parsed(svg)
    paths = [one.get("d") for group in heading.iter(f"{SVG}g") if group.get("class") == "arrows"
             for one in group.iter(f"{SVG}path") if one.get("fill") in (None, "none")]  # fmt: skip
    stems = [one.get("d") for group in heading.iter(f"{SVG}g") if group.get("class") == "joints"
             for one in group.iter(f"{SVG}path")]  # fmt: skip
    for word, x, y in spoken(chain):
        right = x + SMALL.width(word)

        def under(d, x=x, y=y, right=right):
            return any(x <= px <= right and y - 9 <= py <= y + 2 for px, py in points_of(d))

        yield word, sum(map(under, paths)), any(map(under, stems))


@pytest.mark.parametrize("chain", [SIBLINGS, HINDERED, FULL], ids=["siblings", "hindered", "full"])
def test_a_word_cuts_no_line_where_there_is_room(chain):
    assert [(word, lines, stems) for word, lines, stems in crossed(chain) if lines or stems] == []


@pytest.mark.parametrize("chain", [OFFERS, BACKWARD, *map(tangled, range(40))], ids=lambda one: one.title)
def test_a_halo_cuts_no_line_but_its_own(chain):
    assert [word for word, lines, stems in crossed(chain) if lines > 1 or stems] == []


def test_above_the_line_where_a_dock_hangs_on_the_tail():
    canvas = laid_out(HINDERED).canvas
    ys = {word: y for word, _, y in spoken(HINDERED)}
    assert ys["begränsad"] == pytest.approx(canvas.placed.leaves["a1", "n"] - 5, abs=0.1)
    assert ys["direkt"] == pytest.approx(canvas.placed.leaves["a2", "n"] - 5, abs=0.1)
