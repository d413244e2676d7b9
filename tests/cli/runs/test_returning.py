"""An import into a chain that is there: what is written, what is kept, and how to take it back."""

import subprocess
from pathlib import Path

import pytest

from nyttokedja.cli.runs import returning
from nyttokedja.errors import CannotWrite

ONE = """digraph { label="Besök"
f [label="F: E-tjänst"]; e [label="Effekt: Färre besök"]; n [label="Nytta: Frigjord tid"]
f [label="Förändring: E-tjänst"]; l [label="vad säger facket?"]
f -> e -> n }"""
TWO = """digraph { label="Besök"
f [label="Förändring: E-tjänst"]; e [label="Effekt: Färre besök på mottagningen"]
m [label="Nytta: Kortare väntan"]; l [label="vad säger facket?"]
f -> e -> m }"""
CHAIN, MEMORY, BACKUP = Path("k.yaml"), Path("k.import.json"), Path("k.yaml.bak")


@pytest.fixture
def imported(run, write, monkeypatch):
    """A chain that was imported once."""
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    write("vagg.dot", ONE)
    assert run("import", "vagg.dot", "-o", "k.yaml").code == 0
    return run


def git(*arguments):
    named = ["-c", "user.name=n", "-c", "user.email=n@example.org"]
    subprocess.run(["git", *named, *arguments], check=True, capture_output=True)


def test_the_same_import_twice_changes_no_byte(imported):
    before = CHAIN.read_bytes(), MEMORY.read_bytes()
    ran = imported("import", "vagg.dot", "-o", "k.yaml")
    assert ran.code == 0
    assert "k.yaml säger redan allt som vagg.dot säger." in ran.out
    assert (CHAIN.read_bytes(), MEMORY.read_bytes()) == before
    assert sorted(path.name for path in Path().iterdir()) == ["k.import.json", "k.yaml", "vagg.dot"]


def test_the_chain_is_kept_once_and_the_last_line_says_how_to_take_the_import_back(imported, write):
    before = CHAIN.read_bytes()
    write("vagg.dot", TWO)
    ran = imported("import", "vagg.dot", "-o", "k.yaml")
    assert "1 ny ruta: ”Kortare väntan”." in ran.out
    assert "  rutan ”Frigjord tid”: nyttokedja remove frigjord_tid k.yaml" in ran.out
    assert ran.out.splitlines()[-1].startswith("Så här ångrar du inläsningen: ersätt k.yaml med k.yaml.bak")
    assert BACKUP.read_bytes() == before
    after = CHAIN.read_bytes()
    BACKUP.replace(CHAIN)
    assert imported("import", "vagg.dot", "-o", "k.yaml").code == 0
    assert CHAIN.read_bytes() == after, "what was taken back can come again"


def test_a_backup_of_somebody_else_is_left_alone(imported, write):
    BACKUP.write_text("min egen", "utf-8")
    write("vagg.dot", TWO)
    assert "k.yaml.bak2" in imported("import", "vagg.dot", "-o", "k.yaml").out
    assert BACKUP.read_text("utf-8") == "min egen"


def test_with_git_the_sentence_names_git_and_nothing_is_kept(imported, write):
    git("init", "-q")
    git("add", ".")
    write("vagg.dot", TWO)
    before = CHAIN.read_bytes()
    ran = imported("import", "vagg.dot", "-o", "k.yaml")
    assert ran.out.splitlines()[-1].endswith("git checkout -- k.yaml k.import.json")
    assert not BACKUP.exists()
    after = CHAIN.read_bytes(), MEMORY.read_bytes()
    git("checkout", "--", "k.yaml")
    assert CHAIN.read_bytes() == before
    imported("import", "vagg.dot", "-o", "k.yaml")
    assert (CHAIN.read_bytes(), MEMORY.read_bytes()) == after


def test_what_git_cannot_give_back_is_kept(imported, write):
    git("init", "-q")
    git("add", ".")
    CHAIN.write_text(CHAIN.read_text("utf-8") + "# egen rad\n", "utf-8")
    write("vagg.dot", TWO)
    imported("import", "vagg.dot", "-o", "k.yaml")
    assert BACKUP.read_text("utf-8").endswith("# egen rad\n")


def test_a_dry_run_shows_what_it_means_and_writes_nothing(imported, write):
    write("vagg.dot", TWO)
    files = {path: path.read_bytes() for path in Path().iterdir()}
    ran = imported("import", "vagg.dot", "-o", "k.yaml", "--dry-run")
    assert ran.code == 0
    assert "Kortare väntan" in ran.out
    assert "[nytt]" in ran.out or "+" in ran.out
    assert ran.out.splitlines()[-1] == "Så skulle det bli. Inget har skrivits (--dry-run)."
    assert {path: path.read_bytes() for path in Path().iterdir()} == files


def test_prune_says_first_what_it_takes_away(imported, write):
    write("vagg.dot", TWO)
    ran = imported("import", "vagg.dot", "-o", "k.yaml", "--prune")
    assert ran.out.splitlines()[1].startswith("Tas bort, eftersom det inte längre finns i vagg.dot")
    assert "Frigjord tid" in ran.out.splitlines()[2]
    assert "Frigjord tid" not in CHAIN.read_text("utf-8")


def test_a_memory_in_conflict_is_one_sentence_and_stays_until_the_chain_is_written(
    imported, write, monkeypatch
):
    write("vagg.dot", TWO)
    MEMORY.write_text("<<<<<<< HEAD\n", "utf-8")

    def fails(*_):
        raise CannotWrite("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(returning, "write", fails)
        assert imported("import", "vagg.dot", "-o", "k.yaml").code == 2
    assert MEMORY.read_text("utf-8") == "<<<<<<< HEAD\n"
    imported("import", "vagg.dot", "-o", "k.yaml", "--dry-run")
    assert MEMORY.read_text("utf-8") == "<<<<<<< HEAD\n"
    ran = imported("import", "vagg.dot", "-o", "k.yaml", "--language", "sv")
    assert sum("k.import.json" in line for line in ran.out.splitlines()) == 1
    assert MEMORY.read_text("utf-8").startswith("{")


def test_standard_output_keeps_no_memory(run, write):
    write("vagg.dot", ONE)
    assert run("import", "vagg.dot", "-o", "-").code == 0
    assert run("import", "vagg.dot", "--dry-run").code == 0
    assert [path.name for path in Path().iterdir()] == ["vagg.dot"]


def test_without_o_a_chain_that_is_there_is_refused_and_the_sentence_names_it(run, write):
    write("vagg.dot", ONE)
    run("import", "vagg.dot")
    ran = run("import", "vagg.dot")
    assert ran.code == 2
    assert "-o vagg.yaml" in ran.err


@pytest.mark.parametrize("content", ["", "inget av det här\n", "digraph { a }"])
def test_a_file_that_is_no_chain_is_never_written_over(run, write, content):
    write("vagg.dot", ONE)
    write("k.yaml", content)
    assert run("import", "vagg.dot", "-o", "k.yaml").code == 2
    assert CHAIN.read_text("utf-8") == content


def test_a_chain_with_faults_is_refused_with_what_to_do(run, write):
    write("vagg.dot", ONE)
    write("k.yaml", "nyttokedja: 1\nrubrik: K\nnyttor: 7\n")
    ran = run("import", "vagg.dot", "-o", "k.yaml")
    assert ran.code == 2
    assert "nyttokedja check k.yaml" in ran.err
