"""Orders are plain values."""

import dataclasses

import pytest

from nyttokedja.editing.orders import LinkOrder, SetOrder
from nyttokedja.editing.orders.model import KINDS


@pytest.mark.parametrize("kind", KINDS.values())
def test_they_are_frozen_and_slotted(kind):
    order = kind(*["x"] * sum(f.default is f.default_factory for f in dataclasses.fields(kind)))
    assert not hasattr(order, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(order, dataclasses.fields(kind)[0].name, "y")


def test_nothing_is_replaced_and_nothing_said_of_an_arrow_unless_that_is_asked_for():
    assert not SetOrder("a", "b", "c").replace
    assert LinkOrder("a", "b").facts == {}
