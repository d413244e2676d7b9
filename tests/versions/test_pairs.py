"""The two sides of a comparison, from files, folders and revisions."""

import os
from pathlib import Path

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.versions.pairs import Sides, of_paths, of_revisions
from tests.repositories import program, repository  # noqa: F401 - a fixture

CHAIN = "nyttokedja: 1\nrubrik: A\nnyttor:\n  trygghet: Trygg\n  hälsa: Frisk\n  tid: Mer tid\n"
OTHER = CHAIN.replace("Trygg", "Tryggare")
FOREIGN = "a: 1\nb:\n  - c\n"


def told(sides):
    """(name before, name, whether it was there, whether it is there)"""
    return [(p.before_name, p.name, p.before is not None, p.after is not None) for p in sides.pairs()]


def test_two_files_are_two_sides(tmp_path):
    one, other = tmp_path / "före.yaml", tmp_path / "efter.yaml"
    one.write_text(CHAIN, "utf-8")
    other.write_text(OTHER, "utf-8")
    ((before_name, name, before, after),) = of_paths(str(one), str(other)).pairs()
    assert (before_name, name) == (str(other), str(other))
    assert (before.decode(), after.decode()) == (CHAIN, OTHER)
    other.write_text(CHAIN, "utf-8")
    assert told(of_paths(str(one), str(other))) == []


def test_two_folders_are_compared_file_by_file(tmp_path):
    files = {
        "old/same.yaml": CHAIN,
        "new/same.yaml": CHAIN,
        "old/in/changed.yaml": CHAIN,
        "new/in/changed.yaml": OTHER,
        "old/gone.yaml": "nyttokedja: 1\nmål:\n  m: M\n",
        "new/born.yaml": "nyttokedja: 1\neffekter:\n  e: E\n",
        "old/foreign.yaml": FOREIGN,
        "new/foreign.yaml": FOREIGN + "d: 2\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert told(of_paths(str(tmp_path / "old"), str(tmp_path / "new"))) == [
        ("born.yaml", "born.yaml", False, True),
        ("gone.yaml", "gone.yaml", True, False),
        ("in/changed.yaml", "in/changed.yaml", True, True),
    ]


def test_a_renamed_file_is_known_by_its_boxes():
    before = {"a.yaml": CHAIN.encode(), "b.yaml": b"nyttokedja: 1\nnyttor:\n  x: X\n  y: Y\n"}
    after = {"c.yaml": OTHER.encode(), "b.yaml": before["b.yaml"]}
    assert told(Sides(before, after)) == [("a.yaml", "c.yaml", True, True)]
    strange = {"c.yaml": b"nyttokedja: 1\nnyttor:\n  helt: H\n  annat: A\n", "b.yaml": before["b.yaml"]}
    assert told(Sides(before, strange)) == [
        ("a.yaml", "a.yaml", True, False),
        ("c.yaml", "c.yaml", False, True),
    ]


