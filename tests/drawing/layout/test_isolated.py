"""Boxes that no arrow touches: in file order, from the top."""

import pytest

from nyttokedja.model.chain import Chain
from tests.drawing.chains import benefit, change, effect, goal, risk, tangled
from tests.drawing.laid import laid_out


def tops(chain):
    return laid_out(chain).canvas.placed.tops


def test_boxes_without_arrows_stand_in_file_order():
    placed = tops(Chain("x", nodes=(effect("a"), effect("b"), effect("c"), benefit("n"), goal("m"))))
    assert placed["a"] < placed["b"] < placed["c"]
    assert placed["a"] == placed["n"] == placed["m"]


def test_they_take_the_room_beside_what_is_joined():
    chain = Chain("x", nodes=(change("c"), effect("a"), effect("e", to="n1 n2"), effect("b"), change("c2"),
                              benefit("n1"), benefit("n2", to="m"), goal("m"), goal("m2"),
                              risk("r", hinders=["a"])))  # fmt: skip
    placed = tops(chain)
    assert placed["a"] < placed["b"]
    assert placed["c"] < placed["c2"]
    assert placed["c"] == min(placed.values())


@pytest.mark.parametrize("seed", range(60))
def test_file_order_within_a_rank(seed):
    canvas = laid_out(tangled(seed)).canvas
    tied = {name for edge in canvas.layered.edges for name in edge}
    loose = [id for id in canvas.units if canvas.layered.names[id] not in tied]
    by_place = sorted(loose, key=canvas.placed.tops.__getitem__)
    for rank in range(canvas.ranks.count):
        assert [id for id in by_place if canvas.ranks.of[id] == rank] == [
            id for id in loose if canvas.ranks.of[id] == rank
        ]
