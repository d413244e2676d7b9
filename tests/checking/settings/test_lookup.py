"""Which settings hold for which chain."""

import os
import sys
from pathlib import Path

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Layer, Lookup, WrongSettings


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


def most(path, *arguments, **options):
    return Lookup(Config(), *arguments, **options).config(Path(path) if path else None).most_nodes


def test_the_nearest_file_holds_and_no_other(write):
    write("nyttokedja.toml", "most-nodes = 1\nstage = 'plan'")
    write("a/b/nyttokedja.toml", "most-nodes = 2")
    assert [most(path) for path in ("x.yaml", "a/x.yaml", "a/b/x.yaml", "a/b/c/x.yaml", None)] == [
        1,
        1,
        2,
        2,
        1,
    ]
    assert Lookup(Config()).config(Path("a/b/x.yaml")).stage is None


def test_the_file_of_our_own_goes_before_the_shared_one(write):
    write("pyproject.toml", "[tool.nyttokedja]\nmost-nodes = 3\n")
    assert most("x.yaml") == 3
    write("nyttokedja.toml", "most-nodes = 1")
    assert most("x.yaml") == 1


def test_a_shared_file_without_our_table_is_passed_by(write):
    write("nyttokedja.toml", "most-nodes = 1")
    write("a/pyproject.toml", "[project]\nname = 'nyttokedja'\n")
    write("b/pyproject.toml", "this is no TOML about nyttokedja")
    write("c/pyproject.toml", "nothing at all = = of ours")
    assert {most(f"{folder}/x.yaml") for folder in "abc"} == {1}


def test_a_repository_is_not_left(write):
    write("nyttokedja.toml", "most-nodes = 1")
    write("a/.git/config", "")
    assert most("a/b/x.yaml") == 60
    write("w/.git", "gitdir: elsewhere")
    assert most("w/b/x.yaml") == 60
    write("a/nyttokedja.toml", "most-nodes = 2")
    assert most("a/b/x.yaml") == 2


def test_settings_of_some_files_hold_for_those(write):
    write(
        "nyttokedja.toml",
        "most-nodes = 1\n[[files]]\npaths = ['drafts']\nmost-nodes = 2\n"
        "[[files]]\npaths = ['**/old.yaml']\nmost-nodes = 3\n",
    )
    paths = ("x.yaml", "drafts/x.yaml", "drafts/old.yaml", "old.yaml", "drafts/../x.yaml", None)
    assert [most(path) for path in paths] == [1, 2, 3, 3, 1, 1]


def test_options_go_before_files(write):
    write("nyttokedja.toml", "most-nodes = 1\n[[files]]\npaths = ['*']\nmost-nodes = 2")
    assert most("x.yaml", Layer({"most-nodes": 9})) == 9


def test_one_file_can_be_the_only_one_or_none(write):
    write("nyttokedja.toml", "most-nodes = 1")
    other = write("other/my.toml", "most-nodes = 2\n[[files]]\npaths = ['in.yaml']\nmost-nodes = 3")
    assert most("x.yaml", file=other) == 2
    assert [most(path, file=other) for path in ("in.yaml", "other/in.yaml")] == [2, 3]
    assert most("x.yaml", search=False) == 60


def test_every_setting_says_its_line(write):
    write("nyttokedja.toml", "\nmost-nodes = 1\n[[files]]\npaths = ['a/**']\nmost-nodes = 2\n")
    settings = Lookup(Config()).resolved(Path("a/x.yaml")).settings
    assert settings["most-nodes"] == ((1, "nyttokedja.toml:2"), (2, "nyttokedja.toml:5"))


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("nyttokedja.toml", "stage = 'x'\nignore = 3", 2),
        ("nyttokedja.toml", "stage = x", 1),
        ("pyproject.toml", "[tool.nyttokedja]\nstage = 'x'", 1),
        ("pyproject.toml", "[tool.nyttokedja]\nstage = x", 1),
    ],
)
def test_wrong_settings_are_told_with_their_lines(write, name, text, count):
    write(name, text)
    lookup = Lookup(Config())
    for _ in range(2):
        with pytest.raises(WrongSettings) as caught:
            lookup.config(Path("x.yaml"))
        assert (caught.value.file, len(caught.value.findings)) == (name, count)
        for finding in caught.value.findings:
            assert finding.file == name
            assert "stage" in caught.value.lines[finding.place.line] or finding.place.line == 2


def test_the_language_of_settings_is_their_own(write):
    write("nyttokedja.toml", "language = 'nb'\nstage = 'x'")
    with pytest.raises(WrongSettings) as caught:
        Lookup(Config()).config()
    assert {finding.language for finding in caught.value.findings} == {"nb"}


def test_what_cannot_be_opened_is_a_trouble(write, tmp_path):
    (tmp_path / "nyttokedja.toml").mkdir()
    with pytest.raises(WrongSettings) as caught:
        Lookup(Config()).config()
    assert caught.value.trouble == "folder"
    with pytest.raises(WrongSettings) as caught:
        Lookup(Config(), file=Path("none.toml")).config()
    assert (caught.value.file, caught.value.trouble) == ("none.toml", "not-found")
    with pytest.raises(WrongSettings) as caught:
        Lookup(Config(), file=write("pyproject.toml", "[project]\n")).config()
    assert [finding.variant for finding in caught.value.findings] == ["no-table"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders there")
def test_a_pipe_is_never_read(write, tmp_path):
    os.mkfifo(tmp_path / "nyttokedja.toml")
    with pytest.raises(WrongSettings) as caught:
        Lookup(Config()).config()
    assert caught.value.trouble == "not-regular"
