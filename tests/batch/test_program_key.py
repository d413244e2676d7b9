import os
import sys
from pathlib import Path

import pytest

import nyttokedja
from nyttokedja.batch.program_key import program_key


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A program of two files, in a folder with a library."""
    for name in ("own/__init__.py", "own/rules/a.py", "own/__pycache__/a.pyc", "own/app/page.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    (tmp_path / "pyyaml-6.0.dist-info").mkdir()
    monkeypatch.setattr(nyttokedja, "__file__", str(tmp_path / "own/__init__.py"))
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nowhere")])
    return tmp_path


def key():
    program_key.cache_clear()
    return program_key()


@pytest.fixture(autouse=True)
def _clean():
    yield
    program_key.cache_clear()


def rewritten(path, text="1"):
    seen = path.stat()
    path.write_text(text)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns + 1_000_000_000))


@pytest.mark.parametrize(
    ("change", "other"),
    [
        (lambda _: None, False),
        (lambda at: rewritten(at / "own/rules/a.py"), True),
        (lambda at: rewritten(at / "own/__init__.py", "12"), True),
        (lambda at: (at / "own/rules/b.py").touch(), True),
        (lambda at: (at / "own/rules/a.py").rename(at / "own/rules/b.py"), True),
        (lambda at: rewritten(at / "own/__pycache__/a.pyc", "12"), False),
        (lambda at: rewritten(at / "own/app/page.js", "12"), False),
        (lambda at: (at / "pyyaml-6.0.dist-info").rename(at / "pyyaml-6.1.dist-info"), True),
    ],
)
def test_another_program_has_another_key(installed, change, other):
    before = key()
    change(installed)
    assert (key() != before) is other
    assert before


@pytest.mark.parametrize(
    ("where", "name"), [(nyttokedja, "__version__"), (sys, "version"), (sys, "platform")]
)
def test_another_version_has_another_key(installed, monkeypatch, where, name):
    before = key()
    monkeypatch.setattr(where, name, "other")
    assert key() != before


def test_a_program_in_an_archive_has_none(monkeypatch):
    monkeypatch.setattr(nyttokedja, "__file__", str(Path("nowhere.zip/nyttokedja/__init__.py")))
    assert key() == ""
