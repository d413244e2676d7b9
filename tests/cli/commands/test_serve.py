"""The command serve: the address, the port, and how it ends."""

import importlib.util
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from nyttokedja.extras import how_to_install
from tests.cli.edited_chain import CHAIN

ADDRESS = re.compile(r"Open (http://127\.0\.0\.1:(\d+)/\?key=[\w-]{32}) in a browser\. Stop with Ctrl-C\.\n")


@pytest.fixture
def started(tmp_path):
    """Start the program in a process of its own, and read its first line."""
    processes = []

    def started(*arguments, **environment):
        process = subprocess.Popen(
            [sys.executable, "-m", "nyttokedja", "serve", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path.cwd()), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return process, process.stdout.readline()

    (tmp_path / "a.yaml").write_text(CHAIN, "utf-8")
    yield started
    for process in processes:
        process.kill()
        process.communicate()


def test_it_says_where_it_listens_and_stops_at_ctrl_c(started):
    process, line = started("a.yaml")
    _, port = ADDRESS.fullmatch(line).groups()
    with socket.create_connection(("127.0.0.1", int(port)), timeout=10) as seen:
        seen.sendall(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        assert seen.recv(1000).startswith(b"HTTP/1.1 403")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.parametrize(
    "sent", [b"\x00\xff\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a b\r\nX\r\n\r\n"]
)
def test_what_is_no_request_is_refused(started, sent):
    process, line = started("a.yaml")
    _, port = ADDRESS.fullmatch(line).groups()
    with socket.create_connection(("127.0.0.1", int(port)), timeout=10) as seen:
        seen.sendall(sent)
        assert seen.recv(1000)[9:12] in (b"400", b"403")
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=30) == ("", "")


def test_a_port_that_is_taken(run, chain):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("serve", chain, "--port", port)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"nyttokedja: Port {port} is taken by another program. Choose another with --port, or leave it out.\n"
    )


@pytest.mark.parametrize("missing", ["starlette", "uvicorn"])
def test_without_the_extra_one_sentence_says_what_is_missing(run, chain, monkeypatch, missing):
    find = importlib.util.find_spec
    monkeypatch.setattr("nyttokedja.cli.runs.serving.find_spec", lambda name: name != missing and find(name))
    ran = run("--language", "sv", "serve", chain)
    assert (ran.code, ran.out) == (2, "")
    told = "Förhandsvisningen kräver en del som inte är installerad. Installera den så här: "
    assert told + how_to_install("web") in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_port_out_of_range_and_settings_that_cannot_be_understood(run, chain, write):
    assert run("serve", chain, "--port", 70000).code == 2
    write("wrong.toml", "x = [")
    ran = run("serve", chain, "--config", "wrong.toml")
    assert ran.code == 2
    assert "wrong.toml" in ran.err


def test_the_browser_is_opened_where_that_is_asked_for(started, tmp_path):
    seen = tmp_path / "seen"
    browser = tmp_path / "browser.py"
    browser.write_text(f"import sys, pathlib\npathlib.Path({str(seen)!r}).write_text(sys.argv[1])\n")
    process, line = started("a.yaml", "--open", BROWSER=f"{sys.executable} {browser} %s")
    address = ADDRESS.fullmatch(line)[1]
    for _ in range(200):
        if seen.exists() and seen.read_text():
            break
        signal.sigtimedwait([], 0.05)
    assert seen.read_text() == address
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 0
