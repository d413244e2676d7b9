"""Messages and answers, as JSON has them."""

import json

import pytest

from nyttokedja.board.protocol import ASKED, MalformedMessage, answer
from nyttokedja.errors import CannotDraw
from tests.board.rooms import CHAIN, room


def no_layout(dots):
    raise CannotDraw("There is no engine.")


def ask(made, **message):
    told = answer({"who": "a", **message}, made, no_layout)
    return json.loads(json.dumps(told))


def test_an_order_is_answered_with_the_state_that_it_made():
    made = room()
    told = ask(made, ask="order", order={"do": "type", "text": "N: Ro"}, token="t")
    assert (told["answer"], told["revision"], told["touched"]) == ("done", 1, ["ro"])
    state = told["state"]
    assert [node["title"] for node in state["chain"]["nodes"]][-1] == "Ro"
    assert state["chain"]["notes"] == ["Vad säger facket?", "Nycklar: var?"]
    assert state["undo"] == [{"number": 1, "said": "La till nyttan ”Ro”.", "mine": True, "outside": False}]
    assert {"source": "lås", "target": "färre_nycklar"} in state["chain"]["arrows"]
    assert ask(made, ask="undo")["state"]["redo"][0]["mine"]
    assert ask(made, ask="redo")["revision"] == 3


def test_findings_come_with_their_boxes():
    findings = ask(room(), ask="state")["state"]["findings"]
    assert any("tid" in finding["nodes"] for finding in findings)
    assert all(finding["message"] for finding in findings)


def test_the_file_is_asked_for_as_text():
    assert ask(room(), ask="file")["text"] == CHAIN


def test_what_cannot_be_done_is_refused_in_a_sentence():
    told = ask(room(), ask="order", order={"do": "drop", "note": "?"})
    assert told["answer"] == "refused"
    assert told["why"]
    assert ask(room(), ask="picture")["answer"] == "refused"
    assert ask(room("nyttokedja: ["), ask="picture")["answer"] == "refused"


def test_the_state_of_what_cannot_be_read_has_its_findings():
    state = ask(room("nyttokedja: 1\nrubrik: ["), ask="state")["state"]
    assert (state["readable"], state["chain"]) == (False, None)
    assert state["findings"][0]["severity"] == "error"


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        {},
        {"ask": "all"},
        {"ask": "state"},
        {"ask": "state", "who": 1},
        {"ask": "order", "who": "a"},
        {"ask": "order", "who": "a", "order": {"do": "fly"}},
        {"ask": "order", "who": "a", "order": {"do": "drop", "note": "x"}, "token": 3},
        {"ask": "undo", "who": "a", "number": "1"},
        {"ask": "undo", "who": "a", "number": True},
    ],
)
def test_what_is_no_message_is_a_mistake_of_the_program(message):
    with pytest.raises(MalformedMessage):
        answer(message, room(), no_layout)


def test_every_question_is_tried_here():
    assert ASKED.keys() == {"state", "picture", "file", "details", "order", "undo", "redo"}
