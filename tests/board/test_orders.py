"""Orders of the board as plain data: those about notes and those of the commands."""

import pytest

from nyttokedja.board import BOARD_KINDS, order_from_data
from nyttokedja.board.orders import SortOrder
from nyttokedja.editing.orders import LinkOrder, MalformedOrder
from nyttokedja.editing.orders.model import KINDS


def test_the_board_has_the_orders_of_the_commands_and_its_own():
    assert KINDS.items() <= BOARD_KINDS.items()
    assert BOARD_KINDS.keys() - KINDS.keys() == {"type", "sort", "merge", "drop", "unsort", "fill", "mend"}


def test_plain_data_becomes_an_order():
    assert order_from_data({"do": "link", "source": "a", "target": "b"}) == LinkOrder("a", "b")
    made = order_from_data({"do": "sort", "note": "x", "type": "effekt", "targets": ["b"]})
    assert made == SortOrder("x", "effekt", (), ("b",))


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"do": "fly"}, {"do": "sort", "note": "x"}, {"do": "drop", "note": 1}, {"do": ["type"]}],
)
def test_what_is_no_order_is_a_mistake_of_the_program(data):
    with pytest.raises(MalformedOrder):
        order_from_data(data)
