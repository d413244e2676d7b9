"""Plans: what is renamed by them, for those who compare findings."""

import pytest

from nyttokedja.editing.orders import RemoveOrder, RenameOrder, UnlinkOrder
from tests.editing.orders.carried_out import planned


@pytest.mark.parametrize(
    ("order", "renamed"),
    [
        (RenameOrder("mål_1", "mål_2"), {"mål_1": "mål_2"}),
        (RemoveOrder("mål_1"), {}),
        (UnlinkOrder("trygghet", "mål_1"), {}),
    ],
)
def test_what_is_renamed(order, renamed):
    assert planned(order).renamed == renamed
