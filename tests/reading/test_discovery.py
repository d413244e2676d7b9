import errno
import inspect
import os
import sys
from pathlib import Path

import pytest

from nyttokedja.reading.discovery import Candidate, candidates, read_bytes, reason
from nyttokedja.reading.sniffing import contains_chain, is_chain


@pytest.mark.parametrize(
    ("data", "chain"),
    [
        (b"nyttokedja: 1\n", True),
        (b"# first\n\ntitle: x\nnyttokedja: 1\n", True),
        (b"\xef\xbb\xbfnyttokedja: 1\r\n", True),
        (b"{nyttokedja: 1, title: x}\n", True),
        (b'{"nyttokedja": 1}\n', True),
        ("nyttokedja: 1\n".encode("utf-16"), True),
        (b"nyttokeda: 1\n", True),
        (b"Nyttokedja: 1\n", True),
        (b"title: \xe5\nnyttokedja: 1\n", True),
        (b"x:\n  nyttokedja: 1\n", False),
        (b"services: {}\n", False),
        (b"# nyttokedja: 1\n", False),
        (b"", False),
        (bytes(range(256)), False),
        ("förändringar: {}\neffekter: {}\n".encode(), True),
        (b"forandringar: {}\nNyttor: {}\n", True),
        (b"endringer: {}\ngevinst: {}\n", True),
        (b"changes: {}\ngoals: {}\n", True),
        (b"nytta: {}\nnyttor: {}\n", False),
        (b"risks: {}\nservices: {}\n", False),
        (b"x:\n  changes: {}\n  goals: {}\n", False),
    ],
)
def test_a_chain_is_known_by_its_key(data, chain):
    assert is_chain(data) is chain


def test_folders_are_searched_in_a_steady_order(tmp_path):
    for name in (
        "b.yaml",
        "a.yml",
        "c.txt",
        ".hidden.yaml",
        "sub/d.YAML",
        ".git/e.yaml",
        "node_modules/f.yaml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("nyttokedja: 1\n")
    found = list(candidates([str(tmp_path), str(tmp_path / "b.yaml")]))
    assert [c.path.relative_to(tmp_path).as_posix() for c in found] == ["a.yml", "b.yaml", "sub/d.YAML"]
    assert not any(c.named for c in found)


def test_a_file_that_is_named_is_taken_for_a_chain_and_one_that_is_missing_is_kept(tmp_path):
    found = list(candidates([str(tmp_path / "missing.yaml"), "-"]))
    assert [(c.name, c.named) for c in found] == [(str(tmp_path / "missing.yaml"), True), ("-", True)]


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.yaml").write_text("nyttokedja: 1\n")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "link").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert list(candidates([str(tmp_path / "inside")])) == []


def test_a_link_to_a_file_out_of_the_folder_is_not_read(tmp_path):
    (tmp_path / "outside.yaml").write_text("nyttokedja: 1\n")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.yaml").symlink_to("../outside.yaml")
    (inside / "b.yaml").symlink_to("c.yaml")
    (inside / "c.yaml").write_text("nyttokedja: 1\n")
    (inside / "d.yaml").symlink_to("d.yaml")
    (inside / "up.yaml").symlink_to("..", target_is_directory=True)
    (tmp_path / "way").symlink_to(inside, target_is_directory=True)
    for folder in ("inside", "way"):
        found = list(candidates([str(tmp_path / folder)]))
        assert [(c.path.name, c.outside) for c in found] == [
            ("a.yaml", True),
            ("b.yaml", False),
            ("c.yaml", False),
            ("d.yaml", False),
        ]
    assert [c.outside for c in candidates([str(inside / "a.yaml")])] == [False]


def test_a_folder_that_may_not_be_read_is_said(tmp_path, monkeypatch):
    for name in ("a/x.yaml", "b/x.yaml", "c/x.yaml"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("nyttokedja: 1\n")
    real = os.scandir

    def scandir(path):
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = [(c.path.relative_to(tmp_path).as_posix(), c.trouble) for c in candidates([str(tmp_path)])]
    assert found == [("a/x.yaml", ""), ("b", "permission"), ("c/x.yaml", "")]


def test_a_tree_may_be_deeper_than_the_stack(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path(*["a"] * 300, "x.yaml")
    path.parent.mkdir(parents=True)
    path.write_text("nyttokedja: 1\n")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        found = list(candidates(["."]))
    finally:
        sys.setrecursionlimit(limit)
    assert [c.path for c in found] == [path]


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_large(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"a: 1\nnyttokedja: 1\n")
    file = Candidate(tmp_path / "a.yaml", "a.yaml", named=False)
    assert read_bytes(file, 3) == b"a: 1"
    assert not contains_chain(file, 3)
    assert contains_chain(file, 100)


def test_why_something_cannot_be_read_is_a_word():
    assert reason(OSError(errno.ENAMETOOLONG, "x")) == "name-too-long"
    assert reason(OSError(errno.EIO, "Input/output error")) == "no-answer"
    assert reason(OSError("odd")) == "other"


@pytest.mark.parametrize("swap", ["file", "folder"])
def test_a_link_that_came_after_the_search_is_not_followed(tmp_path, swap):
    home, outside = tmp_path / "home", tmp_path / "outside"
    for folder in (home / "deep", outside):
        folder.mkdir(parents=True)
        (folder / "a.yaml").write_text("nyttokedja: 1\n")
    (found,) = candidates([str(home)])
    assert read_bytes(found, 100) == b"nyttokedja: 1\n"
    if swap == "file":
        (home / "deep" / "a.yaml").unlink()
        (home / "deep" / "a.yaml").symlink_to(outside / "a.yaml")
    else:
        (home / "deep" / "a.yaml").unlink()
        (home / "deep").rmdir()
        (home / "deep").symlink_to(outside)
    with pytest.raises(OSError, match="a link out of the folder"):
        read_bytes(found, 100)
