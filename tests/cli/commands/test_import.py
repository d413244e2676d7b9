"""The command import: old drawings."""

from pathlib import Path

import pytest


def test_a_drawing_becomes_a_chain(run, write):
    write(
        "karta.dot",
        'digraph { label="Karta"; a [label="Effekt: Färre besök", shape=box]; b [label="?"]; a -> b }',
    )
    ran = run("import", "karta.dot", "--map", "b:nytta")
    assert (ran.code, ran.out) == (0, "karta.yaml\n")
    assert run("check", "karta.yaml").code == 0
    text = Path("karta.yaml").read_text("utf-8")
    assert "leder_till" in text
    assert "    rubrik: Färre besök\n" in text, "what stood in the drawing is found again by its words"
    assert run("import", "karta.dot").code == 2
    assert "Karta" in run("import", "karta.dot", "-o", "-", "--language", "nb").out


@pytest.mark.parametrize("arguments", [["missing.dot"], ["bad.dot"], ["karta.dot", "--map", "nonsense"]])
def test_a_drawing_that_cannot_be_read_is_one_sentence(run, write, arguments):
    write("bad.dot", "digraph { a -> ")
    write("karta.dot", "digraph { a }")
    ran = run("import", *arguments)
    assert ran.code == 2
    assert ran.err.startswith("nyttokedja: ")
    assert len(ran.err.splitlines()) == 1
