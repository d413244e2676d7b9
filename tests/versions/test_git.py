"""git, asked about repositories that nobody trusts."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.versions import git, listed_files, revisions
from tests.repositories import program, repository  # noqa: F401

pytestmark = program


@pytest.fixture
def repo(repository):  # noqa: F811
    repo = repository()
    repo.commit({"kedjor/å b.yaml": "ett\n", "kedjor/*.yaml": "stjärna\n", "x": "x"})
    return repo


def blob(commit, name, cwd):
    """The bytes of a file in a commit; None where it is not there."""
    found = listed_files.files_at(commit, [name], cwd).get(name)
    with git.Objects(cwd) as objects:
        return objects.read(found) if found else None


def test_the_root_and_the_names_in_it(repo):
    assert git.root(repo.path / "kedjor") == repo.path
    assert git.root(repo.path / "kedjor/å b.yaml") == repo.path
    assert git.inside(repo.path / "kedjor/å b.yaml", repo.path) == "kedjor/å b.yaml"
    assert git.inside(repo.path, repo.path) == "."
    with pytest.raises(CannotRead, match=r"is not in the repository"):
        git.inside(repo.path.parent / "y", repo.path)


def test_a_folder_with_a_line_break_at_its_end(repository):  # noqa: F811
    repo = repository("rad\n")
    assert git.root(repo.path) == repo.path


@pytest.mark.parametrize("options", [(), ("--object-format=sha256",)])
def test_files_of_a_commit(repository, options):  # noqa: F811
    repo = repository("r", *options)
    first = repo.commit({"kedjor/å b.yaml": "ett\n", "kedjor/*.yaml": "stjärna\n", "x": "x"})
    repo.commit({"kedjor/å b.yaml": "två\n", "x": None})
    head = revisions.resolve("HEAD", repo.path)
    assert revisions.resolve("main~1", repo.path) == first
    assert list(listed_files.files_at(first, [], repo.path)) == ["kedjor/*.yaml", "kedjor/å b.yaml", "x"]
    assert list(listed_files.files_at(head, ["kedjor"], repo.path / "kedjor")) == [
        "kedjor/*.yaml",
        "kedjor/å b.yaml",
    ]
    assert list(listed_files.files_at(head, ["kedjor/*.yaml"], repo.path)) == ["kedjor/*.yaml"]
    assert listed_files.files_at(head, ["borta"], repo.path) == {}
    assert git.run(["log", "--format=%H", "--", "*"], repo.path) == b""
    assert blob(first, "kedjor/å b.yaml", repo.path) == b"ett\n"
    assert blob(head, "kedjor/å b.yaml", repo.path) == "två\n".encode()
    assert blob(head, "x", repo.path) is None


def test_links_and_other_repositories_are_no_files(repo):
    (repo.path / "länk.yaml").symlink_to("/etc/passwd")
    head = repo.commit({})
    assert "länk.yaml" not in listed_files.files_at(head, [], repo.path)
    assert blob(head, "länk.yaml", repo.path) is None


def test_many_files_from_one_run(repo):
    ids = listed_files.files_at(revisions.resolve("HEAD", repo.path), [], repo.path)
    with git.Objects(repo.path, limit=2) as objects:
        assert objects.read(ids["x"]) == b"x"
        assert objects.read(ids["kedjor/*.yaml"]) == b"stj"
        assert objects.read("HEAD:kedjor/å b.yaml") == b"ett"
        assert objects.read("HEAD:det finns ingen blob 3") is None
        assert objects.read("HEAD") is None
        assert objects.read("HEAD:x\nHEAD:x") is None
        assert objects.read(ids["x"]) == b"x"


STRANGE = [
    "-x",
    "--all",
    "--output=x",
    "",
    "borta",
    "HEAD:x",
    "main..main",
    "HEAD^{tree}",
    "a\nb",
    "a\0b",
    "\x1b",
]


@pytest.mark.parametrize("rev", STRANGE)
def test_what_names_no_commit(repo, rev):
    with pytest.raises(CannotRead, match=r"^There is no revision '[^\n\x1b]*' in this repository\.$"):
        revisions.resolve(rev, repo.path)
    assert not (repo.path / "x^{commit}").exists()


def test_where_two_branches_grew_from(repo):
    start = revisions.resolve("HEAD", repo.path)
    repo.branch("a")
    one = repo.commit({"a": "1"})
    repo.switch("main")
    other = repo.commit({"b": "1"})
    assert revisions.merge_base(one, other, repo.path) == start
    repo.git("checkout", "-q", "--orphan", "ny")
    strange = repo.commit({"c": "1"})
    with pytest.raises(CannotRead, match=r"have no history in common\.$"):
        revisions.merge_base(one, strange, repo.path)


def test_of_a_shallow_clone_it_is_said_that_more_can_be_fetched(repo):
    repo.commit({"x": "y"})
    shutil.copytree(repo.path, repo.path.parent / "hel")
    copy = repo.path.parent / "grund"
    repo.git("clone", "-q", "--depth=1", f"file://{repo.path.parent}/hel", str(copy))
    with pytest.raises(CannotRead, match=r"git fetch --unshallow"):
        revisions.resolve("HEAD~1", copy)


def test_a_bare_repository_has_a_root_and_files(repo):
    bare = repo.path.parent / "bar.git"
    repo.git("clone", "-q", "--bare", str(repo.path), str(bare))
    assert git.root(bare) == bare
    assert blob(revisions.resolve("main", bare), "x", bare) == b"x"


HOSTILE = """
[core]
    fsmonitor = "touch {0}/fsmonitor; false"
    pager = "touch {0}/pager"
    sshCommand = "touch {0}/ssh"
    quotePath = true
