"""Docks: what stands under what, and how it is joined."""

from itertools import pairwise

import pytest

from nyttokedja.drawing.boxes.docks import docks_of, unit_of, unplaced_of
from nyttokedja.drawing.content.arrow_kinds import group_arrows
from nyttokedja.drawing.page.compose import dock_rects
from nyttokedja.drawing.routing.stems import draw_bay, stems_of
from nyttokedja.model.chain import Chain
from tests.drawing.chains import ALL, DOCKS, OFFERS, STACKED, change, drawback, effect, obstacle, risk
from tests.drawing.laid import drawn, labels, laid_out, subject_of


def docks(chain):
    subject = subject_of(chain)
    return docks_of(subject, group_arrows(subject.graph), 231)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("nyckel", [("nej", "bar", "node", False), ("batteri", "bar", "node", False)]),
        ("behorig", [("signal", "bar", "tail", False)]),
        ("larm", [("drift", "ring", "head", True)]),
        ("tid", [("osaker", "bar", "node", False), ("turer", "ring", "head", False)]),
        ("hamt", [("rundgang", "ring", "head", False)]),
    ],
)
def test_where_a_dock_stands(host, expected):
    found = [(dock.box.id, dock.mark, dock.end, dock.shared) for dock in docks(DOCKS)[host]]
    assert [(a, b, c) for a, b, c, _ in found] == [(a, b, c) for a, b, c, _ in expected]
    for (*_, shared), dock in zip(expected, docks(DOCKS)[host], strict=True):
        assert any("Vid pilen från" in line for line in dock.box.details) == shared


def test_what_is_at_several_places_has_a_number_and_is_told_in_full_at_the_first():
    """In the order of the columns, and of what leads to what in them, whatever the file names first."""
    long = "Bredbandet i de äldre husen räcker inte till"
    chain = Chain(
        "x",
        nodes=(
            change("c", to="a"),
            effect("b"),
            effect("a", to="b"),
            obstacle("h", long, hinders=["b", "a", "c"], owner="IT-chef"),
            obstacle("g", hinders=["b"]),
            risk("r", at=["b", "a"]),
            obstacle("k", hinders=["a > b", "a"]),
        ),
    )
    found = docks(chain)
    told = {host: [(d.box.id, d.box.type_word, d.repeated) for d in its] for host, its in found.items()}
    assert told["c"] == [("h", "Hinder 1", False)]
    assert [one for one in told["a"] if one[0] in "hr"] == [("h", "Hinder 1", True), ("r", "Risk 1", False)]
    assert ("g", "Hinder", False) in told["b"]
    full, again = found["c"][0].box, found["a"][0].box
    assert (full.details, again.details) == (("Ägare: IT-chef",), ())
    assert again.title == long
    assert again.height < full.height
    assert found["a"][0].aria_start == f"Hinder 1 vid a: {long}"


def test_what_has_no_place_is_still_drawn():
    assert [box.id for box in unplaced_of(subject_of(DOCKS))] == ["los", "fel"]
    said = " ".join(labels(drawn(DOCKS)))
    assert "Hinder som inget hindrar" in said
    assert "Hindrar: finns_inte_alls" in said


def test_the_same_place_named_twice_gives_one_dock():
    chain = Chain("x", nodes=(effect("e"), obstacle("h", hinders=["e", "e"])))
    assert len(docks(chain)["e"]) == 1


def test_a_unit_takes_in_its_docks():
    subject = subject_of(DOCKS)
    picture = laid_out(DOCKS)
    unit = picture.draft.units["nyckel"]
    first, second = unit.docks
    assert first.top == unit.box.height + 13
    assert second.top == first.top + first.box.height + 5
    assert (first.joined, second.joined) == (False, True)
    assert unit.height == second.top + second.box.height + 8
    assert unit_of(unit.box, ()).height == unit.box.height
    assert subject.chain is DOCKS


