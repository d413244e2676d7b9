import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nyttokedja.errors import CannotWrite
from nyttokedja.writing import saving


def test_a_file_is_written_only_where_it_differs(tmp_path):
    path = tmp_path / "a" / "b.svg"
    assert saving.save(path, "å\n")
    assert path.read_bytes() == "å\n".encode()
    assert not saving.save(path, "å\n")
    assert saving.save(path, "ä\n")
    assert [p.name for p in path.parent.iterdir()] == ["b.svg"]


def test_bytes_are_written_as_they_are(tmp_path):
    path, content = tmp_path / "a.png", b"\x89PNG\r\n\xff"
    assert saving.save(path, content)
    assert path.read_bytes() == content
    assert not saving.differs(path, content)
    assert saving.differs(path, content[::-1])
    saving.create(tmp_path / "b.png", content)
    assert (tmp_path / "b.png").read_bytes() == content


def test_the_permissions_of_a_file_are_kept(tmp_path):
    path = tmp_path / "a"
    path.write_text("x")
    path.chmod(0o640)
    saving.save(path, "y")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_may_be_read_as_the_mask_says(tmp_path):
    old = os.umask(0o022)
    try:
        saving.save(tmp_path / "a", "x")
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_text("old")

    def fail(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWrite, match="the disk is full"):
        saving.save(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_locked_file_is_tried_again(tmp_path, monkeypatch):
    monkeypatch.setattr(saving, "_WAIT", 0)
    tries, real = [], Path.replace

    def replace(self, target):
        tries.append(self)
        if len(tries) < 3:
            raise PermissionError(13, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    saving.save(tmp_path / "a", "x")
    assert len(tries) == 3
    assert (tmp_path / "a").read_text() == "x"


def test_nothing_is_overwritten_by_creating(tmp_path):
    saving.create(tmp_path / "a", "x")
    with pytest.raises(CannotWrite, match="not overwritten"):
        saving.create(tmp_path / "a", "y")
    assert (tmp_path / "a").read_text() == "x"


def test_a_link_to_nothing_is_not_overwritten_by_creating(tmp_path):
    (tmp_path / "a").symlink_to("missing")
    with pytest.raises(CannotWrite, match="Choose another name"):
        saving.create(tmp_path / "a", "x")
    with pytest.raises(CannotWrite, match="choose another place"):
        saving.create(tmp_path / ("x" * 300), "x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_only_what_has_an_end_is_compared(tmp_path):
    os.mkfifo(tmp_path / "a")
    (tmp_path / "b").symlink_to("/dev/zero")
    assert saving.differs(tmp_path / "a", "x")
    assert saving.differs(tmp_path / "b", "x")


def changes(folder, *names):
    for name in names:
        (folder / name).write_text(f"old {name}")
    return [saving.Change(folder / name, f"old {name}".encode(), f"new {name}".encode()) for name in names]


def test_several_files_are_replaced_together(tmp_path):
    saving.replace_all(changes(tmp_path, "a", "b"))
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a": "new a", "b": "new b"}


def test_a_file_that_changed_since_it_was_read_is_kept_and_so_are_the_others(tmp_path):
    wanted = changes(tmp_path, "a", "b")
    (tmp_path / "b").write_text("somebody else's")
    with pytest.raises(CannotWrite, match="b has been changed since it was read"):
        saving.replace_all(wanted)
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a": "old a", "b": "somebody else's"}


def test_where_the_second_of_two_files_cannot_be_replaced_the_first_gets_its_content_back(
    tmp_path, monkeypatch
):
    wanted, real = changes(tmp_path, "a", "b"), Path.replace
    monkeypatch.setattr(saving, "_WAIT", 0)

    def replace(self, target):
        if target.name == "b":
            raise PermissionError(13, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotWrite, match="b: permission is missing"):
        saving.replace_all(wanted)
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a": "old a", "b": "old b"}


def test_a_link_stays_a_link(tmp_path):
    changes(tmp_path, "a")
    (tmp_path / "link").symlink_to("a")
    saving.replace_all([saving.Change(tmp_path / "link", b"old a", b"new a")])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_text() == "new a"


def test_a_read_only_file_is_not_overwritten(tmp_path, monkeypatch):
    wanted = changes(tmp_path, "a")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(CannotWrite, match="read-only"):
        saving.replace_all(wanted)
    assert (tmp_path / "a").read_text() == "old a"


def test_folders_that_are_not_there_are_made(tmp_path):
    path = tmp_path / "a" / "b" / "c.yaml"
    assert saving.save(path, "x\n")
    assert path.read_text("utf-8") == "x\n"


@pytest.mark.parametrize(
    ("there", "content", "expected"),
    [
        (b"a\r\nb\r\n", "a\nb\n", False),
        (b"a\r\nb\n", "a\nb\n", False),
        (b"a\r\nb\r\n", b"a\nb\n", True),
        (b"a\r\nc\r\n", "a\nb\n", True),
        (b"a\rb\r", "a\nb\n", True),
        (b"a\nb\n", "a\r\nb\r\n", True),
        (b"a\n\r\n", "a\nb\n", True),
        (b"", "a", True),
    ],
)
def test_a_text_may_have_other_line_ends(tmp_path, there, content, expected):
    (tmp_path / "a").write_bytes(there)
    assert saving.differs(tmp_path / "a", content) is expected
    assert saving.save(tmp_path / "a", content) is expected


def test_of_several_threads_that_change_a_file_each_change_is_made_or_refused(tmp_path):
    path = tmp_path / "a"
    path.write_text("0")
    made = []

    def add(_):
        for _ in range(40):
            before = path.read_bytes()
            try:
                saving.replace_all([saving.Change(path, before, str(int(before) + 1).encode())])
            except CannotWrite:
                continue
            made.append(1)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(4)))
    assert int(path.read_text()) == len(made) > 0
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_file_with_another_name_is_said_to_have_one(tmp_path):
    wanted = changes(tmp_path, "a", "b")
    os.link(tmp_path / "a", tmp_path / "other")
    assert saving.replace_all(wanted).linked == (tmp_path / "a",)
    assert (tmp_path / "other").read_text() == "old a"


def test_a_link_out_of_its_folder_is_not_written_through(tmp_path, monkeypatch):
    home, outside = tmp_path / "home", tmp_path / "outside"
    (home / "deep").mkdir(parents=True)
    outside.mkdir()
    changes(outside, "a")
    (home / "deep" / "link").symlink_to(outside / "a")
    change = saving.Change(home / "deep" / "link", b"old a", b"new a")
    monkeypatch.chdir(home)
    with pytest.raises(CannotWrite, match=r"outside its folder\. Name that file itself"):
        saving.replace_all([change])
    assert (outside / "a").read_text() == "old a"
    monkeypatch.chdir(tmp_path)  # where both lie
    saving.replace_all([change])
    assert (outside / "a").read_text() == "new a"


def test_a_folder_that_is_a_link_out_of_the_current_one_is_not_written_through(tmp_path, monkeypatch):
    home, outside = tmp_path / "home", tmp_path / "outside"
    home.mkdir()
    outside.mkdir()
    (home / "renders").symlink_to(outside)
    (home / "inside").mkdir()
    (home / "near").symlink_to("inside")
    monkeypatch.chdir(home)
    for path in ("renders/a.svg", "renders/deep/a.svg"):
        with pytest.raises(CannotWrite, match=r"renders.* is a link to \S+outside"):
            saving.save(Path(path), "x")
    assert list(outside.iterdir()) == []
    assert saving.save(Path("near/a.svg"), "x")
    assert saving.save(Path("../outside/a.svg"), "x")


def test_where_the_first_of_two_files_cannot_get_its_content_back_it_is_said_which_was_written(
    tmp_path, monkeypatch
):
    wanted, real = changes(tmp_path, "a", "b"), Path.replace
    monkeypatch.setattr(saving, "_WAIT", 0)
    seen = []

    def replace(self, target):
        seen.append(target.name)
        if len(seen) > 1:
            raise PermissionError(13, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotWrite, match=r"interrupted: \S+a had been written, and \S+b not"):
        saving.replace_all(wanted)


def test_a_failed_write_takes_back_nothing_that_somebody_else_has_written(tmp_path, monkeypatch):
    wanted, real = changes(tmp_path, "a", "b"), Path.replace
    monkeypatch.setattr(saving, "_WAIT", 0)

    def replace(self, target):
        if target.name == "b":
            (tmp_path / "a").write_text("somebody else's")
            raise PermissionError(13, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotWrite, match="b: permission is missing"):
        saving.replace_all(wanted)
    assert (tmp_path / "a").read_text() == "somebody else's"
