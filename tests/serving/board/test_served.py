"""A board over a socket: orders of several, each on the disk before it is told; outside changes."""

import os
import threading
import time
from pathlib import Path

import pytest

from nyttokedja.serving.gate import LARGEST
from tests.serving.board.boards import Sitter, seated
from tests.serving.served import until

CHAIN = Path("chains/digitala_las.yaml").read_bytes()


@pytest.fixture
def chain(tmp_path):
    path = tmp_path / "kedja.yaml"
    path.write_bytes(CHAIN)
    return path


def test_each_sees_what_the_other_does_and_undoes_their_own(chain):
    with seated(chain) as (address, table):
        mine, yours = Sitter(address, "a"), Sitter(address, "b")
        answer, states = yours.events("/events?who=b")
        assert next(states)["state"]["revision"] == 0
        done = mine.order(do="type", text="Vad säger facket?")
        assert (done["answer"], done["revision"]) == ("done", 1)
        assert "Vad säger facket?" in chain.read_text("utf-8")  # on the disk before it is told
        begun = time.monotonic()
        told = next(states)
        assert time.monotonic() - begun < 1
        assert (told["state"]["revision"], told["mine"], told["said"]) == (1, False, done["said"])
        assert told["state"]["chain"]["notes"][-1] == "Vad säger facket?"
        first = next(iter(told["state"]["chain"]["nodes"]))
        yours.order(do="retitle", id=first["id"], title="Ett annat namn")
        undone = mine.ask("undo")
        assert undone["said"][0].startswith("Ångrade")
        text = chain.read_text("utf-8")
        assert "Vad säger facket?" not in text
        assert "Ett annat namn" in text
        assert mine.ask("undo")["answer"] == "refused"
        yours.ask("undo")
        assert chain.read_bytes() == CHAIN
        answer.close()
        until(lambda: len(table.channel) == 0)


def test_what_is_asked_again_is_done_once(chain):
    with seated(chain) as (address, _):
        mine = Sitter(address)
        first = mine.order("t1", do="type", text="Lappen")
        assert mine.order("t1", do="type", text="Lappen") == first
        mine.order(do="type", text="En till")
        assert mine.ask("undo", "t2") == mine.ask("undo", "t2")
        assert mine.ask("state")["state"]["revision"] == 3


def test_six_orders_at_once_are_all_in_the_file(chain):
    with seated(chain) as (address, _):
        mine = Sitter(address)
        orders = [{"do": "type", "text": f"Lapp nummer {n}"} for n in range(6)]
        threads = [threading.Thread(target=lambda order=order: mine.order(**order)) for order in orders]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        text = chain.read_text("utf-8")
        assert all(order["text"] in text for order in orders)
        assert mine.ask("state")["state"]["revision"] == 6


def test_what_another_program_writes_is_told_within_a_second_and_can_be_taken_back(chain):
    with seated(chain) as (address, _):
        mine = Sitter(address)
        answer, states = mine.events("/events?who=a")
        next(states)
        chain.write_bytes(CHAIN + b"# hej\n")
        begun = time.monotonic()
        told = next(states)
        assert time.monotonic() - begun < 1
        assert told["outside"]
        mine.ask("undo", number=told["state"]["undo"][0]["number"])
        assert chain.read_bytes() == CHAIN
        answer.close()


def test_an_order_is_carried_out_in_what_the_file_says_now(chain):
    with seated(chain) as (address, _):
        mine = Sitter(address)
        mine.ask("state")
        chain.write_bytes(CHAIN + b"# hej\n")
        assert mine.order(do="type", text="Lappen")["answer"] == "done"
        assert b"# hej\n" in chain.read_bytes()


def test_a_file_that_cannot_be_read_refuses_orders_and_is_mended_by_undoing(chain):
    with seated(chain) as (address, _):
        mine = Sitter(address)
        mine.ask("state")
        chain.write_bytes(b"nyttokedja: 1\nrubrik: [")
        refused = mine.order(do="type", text="Lappen")
        assert refused["answer"] == "refused"
        assert refused["why"].startswith("Filen går inte att läsa, så inget har ändrats.")
        assert chain.read_bytes() == b"nyttokedja: 1\nrubrik: ["
        state = mine.ask("state")["state"]
        assert (state["readable"], state["findings"][0]["severity"]) == (False, "error")
        mine.ask("undo", number=state["undo"][0]["number"])
        assert chain.read_bytes() == CHAIN


