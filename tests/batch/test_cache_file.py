import marshal
import os
import random
import stat
import sys
from pathlib import Path

import pytest

from nyttokedja.batch import cache_file
from nyttokedja.batch.cache_file import CacheFile, cache_folder

ENTRIES = {"/a": (1, b"x", "å\udce5", None, True), "/b": ()}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    path = tmp_path / "cache"
    monkeypatch.setenv(cache_file.FOLDER, str(path))
    return path


def only(folder):
    (file,) = folder.iterdir()
    return file


@pytest.mark.parametrize(
    ("platform", "said", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/nyttokedja"),
        ("linux", {}, "/home/me/.cache/nyttokedja"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/me/.cache/nyttokedja"),
        ("darwin", {"XDG_CACHE_HOME": "/x"}, "/home/me/Library/Caches/nyttokedja"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/nyttokedja/Cache"),
        ("win32", {}, None),
        ("linux", {"NYTTOKEDJA_CACHE": "/other"}, "/other"),
        ("win32", {"NYTTOKEDJA_CACHE": "", "LOCALAPPDATA": "/local"}, None),
    ],
)
def test_the_folder_is_the_one_of_the_platform(monkeypatch, platform, said, expected):
    for name in ("NYTTOKEDJA_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/me", **said}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == (Path(expected) if expected else None)


def test_what_is_saved_is_loaded_again(folder):
    CacheFile("checks", "/p", "v1").save(ENTRIES)
    assert CacheFile("checks", "/p", "v1").load() == ENTRIES
    assert CacheFile("checks", "/p", "v1").size() == only(folder).stat().st_size


@pytest.mark.parametrize(("kind", "root", "key"), [("pictures", "/p", "v1"), ("checks", "/q", "v1")])
def test_another_kind_or_project_has_another_file(folder, kind, root, key):
    CacheFile("checks", "/p", "v1").save(ENTRIES)
    CacheFile(kind, root, key).save({})
    assert CacheFile("checks", "/p", "v1").load() == ENTRIES
    assert CacheFile(kind, root, key).load() == {}


def test_what_another_key_wrote_is_thrown_away(folder):
    CacheFile("checks", "/p", "v1").save(ENTRIES)
    assert CacheFile("checks", "/p", "v2").load() == {}


def test_a_file_under_the_name_of_another_is_thrown_away(folder):
    CacheFile("checks", "/p", "v1").save(ENTRIES)
    moved = only(folder).rename(folder / "kept")
    CacheFile("checks", "/q", "v1").save({})
    moved.replace(next(path for path in folder.iterdir() if path != moved))
    assert CacheFile("checks", "/q", "v1").load() == {}


def test_a_file_with_any_byte_changed_is_thrown_away(folder):
    file = CacheFile("checks", "/p", "v1")
    file.save(ENTRIES)
    whole = only(folder).read_bytes()
    dice = random.Random(18)
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= dice.randrange(1, 256)
        only(folder).write_bytes(changed)
        assert file.load() == {}
    only(folder).write_bytes(whole)
    assert file.load() == ENTRIES


def test_a_file_that_is_cut_or_has_more_is_thrown_away(folder):
    file = CacheFile("checks", "/p", "v1")
    file.save(ENTRIES)
    whole = only(folder).read_bytes()
    for data in (*(whole[:n] for n in range(len(whole))), whole + b"\0", marshal.dumps(ENTRIES)):
        only(folder).write_bytes(data)
        assert file.load() == {}


def test_what_cannot_be_read_or_written_is_as_if_there_were_none(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(cache_file.FOLDER, str(tmp_path / "file" / "cache"))
    file = CacheFile("checks", "/p", "v1")
    file.save(ENTRIES)
    assert (file.load(), file.size()) == ({}, 0)
    assert (tmp_path / "file").read_text() == "no folder"


def test_a_full_disk_leaves_what_was_there_and_nothing_else(folder, monkeypatch):
    file = CacheFile("checks", "/p", "v1")
    file.save(ENTRIES)

    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(os, "replace", full)
    file.save({})
    assert only(folder)
    assert file.load() == ENTRIES


def test_what_is_no_plain_value_is_not_saved(folder):
    file = CacheFile("checks", "/p", "v1")
    file.save({"a": object()})
    assert file.load() == {}


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")
def test_others_cannot_read_it(folder):
    CacheFile("checks", "/p", "v1").save(ENTRIES)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only(folder).stat().st_mode) == 0o600


def test_what_is_old_is_thrown_away_and_what_is_not_ours_stays(folder):
    folder.mkdir()
    for name in ("gone.checks", ".writing-killed", "notes.txt"):
        (folder / name).write_text("")
        os.utime(folder / name, (0, 0))
    (folder / "other.pictures").write_text("")
    CacheFile("checks", "/p", "v1").save(ENTRIES)
    assert {"notes.txt", "other.pictures"} < {path.name for path in folder.iterdir()}
    assert len(list(folder.iterdir())) == 3