@pytest.mark.parametrize("name", ["docks", "stacked", "offers", "full", "forty"])
def test_every_stem_ends_on_what_its_dock_points_at(name):
    picture = laid_out(ALL[name])
    canvas = picture.canvas
    for id, unit in canvas.units.items():
        host, rects = canvas.rect(id), dock_rects(unit, canvas.rect(id))
        stems = list(stems_of(unit, host, rects, canvas))
        docked = [dock for dock in unit.docks if not dock.joined]
        for dock, stem in zip(docked, stems, strict=True):
            if dock.end == "head":
                line = canvas.placed.enters.get(dock.arrow, canvas.entry(id, 0)[1])
                assert abs(stem.at[1] - line) <= 6
                assert stem.at[0] < host.x
            elif dock.end == "tail":
                assert abs(stem.at[1] - canvas.placed.leaves[dock.arrow]) <= 6
                assert stem.at[0] > host.right
            else:
                assert abs(stem.at[1] - host.foot) <= 5


def docked(id):
    canvas = laid_out(STACKED).canvas
    unit, host = canvas.units[id], canvas.rect(id)
    rects = dock_rects(unit, host)
    stems = list(stems_of(unit, host, rects, canvas))
    return host, [rect for dock, rect in zip(unit.docks, rects, strict=True) if not dock.joined], stems


def test_docks_of_one_kind_at_a_box_share_a_stem():
    unit = laid_out(STACKED).canvas.units["tid"]
    assert [dock.joined for dock in unit.docks] == [False, *[True] * 6, False]  # seven obstacles, a risk
    assert [dock.box.kind for dock in unit.docks] == ["obstacle"] * 7 + ["risk"]
    assert unit.height - unit.box.height < 8 * 32 + 13 + 8


@pytest.mark.parametrize(("id", "own"), [("nyckel", 2), ("tid", 2), ("hemma", 2)])
def test_each_kind_of_dock_of_a_box_reaches_the_box(id, own):
    _, rects, stems = docked(id)
    for place, stem in zip(rects[1:own], stems[1:own], strict=True):
        start, turn, end = stem.points
        assert start == (place.x, turn[1])  # out of its own dock
        assert place.y < start[1] < place.foot
        assert turn[0] == end[0] < place.x - 10  # up past those above
        assert end == stem.at


@pytest.mark.parametrize(("id", "own"), [("nyckel", 2), ("tid", 2), ("hemma", 2)])
def test_bars_and_rings_stand_side_by_side_under_the_box(id, own):
    host, rects, stems = docked(id)
    spans = sorted((one.at[0] - one.width / 2, one.at[0] + one.width / 2) for one in stems[:own])
    assert all(right + 2 < left for (_, right), (left, _) in pairwise(spans))
    assert spans[0][0] >= host.x + 8
    assert spans[-1][1] <= host.right
    assert all(rect.right == host.right for rect in rects)


def test_stems_of_one_box_do_not_cross():
    for id in ("nyckel", "tid"):
        _, _, stems = docked(id)
        xs = [stem.points[-1][0] for stem in stems]
        assert xs[1:] == sorted(xs[1:], reverse=True)


def test_docks_beside_many_stems_keep_room_for_their_text():
    host, rects, _ = docked("tid")
    assert rects[0].width >= host.width - 60


def test_the_bay_holds_docks_and_stems():
    for id in ("nyckel", "hemma", "tid"):
        host, rects, stems = docked(id)
        bay = draw_bay(laid_out(STACKED).canvas.units[id], host, rects, "#FFF").attributes
        own = [stem for stem in stems if stem.at[0] > host.x]
        assert float(bay["x"]) <= min(stem.at[0] - stem.width / 2 for stem in own) - 1.5
        assert float(bay["x"]) + float(bay["width"]) == pytest.approx(rects[0].right + 8, abs=0.1)


def test_opportunities_have_docks_too():
    found = docks(OFFERS)
    assert [dock.box.id for dock in found["o1"]] == ["h3"]
    assert [dock.box.id for dock in found["o2"]] == ["r2"]


def test_a_risk_that_only_leads_to_a_drawback_stands_there():
    nodes = (change("c", to="d"), drawback("d", "Sämre kontakt"), risk("r", "Ensamhet", to="d"))
    chain = Chain("x", nodes=nodes)
    (dock,) = docks(chain)["d"]
    assert (dock.box.id, dock.mark, dock.end) == ("r", "ring", "node")
    assert dock.aria_start == "Risk: Ensamhet. Leder till: Sämre kontakt"
    assert dock.box.details == ("Följd: Sämre kontakt",)
    assert unplaced_of(subject_of(chain)) == ()


def test_a_risk_that_is_somewhere_is_not_at_its_drawback_too():
    assert "d1" not in docks(OFFERS)
