"""Real repositories for tests: no settings but their own, fixed dates and names."""

import os
import shutil
import subprocess

import pytest

program = [
    pytest.mark.program,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]


def alone(monkeypatch, home):
    """Leave out the settings of the machine and of whoever runs the tests."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("HOME", str(home))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Åsa Öberg")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "asa@example.org")
        monkeypatch.setenv(f"GIT_{who}_DATE", "2026-10-01T12:00:00+02:00")


class Repository:
    """A repository in a folder, with a first branch called main."""

    def __init__(self, path, *options):
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", *options)

    def git(self, *arguments, code=0):
        """Run git; what it says on standard output. ``code`` is what it is to end with."""
        done = subprocess.run(["git", *arguments], cwd=self.path, capture_output=True, check=False)
        assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
        self.err = done.stderr.decode()
        return done.stdout.decode()

    def write(self, files):
        for name, content in files.items():
            path = self.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files, message="ändrat"):
        """Commit files, by name; None takes one away. The commit's id."""
        for name in [name for name, content in files.items() if content is None]:
            (self.path / name).unlink()
        self.write({name: content for name, content in files.items() if content is not None})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").strip()

    def branch(self, name, start="HEAD"):
        self.git("checkout", "-q", "-b", name, start)

    def switch(self, name):
        self.git("checkout", "-q", name)

    def merge(self, name, code=0):
        return self.git("merge", "-q", "--no-edit", name, code=code)

    def read(self, name):
        return (self.path / name).read_bytes().decode()


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A function that makes a repository, by its folder's name."""
    alone(monkeypatch, tmp_path)
    return lambda name="förvar med blank", *options: Repository(tmp_path / name, *options)
