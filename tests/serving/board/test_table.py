"""What a tab may call itself, and what is a message."""

import pytest

from nyttokedja.app import engine
from nyttokedja.board import protocol
from nyttokedja.board.protocol import MalformedMessage
from nyttokedja.serving.board.desk import WRITES
from nyttokedja.serving.board.table import LOOKS, _asked, is_name


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("a", True), ("x" * 64, True), ("x" * 65, False), ("", False), ("å", False), ("a\n", False), (7, False)],
)
def test_a_name_is_short_and_plain(name, is_one):
    assert is_name(name) is is_one


def test_who_says_nothing_is_nobody():
    assert _asked({"ask": "state"}) == {"ask": "state", "who": "-"}
    assert _asked({"ask": "state", "who": "ann"}) == {"ask": "state", "who": "ann"}


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        {},
        {"ask": 1},
        {"ask": "fly"},
        {"ask": "state", "who": ""},
        {"ask": "order", "who": "ann", "token": "x" * 65},
    ],
)
def test_what_is_no_message_is_a_mistake(message):
    with pytest.raises(MalformedMessage):
        _asked(message)


def test_what_changes_the_file_is_not_looked_at_beside():
    assert set(LOOKS) == {"picture", *engine.ASKED} - set(WRITES)
    assert set(WRITES) <= {*protocol.ASKED, *engine.ASKED}
