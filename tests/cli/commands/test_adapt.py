"""The command adapt: a workshop beside a reference."""

from pathlib import Path

import pytest

REFERENCE = """nyttokedja: 1
rubrik: Referens
effekter:
  a: {rubrik: Färre fel, leder_till: vård}
nyttor:
  vård: {rubrik: Tryggare vård, ägare: Chef}
"""
WALL = """digraph { label="Vår dag"
a [label="Effekt: Färre fel"]; b [label="Nytta: Lugnare"]; c [label="?!"]
a -> b }"""


@pytest.fixture
def two(run, write, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    write("referens.yaml", REFERENCE)
    write("dag.dot", WALL)
    return run


def test_a_drawing_is_put_beside_a_chain(two):
    ran = two("adapt", "referens.yaml", "dag.dot")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "”Vår dag” bredvid referensen ”Referens”"
    assert "Lika: 1 ruta\n  Färre fel (effekt)" in ran.out
    assert "Bara i workshopen: 1 ruta\n  Lugnare (nytta)" in ran.out
    assert "Finns i referensen men inte i workshopen: 1 ruta\n  Tryggare vård (nytta)" in ran.out
    assert "dag.dot: läst som" in ran.err
    assert sorted(path.name for path in Path().iterdir()) == ["dag.dot", "referens.yaml"]


def test_a_start_is_a_chain_that_the_wall_can_come_to_again(two):
    assert two("adapt", "referens.yaml", "dag.dot", "--start", "-o", "ny.yaml").code == 0
    text = Path("ny.yaml").read_text("utf-8")
    assert "ursprung: Referens" in text
    assert "ägare" not in text
    assert "leder_till: [vård, lugnare]" in text
    assert two("check", "ny.yaml").code == 0
    before = Path("ny.yaml").read_bytes()
    assert two("import", "dag.dot", "-o", "ny.yaml").code == 0
    assert Path("ny.yaml").read_bytes() == before


def test_nothing_is_written_over(two, write):
    write("ny.yaml", "mitt")
    assert two("adapt", "referens.yaml", "dag.dot", "--start", "-o", "ny.yaml").code == 2
    assert Path("ny.yaml").read_text("utf-8") == "mitt"
    assert not Path("ny.import.json").exists()


@pytest.mark.parametrize("arguments", [["--start"], ["-o", "ny.yaml"]])
def test_start_and_its_file_belong_together(two, arguments):
    ran = two("adapt", "referens.yaml", "dag.dot", *arguments)
    assert ran.code == 2
    assert "--start" in ran.err


@pytest.mark.parametrize("content", [None, "nyttokedja: 1\nrubrik: K\nnyttor: 7\n", "digraph {"])
def test_what_cannot_be_read_is_said(two, write, content):
    if content is not None:
        write("x.yaml", content)
    ran = two("adapt", "referens.yaml", "x.yaml")
    assert ran.code == 2
    assert ran.err.startswith("nyttokedja: ")
    assert len(ran.err.splitlines()) == 1
