"""The commits of a file, under all its names."""

import shutil

import pytest

from nyttokedja.versions import git, revisions
from nyttokedja.versions.history import steps
from tests.repositories import program, repository  # noqa: F401

pytestmark = program

CHAIN = "nyttokedja: 1\nrubrik: x\nnyttor:\n  a: {}\n  b: {}\n  c: {}\n"


def told(repo, name="a.yaml"):
    """Subject, name before, name, and how many of its parents had the file."""
    found = steps(name, revisions.resolve("HEAD", repo.path), repo.path)
    return [
        (step.subject, step.before_name, step.name, sum(blob is not None for blob in step.before))
        for step in found
    ]


@pytest.mark.parametrize("options", [(), ("--object-format=sha256",)])
def test_the_bytes_before_and_after_each_commit(repository, options):  # noqa: F811
    repo = repository("r å", *options)
    for n in range(3):
        repo.commit({"å b.yaml": f"{n}\n"}, f"ord {n}\n\noch mer")
    found = steps("å b.yaml", revisions.resolve("HEAD", repo.path), repo.path)
    assert [(step.subject, step.date, step.since) for step in found] == [
        ("ord 2", "2026-10-01", 1),
        ("ord 1", "2026-10-01", 2),
        ("ord 0", "2026-10-01", None),
    ]
    with git.Objects(repo.path) as objects:
        assert [objects.read(step.blob) for step in found] == [b"2\n", b"1\n", b"0\n"]
        assert [objects.read(step.base) for step in found[:-1]] == [b"1\n", b"0\n"]
    assert found[-1].before == ()


SETTINGS = """
[log]
    follow = true
    showRoot = false
    date = relative
    showSignature = true
    diffMerges = off
[diff]
    renames = copies
    noprefix = true
    orderFile = /dev/null
[i18n]
    logOutputEncoding = latin1
[color]
    ui = always
[core]
    abbrev = 4
[format]
    pretty = oneline
"""


def test_no_setting_of_a_repository_changes_what_is_told(repository):  # noqa: F811
    repo = repository()
    repo.commit({"a.yaml": CHAIN}, "Börja")
    repo.branch("gren")
    repo.commit({"a.yaml": CHAIN + "ett: 1\n"}, "På grenen")
    repo.switch("main")
    repo.commit({"a.yaml": CHAIN + "två: 2\n"}, "På main")
    repo.merge("gren", code=1)
    repo.commit({"a.yaml": CHAIN + "tre: 3\n"}, "Slå ihop")
    plain = told(repo)
    assert plain[0] == ("Slå ihop", "a.yaml", "a.yaml", 2)
    assert plain[-1] == ("Börja", "a.yaml", "a.yaml", 0)
    with (repo.path / ".git/config").open("a") as config:
        config.write(SETTINGS)
    assert told(repo) == plain


def test_a_new_file_beside_one_that_went_is_the_one_with_the_same_boxes(repository):  # noqa: F811
    repo = repository()
    other = CHAIN.replace("  a:", "  x:").replace("  b:", "  y:").replace("  c:", "  z:")
    repo.commit({"a.yaml": CHAIN, "x.yaml": other}, "1")
    rewritten = "rubrik: något helt annat\n" * 30 + CHAIN.replace("{}", "[mycket annat]")
    repo.commit({"a.yaml": None, "x.yaml": None, "p.yaml": rewritten, "q.yaml": other + "  w: {}\n"}, "2")
    repo.commit({"p.yaml": CHAIN, "ny.yaml": CHAIN + "# kopia"}, "3")
    assert told(repo, "p.yaml") == [
        ("3", "p.yaml", "p.yaml", 1),
        ("2", "a.yaml", "p.yaml", 1),
        ("1", "a.yaml", "a.yaml", 0),
    ]
    assert told(repo, "q.yaml")[-1] == ("1", "x.yaml", "x.yaml", 0)
    assert told(repo, "ny.yaml") == [("3", "ny.yaml", "ny.yaml", 0)]  # a copy is not followed


def test_a_file_without_boxes_is_followed_as_git_would(repository):  # noqa: F811
    repo = repository()
    text = "".join(f"rad {n}\n" for n in range(20))
    repo.commit({"a.txt": text}, "1")
    repo.commit({"a.txt": None, "b.txt": text + "en till\n"}, "2")
    assert told(repo, "b.txt") == [("2", "a.txt", "b.txt", 1), ("1", "a.txt", "a.txt", 0)]


def test_what_a_merge_took_from_one_side_is_not_told_of_it(repository):  # noqa: F811
    repo = repository()
    repo.commit({"a.yaml": CHAIN}, "1")
    repo.branch("gren")
    repo.commit({"a.yaml": None, "b.yaml": CHAIN}, "2")
    repo.switch("main")
    repo.commit({"a.yaml": CHAIN + "  d: {}\n"}, "3")
    repo.merge("gren")
    assert "d:" in repo.read("b.yaml")
    found = told(repo, "b.yaml")
    assert sorted(found) == [
        ("1", "a.yaml", "a.yaml", 0),
        ("2", "a.yaml", "b.yaml", 1),
        ("3", "a.yaml", "a.yaml", 1),
    ]


def test_a_folder_of_the_same_name_is_another_thing(repository):  # noqa: F811
    repo = repository()
    repo.commit({"a.yaml/b": "x"}, "Mapp")
    repo.commit({"a.yaml/b": None, "x": "x"}, "Borta")
    assert told(repo) == []
    repo.path.joinpath("a.yaml").rmdir() if repo.path.joinpath("a.yaml").exists() else None
    repo.commit({"a.yaml": CHAIN}, "Fil")
    assert told(repo) == [("Fil", "a.yaml", "a.yaml", 0)]


def test_the_first_commit_that_was_fetched_is_cut(repository):  # noqa: F811
    repo = repository()
    for n in range(3):
        repo.commit({"a.yaml": CHAIN + f"# {n}\n"}, str(n))
    copy = repo.path.parent / "grund"
    repo.git(
        "clone", "-q", "--depth=2", f"file://{shutil.copytree(repo.path, copy / 'hel')}", str(copy / "c")
    )
    top = copy / "c"
    head = revisions.resolve("HEAD", top)
    assert [(step.subject, step.cut) for step in steps("a.yaml", head, top)] == [("2", False), ("1", True)]
    assert revisions.shallow(top) == {revisions.resolve("HEAD~1", top)}
    assert revisions.shallow(repo.path) == frozenset()
