"""The engine behind the app's page: every question, answered as the commands do."""

import base64
import json
import subprocess
from pathlib import Path

import pytest

from nyttokedja.app import engine
from nyttokedja.app.host import Host
from nyttokedja.batch.layout_programs import packaged_program
from nyttokedja.board import protocol
from nyttokedja.checking.check import check
from nyttokedja.editing.formatting.format import formatted

CHAIN = Path("chains/digitala_las.yaml")


def render(dot):
    """Graphviz as a program, in the place of the one in the tab."""
    ran = subprocess.run([packaged_program(), "-Tjson0"], input=dot.encode(), capture_output=True, check=True)
    return ran.stdout.decode()


@pytest.fixture
def host():
    return Host(render, "sv", "2026-11-30")


def ask(host, **message):
    return json.loads(host.answer(json.dumps({"who": "me", "file": 1, **message})))


@pytest.fixture
def opened(host):
    ask(host, ask="open", name=CHAIN.name, text=CHAIN.read_text("utf-8"))
    return host


def test_a_file_is_opened_with_its_findings_and_drawn_as_the_command_draws_it(host):
    told = ask(host, ask="open", name=CHAIN.name, text=CHAIN.read_text("utf-8"))
    assert (told["file"], told["state"]["file"], told["state"]["readable"]) == (1, CHAIN.name, True)
    assert len(told["state"]["chain"]["nodes"]) == len(check(CHAIN.read_bytes(), "x").chain.nodes)
    svg = ask(host, ask="picture")["svg"]
    assert "data-node" in svg
    assert ask(host, ask="file")["text"] == CHAIN.read_text("utf-8")


def test_several_files_are_open_at_once_and_closed(opened):
    assert ask(opened, ask="new", title="Ny kedja", name="ny.yaml")["file"] == 2
    ask(opened, ask="order", file=2, order={"do": "type", "text": "N: Ro"})
    assert "ro:" in ask(opened, ask="file", file=2)["text"]
    assert ask(opened, ask="state")["state"]["revision"] == 0
    ask(opened, ask="close", file=2)
    assert ask(opened, ask="file", file=2)["answer"] == "mistake"


def test_notes_and_tables_are_imported_whatever_they_are(host):
    data = base64.b64encode(b"Nyttor:\nFrigjord tid\nFler?\n").decode()
    told = ask(host, ask="import", name="anteckningar.txt", data=data)
    assert [node["title"] for node in told["state"]["chain"]["nodes"]] == ["Frigjord tid", "Fler?"]
    assert told["state"]["file"] == "anteckningar.yaml"
    assert (
        ask(
            host, ask="import", name="x.pdf", data=base64.b64encode(b"%PDF-1.7\n%\xe2\xe3\n1 0 obj").decode()
        )["answer"]
        == "refused"
    )


def test_what_another_program_wrote_is_a_step(opened):
    state = ask(opened, ask="outside", text=CHAIN.read_text("utf-8") + "# hej\n")["state"]
    assert state["undo"][0]["outside"]


def test_every_question_of_an_open_chain_is_answered(opened):
    asked = {
        "fix": {},
        "format": {},
        "questions": {},
        "without": {"of": ["färre_nyckelhämtningar"]},
        "worth": {"with": {}},
        "difference": {"before": CHAIN.read_text("utf-8").replace("Digitala lås", "Lås")},
        "page": {},
        "export": {"format": "notes"},
    }
    assert asked.keys() == engine.ASKED.keys()
    told = {name: ask(opened, ask=name, **more) for name, more in asked.items()}
    assert {name: one["answer"] for name, one in told.items()} == dict.fromkeys(asked, "done")
    assert any("faller" in line or "nyttan" in line.lower() for line in told["without"]["lines"])
    assert "Lås" in told["difference"]["text"]
    assert told["page"]["text"].startswith("<!DOCTYPE html>")
    assert told["page"]["name"] == "digitala_las.html"
    assert told["questions"]["questions"]
    assert "F: " in base64.b64decode(told["export"]["data"]).decode()


def test_a_factor_is_tried_at_another_value_as_people_type_it_and_nothing_is_written(host):
    text = Path("chains/lakemedelsautomat.yaml").read_text("utf-8")
    ask(host, ask="open", name="k.yaml", text=text)

    def net(**values):
        told = ask(host, ask="worth", **{"with": values})["calculation"]["chains"][0]
        return told["results"]["own"]["likely"]["net"], told["changed"]

    assert net()[0] != net(brukare="1 000,5")[0]
    assert net(brukare="1 000,5")[1] == {"brukare": 1000.5}
    assert net(brukare=80) == (net()[0], {"brukare": 80})
    told = ask(host, ask="worth", **{"with": {"brukare": "många"}})
    assert (told["answer"], "”många”" in told["why"]) == ("refused", True)
    assert ask(host, ask="worth", **{"with": {"fel": "1"}})["answer"] == "mistake"
    assert ask(host, ask="worth", **{"with": ["brukare"]})["answer"] == "mistake"
    assert ask(host, ask="file")["text"] == text


def test_a_file_is_laid_out_as_fmt_does_it_and_that_can_be_undone(host):
    text = "nyttokedja: 1\nrubrik:   T\nnyttor: {a: A, b: {rubrik: B,   kategori: kvalitet}}\n"
    ask(host, ask="open", name="k.yaml", text=text)
    assert ask(host, ask="format")["said"][0] == "Ordnade filen."
    assert ask(host, ask="file")["text"].encode() == formatted(text.encode()).after
    ask(host, ask="undo")
    assert ask(host, ask="file")["text"] == text


@pytest.mark.parametrize("name", [*engine.ASKED, "picture"])
def test_what_cannot_be_read_is_refused_in_a_sentence(host, name):
    ask(host, ask="open", name="k.yaml", text="nyttokedja: 1\nrubrik: [")
    more = {"of": [], "before": "", "format": "notes"}
    told = ask(host, ask=name, **more)
    assert told["answer"] == "refused" or (name in ("difference", "fix") and told["answer"] == "done")
    assert told["answer"] == "done" or told["why"]


@pytest.mark.parametrize(
    "message", ["", "[]", "{", '{"ask": "fly"}', '{"ask": "open"}', '{"ask": "state", "file": 9}']
)
def test_a_mistake_of_the_scripts_is_answered(host, message):
    assert json.loads(host.answer(message))["answer"] == "mistake"


def test_no_question_has_two_answers():
    assert not protocol.ASKED.keys() & engine.ASKED.keys()
    assert not Host._OWN.keys() & {*protocol.ASKED, *engine.ASKED}


def test_only_boxes_and_arrows_that_are_there_are_struck_out(opened):
    one = ask(opened, ask="without", of=["färre_nyckelhämtningar"])["lines"]
    assert ask(opened, ask="without", of=["färre_nyckelhämtningar", "finns_inte", "a -> b"])["lines"] == one
    assert ask(opened, ask="without", of=["färre_nyckelhämtningar -> finns_inte"])["lines"] != one
    assert ask(opened, ask="without", of=["finns_inte"])["answer"] == "done"
