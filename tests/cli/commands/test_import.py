"""The command import: foreign files → chains, of which kind they may be."""

import json
from pathlib import Path

import pytest

from tests.importing.reports.word_files import p, word

KARTA = 'digraph { label="Karta"; a [label="Effekt: Färre besök", shape=box]; b [label="?"]; a -> b }'
SURE = 'digraph { label="Säker"; a [label="Effekt: Färre besök"] }'


def test_a_drawing_becomes_a_chain(run, write):
    write("karta.dot", KARTA)
    ran = run("import", "karta.dot", "--map", "b:nytta")
    assert (ran.code, ran.out) == (0, "karta.yaml\n")
    assert ran.err.splitlines()[0] == "karta.dot: read as a Graphviz drawing"
    assert run("check", "karta.yaml").code == 0
    text = Path("karta.yaml").read_text("utf-8")
    assert "leder_till" in text
    assert "    rubrik: Färre besök\n" in text, "what stood in the drawing is found again by its words"
    assert "Karta" in run("import", "karta.dot", "-o", "-", "--language", "nb").out


def test_what_it_was_read_as_is_said_in_the_language_of_the_person(run, write, monkeypatch):
    write("karta.dot", SURE)
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert run("import", "karta.dot").err == "karta.dot: läst som en ritning i Graphviz\n"


def test_a_word_file_of_typed_notes_is_said_to_be_notes(run, write):
    Path("lappar.docx").write_bytes(word(p("F: Kurs"), p("-> E: Färre fel")))
    ran = run("import", "lappar.docx", "--language", "nb")
    assert ran.err.splitlines()[0] == "lappar.docx: lest som lapper, en linje for hver"


@pytest.mark.parametrize("arguments", [["missing.dot"], ["bad.dot"], ["karta.dot", "--map", "nonsense"]])
def test_a_drawing_that_cannot_be_read_is_one_sentence(run, write, arguments):
    write("bad.dot", "digraph { a -> ")
    write("karta.dot", "digraph { a }")
    ran = run("import", *arguments)
    assert ran.code == 2
    assert ran.err.startswith("nyttokedja: ")
    assert len(ran.err.splitlines()) == 1


def test_the_ending_of_a_name_says_nothing(run, write):
    write("karta.xml", SURE)
    assert run("import", "karta.xml").out == "karta.yaml\n"


def test_what_is_piped_is_read_and_written_out(run):
    ran = run("import", "-", stdin=SURE.encode("cp850"))
    assert ran.code == 0
    assert "rubrik: Säker" in ran.out
    assert "Färre besök" in ran.out
    assert ran.err.splitlines()[0] == "-: read as a Graphviz drawing, in CP850"


def test_several_files_become_chains_in_a_folder(run, write):
    write("a.dot", SURE)
    write("b.dot", SURE)
    write("b.gv", SURE)
    ran = run("import", "a.dot", "b.dot", "b.gv", "-o", "ut")
    assert ran.code == 0
    assert ran.out.splitlines() == ["ut/a.yaml", "ut/b.dot.yaml", "ut/b.gv.yaml"]


def test_no_two_files_become_one_chain(run, write):
    for name in ("lappar.txt", "en/lappar.txt", "två/lappar.txt", "TVÅ/Lappar.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        write(name, f"E: {name}\n")
    files = ("lappar.txt", "en/lappar.txt", "två/lappar.txt", "TVÅ/Lappar.txt")
    ran = run("import", *files, "-o", "ut")
    assert ran.out.splitlines() == [
        "ut/lappar.txt.yaml",
        "ut/en_lappar.txt.yaml",
        "ut/två_lappar.txt.yaml",
        "ut/TVÅ_Lappar.txt_2.yaml",
    ]


def test_several_files_need_a_folder(run, write):
    write("a.dot", SURE)
    write("b.dot", SURE)
    for output in ("-", "karta.yaml"):
        ran = run("import", "a.dot", "b.dot", "-o", output)
        assert (ran.code, ran.out) == (2, "")
        assert "2" in ran.err
        assert not Path(output).exists()


def test_what_is_advised_can_be_typed_and_what_is_amiss_is_said_in_the_persons_language(run, write):
    write("mina lappar.txt", "E: A\n")
    run("import", "mina lappar.txt")
    assert '-o "mina lappar.yaml"' in run("import", "mina lappar.txt").err
    assert "den finns inte" in run("import", "borta.txt", "--language", "sv").err
    assert "det är en mapp" in run("import", ".", "--language", "sv").err


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run, write):
    write("a.dot", SURE)
    write("b.pdf", "%PDF-1.7")
    write("~$c.xlsx", "x")
    ran = run("import", "b.pdf", "a.dot", "~$c.xlsx", "-o", "ut")
    assert (ran.code, ran.out) == (2, "ut/a.yaml\n")
    first, _, last = ran.err.splitlines()
    assert first.startswith("b.pdf: The file is a PDF.")
    assert last.startswith("~$c.xlsx: The file is only the mark")