@pytest.mark.parametrize("names", [("a.yaml", "folder"), ("none.yaml", "a.yaml")])
def test_what_cannot_be_compared_is_said(tmp_path, names):
    (tmp_path / "a.yaml").write_text(CHAIN, "utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotRead):
        of_paths(*(str(tmp_path / name) for name in names))


class TestRevisions:
    pytestmark = program

    @pytest.fixture
    def repo(self, repository, monkeypatch):  # noqa: F811
        repo = repository()
        repo.commit(
            {
                "chains/åäö kedja.yaml": CHAIN,
                "chains/b.yaml": CHAIN.replace("1\n", "1\n# b\n"),
                "x.yaml": FOREIGN,
            }
        )
        monkeypatch.chdir(repo.path)
        return repo

    def test_the_files_of_now_against_the_last_commit(self, repo):
        assert told(of_revisions("", [])) == []
        repo.write(
            {
                "chains/åäö kedja.yaml": OTHER,
                "chains/new.yaml": OTHER.replace("trygghet", "n").replace("tid", "o").replace("hälsa", "p"),
                "x.yaml": "b: 1",
            }
        )
        assert told(of_revisions("", [])) == [
            ("chains/new.yaml", "chains/new.yaml", False, True),
            ("chains/åäö kedja.yaml", "chains/åäö kedja.yaml", True, True),
        ]
        assert [name for _, name, *_ in told(of_revisions("HEAD", ["chains/new.yaml"]))] == [
            "chains/new.yaml"
        ]

    def test_paths_are_said_from_where_one_stands(self, repo, monkeypatch):
        repo.write({"chains/b.yaml": OTHER, "c.yaml": OTHER + "# c"})
        monkeypatch.chdir(repo.path / "chains")
        assert [name for _, name, *_ in told(of_revisions("", ["."]))] == ["chains/b.yaml"]
        assert len(told(of_revisions("", [".."]))) == 2

    def test_one_commit_against_another(self, repo):
        repo.commit({"chains/åäö kedja.yaml": OTHER})
        repo.commit({"chains/b.yaml": None})
        assert told(of_revisions("HEAD~2..HEAD", [])) == [
            ("chains/b.yaml", "chains/b.yaml", True, False),
            ("chains/åäö kedja.yaml", "chains/åäö kedja.yaml", True, True),
        ]
        assert of_revisions("HEAD~1..", []).called == ("HEAD~1", "HEAD")
        assert told(of_revisions("HEAD~2..HEAD", ["chains/b.yaml"])) == [
            ("chains/b.yaml", "chains/b.yaml", True, False)
        ]

    def test_three_dots_begin_where_the_branches_parted(self, repo):
        repo.branch("ny")
        repo.commit({"chains/b.yaml": OTHER})
        repo.switch("main")
        repo.commit({"chains/åäö kedja.yaml": OTHER})
        assert [name for _, name, *_ in told(of_revisions("main...ny", []))] == ["chains/b.yaml"]
        assert len(told(of_revisions("main..ny", []))) == 2

    def test_a_renamed_chain_is_one_chain(self, repo):
        repo.commit({"chains/b.yaml": None, "plans/c.yaml": CHAIN.replace("1\n", "1\n# b\n")})
        assert told(of_revisions("HEAD~1..HEAD", [])) == [("chains/b.yaml", "plans/c.yaml", True, True)]

    def test_what_no_longer_is_a_chain_does_not_vanish(self, repo):
        repo.commit({"chains/b.yaml": "helt: annat\n"})
        assert told(of_revisions("HEAD~1..HEAD", [])) == [("chains/b.yaml", "chains/b.yaml", True, True)]

    def test_a_detached_head_and_other_line_ends_do_no_harm(self, repo):
        first = repo.commit({"chains/b.yaml": CHAIN.replace("\n", "\r\n")})
        repo.switch(first)
        assert [name for _, name, *_ in told(of_revisions("HEAD~1..HEAD", []))] == ["chains/b.yaml"]

    @pytest.mark.parametrize(
        "said", ["none..HEAD", "HEAD..none", "none", "--output=x..HEAD", "-x", "HEAD:chains"]
    )
    def test_an_unknown_revision_is_one_sentence(self, repo, said):
        with pytest.raises(CannotRead, match="There is no revision"):
            of_revisions(said, [])
        assert not Path("x..HEAD").exists()

    def test_without_a_repository_one_sentence(self, tmp_path, monkeypatch):
        outside = tmp_path / "outside"
        outside.mkdir()
        monkeypatch.chdir(outside)
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(tmp_path))
        with pytest.raises(CannotRead, match="not in a git repository"):
            of_revisions("", [])

    def test_shallow_history_is_said(self, repo, repository, monkeypatch):  # noqa: F811
        repo.commit({"chains/b.yaml": OTHER})
        shallow = repo.path.parent / "grund"
        repo.git("clone", "-q", "--depth", "1", repo.path.as_uri(), str(shallow))
        monkeypatch.chdir(shallow)
        with pytest.raises(CannotRead, match="only the latest history"):
            of_revisions("HEAD~1..HEAD", [])
