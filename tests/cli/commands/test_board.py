"""The command that serves a board: what it needs, what it begins with, and what it says."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.cli.runs import board as runs

BUILT = "\ufeff<html lang='sv'><head><style>p{}</style></head><body></body></html>".encode("utf-16-le")


@pytest.fixture
def opened(monkeypatch):
    """What would be served: each table, and the port asked for."""
    seen = []

    def serve(app, following, port, ready):
        seen.append((following._opening, port))
        following._room.stop()
        following._beside.stop()
        ready("http://127.0.0.1:1/?key=x")

    monkeypatch.setattr("nyttokedja.serving.launch.serve", serve)
    monkeypatch.setattr(runs, "app_file", lambda: BUILT)
    monkeypatch.setattr(runs, "open_in_browser", seen.append)
    return seen


def test_a_file_that_is_not_there_begins_as_new_writes_it(run, tmp_path, opened):
    path = tmp_path / "digital_nattillsyn.yaml"
    done = run("board", path, "--port", "8123", "--keep", tmp_path / "v", "--language", "nb")
    assert done.code == 0, done.err
    assert "http://127.0.0.1:1/?key=x" in done.out
    checked = check(path.read_bytes(), path.name)
    assert (checked.chain.title, checked.language) == ("Digital nattillsyn", "nb")
    (opening, port), address = opened
    assert (opening.path, opening.versions, port) == (path, tmp_path / "v", 8123)
    assert address == "http://127.0.0.1:1/?key=x"


def test_a_file_that_is_there_stays_as_it_is(run, tmp_path, opened):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"nyttokedja: 1\r\nrubrik: A\r\n")
    assert run("board", path, "--no-browser").code == 0
    assert path.read_bytes() == b"nyttokedja: 1\r\nrubrik: A\r\n"
    assert len(opened) == 1


@pytest.mark.parametrize("name", ["-", "a.txt", "a"])
def test_what_is_no_name_of_a_chain_is_refused(run, tmp_path, opened, name):
    assert run("board", name if name == "-" else tmp_path / name).code == 2
    assert not list(tmp_path.iterdir())
    assert not opened


def test_a_folder_is_refused(run, tmp_path, opened):
    (tmp_path / "a.yaml").mkdir()
    assert run("board", tmp_path / "a.yaml").code == 2
    assert not opened


def test_where_the_page_is_not_built_the_line_that_builds_it_is_said(run, tmp_path, monkeypatch):
    monkeypatch.setattr("nyttokedja.app.file.NAME", "nothing.html")
    done = run("board", tmp_path / "a.yaml")
    assert done.code == 2
    assert "npm ci --ignore-scripts" in done.err
    assert not (tmp_path / "a.yaml").exists()


def test_what_is_not_installed_is_said(run, tmp_path, monkeypatch):
    monkeypatch.setattr("nyttokedja.cli.runs.serving.find_spec", lambda name: None)
    done = run("board", tmp_path / "a.yaml")
    assert done.code == 2
    assert "web]" in done.err
    assert not (tmp_path / "a.yaml").exists()
