"""The command sort: a person, a terminal, and the notes of a chain."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nyttokedja.cli.runs.sorting import Session
from nyttokedja.cli.runs.targets import the_one
from nyttokedja.importing.notation.vocabulary import vocabulary
from nyttokedja.importing.returning import Origin, remembered
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.writing.chain_file import to_yaml
from tests.importing.returning.walls import wall

WALL = ("F: E-tjänst -> E: Färre fel", "Frigjord tid", "vad säger facket?", "Färre fel")
CHAIN, MEMORY = Path("k.yaml"), Path("k.import.json")


@pytest.fixture
def sorted_with(write, monkeypatch, tmp_path):
    """Sort a chain with answers; what each question was asked with is handed back."""
    monkeypatch.chdir(tmp_path)

    def sorted_with(*answers, language="sv"):
        imported = wall(*WALL)
        write("k.yaml", to_yaml({**imported.data, "language": language}, language, titles=True))
        write("k.import.json", remembered(imported, Origin("v.txt", "notes")).to_bytes())
        waiting, asked = list(answers), []

        def ask(question):
            asked.append((question, CHAIN.read_text("utf-8")))
            if not waiting:
                raise EOFError
            return waiting.pop(0)

        Session(the_one(("k.yaml",)), ask).run()
        return asked

    return sorted_with


def test_every_answer_is_written_at_once(sorted_with):
    asked = sorted_with("n", "färre fel", "", "t", "s", "Färre fel", "")
    questions, texts_then = zip(*asked, strict=True)
    assert questions[1].startswith("Vad leder till ”Frigjord tid”?")
    assert "frigjord_tid:" in texts_then[1]
    assert "leder_till: frigjord_tid" in texts_then[2]
    assert "facket" not in texts_then[4]
    assert "lappar" not in texts_then[-1]


def test_undo_goes_back_over_the_whole_session_with_arrows_and_merges(sorted_with):
    sorted_with()
    first = CHAIN.read_bytes(), MEMORY.read_bytes()
    asked = sorted_with("n", "2", "", "t", "s", "färre fel", *"uuuuuu", "q")
    assert asked[-1][0] == asked[0][0]
    assert (CHAIN.read_bytes(), MEMORY.read_bytes()) == first


def test_going_back_once_undoes_the_arrow_alone(sorted_with, capsys):
    sorted_with("nytta", "e-tjänst", "u", "färre fel", "", "q")
    text = CHAIN.read_text("utf-8")
    assert "leder_till: färre_fel\n" in text
    assert "  färre_fel:\n    rubrik: Färre fel\n    leder_till: frigjord_tid\n" in text
    assert "1 lapp är sorterad i k.yaml, 2 är kvar." in capsys.readouterr().out


def test_an_answer_that_is_none_is_asked_again(sorted_with, capsys):
    sorted_with("vad?", "n", "finns inte", "99", "f", "q")
    out = capsys.readouterr().out
    assert "”vad?” är inget av det som går att svara" in out
    assert "Ingen ruta har orden ”finns inte”." in out
    assert "Flera rutor passar" not in out


def test_no_arrow_is_offered_back_to_where_one_comes_from(sorted_with, capsys):
    asked = sorted_with("e", "färre fel", "q")
    assert asked[2][0] == "Vad är lappen? ", "a change has no arrow into it, and there is nothing else"
    assert capsys.readouterr().out.count("Pil mellan") == 1


def test_nothing_to_undo_and_nothing_to_sort_are_said(sorted_with, capsys):
    sorted_with("u", "v", "v", "v", "")
    assert "Det finns inget att ångra." in capsys.readouterr().out
    CHAIN.write_text("nyttokedja: 1\nrubrik: K\n", "utf-8")
    Session(the_one(("k.yaml",)), lambda _: pytest.fail("nothing is asked")).run()
    assert "k.yaml har inga osorterade lappar." in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_are_letters_of_the_language_and_no_two_are_the_same(sorted_with, language, capsys):
    said = texts(language)
    keys = said.group("sorting/keys")
    taken = {key for held in keys.values() for key in held}
    kinds = {
        kind: [letter for letter in letters if letter not in taken]
        for kind, letters in vocabulary(language).written.items()
        if kind != "note"
    }
    assert all(kinds.values()), "each kind has a letter that is no command"
    every = [key for held in (*kinds.values(), *keys.values()) for key in held]
    assert len(every) == len(set(every))
    for kind in kinds:
        sorted_with(kinds[kind][0], language=language)
        word = said.word("type", kind) if kind != "behaviour" else ""
        assert word in capsys.readouterr().out.casefold()
        assert CHAIN.read_text("utf-8").count("Frigjord tid") == 1
        sorted_with(word or kinds[kind][0], language=language)
        assert CHAIN.read_text("utf-8").count("- Frigjord tid") == 0


def test_a_file_that_somebody_changes_meanwhile_is_not_written_over(sorted_with, write):
    def changed(_):
        CHAIN.write_text(CHAIN.read_text("utf-8") + "# mitt\n", "utf-8")
        return "t"

    sorted_with("q")
    with pytest.raises(Exception, match="has been changed since it was read"):
        Session(the_one(("k.yaml",)), changed).run()
    assert "- Frigjord tid" in CHAIN.read_text("utf-8")


def test_a_damaged_memory_is_said_and_left_as_it_is(sorted_with, capsys):
    sorted_with("q")
    MEMORY.write_text("{", "utf-8")
    answers = iter("tq")
    Session(the_one(("k.yaml",)), lambda _: next(answers)).run()
    assert "k.import.json går inte att läsa" in capsys.readouterr().out
    assert MEMORY.read_text("utf-8") == "{"
    assert "- Frigjord tid" not in CHAIN.read_text("utf-8")


def test_without_a_terminal_it_is_one_sentence(run, write):
    write("k.yaml", "nyttokedja: 1\nrubrik: K\nlappar: [a]\n")
    ran = run("sort", "k.yaml")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "nyttokedja: The notes are asked about one at a time, and there is no terminal to answer in."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_in_a_terminal_what_is_typed_is_answered(tmp_path):
    import pty

    path = tmp_path / "k.yaml"
    path.write_text("nyttokedja: 1\nrubrik: K\neffekter:\n  a: Färre fel\nlappar: [Frigjord tid]\n", "utf-8")
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "nyttokedja", "sort", path.name],
        cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    for question, answer in ((b"lappen? ", "n"), (b"inget: ", "1"), (b"ngrar: ", "")):
        seen = _until(ours, question)
        os.write(ours, f"{answer}\n".encode())
    assert child.wait(20) == 0
    assert "leder_till: frigjord_tid" in path.read_text("utf-8"), seen


def _until(terminal, wanted):
    seen, ends = b"", time.monotonic() + 20
    while wanted not in seen and time.monotonic() < ends:
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 4096)
    assert wanted in seen, seen
    return seen
