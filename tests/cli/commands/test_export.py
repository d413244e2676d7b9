"""The command export: chains → files of other programs, and what they leave out."""

from pathlib import Path

import pytest

CHAIN = """nyttokedja: 1
rubrik: Test
språk: sv
effekter:
  färre_samtal:
    indikatorer:
      antal:
        mätningar: {2027: 3, 2028: 4}
    leder_till: mer_tid
nyttor:
  mer_tid:
    berör: vakter
"""


def test_a_chain_becomes_notes_and_what_is_left_out_is_the_last_that_is_said(run, write):
    write("a.yaml", CHAIN)
    ran = run("export", "a.yaml", "--format", "notes")
    assert (ran.code, ran.out) == (0, "a.txt\n")
    assert ran.err.splitlines() == ["Left out: 1 indicator.", "Left out: 2 measurements."]
    text = Path("a.txt").read_text("utf-8")
    assert "E: Färre samtal\n  -> N: Mer tid (vakter)\n" in text
    assert run("import", "a.txt", "-o", "b.yaml").code == 0


def test_nothing_is_overwritten(run, write):
    write("a.yaml", CHAIN)
    write("a.txt", "mine")
    ran = run("export", "a.yaml", "--format", "notes")
    assert ran.code == 2
    assert Path("a.txt").read_text("utf-8") == "mine"


def test_several_go_into_a_folder_or_are_printed(run, write):
    write("a.yaml", CHAIN)
    write("b.yaml", CHAIN)
    ran = run("export", "a.yaml", "b.yaml", "--format", "notes", "-o", "ut")
    assert ran.out.splitlines() == ["ut/a.txt", "ut/b.txt"]
    assert ran.err.splitlines()[-1] == "b.yaml: Left out: 2 measurements."
    assert run("export", "a.yaml", "b.yaml", "--format", "notes", "-o", "-").out.count("titel: Test") == 2
    ran = run("export", "a.yaml", "b.yaml", "--format", "notes", "-o", "ut.txt")
    assert ran.code == 2
    assert "2 chains" in ran.err


@pytest.mark.parametrize("text", [CHAIN + "okänt: x\n", "nyttokedja: 1\nrubrik: [\n", "hej\n"])
def test_a_chain_with_faults_is_not_exported_in_part(run, write, text):
    write("a.yaml", text)
    ran = run("export", "a.yaml", "--format", "notes")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert not Path("a.txt").exists()
