"""The words at arrows that say how strong a link is, as they are written in the SVG."""

from dataclasses import replace
from math import hypot

import pytest

from nyttokedja.drawing.routing.collisions import points_of
from nyttokedja.model.chain import Chain
from tests.drawing.chains import (
    BACKWARD,
    DOCKS,
    FULL,
    OFFERS,
    benefit,
    change,
    effect,
    goal,
    large,
    obstacle,
    randomly,
    tangled,
)  # fmt: skip
from tests.drawing.laid import SVG, drawn, parsed

STRENGTHS = ("direct", "indirect", "limited")

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
FAN = Chain(
    "En solfjäder",
    nodes=(
        change("c", to={f"e{n}": STRENGTHS[n % 3] for n in range(15)}),
        *(effect(f"e{n}") for n in range(15)),
    ),
)
MESH = Chain(
    "Alla till alla",
    nodes=(
        *(change(f"c{n}", to={f"e{m}": STRENGTHS[(n + m) % 3] for m in range(2)}) for n in range(2)),
        *(effect(f"e{n}", "Färre resor till och från brukare") for n in range(2)),
    ),
)


def worded(chain, seed, part=3):
    """The chain with a strength at one of so many of its links."""
    pick = randomly(seed)

    def of(link):
        return replace(link, strength="" if pick(part) else STRENGTHS[pick(3)])

    return replace(chain, nodes=tuple(replace(n, links=tuple(map(of, n.links))) for n in chain.nodes))


REAL = [worded(large(14, 12, 4, seed=seed), seed) for seed in range(8)]
REAL += [worded(large(24, 20, 5, seed=seed), seed) for seed in range(4)]
TRICKY = [FULL, OFFERS, BACKWARD, DOCKS, HINDERED, FAN, MESH, *map(tangled, range(40))]


class Written:
    """What the SVG has: pills by the ends of their arrows, lines by those of theirs, boxes and stems."""

    def __init__(self, chain):
        root = parsed(drawn(chain, data_attributes=True))
        groups = {group.get("class"): group for group in root.iter(f"{SVG}g")}
        arrows = groups.get("arrows", ())
        self.pills, self.lines = [], {}
        for part in arrows:
            ends = part.get("data-source"), part.get("data-target")
            if part.tag == f"{SVG}rect":
                rect = rect_of(part)
            elif part.tag == f"{SVG}text":
                self.pills.append((ends, part.text, rect))
            elif part.tag == f"{SVG}path" and part.get("fill") == "none":
                self.lines.setdefault(ends, []).extend(points_of(part.get("d")))
        joints = groups["joints"].iter(f"{SVG}path") if "joints" in groups else ()
        self.stems = [point for one in joints for point in points_of(one.get("d"))]


def rect_of(rect):
    x, y, w, h = (float(rect.get(key)) for key in ("x", "y", "width", "height"))
    return x, y, x + w, y + h


def inside(point, rect, around=0.0):
    left, top, right, foot = rect
    return left - around < point[0] < right + around and top - around < point[1] < foot + around


@pytest.mark.parametrize("chain", [*TRICKY, *REAL], ids=lambda one: one.title)
def test_a_word_stands_on_its_own_arrow_and_covers_nothing_else(chain):
    written = Written(chain)
    for ends, _, rect in written.pills:
        x, y = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
        assert min(hypot(px - x, py - y) for px, py in written.lines[ends]) < 2
        others = {other for other, line in written.lines.items() for at in line if inside(at, rect)}
        assert others <= {ends}
        assert not any(inside(at, rect) for at in written.stems)


@pytest.mark.parametrize("chain", [*TRICKY, *REAL], ids=lambda one: one.title)
def test_words_keep_apart(chain):
    rects = [rect for _, _, rect in Written(chain).pills]
    for number, (left, top, right, foot) in enumerate(rects):
        for x, y, x2, y2 in rects[number + 1 :]:
            assert right <= x or x2 <= left or foot <= y or y2 <= top


@pytest.mark.parametrize(
    ("chain", "words"),
    [
        (FULL, ["direkt", "indirekt"]),
        (BACKWARD, ["indirekt"]),
        # the word of one link finds no clean place: the style of its line and the legend say it
        (OFFERS, ["begränsad"] * 3 + ["direkt"] * 3 + ["indirekt"]),
        (FAN, ["begränsad"] * 5 + ["direkt"] * 5 + ["indirekt"] * 5),
        (MESH, ["begränsad", "direkt", "indirekt", "indirekt"]),
        (HINDERED, ["begränsad", "direkt"]),
    ],
    ids=["full", "backward", "offers", "fan", "mesh", "hindered"],
)
def test_every_link_that_has_a_strength_says_it(chain, words):
    assert sorted(word for _, word, _ in Written(chain).pills) == words


def test_hardly_a_word_of_real_chains_finds_no_place():
    links, said = 0, 0
    for chain in REAL:
        # those of one strength out of one box may share a line that passes other boxes, and its word
        links += len({(node.id, one.strength) for node in chain.nodes for one in node.links if one.strength})
        said += len(Written(chain).pills)
    assert said >= 0.97 * links


def test_no_word_needs_what_some_programs_cannot_draw():
    for chain in (FULL, OFFERS):
        assert "paint-order" not in drawn(chain)
