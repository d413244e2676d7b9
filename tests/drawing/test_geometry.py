"""No box on another, no line through a box: held on chains of every sort."""

import re
from itertools import combinations, pairwise

import pytest

from nyttokedja.drawing.content.arrow_kinds import style_of
from nyttokedja.drawing.layout.spacing import NARROW
from nyttokedja.drawing.layout.trials import NATURAL, Trial
from nyttokedja.drawing.page.compose import dock_rects
from nyttokedja.drawing.routing.stems import stems_of

from .chains import ALL, tangled
from .laid import all_rects, laid_out

CHAINS = [*(pytest.param(chain, id=name) for name, chain in ALL.items() if name not in ("nothing", "many"))]
CHAINS += [pytest.param(tangled(seed), id=f"tangled {seed}") for seed in range(60)]


def stem_runs(picture):
    canvas = picture.canvas
    for id, unit in picture.draft.units.items():
        host = canvas.rect(id)
        for stem in stems_of(unit, host, dock_rects(unit, host), canvas):
            yield from pairwise(stem.points)


def runs(picture):
    for route in picture.routes:
        yield from route.runs
    yield from stem_runs(picture)


def passes(run, rect):
    """Whether the straight run has points inside the rectangle, its edge of 2 px apart."""
    (x1, y1), (x2, y2) = run
    rank_edges = max(x1, x2) > rect.x + 2 and min(x1, x2) < rect.right - 2
    down = max(y1, y2) > rect.y + 2 and min(y1, y2) < rect.foot - 2
    return rank_edges and down


def apart(one, other):
    return one.right <= other.x or other.right <= one.x or one.foot <= other.y or other.foot <= one.y


WAYS = {
    "natural": (NATURAL, 1),
    "narrow": (Trial(176, NARROW), 1),
    "folded": (Trial(196, NARROW, 420), 1),
    "two rows": (Trial(196, NARROW), 2),
    "four rows": (Trial(196, NARROW, 420), 4),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
@pytest.mark.parametrize("chain", CHAINS)
def test_boxes_and_lines_keep_apart(chain, way):
    picture = laid_out(chain, *way)
    rects = all_rects(picture)
    assert [(a, b) for a, b in combinations(rects, 2) if not apart(rects[a], rects[b])] == []
    # a change's point leaves the corner of its rectangle free, where its right-angled lines begin
    bodies = {
        id: rect
        for id, rect in rects.items()
        if "/" in id or picture.subject.graph.nodes[id].type != "change"
    }
    through = [(run, id) for run in runs(picture) for id, rect in bodies.items() if passes(run, rect)]
    assert through == []


@pytest.mark.parametrize("chain", CHAINS)
def test_all_is_inside_the_picture(chain):
    picture = laid_out(chain)
    for rect in all_rects(picture).values():
        assert rect.y >= picture.top + 46 - 0.1
        assert rect.x >= 28
        assert rect.right <= picture.width - 28 + 0.1
    for (x1, y1), (x2, y2) in runs(picture):
        assert min(x1, x2) >= 10
        assert max(x1, x2) <= picture.width - 10
        assert min(y1, y2) >= picture.top


def bends(route):
    """(from x, to x) of every bend of a path of M, H and C commands."""
    x = 0.0
    for command, numbers in re.findall(r"([MHC])([^MHC]*)", route.d):
        end = float(numbers.split()[-2 if command != "H" else 0])
        if command == "C":
            yield x, end
        x = end


@pytest.mark.parametrize("trial", [NATURAL, Trial(176, NARROW)], ids=["natural", "narrow"])
@pytest.mark.parametrize("chain", CHAINS)
def test_arrows_bend_only_in_the_gutters(chain, trial):
    picture = laid_out(chain, trial)
    rank_edges, ranks = picture.canvas.rank_edges, picture.canvas.ranks
    gutters = [(rank_edges.edge(rank), rank_edges.left(rank + 1)) for rank in range(ranks.count - 1)]
    for route in picture.routes[: len(picture.canvas.arrow_groups.forward)]:
        for start, end in bends(route):
            assert any(left <= start < end <= right for left, right in gutters)


@pytest.mark.parametrize("chain", CHAINS)
def test_columns_share_no_x(chain):
    picture = laid_out(chain)
    columns = picture.canvas.ranks.columns
    for before, after in pairwise(columns):
        rank_edges = picture.canvas.rank_edges
        assert rank_edges.edge(before.last) + 14 < rank_edges.left(after.first) - 14


@pytest.mark.parametrize("chain", CHAINS)
def test_every_arrow_is_drawn_to_its_head(chain):
    picture = laid_out(chain)
    heads = sum(route.tip is not None for route in picture.routes)
    arrow_groups = picture.canvas.arrow_groups
    merged = len({(arrow.target.id, style_of(arrow)) for arrow in arrow_groups.backward})
    assert heads == len(arrow_groups.forward) + merged
