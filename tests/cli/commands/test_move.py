"""The command move: a box becomes one of another type."""


def test_a_box_is_moved(run, chain):
    ran = run("move", "färre_fel", "nytta", "--force")
    assert ran.out == "”Färre fel” är nu en nytta i chains/lista.yaml, rad 24.\n"
    assert "    leder_till: mål_1\n  färre_fel: {leder_till: trygghet}\n\nmål:" in chain.read_text("utf-8")
    assert run("move", "färre_fel", "nytta").out == "Det är redan så. Inget har ändrats.\n"


def test_a_box_becomes_a_behaviour(run, chain):
    assert run("move", "lista", "beteende", "--force").code == 0
    assert "  lista:\n    beteende: ja\n" in chain.read_text("utf-8")


def test_a_type_that_is_none_is_said_also_of_a_file_that_cannot_be_read(run, write):
    write("chains/a.yaml", "nyttokedja: 1\nrubrik: A: B\n")
    assert "”sak” är ingen typ av ruta" in run("move", "a", "sak").err
    assert "går inte att läsa" in run("move", "a", "mål").err
