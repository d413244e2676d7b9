"""Pictures as they are written, of realistic chains: what is measured in them, and that measuring sees it."""

from itertools import pairwise

import pytest

from benchmarks.pictures.crossings import crossings
from benchmarks.pictures.edits import edits, moved, size_class
from benchmarks.pictures.geometry import faults
from benchmarks.pictures.measuring import drawn
from benchmarks.pictures.realistic import COLUMN, recipe
from benchmarks.pictures.written import read_svg
from nyttokedja.model.severity import Severity

SAMPLE = [
    (1, 3, 0.5),
    (2, 3, 0.5),
    (8, 8, 0.25),
    (20, 3, 0.5),
    (20, 15, 1 / 6),
    (40, 8, 0.25),
    (60, 15, 0.5),
    (60, 3, 1 / 3),
]
"""(boxes, depth, hampered share) of the chains that are drawn."""


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("of", SAMPLE, ids=str)
def test_pictures_of_realistic_chains_are_sound(of, seed):
    assert wrong(drawn(recipe(*of, seed))[1]) == {}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("depth", [3, 8])
def test_no_two_arrows_cross_twice_in_a_gutter(depth, seed):
    found = {}
    for one, other, (x, _) in crossings(drawn(recipe(60, depth, 0.0, seed))[1].lines):
        found.setdefault(frozenset((one, other)), []).append(x)
    assert found
    assert [ends for ends, xs in found.items() if any(0 < b - a < 60 for a, b in pairwise(sorted(xs)))] == []


@pytest.mark.parametrize("of", SAMPLE, ids=str)
def test_the_chains_are_what_they_say(of):
    size, depth, share = of
    chain = recipe(*of)
    checked, picture = drawn(chain)
    errors = {one.name for one in checked.findings if one.severity is Severity.ERROR}
    assert errors <= {"circular-chain"} or size < 20
    assert len(chain.columns) == size
    assert max(box.level for box in chain.columns) + 1 == min(size, max(4, depth))
    assert {box.id for box in picture.boxes if box.kind in (*COLUMN, "behaviour")} == {
        box.id for box in chain.columns
    }
    assert sum(box.kind in ("obstacle", "risk") for box in chain.boxes) == round(share * size)
    assert recipe(*of).yaml == chain.yaml
    assert recipe(*of, 1).yaml != chain.yaml


BOX = (
    '<g class="node effect" data-node="{id}"><path d="M{x} {y}H{right}V{foot}H{x}Z" fill="#FFF"/>'
    '<text x="{x}" y="{y}" font-size="9">T</text></g>'
)
LINE = (
    '<path data-source="{a}" data-target="{b}" d="{d}" fill="none" stroke-width="1.6"/>'
    '<path data-source="{a}" data-target="{b}" d="M0 0Z" fill="#000"/>'
)
WORD = '<text data-source="{a}" data-target="{b}" x="{x}" y="{y}" font-size="11.5">direkt</text>'
STEM = '<path d="M50 100V20" fill="none"/>'


def box(id, x, y):
    return BOX.format(id=id, x=x, y=y, right=x + 100, foot=y + 40)


def line(ends, d):
    return LINE.format(a=ends[0], b=ends[1], d=d)


def word(ends, x, y):
    return WORD.format(a=ends[0], b=ends[1], x=x, y=y)


def svg(*boxes, arrows=(), joints=""):
    return read_svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400">{"".join(boxes)}'
        f'<g class="arrows">{"".join(arrows)}</g><g class="joints">{joints}</g></svg>'
    )


A, B, C, D = box("a", 0, 0), box("b", 300, 0), box("c", 0, 200), box("d", 300, 200)
AB = line("ab", "M100 20C200 20 200 20 292 20")
CD = line("cd", "M100 220H292")


def wrong(picture):
    return {what: found for what, found in faults(picture).items() if found}


