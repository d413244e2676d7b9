"""Settings and attributes that mean what they should, wherever the program and the chains lie."""

import shutil
import sys

import pytest

from nyttokedja.versions import drivers as installing
from tests.repositories import program, repository  # noqa: F401

pytestmark = program
BASE = "nyttokedja: 1\nrubrik: X\neffekter:\n  a: {leder_till: [b]}\n  b:\n  c:\n  d:\n"
NAMES = [
    "a.yaml",
    "mål och mening/a.yaml",
    "[1] *stjärna?*/å.yml",
    "!viktigt/a.yaml",
    "#1/a.yaml",
    "bak\\streck/a.yaml",
    'cit"at/a.yaml',
    "rad\nbrott/a.yaml",
    "-x/a.yaml",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", NAMES)
def test_a_folder_and_no_other_has_the_drivers(repository, name):  # noqa: F811
    repo = repository()
    installing.install(repo.path, installing.attributes(installing.patterns([name])))
    folder, _, file = name.rpartition("/")
    near = f"{folder}/under/{file}" if folder else f"under/{file}"
    for path, said in (
        (name, "nyttokedja"),
        (near, "unspecified"),
        (name + "x", "unspecified"),
        ("sX" + name, None),
    ):
        answer = repo.git("check-attr", "-z", "merge", "--", path).split("\0")[2]
        assert said is None or answer == said, path
    other = "1 astjärnabc/å.yml"
    assert repo.git("check-attr", "-z", "merge", "--", other).split("\0")[2] == "unspecified"


def test_patterns_are_in_a_steady_order_and_each_there_once():
    names = ["b/x.yaml", "a/y.yml", "b/z.yaml", "a/w.yaml"]
    assert installing.patterns(names) == ["/a/*.yaml", "/a/*.yml", "/b/*.yaml", "/b/*.yml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize(
    "folder", ["plain", "med blank", "50%L", "Åsas 'egen'", 'dollar $HOME "x" `y`', "%%"]
)
def test_the_program_is_found_wherever_it_lies(repository, monkeypatch, tmp_path, folder):  # noqa: F811
    python = tmp_path / folder / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    repo = repository()
    repo.commit({"a.yaml": BASE})
    installing.install(repo.path, installing.attributes(["/*.yaml"]))
    repo.branch("deras")
    repo.commit({"a.yaml": BASE.replace("[b]", "[b, c]")})
    repo.switch("main")
    repo.commit({"a.yaml": BASE.replace("[b]", "[b, d]")})
    repo.merge("deras")
    assert "[b, d, c]" in repo.read("a.yaml")
    assert "+  Leder till ”D” (d)" in repo.git("show", "HEAD^1")


def test_on_windows_the_path_has_slashes():
    driver = installing.settings(r"C:\Program Files\Åsa\python.exe")["merge.nyttokedja.driver"]
    assert driver.startswith("'C:/Program Files/Åsa/python.exe' -P -m nyttokedja git merge ")


BROKEN = b"* text\n# nyttokedja git install: begin\n"


@pytest.mark.parametrize(
    "theirs", [b"", b"\n", b"* text", b"* text\r\n", b"\xef\xbb\xbf* text\n", BROKEN, b"\xff\n"]
)
def test_other_peoples_lines_come_back_byte_for_byte(repository, theirs):  # noqa: F811
    repo = repository()
    path = installing.attributes_file(repo.path)
    path.write_bytes(theirs)
    for patterns in (["/a/*.yaml"], ["/b/*.yaml"]):
        installing.install(repo.path, installing.attributes(patterns))
        assert path.read_bytes().count(b"/*.yaml diff=nyttokedja") == 1
        assert path.read_bytes().startswith(b"\xef\xbb\xbf") is theirs.startswith(b"\xef\xbb\xbf")
    installing.uninstall(repo.path)
    assert (path.read_bytes() if path.exists() else b"") == theirs


def test_the_folder_of_attributes_need_not_be_there(repository):  # noqa: F811
    repo = repository()
    shutil.rmtree(repo.path / ".git/info")
    installing.install(repo.path, installing.attributes(["/a/*.yaml"]))
    assert len(installing.installed(repo.path)) == 5
    installing.uninstall(repo.path)
    assert installing.installed(repo.path) == []
