"""What a tab asks of an open chain: each answered as the command of its name does it."""

from base64 import b64decode
from types import SimpleNamespace

import pytest

from nyttokedja.app.engine import answer
from nyttokedja.board import protocol
from nyttokedja.board.protocol import MalformedMessage
from nyttokedja.board.room import Room
from nyttokedja.errors import CannotDraw, CannotWrite
from nyttokedja.exporting import FORMATS

CHAIN = """\
nyttokedja: 1
title: Door locks
language: en
stage: plan
changes:
  locks: {title: Digital locks, leads_to: [time, keys]}
effects:
  time: {title: Shorter way, leads_to: calm}
  keys: {title: Fewer keys, leads_to: calm}
benefits:
  calm: {title: Calm, owner: Head}
"""


def never(dots):
    raise CannotDraw("There is no layout here.")


def room(text=CHAIN, name="locks.of.ours.yaml"):
    return Room(text.encode(), name)


def ask(chain=None, **message):
    return answer({"who": "me", **message}, chain or room(), never)


@pytest.mark.parametrize(
    ("of", "lost", "exposed"),
    [
        (["locks"], ["calm"], []),
        (["time"], [], ["calm"]),
        (["time", "keys"], ["calm"], []),
        (["locks -> time"], [], ["calm"]),
        (["locks->time", " locks → keys "], ["calm"], []),
        (["time -> keys"], [], []),
        (["gone", "gone -> time", "locks -> time -> calm"], [], []),
        ([], [], []),
    ],
)
def test_what_falls_without_boxes_and_arrows(of, lost, exposed):
    told = ask(ask="without", of=of)
    assert (told["answer"], told["lost"], told["exposed"]) == ("done", lost, exposed)


@pytest.mark.parametrize("of", ["locks", None, ["locks", 1]])
def test_what_is_struck_out_is_a_list_of_texts(of):
    with pytest.raises(MalformedMessage, match="“of”"):
        ask(ask="without", of=of)


def test_all_that_is_certain_is_mended_as_one_step():
    chain = room(CHAIN.replace("owner: Head", "owner: Head, category: Financial"))
    told = ask(chain, ask="fix")
    assert (told["answer"], told["revision"]) == ("done", 1)
    assert "category: financial" in chain.parsed.text
    assert chain.steps[0].who == "me"
    assert ask(chain, ask="fix")["revision"] == 1


def test_a_file_that_has_faults_is_not_laid_out():
    told = ask(room("nyttokedja: 1\ntitle: [\n"), ask="format")
    assert (told["answer"], told["revision"]) == ("refused", 0)
    assert told["why"]


def test_the_difference_is_told_in_the_words_of_the_command():
    text = ask(ask="difference", before=CHAIN.replace("Fewer keys", "No keys"))["text"]
    assert "No keys" in text
    assert "Shorter way" not in text


def test_a_page_is_there_where_there_is_no_picture():
    told = ask(ask="page")
    assert told["name"] == "locks.of.ours.html"
    assert "There is no layout here." in told["text"]


def test_a_chain_goes_out_in_the_format_that_is_asked_for():
    told = ask(ask="export", format="notes")
    assert told["name"] == f"locks.of.ours{FORMATS['notes'].ending}"
    assert "Shorter way" in b64decode(told["data"]).decode()
    assert ask(room(CHAIN + "# once\n"), ask="export", format="notes")["left_out"] != told["left_out"]


def test_what_cannot_be_written_here_is_said(monkeypatch):
    def missing(exportable):
        raise CannotWrite("Its writer is not here.")

    monkeypatch.setitem(FORMATS, "notes", SimpleNamespace(write=missing))
    told = ask(ask="export", format="notes")
    assert told["answer"] == "refused"
    assert "Its writer" not in told["why"]


@pytest.mark.parametrize("format", ["", "fly"])
def test_a_format_is_one_of_ours(format):
    with pytest.raises(MalformedMessage, match="A format is one of: "):
        ask(ask="export", format=format)


FACTOR = """\
calculation:
  start: 2027
  horizon: 1
  rate: 0
  factors:
    wage: {title: Wage, unit: SEK/h, likely: 300}
"""
VALUED = CHAIN.replace("owner: Head", "owner: Head, category: financial, value: {yearly: wage * 2}") + FACTOR


@pytest.mark.parametrize(
    ("typed", "net"), [({}, 600), ({"wage": "400,5"}, 801), ({"wage": 100}, 200), ({"wage": "0"}, 0)]
)
def test_a_factor_is_tried_at_what_is_typed(typed, net):
    told = ask(room(VALUED), ask="worth", **{"with": typed})["calculation"]["chains"][0]
    assert told["results"]["all"]["likely"]["net"] == net


@pytest.mark.parametrize("typed", ["many", "1e99", ""])
def test_what_is_no_number_is_refused_as_it_was_typed(typed):
    told = ask(room(VALUED), ask="worth", **{"with": {"wage": typed}})
    assert told["answer"] == "refused"
    assert (f"“{typed}”" in told["why"], told["factor"]) == (True, "wage")


@pytest.mark.parametrize(
    ("values", "is_done"),
    [("likely: 300", False), ("likely: 0", False), ("lowest: -2, likely: 3", True), ("likely: -1", True)],
)
def test_a_value_below_zero_is_for_a_factor_that_has_one_in_the_file(values, is_done):
    made = room(VALUED.replace("likely: 300", values))
    told = ask(made, ask="worth", **{"with": {"wage": "−5"}})
    assert (told["answer"] == "done", "calculation" in told) == (is_done, is_done)
    if not is_done:
        assert (told["why"].startswith("“−5” is below zero"), told["factor"]) == (True, "wage")


@pytest.mark.parametrize("given", [["wage"], {"salary": "1"}])
def test_values_are_of_the_chain_s_own_factors(given):
    with pytest.raises(MalformedMessage, match="“with”"):
        ask(room(VALUED), ask="worth", **{"with": given})


def test_the_seven_questions_are_answered_as_the_command_answers_them():
    (told,) = ask(ask="questions")["questions"]["files"]
    assert (told["file"], told["chain"]["completeness"]["answered"]) == ("locks.of.ours.yaml", 2)


def test_what_a_board_is_asked_is_left_to_it():
    message = {"ask": "state", "who": "me"}
    assert answer(message, room(), never) == protocol.answer(message, room(), never)
