"""The command that writes the app, where it has been built and where it has not."""

import pytest

from nyttokedja.app import file
from nyttokedja.errors import CannotRead


def test_what_is_built_is_written(run, tmp_path, monkeypatch):
    monkeypatch.setattr(file, "app_file", lambda: b"<!DOCTYPE html>")
    done = run("app", "-o", tmp_path / "tavla.html")
    assert done.code == 0
    assert (tmp_path / "tavla.html").read_bytes() == b"<!DOCTYPE html>"


def test_where_it_is_not_built_the_line_that_builds_it_is_said(run, tmp_path, monkeypatch):
    monkeypatch.setattr(file, "NAME", "nothing.html")
    with pytest.raises(CannotRead, match=r"python3 build\.py"):
        file.app_file()
    done = run("app", "-o", tmp_path / "tavla.html", "--language", "sv")
    assert done.code == 2
    assert "npm ci --ignore-scripts" in done.err
    assert not (tmp_path / "tavla.html").exists()


def test_a_name_that_no_browser_opens_is_refused(run, tmp_path):
    assert run("app", "-o", tmp_path / "tavla.txt").code == 2
