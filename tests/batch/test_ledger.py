import os
from pathlib import Path

import pytest

from nyttokedja.batch import cache_file, ledger, program_key
from nyttokedja.batch.ledger import Ledger, can_be_kept, looked_at
from nyttokedja.reading.discovery import Candidate, read_bytes


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv(cache_file.FOLDER, str(tmp_path / "cache"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    path = Path("a.yaml")
    path.write_bytes(b"one")
    return Candidate(path, "a.yaml", named=True)


@pytest.fixture
def reads(monkeypatch):
    """How often bytes were looked at."""
    read = []

    def counting(file, limit):
        read.append(file.name)
        return read_bytes(file, limit)

    monkeypatch.setattr(ledger, "read_bytes", counting)
    return read


def keep(file, what="sound", **of):
    book = Ledger("checks", 1, of.get("key", ""))
    book.keep(file, looked_at(file, 100)[0], of.get("settings", "s"), what, of.get("aside", ""))
    book.save()


def found(file, **of):
    book = Ledger("checks", 1, of.get("key", ""))
    what = book.found(file, of.get("settings", "s"), 100, of.get("aside", ""))
    book.save()
    return what


def test_what_was_kept_is_found(file):
    keep(file)
    assert found(file) == "sound"


@pytest.mark.parametrize("of", [{"settings": "t"}, {"key": "tomorrow"}, {"aside": "b.svg"}])
def test_with_other_settings_on_another_day_or_aside_it_is_not(file, of):
    keep(file)
    assert found(file, **of) is None


def test_another_program_does_not_find_it(file, monkeypatch):
    keep(file)
    monkeypatch.setattr(ledger, "program_key", lambda: "other")
    assert found(file) is None


def test_a_program_that_cannot_be_told_keeps_nothing(file, monkeypatch):
    monkeypatch.setattr(ledger, "program_key", lambda: "")
    keep(file)
    assert not Path(os.environ[cache_file.FOLDER]).exists()
    assert found(file) is None
    assert program_key.program_key()


def test_a_settled_clock_is_believed(file, later, reads):
    later()
    keep(file)
    reads.clear()
    assert found(file) == "sound"
    assert reads == []


def test_a_file_that_was_just_written_is_read_until_its_clock_is_settled(file, later, reads):
    keep(file)
    reads.clear()
    assert found(file) == "sound"
    assert reads == ["a.yaml"]
    later()
    assert found(file) == "sound"
    assert reads == ["a.yaml"] * 2
    assert found(file) == "sound"
    assert reads == ["a.yaml"] * 2


def test_a_file_written_within_its_clocks_tick_is_seen(file, monkeypatch):
    same = ledger.stat_of(file.path)
    monkeypatch.setattr(ledger, "stat_of", lambda _: same)
    keep(file)
    file.path.write_bytes(b"two")
    assert found(file) is None


def test_where_clocks_can_be_set_they_are_never_believed(file, later, reads, monkeypatch):
    monkeypatch.setattr(ledger, "_TOLD_TIME", False)
    later()
    keep(file)
    reads.clear()
    for _ in range(2):
        assert found(file) == "sound"
    assert reads == ["a.yaml"] * 2


def test_the_same_length_and_time_do_not_hide_a_change(file, later):
    later()
    keep(file)
    seen = file.path.stat()
    file.path.write_bytes(b"two")
    os.utime(file.path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert found(file) is None


@pytest.mark.parametrize("change", ["touched", "replaced"])
def test_a_file_with_the_same_bytes_is_found_again(file, later, reads, change):
    later()
    keep(file)
    if change == "touched":
        os.utime(file.path, (1, 1))
    else:
        Path("new").write_bytes(b"one")
        Path("new").replace(file.path)
    reads.clear()
    assert [found(file), found(file)] == ["sound"] * 2
    assert reads == ["a.yaml"]


def test_a_file_that_is_gone_or_no_file_is_not_found(file):
    keep(file)
    file.path.unlink()
    assert found(file) is None
    file.path.mkdir()
    assert found(file) is None


def test_what_another_run_wrote_meanwhile_stays(file):
    other = file._replace(path=Path("b.yaml"), name="b.yaml")
    other.path.write_bytes(b"b")
    first, second = Ledger("checks", 1), Ledger("checks", 1)
    for book, one in ((first, file), (second, other)):
        book.keep(one, looked_at(one, 100)[0], "s", one.name)
        book.save()
    assert [found(file), found(other)] == ["a.yaml", "b.yaml"]


def test_what_is_of_a_file_that_is_gone_is_forgotten(file):
    other = file._replace(path=Path("b.yaml"), name="b.yaml")
    other.path.write_bytes(b"b")
    keep(other)
    (cache,) = Path(os.environ[cache_file.FOLDER]).iterdir()
    whole = cache.stat().st_size
    other.path.unlink()
    keep(file)
    assert cache.stat().st_size == whole


def test_folders_of_one_repository_have_one_file_and_do_not_mix(file, monkeypatch):
    Path(".git").mkdir()
    for name in ("x", "y"):
        Path(name).mkdir()
        Path(name, "a.yaml").write_bytes(name.encode())
    home = Path.cwd()
    for name in ("x", "y"):
        monkeypatch.chdir(home / name)
        keep(file, name)
    assert found(file) == "y"
    monkeypatch.chdir(home / "x")
    assert found(file) == "x"
    assert len(list(Path(os.environ[cache_file.FOLDER]).iterdir())) == 1


def test_a_few_files_of_a_very_large_project_are_done_without(file, monkeypatch):
    keep(file)
    monkeypatch.setattr(ledger, "_SMALL", 0)
    monkeypatch.setattr(ledger, "_EACH", 1)
    assert found(file) is None


def test_without_a_current_folder_nothing_is_kept(file, monkeypatch):
    def gone():
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    keep(file)
    assert not Path(os.environ[cache_file.FOLDER]).exists()


@pytest.mark.parametrize(
    "other", [{"name": "-"}, {"trouble": "not-found"}, {"outside": True}, {"data": b"read"}]
)
def test_only_files_that_may_be_read_are_kept(file, other):
    assert can_be_kept(file)
    assert not can_be_kept(file._replace(**other))
    keep(file)
    assert found(file._replace(**other)) is None