def test_a_file_that_is_gone_is_told_and_nothing_is_written_in_its_place(chain):
    with seated(chain) as (address, _):
        mine = Sitter(address)
        answer, states = mine.events("/events?who=a")
        assert next(states)["trouble"] == ""
        chain.rename(chain.with_suffix(".away"))
        assert "kedja.yaml" in next(states)["trouble"]
        assert mine.order(do="type", text="Lappen")["answer"] == "refused"
        assert not chain.exists()
        chain.with_suffix(".away").rename(chain)
        assert next(states)["trouble"] == ""
        assert mine.order(do="type", text="Lappen")["answer"] == "done"
        answer.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nobody forbids root to write")
def test_a_file_that_may_not_be_written_refuses_orders(chain):
    chain.chmod(0o444)
    with seated(chain) as (address, _):
        refused = Sitter(address).order(do="type", text="Lappen")
        assert refused["answer"] == "refused"
        assert "skriv" in refused["why"]


def test_what_the_file_held_is_kept_on_request(chain, tmp_path):
    versions = tmp_path / "versioner"
    with seated(chain, versions=versions) as (address, _):
        mine = Sitter(address)
        mine.order(do="type", text="Lappen")
        second = chain.read_bytes()
        chain.write_bytes(second + b"# hej\n")
        mine.order(do="drop", note="Lappen")
        mine.order(do="drop", note="Finns inte")
    kept = {path.name: path.read_bytes() for path in versions.iterdir()}
    assert kept == {
        "kedja-0001.yaml": CHAIN,
        "kedja-0002.yaml": second,
        "kedja-0003.yaml": second + b"# hej\n",
    }


def test_a_process_that_dies_loses_nothing_but_the_steps(chain):
    with seated(chain) as (address, table):
        mine = Sitter(address)
        mine.order(do="type", text="Lappen")
        table._room._process.kill()
        table._room._process.join()
        mine.order(do="type", text="En till")  # or is refused, since nobody knows what became of it
        assert mine.order(do="type", text="En tredje")["revision"] >= 2
        text = chain.read_text("utf-8")
        assert "Lappen" in text
        assert "En tredje" in text


def test_pictures_pages_and_exports_are_those_of_the_newest_state(chain):
    with seated(chain) as (address, _):
        mine = Sitter(address)
        before = mine.ask("picture")
        mine.order(do="type", text="N: Lugnare nätter")
        picture = mine.ask("picture")
        assert (before["revision"], picture["revision"]) == (0, 1)
        assert "lugnare_nätter" in picture["svg"]
        assert "lugnare_nätter" not in before["svg"]
        assert "Lugnare nätter" in mine.ask("page")["text"]
        assert mine.ask("export", format="notes")["name"] == "kedja.txt"
        assert mine.ask("without", of=["lugnare_nätter"])["lines"]


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff", 400),
        (b"[" * 100_000, 400),
        (b'{"ask": "order", "who": "a", "order": {"do": "type", "text": "\\ud800"}}', 400),
        ({"ask": ["state"]}, 400),
        ({"ask": "open"}, 400),
        ({"ask": "state", "who": ""}, 400),
        ({"ask": "state", "who": "x" * 65}, 400),
        ({"ask": "order", "who": "a", "order": {"do": "fly"}}, 400),
        ({"ask": "undo", "who": "a", "number": 1.5}, 400),
        (b" " * (LARGEST + 1), 413),
        (b" " * LARGEST, 400),
    ],
    ids=lambda value: str(value)[:60],
)
def test_bad_questions_get_an_answer(address, content, status):
    sitter, chain = address
    before = chain.read_bytes()
    assert sitter.post(content)[0] == status
    assert chain.read_bytes() == before


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("board") / "kedja.yaml"
    path.write_bytes(CHAIN)
    with seated(path) as (where, _):
        yield Sitter(where), path


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "null"},
        {"origin": "https://evil.example"},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"cookie": "x=y"},
        {"host": "evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=str,
)
def test_nobody_else_gets_an_order_through(address, headers):
    sitter, chain = address
    before = chain.read_bytes()
    status, _ = sitter.post({"ask": "order", "who": "a", "order": {"do": "type", "text": "E"}}, headers)
    assert status == 403
    assert chain.read_bytes() == before


def test_there_is_nothing_but_the_board(address):
    sitter, _ = address
    assert sitter.get("/")[0] == 200
    assert 'data-host="server"' in sitter.get("/")[1]
    assert sitter.get("/app.js")[0] == sitter.get("/app.css")[0] == 200
    for path in ("/ask", "/kedja.yaml", "/%2e%2e/%2e%2e/etc/passwd", "/events", "/events?who="):
        assert sitter.get(path)[0] in (400, 404, 405)