def test_a_folder_is_where_one_file_goes_too(run, write):
    write("a.dot", SURE)
    assert run("import", "a.dot", "-o", "ut/").out == "ut/a.yaml\n"
    assert run("import", "a.dot", "-o", "ut").code == 0, "the same import changes nothing"


def test_strict_exits_with_1_where_anything_was_guessed(run, write):
    write("sure.dot", SURE)
    write("karta.dot", KARTA)
    assert run("import", "sure.dot", "--strict").code == 0
    assert run("import", "karta.dot", "--strict").code == 1
    assert Path("karta.yaml").exists()


def test_nothing_in_a_file_is_no_chain(run, write):
    write("tom.dot", "digraph { }")
    ran = run("import", "tom.dot")
    assert ran.code == 2
    assert "no notes, boxes or rows in tom.dot" in ran.err
    assert not Path("tom.yaml").exists()


def test_what_a_file_is_can_be_said(run, write):
    write("karta.txt", "N: Snabbare besked\n")
    ran = run("import", "karta.txt", "--from", "dot")
    assert ran.code == 2
    assert "DOT" in ran.err


def test_a_page_that_is_asked_of_notes_is_said_to_make_no_difference(run, write):
    write("lappar.txt", "title: T\nC: Course\n")
    ran = run("import", "lappar.txt", "--page", "2", "--language", "en")
    assert ran.code == 0
    assert ran.err.splitlines()[-1] == "The file has no pages or sheets, so --page makes no difference: 2."


def test_two_files_of_one_name_are_two_sources_of_a_chain(run, write):
    for folder, note in (("a", "F: Kurs"), ("b", "F: Handbok")):
        Path(folder).mkdir()
        write(f"{folder}/lappar.txt", f"titel: T\n{note}\n")
    run("import", "a/lappar.txt", "-o", "k.yaml")
    run("import", "b/lappar.txt", "-o", "k.yaml")
    again = run("import", Path("a/lappar.txt").resolve(), "-o", "k.yaml")
    assert set(json.loads(Path("k.import.json").read_bytes())["sources"]) == {"a/lappar.txt", "b/lappar.txt"}
    text = Path("k.yaml").read_text("utf-8")
    assert "Kurs" in text
    assert "Handbok" in text
    assert "finns inte längre" not in again.err.casefold(), "the other file still says it"


def test_a_file_elsewhere_on_this_computer_is_remembered_by_its_name(run, write, tmp_path_factory):
    path = tmp_path_factory.mktemp("anna") / "lappar.txt"
    path.write_text("titel: T\nF: Kurs\n", "utf-8")
    run("import", path, "-o", "k.yaml")
    assert list(json.loads(Path("k.import.json").read_bytes())["sources"]) == ["lappar.txt"]


FIRST = "titel: T\nF: Kurs\n  -> N: Tid (personal)\n"
SECOND = "titel: T\nF: Kurs\n  -> N: Mer tid (personal)\n  -> E: Lugn\nvem?\n"


@pytest.mark.parametrize("lost", [None, FIRST])
def test_a_kill_between_the_chain_and_what_is_beside_it_doubles_and_loses_nothing(run, write, lost):
    """The chain is written first: the next import finds it with no memory, or that of the import before."""
    chain, beside = Path("k.yaml"), Path("k.import.json")
    if lost:
        write("n.txt", FIRST)
        run("import", "n.txt", "-o", "k.yaml")
    there = beside.read_bytes() if lost else None
    write("n.txt", SECOND)
    run("import", "n.txt", "-o", "k.yaml")
    whole, remembered = chain.read_bytes(), beside.read_bytes()
    beside.write_bytes(there) if there else beside.unlink()
    ran = run("import", "n.txt", "-o", "k.yaml")
    assert (ran.code, chain.read_bytes()) == (0, whole)
    sources = [json.loads(held)["sources"] for held in (beside.read_bytes(), remembered)]
    assert sources[0] == sources[1]


def test_an_import_that_is_laid_out_says_the_same_to_the_next_import(run, write):
    """Titles that ids give stay, so that neither the layout nor the next import tells a change."""
    write("lappar.txt", "titel: T\nF: Ny rutin\n  -> E: Färre fel\n    -> N: Mer tid (Personal)\n")
    to = ("import", "lappar.txt", "-o", "k.yaml", "--language", "sv")
    assert run(*to).code == 0
    assert run("fmt", "k.yaml", "--check").code == 0
    assert run("fmt", "k.yaml").code == 0
    assert Path("k.yaml").read_text("utf-8").count("rubrik: ") == 4
    again = run(*to)
    assert "säger redan allt" in again.out + again.err
