"""How often a command reads a file: once as it is, and once more to prove what was made of it."""

from collections import Counter

import pytest

from nyttokedja.reading.source import _Composer
from nyttokedja.reading.translation import _Translator
from tests.repositories import program

CHAIN = """\
nyttokedja: 1
rubrik: X
effekter:
  a: {rubrik: A, leder_till: b}
  b:
    rubrik: B
    leder_till: n
nyttor:
  n: {ägare: Chef}
hinder:
  h: {hindrar: b}
"""


@pytest.fixture
def readings(monkeypatch):
    """How many files have been read by the parser, and how many put into canonical words."""
    counts = Counter()

    def count(cls, name):
        real = cls.__init__

        def counted(self, *arguments):
            counts[name] += 1
            real(self, *arguments)

        monkeypatch.setattr(cls, "__init__", counted)

    count(_Composer, "read")
    count(_Translator, "translated")
    return counts


def once(n):
    """So many files are read, each of them once, and put into canonical words once."""
    return {"read": n, "translated": n}


COMMANDS = {
    "check": 1,
    "check --fix": 1,
    "questions": 1,
    "draw --format dot": 1,
    "without n": 1,
    "fmt": 2,
    "set n ägare Annan": 2,
    "unset n ägare": 2,
    "add nytta Ny": 2,
    "link a n": 2,
    "unlink a b": 2,
    "rename b c": 2,
    "move a nyttor": 2,
    "remove a": 2,
    "accept NK501 n --why x --decided-by y --force": 2,
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_is_read_once_and_once_more_when_it_is_changed(run, write, readings, command):
    write("kedja.yaml", CHAIN)
    ran = run(*command.split(), "kedja.yaml")
    assert ran.code == 0, ran
    assert readings == once(COMMANDS[command])


def test_two_edits_of_one_box_are_proved_one_after_the_other(run, write, readings):
    write("kedja.yaml", CHAIN)
    assert run("link", "a", "b", "--because", "så", "--evidence", "rapport", "kedja.yaml").code == 0
    assert readings == once(3)


MERGES = {
    "by lines": (("rubrik: A", "rubrik: AA"), ("hindrar: b", "hindrar: a"), 4, 0),
    "by lines, one side the other's": (("rubrik: A", "rubrik: AA"), ("rubrik: A", "rubrik: AA"), 2, 0),
    "box by box": (
        ("{ägare: Chef}", "{ägare: Chef, när: 2027-01}"),
        ("{ägare: Chef}", "{kategori: kvalitet, ägare: Chef}"),
        4,
        0,
    ),
    "conflict": (("Chef", "En"), ("Chef", "Annan"), 3, 3),
}


@program[0]
@program[1]
@pytest.mark.parametrize("name", MERGES)
def test_a_merge_reads_each_side_once_and_its_result(run, write, readings, name):
    *changes, n, code = MERGES[name]
    ours, theirs = (CHAIN.replace(*change, 1) for change in changes)
    files = [write(side, text) for side, text in (("base", CHAIN), ("ours", ours), ("theirs", theirs))]
    assert run("git", "merge", *files).code == code
    assert readings == once(n)