[pager]
    ls-tree = true
    cat-file = "touch {0}/pager2"
[diff]
    external = "touch {0}/external"
[diff "x"]
    textconv = "touch {0}/textconv"
    command = "touch {0}/command"
[filter "x"]
    smudge = "touch {0}/smudge"
    clean = "touch {0}/clean"
[alias]
    rev-parse = "!touch {0}/alias"
"""


def test_nothing_that_a_repository_names_is_run(repo, tmp_path):
    spoor = tmp_path / "spår"
    spoor.mkdir()
    config = repo.path / ".git/config"
    config.write_text(config.read_text() + HOSTILE.format(spoor))
    (repo.path / ".git/info/attributes").write_text("* diff=x filter=x\n")
    head = revisions.resolve("HEAD", git.root(repo.path))
    assert blob(head, "kedjor/å b.yaml", repo.path) == b"ett\n"
    revisions.merge_base(head, head, repo.path)
    git.run(["status", "--porcelain", "--untracked-files=no"], repo.path)
    assert [path.name for path in spoor.iterdir() if path.name != "clean"] == []


def test_what_a_hook_says_to_git_is_not_said_on(repo, monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "annan"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")
    assert git.root(repo.path) == repo.path
    assert len(listed_files.files_at(revisions.resolve("HEAD", repo.path), ["kedjor"], repo.path)) == 2


def test_one_sentence_where_there_is_no_repository_or_folder(tmp_path, repo):
    for work in (lambda: git.root(tmp_path), lambda: revisions.resolve("HEAD", tmp_path)):
        with pytest.raises(CannotRead, match=r"^[^\n]* is not in a git repository\.$"):
            work()
    with pytest.raises(CannotRead, match=r"^There is no folder [^\n]*\.$"):
        git.root(tmp_path / "borta/x")
    with pytest.raises(CannotRead, match=r"^git merge-base could not be done: [^\n]*\.$"):
        revisions.merge_base("0" * 40, "1" * 40, repo.path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give folders away")
def test_a_repository_of_somebody_else(repo):
    os.chown(repo.path / ".git", 12345, 12345)
    os.chown(repo.path, 12345, 12345)
    with pytest.raises(
        CannotRead, match=r"belongs to someone else, and git does not read it .*safe\.directory"
    ):
        git.root(repo.path)


def test_a_git_that_is_missing_forbidden_or_slow(repo, monkeypatch, tmp_path):
    git._program.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRead, match=r"^git is not installed, or not on the PATH\."):
        git.root(repo.path)
    slow = tmp_path / "git"
    slow.write_text(f"#!{sys.executable}\nimport time; time.sleep(30)\n")
    slow.chmod(0o755)
    with pytest.raises(CannotRead, match=r"^git status took more than 0\.2 seconds\.$"):
        git.ask(["status"], repo.path, timeout=0.2)
    slow.write_text("")
    with pytest.raises(CannotRead, match=r"^git could not be run: "):
        git.root(Path(repo.path))
    git._program.cache_clear()


def test_a_git_that_dies_while_it_is_asked(repo, monkeypatch):
    with git.Objects(repo.path) as objects:
        objects._child.kill()
        objects._child.wait()
        with pytest.raises(CannotRead, match=r"stopped before it had answered"):
            objects.read("HEAD:x")


@pytest.mark.parametrize(
    ("err", "sentence"),
    [
        (b"", "git log could not be done: no reason given."),
        (b"hint: x\nfatal: bad object.\n", "git log could not be done: bad object."),
        (b"warning: only this\n", "git log could not be done: only this."),
        (b"error: a\x1b[1m\n", "git log could not be done: a?[1m."),
        (b"fatal: not a git repository (or any)", "folder is not in a git repository."),
    ],
)
def test_why_git_refused_is_said_in_one_sentence(err, sentence):
    assert git._refusal("log", err, Path("folder")) == sentence
