"""A room over a file: what is answered once, what comes from elsewhere, and what tabs are told."""

import json

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.serving.board import processes
from nyttokedja.serving.board.desk import _MOST_ANSWERS, Desk, Opening

TEXT = "nyttokedja: 1\nrubrik: A\nspråk: sv\nnyttor:\n  ro: Ro\n"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "kedja.yaml"
    made.write_text(TEXT, "utf-8")
    return made


@pytest.fixture
def desk(path):
    return Desk(Opening(path, Config()))


def retitle(title, token=None, **more):
    order = {"do": "retitle", "id": "ro", "title": title}
    return {"ask": "order", "who": "ann", "order": order, **({"token": token} if token else {}), **more}


def test_an_order_is_in_the_file_and_in_what_tabs_are_told(desk, path):
    told = desk.answer(retitle("Lugn"))
    assert (json.loads(told.text)["answer"], told.turn, told.is_mistake) == ("done", 1, False)
    assert "Lugn" in path.read_text("utf-8")
    for who, mine in (("ann", True), ("bo", False)):
        state = json.loads(desk.state(who).text)
        assert (state["mine"], state["outside"], state["trouble"]) == (mine, False, "")
        assert state["said"] == list(desk.room.steps[-1].said)


def test_before_anything_is_done_nothing_was_said(desk):
    state = json.loads(desk.state("").text)
    assert (state["said"], state["mine"], state["outside"]) == ([], False, False)


def test_an_order_that_comes_again_is_answered_as_it_was(desk):
    first = desk.answer(retitle("Lugn", "t"))
    assert desk.answer(retitle("Annat", "t")) is first
    assert desk.turn == 1
    looked = {"ask": "file", "who": "ann", "token": "t"}
    assert "Lugn" in json.loads(desk.answer(looked).text)["text"]


def test_a_mistake_may_be_mended_under_its_name(desk):
    assert desk.answer({"ask": "order", "who": "ann", "order": {"do": "fly"}, "token": "t"}).is_mistake
    assert not desk.answer(retitle("Lugn", "t")).is_mistake


def test_only_the_newest_answers_are_kept(desk):
    first = desk.answer(retitle("Lugn", "t"))
    desk._answers |= {str(n): first for n in range(_MOST_ANSWERS - 1)}
    assert desk.answer(retitle("Lugn", "t")) is first
    desk.answer(retitle("Frid", "u"))
    assert len(desk._answers) == _MOST_ANSWERS
    assert "t" not in desk._answers
    assert "u" in desk._answers


def test_what_another_program_wrote_is_taken_over(desk, path):
    path.write_text(TEXT.replace("Ro", "Frid"), "utf-8")
    desk.look()
    state = json.loads(desk.state("ann").text)
    assert (desk.turn, state["outside"], state["mine"]) == (1, True, False)
    assert "Frid" in desk.room.parsed.text
    desk.look()
    assert desk.turn == 1


def test_what_another_program_wrote_has_its_version(path, tmp_path):
    folder = tmp_path / "versions"
    folder.mkdir()
    desk = Desk(Opening(path, Config(), folder))
    path.write_text(TEXT.replace("Ro", "Frid"), "utf-8")
    desk.look()
    assert [one.read_text("utf-8") for one in folder.iterdir()] == [TEXT]


def test_a_file_is_gone_when_it_has_been_so_at_three_looks(desk, path):
    path.unlink()
    troubles = []
    for _ in range(4):
        desk.look()
        troubles.append((bool(json.loads(desk.state("").text)["trouble"]), desk.turn))
    assert troubles == [(False, 0), (False, 0), (True, 1), (True, 1)]
    path.write_text(TEXT, "utf-8")
    desk.look()
    assert (json.loads(desk.state("").text)["trouble"], desk.turn) == ("", 2)
    path.unlink()
    desk.look()
    assert desk.turn == 2


def test_a_process_after_another_goes_on_from_its_number(path):
    assert Desk(Opening(path, Config()), 7).answer(retitle("Lugn")).turn == 8


@pytest.fixture
def own(monkeypatch):
    monkeypatch.setattr(processes, "_desks", {})
    monkeypatch.setattr(processes, "_rooms", {})


def test_what_is_only_looked_at_is_answered_from_a_room_as_it_was(own, path):
    opening = Opening(path, Config())
    view = processes.view(opening, 0)
    processes.answer(opening, 0, retitle("Lugn"))
    asked = {"ask": "file", "who": "ann"}
    assert "Ro" in json.loads(processes.seen(view, Config(), asked).text)["text"]
    newer = processes.view(opening, 0)
    assert "Lugn" in json.loads(processes.seen(newer, Config(), asked).text)["text"]
    assert list(processes._rooms) == [newer.turn] == [1]
    assert processes.look(opening, 0) == 1


def test_a_file_that_cannot_be_opened_is_refused_and_looked_for_again(own, path):
    opening = Opening(path, Config(), language="en")
    path.unlink()
    told = processes.answer(opening, 3, retitle("Lugn"))
    assert (json.loads(told.text)["answer"], told.turn) == ("refused", 3)
    assert (processes.state(opening, 3, ""), processes.view(opening, 3), processes.look(opening, 3)) == (
        None,
        None,
        3,
    )
    path.write_text(TEXT, "utf-8")
    assert processes.look(opening, 3) == 3
    assert processes.state(opening, 3, "") is not None
