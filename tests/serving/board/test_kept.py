"""The file of a board: read as it is now, replaced whole or not at all, and its versions."""

import pytest

from nyttokedja.errors import CannotWrite
from nyttokedja.serving.board.kept import Kept


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "lås.yaml"
    made.write_bytes(b"one")
    return made


def test_a_file_has_other_bytes_where_it_holds_what_is_known(path):
    kept = Kept(path, 100)
    kept.replace(b"one", b"two")
    assert (kept.read(), path.read_bytes()) == (b"two", b"two")
    with pytest.raises(CannotWrite):
        kept.replace(b"one", b"three")
    assert path.read_bytes() == b"two"
    assert kept.keep(b"x") is None


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_each_change_leaves_what_was_before_it_as_the_next_version(path, tmp_path):
    folder = tmp_path / "versions"
    folder.mkdir()
    for name in ("lås-0007.yaml", "lås-12.yaml", "lås-0099.yml", "annat-0100.yaml", "xlås-0100.yaml"):
        (folder / name).write_bytes(b"")
    kept = Kept(path, 100, folder)
    before = names(folder)
    kept.replace(b"one", b"two")
    kept.replace(b"two", b"three")
    assert sorted({*names(folder)} - {*before}) == ["lås-0008.yaml", "lås-0009.yaml"]
    assert (folder / "lås-0008.yaml").read_bytes() == b"one"
    assert (folder / "lås-0009.yaml").read_bytes() == b"two"


def test_the_first_version_is_the_first_and_the_ten_thousandth_has_a_digit_more(path, tmp_path):
    folder = tmp_path / "versions"
    folder.mkdir()
    assert Kept(path, 100, folder).keep(b"x") == folder / "lås-0001.yaml"
    (folder / "lås-9999.yaml").write_bytes(b"")
    assert Kept(path, 100, folder).keep(b"x") == folder / "lås-10000.yaml"
    assert Kept(path, 100, folder).keep(b"x") == folder / "lås-10001.yaml"


def test_what_was_not_changed_leaves_no_version(path, tmp_path):
    folder = tmp_path / "versions"
    folder.mkdir()
    with pytest.raises(CannotWrite):
        Kept(path, 100, folder).replace(b"other", b"two")
    assert names(folder) == []
    assert path.read_bytes() == b"one"
