import pytest

from nyttokedja.search import candidates, is_chain


@pytest.mark.parametrize(
    ("data", "chain"),
    [
        (b"nyttokedja: 1\n", True),
        (b"# first\n\ntitle: x\nnyttokedja: 1\n", True),
        (b"\xef\xbb\xbfnyttokedja: 1\r\n", True),
        (b"{nyttokedja: 1, title: x}\n", True),
        (b'{"nyttokedja": 1}\n', True),
        ("nyttokedja: 1\n".encode("utf-16"), True),
        (b"nyttokeda: 1\n", True),
        (b"Nyttokedja: 1\n", True),
        (b"title: \xe5\nnyttokedja: 1\n", True),
        (b"x:\n  nyttokedja: 1\n", False),
        (b"services: {}\n", False),
        (b"# nyttokedja: 1\n", False),
        (b"", False),
        (bytes(range(256)), False),
    ],
)
def test_a_chain_is_known_by_its_key(data, chain):
    assert is_chain(data) is chain


def test_folders_are_searched_in_a_steady_order(tmp_path):
    for name in (
        "b.yaml",
        "a.yml",
        "c.txt",
        ".hidden.yaml",
        "sub/d.YAML",
        ".git/e.yaml",
        "node_modules/f.yaml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("nyttokedja: 1\n")
    found = list(candidates([str(tmp_path), str(tmp_path / "b.yaml")]))
    assert [c.path.relative_to(tmp_path).as_posix() for c in found] == ["a.yml", "b.yaml", "sub/d.YAML"]
    assert not any(c.named for c in found)


def test_a_file_that_is_named_is_taken_for_a_chain_and_one_that_is_missing_is_kept(tmp_path):
    found = list(candidates([str(tmp_path / "missing.yaml"), "-"]))
    assert [(c.name, c.named) for c in found] == [(str(tmp_path / "missing.yaml"), True), ("-", True)]


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.yaml").write_text("nyttokedja: 1\n")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "link").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert list(candidates([str(tmp_path / "inside")])) == []
