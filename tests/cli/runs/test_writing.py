"""Changed chains are written one run at a time, and what a person should know is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nyttokedja.cli.runs.writing import write as write_changes
from nyttokedja.writing.saving import Change

KILLED = """
import os, sys
from pathlib import Path
from nyttokedja.cli import main
real, moved = Path.replace, []
def replace(self, target):
    if moved:
        os._exit(9)
    moved.append(1)
    return real(self, target)
Path.replace = replace
main(sys.argv[1:])
"""
CHAIN = "nyttokedja: 1\nrubrik: A\nnyttor:\n  tid: Frigjord tid\n"


@pytest.mark.parametrize(("language", "said"), [("sv", "fler namn än ett"), ("en", "more than one name")])
def test_a_file_with_another_name_is_spoken_of(tmp_path, capsys, language, said):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x")
    os.link(path, tmp_path / "b.yaml")
    write_changes([Change(path, b"x", b"y")], language)
    assert said in capsys.readouterr().err
    write_changes([Change(path, b"y", b"z")], language)
    assert capsys.readouterr().err == ""


def test_a_command_that_was_killed_between_two_files_is_spoken_of_by_the_next_one(tmp_path, capsys):
    for name in ("a", "b"):
        Path(f"{name}.yaml").write_text(CHAIN, encoding="utf-8")
    killed = subprocess.run([sys.executable, "-c", KILLED, "rename", "tid", "tiden"], check=False)
    assert killed.returncode == 9
    assert ["tiden" in Path(f"{name}.yaml").read_text("utf-8") for name in ("a", "b")] == [True, False]
    before = Path("a.yaml").read_bytes()
    write_changes([Change(Path("a.yaml"), before, before + b"# x\n")], "sv")
    assert "avbröts innan det hade skrivit b.yaml" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]
