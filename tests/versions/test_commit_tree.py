"""The settings files that a commit has."""

import os

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup, WrongSettings
from nyttokedja.versions.commit_tree import CommitTree
from nyttokedja.versions.git import Objects, root
from tests.repositories import Repository, program, repository  # noqa: F401 - a fixture

pytestmark = program


@pytest.fixture
def at(repository, monkeypatch):  # noqa: F811
    """What holds for a chain at a commit that has some files."""
    repo = repository()
    monkeypatch.chdir(repo.path)

    def at(files, chain="a/x.yaml"):
        top = root(repo.path)
        with Objects(top, links=True) as objects:
            tree = CommitTree(repo.commit(files), objects, top, "v1")
            return Lookup(Config()).at(tree).config(top / chain).most_nodes

    return at


def test_the_nearest_file_of_the_commit_holds(at):
    assert at({"nyttokedja.toml": "most-nodes = 1", "a/x.yaml": ""}) == 1
    assert at({"a/pyproject.toml": "[tool.nyttokedja]\nmost-nodes = 2"}) == 2
    assert at({"a/nyttokedja.toml": "most-nodes = 3\n[[files]]\npaths = ['x.yaml']\nmost-nodes = 4"}) == 4
    assert at({}, "none/here/x.yaml") == 1
    assert at({"nyttokedja.toml": None}, "none/here/x.yaml") == 60


def test_what_is_on_disk_says_nothing_of_a_commit(at, tmp_path):
    at({"a/x.yaml": ""})
    for folder in (tmp_path, tmp_path / "förvar med blank"):
        (folder / "nyttokedja.toml").write_text("most-nodes = 9", "utf-8")
    (tmp_path / "förvar med blank" / ".gitignore").write_text("nyttokedja.toml\n", "utf-8")
    assert at({}) == 60


def test_wrong_settings_say_of_which_version_they_are(at):
    with pytest.raises(WrongSettings) as caught:
        at({"nyttokedja.toml": "stage = 3"})
    assert caught.value.file == "v1:nyttokedja.toml"
    assert {finding.file for finding in caught.value.findings} == {"v1:nyttokedja.toml"}


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize(("to", "expected"), [("../shared.toml", 5), ("../../out.toml", 60), ("none", 60)])
def test_a_link_is_followed_within_the_commit(at, tmp_path, to, expected):
    folder = tmp_path / "förvar med blank"
    (folder / "a").mkdir()
    (folder / "a" / "nyttokedja.toml").symlink_to(to)
    assert at({"shared.toml": "most-nodes = 5", "a/x.yaml": ""}) == expected


def test_settings_that_were_not_fetched_are_not_gone(at, tmp_path):
    at({"nyttokedja.toml": "most-nodes = 7", "a/x.yaml": ""})
    folder = tmp_path / "förvar med blank"
    repo = Repository(folder)
    id = repo.git("rev-parse", "HEAD:nyttokedja.toml").strip()
    repo.git("config", "remote.origin.promisor", "true")
    assert at({"a/y.yaml": ""}) == 7
    held = folder / ".git/objects" / id[:2] / id[2:]
    held.chmod(0o600)
    held.unlink()
    (folder / "nyttokedja.toml").unlink()
    with Objects(folder, links=True) as objects, pytest.raises(WrongSettings) as caught:
        Lookup(Config()).at(CommitTree("HEAD", objects, folder)).config(folder / "a/x.yaml")
    assert (caught.value.file, caught.value.trouble) == ("HEAD:nyttokedja.toml", "not-fetched")
