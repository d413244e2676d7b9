"""Which settings hold for each side of a chain."""

from pathlib import Path

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Layer, Lookup, WrongSettings
from nyttokedja.versions.commit_tree import CommitTree
from nyttokedja.versions.judged_pairs import TwoSettings
from nyttokedja.versions.pairs import Sides, of_paths, of_revisions
from tests.repositories import program, repository  # noqa: F401 - a fixture

CHAIN = "nyttokedja: 1\nrubrik: A\nnyttor:\n  trygghet: Trygg\n  hälsa: Frisk\n  tid: Mer tid\n"
OTHER = CHAIN.replace("Trygg", "Tryggare")
FOREIGN = "a: 1\n"


def told(sides, lookup=None):
    """(name, most boxes before and after, the settings that are others)"""
    with TwoSettings(sides, lookup or Lookup(Config())) as settings:
        return [
            (one.pair.name, one.before.most_nodes, one.after.most_nodes, [each.key for each in one.settings])
            for one in settings.judged()
        ]


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(**files):
        for name, text in files.items():
            path = Path(name.replace("__", "/").replace("_", "."))
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")

    return write


def test_a_path_is_judged_by_the_settings_beside_it(write):
    write(old__a_yaml=CHAIN, new__a_yaml=CHAIN, old__b_yaml=CHAIN, new__b_yaml=OTHER)
    assert told(of_paths("old", "new")) == [("b.yaml", 60, 60, [])]
    write(old__nyttokedja_toml="most-nodes = 1", new__nyttokedja_toml="most-nodes = 2")
    both = [("a.yaml", 1, 2, ["most-nodes"]), ("b.yaml", 1, 2, ["most-nodes"])]
    assert told(of_paths("old", "new")) == both
    assert told(of_paths("old/a.yaml", "new/a.yaml")) == [("new/a.yaml", 1, 2, ["most-nodes"])]
    write(new__nyttokedja_toml="# the same\nmost-nodes = 1")
    assert told(of_paths("old", "new")) == [("b.yaml", 1, 1, [])]
    assert told(of_paths("old/a.yaml", "new/a.yaml")) == []


def test_one_settings_file_may_say_other_things_of_two_paths(write):
    write(old__a_yaml=CHAIN, new__a_yaml=CHAIN)
    write(nyttokedja_toml="[[files]]\npaths = ['new']\nmost-nodes = 2")
    assert told(of_paths("old", "new")) == [("a.yaml", 60, 2, ["most-nodes"])]
    assert told(of_paths("old/a.yaml", "new/a.yaml")) == [("new/a.yaml", 60, 2, ["most-nodes"])]


def test_what_is_chosen_for_a_run_holds_for_both_sides(write):
    write(
        old__a_yaml=CHAIN, new__a_yaml=OTHER, new__nyttokedja_toml="most-nodes = 2", my_toml="most-nodes = 3"
    )
    sides = of_paths("old", "new")
    assert told(sides, Lookup(Config(), Layer({"most-nodes": 9}))) == [("a.yaml", 9, 9, [])]
    assert told(sides, Lookup(Config(), search=False)) == [("a.yaml", 60, 60, [])]
    assert told(sides, Lookup(Config(), file=Path("my.toml"))) == [("a.yaml", 3, 3, [])]


def test_settings_on_disk_that_cannot_be_understood_stop_the_run(write):
    write(old__a_yaml=CHAIN, new__a_yaml=OTHER, new__nyttokedja_toml="most-nodes = x")
    with pytest.raises(WrongSettings):
        told(of_paths("old", "new"))