def test_nothing_is_wrong_where_nothing_is():
    assert wrong(svg(A, B, C, D, arrows=[AB, CD, word("ab", 110, 15)])) == {}


@pytest.mark.parametrize(
    ("picture", "what"),
    [
        (svg(A, box("b", 90, 10)), "boxes on boxes"),
        (svg(A, B, box("x", 150, 0), arrows=[AB]), "lines through boxes"),
        (svg(A, B, arrows=[line("ab", "M60 20H292")]), "lines through boxes"),
        (svg(A, joints=STEM), "lines through boxes"),
        (svg(A, B, C, D, arrows=[AB, CD, word("ab", 120, 224)]), "lines through words"),
        (svg(A, B, arrows=[AB, word("ab", 40, 60)], joints=STEM), "lines through words"),
        (svg(A, B, arrows=[AB, word("ab", 80, 15)]), "words on boxes or words"),
        (svg(A, B, arrows=[AB, word("ab", 120, 15), word("cd", 130, 17)]), "words on boxes or words"),
        (svg(A, B, C, D, arrows=[AB, CD, word("ab", 120, 215)]), "words nearer another arrow"),
    ],
)  # fmt: skip
def test_each_fault_is_seen(picture, what):
    assert what in wrong(picture)


def test_lines_cross_where_they_cross_and_not_where_they_meet():
    down, up = line("ad", "M100 20C200 20 200 220 292 220"), line("cb", "M100 220C200 220 200 20 292 20")
    assert len(crossings(svg(arrows=[down, up]).lines)) == 1
    assert crossings(svg(arrows=[AB, CD, down]).lines) == []
    assert len(crossings(svg(arrows=[AB, line("xy", "M150 0V300H250V0")]).lines)) == 2


@pytest.mark.parametrize("y", [0, 40])
def test_lines_that_join_another_or_leave_it_do_not_cross_it(y):
    joins = line("xb", f"M100 {y}C160 {y} 160 20 200 20H292")
    leaves = line("ax", f"M100 20H200C250 20 250 {y} 292 {y}")
    assert crossings(svg(arrows=[AB, joins]).lines) == []
    assert crossings(svg(arrows=[AB, leaves]).lines) == []
    assert len(crossings(svg(arrows=[AB, line("xb", f"M100 {y}L200 {40 - y}L230 20H292")]).lines)) == 1


def test_print_is_measured_on_the_sheet():
    picture = svg(A)
    assert picture.smallest == 9
    assert picture.print_size == pytest.approx(9 * 1134 / 800)
    assert picture.share == pytest.approx((1134 * 567) / (1134 * 785))


def test_what_an_edit_moves_is_counted():
    before = svg(A, B, box("e", 300, 100), D)
    assert (moved(before, before).ranks, moved(before, before).turned, moved(before, before).pairs) == (
        0,
        0,
        3,
    )
    turned = moved(before, svg(A, box("b", 300, 100), box("e", 300, 0), D))
    assert (turned.resized, turned.ranks, turned.turned) == (False, 0, 1)
    assert moved(before, svg(A, box("b", 0, 100), box("e", 300, 100), D)).ranks == 1
    assert moved(before, svg(A, B, box("e", 300, 100), box("d", 600, 200))).resized
    assert size_class(before) == (100, 2)


def test_an_edit_adds_one_box_and_lengthens_no_path():
    chain = recipe(60, 8, 0.25)
    depth = max(box.level for box in chain.columns)
    for edited in edits(chain, 20, 1):
        assert len(edited.boxes) == len(chain.boxes) + 1
        assert max(box.level for box in edited.columns) == depth
        level = {box.id: box.level for box in edited.columns}
        new = next(box for box in edited.boxes if box.id == "ny")
        assert all(level[head] > new.level for head in new.links)
        assert [level[box.id] for box in edited.boxes if "ny" in box.links] == [new.level - 1]
        assert edited.yaml != chain.yaml
