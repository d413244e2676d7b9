"""What a killed write has left: told of once, and only our own files are removed."""

import os
import time

import pytest

from nyttokedja.writing.leftovers import interrupted, suffix_of, tidy

OURS = ".nyttokedja-ab12_xyz"


@pytest.fixture
def folder(tmp_path):
    """A folder with our own temporary files and what only looks like them; all of them two days old."""
    names = [
        OURS,
        f"{OURS}~a.yaml",
        ".nyttokedja-short",
        ".nyttokedja-baseline.json",
        "nyttokedja-ab12_xyz",
        "a",
    ]
    for name in names:
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (time.time() - 2 * 86400,) * 2)
    (tmp_path / ".nyttokedja-folder_1").mkdir()
    tidy.cache_clear()
    return tmp_path


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_ours_are_removed_when_they_are_older_than_a_day(folder):
    before = names(folder)
    tidy(folder)
    assert before - names(folder) == {OURS, f"{OURS}~a.yaml"}


def test_what_was_written_today_is_kept_and_a_folder_is_looked_through_once(folder):
    os.utime(folder / OURS)
    tidy(folder)
    assert OURS in names(folder)
    (folder / f"{OURS}~a.yaml").write_text("x")
    os.utime(folder / f"{OURS}~a.yaml", (0, 0))
    tidy(folder)
    assert f"{OURS}~a.yaml" in names(folder)


def test_a_link_is_never_taken_for_ours(folder):
    (folder / ".nyttokedja-link0000~b").symlink_to(folder / "a")
    assert list(interrupted(folder)) == [folder / "a.yaml"]
    assert ".nyttokedja-link0000~b" in names(folder)


def test_what_was_to_be_replaced_is_told_once(folder):
    assert list(interrupted(folder)) == [folder / "a.yaml"]
    assert list(interrupted(folder)) == []
    assert OURS in names(folder)
    assert list(interrupted(folder / "not there")) == []


def test_a_name_too_long_is_left_out(tmp_path):
    assert suffix_of(tmp_path / "å.yaml") == "~å.yaml"
    assert suffix_of(tmp_path / ("å" * 100)) == ""