class TestRevisions:
    pytestmark = program

    @pytest.fixture
    def repo(self, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit({"in/a.yaml": CHAIN, "in/foreign.yaml": FOREIGN, "ute/b.yaml": CHAIN})
        monkeypatch.chdir(repo.path)
        return repo

    def test_a_commit_that_only_changes_settings_is_told_of(self, repo):
        repo.commit({"in/nyttokedja.toml": "most-nodes = 2"})
        expected = [("in/a.yaml", 60, 2, ["most-nodes"])]
        assert told(of_revisions("HEAD~1..HEAD", [])) == expected
        assert told(of_revisions("HEAD~1", [])) == expected
        assert told(of_revisions("HEAD~1..HEAD", ["in"])) == expected
        assert told(of_revisions("HEAD~1..HEAD", ["ute"])) == []
        assert told(of_revisions("HEAD..HEAD~1", [])) == [("in/a.yaml", 2, 60, ["most-nodes"])]
        repo.write({"in/nyttokedja.toml": "most-nodes = 3"})
        assert told(of_revisions("", [])) == [("in/a.yaml", 2, 3, ["most-nodes"])]
        assert told(of_revisions("HEAD~1..HEAD", [])) == expected

    def test_the_only_file_to_ask_is_that_of_the_commit_too(self, repo, tmp_path):
        repo.commit({"my/x.toml": "most-nodes = 2"})
        repo.commit({"my/x.toml": "most-nodes = 3"})
        sides = of_revisions("HEAD~1..HEAD", ["in"])
        assert told(sides, Lookup(Config(), file=Path("my/x.toml"))) == [("in/a.yaml", 2, 3, ["most-nodes"])]
        outside = tmp_path / "x.toml"
        outside.write_text("most-nodes = 9", "utf-8")
        assert told(sides, Lookup(Config(), file=outside)) == []
        repo.write({"new.toml": "most-nodes = 9"})
        assert told(sides, Lookup(Config(), file=Path("new.toml"))) == []
        assert told(sides, Lookup(Config(), search=False)) == []

    def test_settings_that_a_sparse_checkout_leaves_out_hold_for_what_it_leaves_out(self, repo):
        repo.commit({"in/nyttokedja.toml": "most-nodes = 2"})
        repo.git("sparse-checkout", "set", "ute")
        assert not (repo.path / "in").exists()
        assert told(of_revisions("HEAD", [])) == []
        repo.write({"ute/b.yaml": OTHER})
        assert told(of_revisions("HEAD~1", [])) == [
            ("in/a.yaml", 60, 2, ["most-nodes"]),
            ("ute/b.yaml", 60, 60, []),
        ]

    def test_patterns_are_told_of_where_they_meet_a_chain(self, repo):
        repo.commit({"nyttokedja.toml": "[[files]]\npaths = ['ute']\nmost-nodes = 2"})
        assert told(of_revisions("HEAD~1..HEAD", [])) == [("ute/b.yaml", 60, 2, ["most-nodes"])]

    def test_a_chain_that_is_no_more_is_judged_as_it_was(self, repo):
        repo.commit({"nyttokedja.toml": "most-nodes = 2"})
        repo.commit({"in/a.yaml": None, "nyttokedja.toml": "most-nodes = 3"})
        assert told(of_revisions("HEAD~1..HEAD", [])) == [
            ("in/a.yaml", 2, 2, []),
            ("ute/b.yaml", 2, 3, ["most-nodes"]),
        ]

    def test_a_chain_that_is_moved_is_judged_where_it_was_and_where_it_is(self, repo):
        repo.commit({"in/nyttokedja.toml": "most-nodes = 2"})
        repo.commit({"in/a.yaml": None, "ute/a.yaml": CHAIN})
        assert told(of_revisions("HEAD~1..HEAD", [])) == [("ute/a.yaml", 2, 60, ["most-nodes"])]

    def test_settings_of_a_commit_that_cannot_be_understood_do_not_stop_it(self, repo):
        repo.commit({"nyttokedja.toml": "most-nodes = x"})
        repo.commit({"nyttokedja.toml": "most-nodes = 2"})
        repo.commit({"in/a.yaml": OTHER})
        lost = ["not-understood"]
        assert told(of_revisions("HEAD~2..HEAD~1", [])) == [
            ("in/a.yaml", 2, 2, lost),
            ("ute/b.yaml", 2, 2, lost),
        ]
        assert told(of_revisions("HEAD~1..HEAD~2", ["ute"])) == [("ute/b.yaml", 2, 2, lost)]
        assert told(of_revisions("HEAD~2..HEAD~2", [])) == []

    def test_nothing_is_read_again_where_the_settings_are_the_same(self, repo, monkeypatch):
        repo.commit({"nyttokedja.toml": "most-nodes = 2"} | {f"in/{n}.yaml": CHAIN for n in range(30)})
        repo.commit({"in/a.yaml": OTHER})
        asked, again = [], []
        read, unchanged = CommitTree.read, Sides.unchanged_pairs
        monkeypatch.setattr(
            CommitTree, "read", lambda tree, path, limit: asked.append(path) or read(tree, path, limit)
        )
        monkeypatch.setattr(
            Sides, "unchanged_pairs", lambda sides, names: again.extend(names) or unchanged(sides, names)
        )
        assert told(of_revisions("HEAD~1..HEAD", [])) == [("in/a.yaml", 2, 2, [])]
        assert again == []
        assert len(asked) == 2 * (
            2 + 2 + 1
        )  # two names in each folder, and in the top one the first is there
