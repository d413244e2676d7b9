"""Orders as plain data and back."""

import dataclasses
import json
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.editing.orders import (
    PLANNERS,
    AddOrder,
    LinkOrder,
    MalformedOrder,
    Order,
    RemoveOrder,
    SetOrder,
    from_data,
    to_data,
)
from nyttokedja.editing.orders.model import KINDS

TEXT = st.text(max_size=8)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
VALUES = {
    "str": TEXT,
    "str | None": st.none() | TEXT,
    "bool": st.booleans(),
    "tuple[str, ...]": TEXTS,
    "Mapping[str, str]": st.dictionaries(TEXT, TEXT, max_size=3),
    "Mapping[str, tuple[str, ...]]": st.dictionaries(TEXT, TEXTS, max_size=3),
}


@st.composite
def orders(draw):
    kind = draw(st.sampled_from(list(KINDS.values())))
    return kind(**{field.name: draw(VALUES[field.type]) for field in dataclasses.fields(kind)})


@given(orders())
def test_an_order_goes_through_json_and_is_the_same(order):
    data = json.loads(json.dumps(to_data(order)))
    back = from_data(data)
    assert (back, type(back)) == (order, type(order))
    assert to_data(back) == data
    for key in data:  # the order in which pointers are written is kept too
        assert repr(getattr(back, key, None)) == repr(getattr(order, key, None))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT,
        lambda held: st.lists(held) | st.dictionaries(TEXT, held),
        max_leaves=6,
    )
)
def test_whatever_comes_is_an_order_or_a_sentence(data):
    for sent in (
        data,
        {"do": data},
        {"do": "add", "type": data, "title": "x"},
        {"do": "link", "facts": data},
    ):
        try:
            assert isinstance(from_data(sent), Order)
        except MalformedOrder:
            continue


def test_every_kind_of_order_has_a_name_and_a_planner():
    assert set(KINDS.values()) == set(PLANNERS) == set(typing.get_args(Order))
    assert {f"{name.capitalize()}Order" for name in KINDS} == {kind.__name__ for kind in PLANNERS}


def test_what_may_be_left_out_has_its_default():
    assert from_data({"do": "add", "type": "goal", "title": "x"}) == AddOrder("goal", "x", None, (), {})
    assert from_data({"do": "link", "source": "a", "target": "b"}) == LinkOrder("a", "b", {})
    assert from_data({"do": "remove", "id": "a"}) == RemoveOrder("a")
    assert to_data(SetOrder("a", "b", "c")) == {
        "do": "set",
        "id": "a",
        "key": "b",
        "value": "c",
        "replace": False,
    }
    assert to_data(AddOrder("a", "b", sources=("c",), pointers={"at": ("d",)})) == {
        "do": "add",
        "type": "a",
        "title": "b",
        "id": None,
        "sources": ["c"],
        "pointers": {"at": ["d"]},
    }


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (3, "An order is a mapping of keys to values."),
        (
            {},
            "The key “do” of an order is one of: add, link, unlink, set, unset, retitle,",
        ),
        ({"do": "title"}, "The key “do” of an order is one of: add"),
        ({"do": ["add"]}, "The key “do” of an order is one of: add"),
        (
            {"do": "remove", "id": "a", "force": True, 3: 4},
            "The order “remove” has no key “force”, “3”. Its keys are: id.",
        ),
        ({"do": "rename"}, "The order “rename” lacks “id”, “new”."),
        ({"do": "remove", "id": None}, "The key “id” of an order holds a text."),
        ({"do": "add", "type": "a", "title": "b", "id": 3}, "The key “id” of an order holds a text or null."),
        (
            {"do": "set", "id": "a", "key": "b", "value": "c", "replace": 1},
            "The key “replace” of an order holds true or false.",
        ),
        (
            {"do": "add", "type": "a", "title": "b", "sources": "ab"},
            "The key “sources” of an order holds a list of texts.",
        ),
        (
            {"do": "add", "type": "a", "title": "b", "sources": [1]},
            "The key “sources” of an order holds a list of texts.",
        ),
        (
            {"do": "link", "source": "a", "target": "b", "facts": {"because": 1}},
            "holds a mapping of texts to texts.",
        ),
        (
            {"do": "link", "source": "a", "target": "b", "facts": {1: "a"}},
            "holds a mapping of texts to texts.",
        ),
        (
            {"do": "add", "type": "a", "title": "b", "pointers": {"at": "c"}},
            "holds a mapping of texts to lists of texts.",
        ),
    ],
)
def test_what_is_no_order_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(MalformedOrder) as refused:
        from_data(data)
    assert sentence in str(refused.value)
